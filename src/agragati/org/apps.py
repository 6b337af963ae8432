from django.apps import AppConfig


class OrgApp(AppConfig):
    name = "agragati.org"
    label = "org"
