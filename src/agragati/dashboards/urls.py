"""Addresses of the first pages."""

from django.urls import path

from . import views

app_name = "dashboards"
urlpatterns = [path("", views.home, name="home"), path("today/", views.work, name="work")]
