from django.apps import AppConfig


class RecordsApp(AppConfig):
    name = "agragati.records"
    label = "records"
