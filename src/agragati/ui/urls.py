"""Addresses of the shell."""

from django.urls import path

from . import views

app_name = "ui"
urlpatterns = [
    path("language/", views.language, name="language"),
    path("theme/", views.theme, name="theme"),
    path("gallery/", views.gallery, name="gallery"),
    path("gallery/confirm/", views.gallery_confirm, name="gallery_confirm"),
]
