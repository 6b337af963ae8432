"""Addresses of letters and files, and of the public page."""

from django.urls import path

from . import views

app_name = "papers"
urlpatterns = [
    path("papers/", views.letter_list, name="list"),
    path("papers/box/<slug:box>/", views.letter_list, name="box"),
    path("papers/start/", views.start, name="start"),
    path("papers/new/<slug:kind>/", views.new, name="new"),
    path("papers/from/<slug:key>/", views.from_template, name="from_template"),
    path("papers/templates/add/", views.template, name="add_template"),
    path("papers/templates/<slug:key>/", views.template, name="template"),
    path("papers/templates/<slug:key>/remove/", views.remove_template, name="remove_template"),
    path("papers/offices/", views.office_options, name="office_options"),
    path("papers/<int:letter_id>/", views.letter, name="letter"),
    path("papers/<int:letter_id>/page/<int:page>/", views.picture, name="picture"),
    path("papers/<int:letter_id>/pdf/", views.pdf, name="pdf"),
    path("papers/<int:letter_id>/docx/", views.docx, name="docx"),
    path("papers/<int:letter_id>/edit/", views.edit, name="edit"),
    path("papers/<int:letter_id>/addressees/", views.addresses, name="addresses"),
    path("papers/<int:letter_id>/addressees/add/<slug:kind>/", views.add_address, name="add_address"),
    path("papers/<int:letter_id>/addressees/<int:address_id>/remove/", views.remove_address, name="remove_address"),
    path("papers/<int:letter_id>/forward/", views.forward, name="forward"),
    path("papers/<int:letter_id>/return/", views.send_back, name="return"),
    path("papers/<int:letter_id>/recall/", views.recall, name="recall"),
    path("papers/<int:letter_id>/sign/", views.sign, name="sign"),
    path("papers/<int:letter_id>/reserve/", views.reserve, name="reserve"),
    path("papers/<int:letter_id>/issue/", views.issue, name="issue"),
    path("papers/<int:letter_id>/drop/", views.drop, name="drop"),
    path("papers/<int:letter_id>/cancel/", views.cancel, name="cancel"),
    path("papers/<int:letter_id>/amend/", views.amend, name="amend"),
    path("papers/<int:letter_id>/replace/", views.replace, name="replace"),
    path("papers/<int:letter_id>/recipients/", views.recipients, name="recipients"),
    path("papers/copies/<int:recipient_id>/receive/", views.receive, name="receive"),
    path("papers/copies/<int:recipient_id>/answer/", views.answer, name="answer"),
    path("papers/copies/<int:recipient_id>/dispatch/", views.dispatch, name="dispatch"),
    path("papers/files/", views.files, name="files"),
    path("papers/files/open/", views.open_file, name="open_file"),
    path("papers/files/<int:file_id>/", views.file, name="file"),
    path("papers/files/<int:file_id>/close/", views.close_file, name="close_file"),
    path("papers/files/<int:file_id>/roll-over/", views.roll_over, name="roll_over"),
    path("papers/files/<int:file_id>/reserve/", views.reserve_number, name="reserve_number"),
    path("papers/numbers/<int:number_id>/cancel/", views.cancel_number, name="cancel_number"),
    path("verify/", views.ask, name="ask"),
    path("verify/<slug:code>/", views.verify, name="verify"),
]
