from django.apps import AppConfig


class OutboxApp(AppConfig):
    name = "agragati.outbox"
    label = "outbox"
