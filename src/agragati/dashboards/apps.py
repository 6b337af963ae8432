from django.apps import AppConfig


class DashboardsApp(AppConfig):
    name = "agragati.dashboards"
    label = "dashboards"
