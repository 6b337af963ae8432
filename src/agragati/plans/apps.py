from django.apps import AppConfig


class PlansApp(AppConfig):
    name = "agragati.plans"
    label = "plans"
