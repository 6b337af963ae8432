"""Addresses of messages and duties."""

from django.urls import path

from . import views

app_name = "outbox"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("notices/<int:message_id>/open/", views.open_notice, name="open_notice"),
    path("notices/seen/", views.all_seen, name="all_seen"),
    path("duties/", views.duties, name="duties"),
    path("duties/<int:obligation_id>/", views.duty, name="duty"),
    path("duties/<int:obligation_id>/open/", views.open_duty, name="open_duty"),
    path("o/<str:text>/", views.answer, name="answer"),
    path("calendar/<str:secret>.ics", views.calendar, name="calendar"),
    path("callback/<str:gateway>/", views.callback, name="callback"),
    path("inbound/<str:gateway>/", views.take_inbound, name="take_inbound"),
    path("inbound/", views.inbound, name="inbound"),
    path("log/", views.log, name="log"),
    path("log/<int:message_id>/", views.message, name="message"),
    path("log/<int:message_id>/settle/", views.settle, name="settle"),
    path("unreached/", views.unreached, name="unreached"),
    path("sent/", views.dispatches, name="dispatches"),
    path("sent/add/", views.compose, name="compose"),
    path("sent/<int:dispatch_id>/", views.dispatch, name="dispatch"),
    path("sent/<int:dispatch_id>/results.csv", views.results, name="results"),
    path("sent/<int:dispatch_id>/edit/", views.recompose, name="recompose"),
    path("sent/<int:dispatch_id>/send/", views.send, name="send"),
    path("sent/<int:dispatch_id>/cancel/", views.cancel, name="cancel"),
    path("templates/", views.templates, name="templates"),
    path("templates/add/", views.add_template, name="add_template"),
    path("templates/<int:template_id>/", views.template, name="template"),
    path("terms/", views.terms, name="terms"),
    path("terms/budget/", views.budget, name="budget"),
    path("terms/sms/", views.sms_terms, name="sms_terms"),
    path("terms/holidays/add/", views.add_holiday, name="add_holiday"),
    path("terms/holidays/remove/", views.remove_holiday, name="remove_holiday"),
    path("terms/gateways/<str:gateway>/", views.price, name="price"),
    path("reminders/", views.plans, name="plans"),
    path("reminders/<slug:key>/", views.plan, name="plan"),
    path("me/", views.me, name="me"),
    path("me/keys/<int:token_id>/", views.key_mode, name="key_mode"),
    path("me/calendar/", views.make_feed, name="make_feed"),
    path("me/calendar/end/", views.revoke_feed, name="revoke_feed"),
    path("me/browser/", views.subscribe, name="subscribe"),
    path("me/browser/worker.js", views.push_worker, name="push_worker"),
]
