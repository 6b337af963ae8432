"""Addresses of meetings."""

from django.urls import path

from . import views

app_name = "meetings"
urlpatterns = [
    path("", views.meeting_list, name="list"),
    path("new/", views.plan, name="new"),
    path("check-in/", views.check_in, name="check_in"),
    path("published/", views.published, name="published"),
    path("published/<int:meeting_id>/", views.published_detail, name="published_detail"),
    path("published/<int:meeting_id>/minutes.pdf", views.published_pdf, name="published_pdf"),
    path("series/", views.series_list, name="series"),
    path("series/new/", views.series_new, name="series_new"),
    path("import/", views.upload, name="import"),
    path("import/<int:draft_id>/<int:place>/", views.confirm_import, name="confirm_import"),
    path("import/<int:draft_id>/discard/", views.discard_import, name="discard_import"),
    path("decisions/", views.decisions, name="decisions"),
    path("decisions/export/", views.export, name="export"),
    path("decisions/<int:decision_id>/", views.decision, name="decision"),
    path("decisions/<int:decision_id>/edit/", views.edit_decision, name="edit_decision"),
    path("decisions/<int:decision_id>/remove/", views.remove_decision, name="remove_decision"),
    path("duties/<int:duty_id>/", views.duty, name="duty"),
    path("duties/<int:duty_id>/promise/", views.promise, name="promise"),
    path("duties/<int:duty_id>/do/<slug:deed>/", views.duty_deed, name="duty_deed"),
    path("items/<int:item_id>/text/<slug:field>/", views.item_text, name="item_text"),
    path("items/<int:item_id>/decide/", views.decide, name="decide"),
    path("items/<int:item_id>/move/", views.move_item, name="move_item"),
    path("items/<int:item_id>/carry/", views.carry_over, name="carry_over"),
    path("items/<int:item_id>/remove/", views.remove_item, name="remove_item"),
    path("<int:meeting_id>/", views.detail, name="detail"),
    path("<int:meeting_id>/edit/", views.edit, name="edit"),
    path("<int:meeting_id>/items/add/", views.add_item, name="add_item"),
    path("<int:meeting_id>/text/<slug:field>/", views.meeting_text, name="meeting_text"),
    path("<int:meeting_id>/invite/", views.invite, name="invite"),
    path("<int:meeting_id>/answer/", views.answer, name="answer"),
    path("<int:meeting_id>/attendance/", views.attendance, name="attendance"),
    path("<int:meeting_id>/attendance/log/", views.attendance_log, name="attendance_log"),
    path("<int:meeting_id>/correct/", views.correct, name="correct"),
    path("<int:meeting_id>/do/<slug:deed>/", views.step, name="step"),
    path("<int:meeting_id>/paper/<slug:kind>/", views.paper, name="paper"),
]
