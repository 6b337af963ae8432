"""Addresses of plans."""

from django.urls import path

from . import views

app_name = "plans"
urlpatterns = [
    path("", views.plan_list, name="list"),
    path("<int:plan_id>/", views.detail, name="detail"),
    path("<int:plan_id>/report/<int:quarter>/", views.report, name="report"),
    path("<int:plan_id>/report/<int:quarter>/pdf/", views.report_pdf, name="report_pdf"),
    path("adopt/<int:office_id>/", views.adopt, name="adopt"),
    path("indicators/<int:indicator_id>/", views.indicator, name="indicator"),
    path("indicators/<int:indicator_id>/terms/", views.terms, name="terms"),
    path("indicators/<int:indicator_id>/events/add/", views.enter, name="enter"),
    path("events/<int:event_id>/correct/", views.correct, name="correct"),
    path("events/<int:event_id>/cancel/", views.cancel, name="cancel"),
]
