"""Every address of the product."""

from django.urls import include, path

from .views import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("accounts/", include("allauth.urls")),
    path("files/", include("agragati.records.urls")),
]
