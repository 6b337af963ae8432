from django.apps import AppConfig


class PapersApp(AppConfig):
    name = "agragati.papers"
    label = "papers"
