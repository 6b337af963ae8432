"""Addresses of files."""

from django.urls import path

from . import views

app_name = "records"
urlpatterns = [
    path("<int:attachment_id>/", views.download, name="download"),
    path("<int:attachment_id>/pdf-a/", views.archival_copy, name="archival_copy"),
]
