from django.apps import AppConfig


class MeetingsApp(AppConfig):
    name = "agragati.meetings"
    label = "meetings"
