"""E-mail by Django's own settings."""

from __future__ import annotations

import hashlib
import smtplib
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage

from ..rules.outcomes import Came, Letter, Outcome

_SURELY_NOT = (ConnectionRefusedError, smtplib.SMTPConnectError, smtplib.SMTPHeloError, smtplib.SMTPAuthenticationError)


def send_mail(letter: Letter) -> Outcome:
    """One mail; its Message-ID comes from the message's key, so that a mailbox recognises a double."""
    host = urlsplit(settings.SITE).hostname or "localhost"
    number = f"<{hashlib.sha256(letter.key.encode()).hexdigest()[:32]}@{host}>"
    mail = EmailMessage(
        subject=" ".join(letter.subject.split())[:200],
        body=letter.text,
        to=[letter.address],
        headers={"Message-ID": number, "Auto-Submitted": "auto-generated"},
    )
    try:
        mail.send()
    except Exception as error:
        return _meaning(error)
    return Outcome(Came.ACCEPTED, provider_id=number)


def _meaning(error: Exception) -> Outcome:
    words = f"{type(error).__name__}: {error}"[:200]
    if isinstance(error, _SURELY_NOT):
        return Outcome(Came.NOT_SENT, reason="no_connection", words=words)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
        later = all(400 <= code < 500 for code in codes)
        return Outcome(Came.NOT_SENT if later else Came.REFUSED, reason="busy" if later else "refused", words=words)
    if isinstance(error, smtplib.SMTPResponseException):
        later = 400 <= error.smtp_code < 500
        return Outcome(Came.NOT_SENT if later else Came.REFUSED, reason="busy" if later else "refused", words=words)
    if isinstance(error, OSError | smtplib.SMTPException):
        return Outcome(Came.UNKNOWN, reason="no_answer", words=words)
    return Outcome(Came.REFUSED, reason="wrong_email", words=words)  # a header or address that cannot be written
