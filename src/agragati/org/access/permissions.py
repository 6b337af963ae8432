"""Named permissions. One visible list; a role is a set of these."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class P:
    """Permission names: app.deed. Apps above add theirs here, so that roles stay in one file."""

    OFFICE_VIEW = "org.view_office"
    OFFICE_MANAGE = "org.manage_offices"
    PEOPLE_VIEW = "org.view_people"
    PEOPLE_CONTACT = "org.view_contacts"
    PEOPLE_MANAGE = "org.manage_people"
    COMMITTEE_MANAGE = "org.manage_committees"
    DUTY_ASSIGN = "org.assign_duties"
    ROLE_GRANT = "org.grant_roles"
    DELEGATE = "org.delegate"
    TOKEN_OWN = "org.own_tokens"
    PROVISION = "org.provision"
    AUDIT_VIEW = "audit.view_log"
    PLAN_VIEW = "plans.view_plan"
    PLAN_EDIT = "plans.edit_plan"
    PLAN_SUBMIT = "plans.submit_plan"
    PLAN_APPROVE = "plans.approve_plan"
    PROGRESS_ENTER = "plans.enter_progress"
    PROGRESS_SUBMIT = "plans.submit_progress"
    PROGRESS_CANCEL = "plans.cancel_progress"
    PROGRESS_REVIEW = "plans.review_progress"
    PLAN_EXPORT = "plans.export"
    PLAN_PRINT = "plans.print"
    FRAMEWORK_MANAGE = "plans.manage_frameworks"
    MEETING_VIEW = "meetings.view"
    MEETING_RUN = "meetings.run"
    MEETING_SIGN = "meetings.sign"
    DECISION_UPDATE = "meetings.update_decision"
    PAPER_VIEW = "papers.view"
    PAPER_DRAFT = "papers.draft"
    PAPER_SIGN = "papers.sign"
    PAPER_ISSUE = "papers.issue"
    MESSAGE_SEND = "outbox.send"
    MESSAGE_VIEW = "outbox.view"
    MESSAGE_MANAGE = "outbox.manage"


PERMISSION_WORDS: dict[str, str | Promise] = {
    P.OFFICE_VIEW: _("See offices"),
    P.OFFICE_MANAGE: _("Manage offices"),
    P.PEOPLE_VIEW: _("See people and posts"),
    P.PEOPLE_CONTACT: _("See telephone numbers and e-mail"),
    P.PEOPLE_MANAGE: _("Manage people and posts"),
    P.COMMITTEE_MANAGE: _("Form and change committees"),
    P.DUTY_ASSIGN: _("Give duties to posts"),
    P.ROLE_GRANT: _("Give roles to posts"),
    P.DELEGATE: _("Let another act for oneself"),
    P.TOKEN_OWN: _("Make access tokens of one's own"),
    P.PROVISION: _("Provision users from a directory"),
    P.AUDIT_VIEW: _("Read the log of deeds"),
    P.PLAN_VIEW: _("See action plans"),
    P.PLAN_EDIT: _("Write action plans"),
    P.PLAN_SUBMIT: _("Send action plans"),
    P.PLAN_APPROVE: _("Approve action plans"),
    P.PROGRESS_ENTER: _("Enter progress"),
    P.PROGRESS_SUBMIT: _("Send progress reports"),
    P.PROGRESS_CANCEL: _("Cancel entries of progress"),
    P.PROGRESS_REVIEW: _("Review progress"),
    P.PLAN_EXPORT: _("Export plans and progress"),
    P.PLAN_PRINT: _("Print plans and reports"),
    P.FRAMEWORK_MANAGE: _("Manage frameworks"),
    P.MEETING_VIEW: _("See meetings"),
    P.MEETING_RUN: _("Run meetings"),
    P.MEETING_SIGN: _("Sign minutes"),
    P.DECISION_UPDATE: _("Report on decisions"),
    P.PAPER_VIEW: _("See papers"),
    P.PAPER_DRAFT: _("Draft papers"),
    P.PAPER_SIGN: _("Sign papers"),
    P.PAPER_ISSUE: _("Issue papers"),
    P.MESSAGE_SEND: _("Send messages"),
    P.MESSAGE_VIEW: _("See notices"),
    P.MESSAGE_MANAGE: _("Manage channels of messages"),
}
