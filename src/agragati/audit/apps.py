from django.apps import AppConfig


class AuditApp(AppConfig):
    name = "agragati.audit"
    label = "audit"
