from django.apps import AppConfig


class UiApp(AppConfig):
    name = "agragati.ui"
    label = "ui"
