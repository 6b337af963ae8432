"""Addresses of files."""

from django.urls import path

from . import views

app_name = "records"
urlpatterns = [path("<int:attachment_id>/", views.download, name="download")]
