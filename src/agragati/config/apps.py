from django.apps import AppConfig


class ConfigApp(AppConfig):
    name = "agragati.config"
    label = "config"
