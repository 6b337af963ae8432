"""Addresses of plans."""

from django.urls import path

from . import views
from .views import background, evidence, exports, frameworks, importing, integrity

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
    path("frameworks/", frameworks.frameworks, name="frameworks"),
    path("frameworks/import/", frameworks.edition_import, name="edition_import"),
    path("frameworks/<int:edition_id>/", frameworks.edition, name="edition"),
    path("frameworks/<int:edition_id>/file/<slug:form>/", frameworks.edition_file, name="edition_file"),
    path("frameworks/<int:edition_id>/head/", frameworks.edition_head, name="edition_head"),
    path("frameworks/<int:edition_id>/rows/<str:code>/", frameworks.edition_row, name="edition_row"),
    path("frameworks/<int:edition_id>/rows/<str:code>/drop/", frameworks.edition_drop, name="edition_drop"),
    path("frameworks/<int:edition_id>/publish/", frameworks.edition_publish, name="edition_publish"),
    path("frameworks/<int:edition_id>/clone/", frameworks.edition_clone, name="edition_clone"),
    path("indicators/<int:indicator_id>/evidence/", evidence.evidence, name="evidence"),
    path("indicators/<int:indicator_id>/evidence/add/", evidence.evidence_add, name="evidence_add"),
    path("evidence/<int:evidence_id>/withdraw/", evidence.evidence_withdraw, name="evidence_withdraw"),
    path("evidence/<int:evidence_id>/pages/<int:page>/", evidence.evidence_page, name="evidence_page"),
    path("evidence/pairs/<int:reuse_id>/", evidence.evidence_reuse, name="evidence_reuse"),
    path("findings/", integrity.findings, name="findings"),
    path("findings/<int:doubt_id>/", integrity.finding, name="finding"),
    path("findings/<int:doubt_id>/answer/", integrity.finding_answer, name="finding_answer"),
    path("findings/<int:doubt_id>/settle/", integrity.finding_close, name="finding_close"),
    path("<int:plan_id>/findings/", integrity.plan_findings, name="plan_findings"),
    path("<int:plan_id>/findings/check/", integrity.check_now, name="check_now"),
    path("<int:plan_id>/grid/", importing.entry_grid, name="entry_grid"),
    path("<int:plan_id>/import/", importing.events_import, name="events_import"),
    path("<int:plan_id>/outlook/", exports.outlook, name="outlook"),
    path("<int:plan_id>/papers/<slug:kind>/<slug:form>/", exports.paper, name="paper"),
    path("<int:plan_id>/report/<int:quarter>/<slug:form>/", exports.quarter_paper, name="quarter_paper"),
    path("<int:plan_id>/evidence/bundle/", exports.bundle, name="bundle"),
    path("<int:plan_id>/apams-like/", exports.apams_like, name="apams_like"),
    path("indicators/<int:indicator_id>/background/", background.background, name="background"),
]
