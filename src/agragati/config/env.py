"""What the outside may set, read once and typed."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from functools import lru_cache
from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parents[3]


class Env(BaseSettings):
    """Environment variables of the README, with their defaults."""

    model_config = SettingsConfigDict(env_prefix="", extra="ignore")

    home: Path = Field(default=ROOT / "var", validation_alias="AGRAGATI_HOME")
    database_url: str = Field(default="", validation_alias="DATABASE_URL")
    host: str = Field(default="127.0.0.1", validation_alias="HOST")
    port: int = Field(default=8000, validation_alias="PORT")
    debug: bool = Field(default=False, validation_alias="AGRAGATI_DEBUG")
    demo: bool = Field(default=True, validation_alias="AGRAGATI_DEMO")
    secure: bool = Field(default=False, validation_alias="AGRAGATI_HTTPS")
    allowed_hosts: str = Field(default="*", validation_alias="AGRAGATI_HOSTS")
    frameworks: Path = Field(default=ROOT / "frameworks", validation_alias="AGRAGATI_FRAMEWORKS")
    paper_fonts: str = Field(default="Hind Siliguri", validation_alias="AGRAGATI_PAPER_FONTS")
    paper_signer: str = Field(
        default="agragati.papers.renderers.signing.TestSigner", validation_alias="AGRAGATI_PAPER_SIGNER"
    )
    oidc_url: str = Field(default="", validation_alias="AGRAGATI_OIDC_URL")
    oidc_name: str = Field(default="", validation_alias="AGRAGATI_OIDC_NAME")
    oidc_client: str = Field(default="", validation_alias="AGRAGATI_OIDC_CLIENT")
    oidc_secret: str = Field(default="", validation_alias="AGRAGATI_OIDC_SECRET")
    site: str = Field(default="", validation_alias="AGRAGATI_SITE")
    mail_from: str = Field(default="agragati@localhost", validation_alias="AGRAGATI_MAIL_FROM")
    smtp_host: str = Field(default="", validation_alias="AGRAGATI_SMTP_HOST")
    smtp_port: int = Field(default=587, validation_alias="AGRAGATI_SMTP_PORT")
    smtp_user: str = Field(default="", validation_alias="AGRAGATI_SMTP_USER")
    smtp_password: str = Field(default="", validation_alias="AGRAGATI_SMTP_PASSWORD")
    smtp_security: str = Field(default="starttls", validation_alias="AGRAGATI_SMTP_SECURITY")  # starttls, ssl or none
    sms_gateways: str = Field(default='[{"name": "file", "kind": "file"}]', validation_alias="AGRAGATI_SMS_GATEWAYS")

    clamd: str = Field(default="", validation_alias="AGRAGATI_CLAMD")  # unix:/run/clamav/clamd.ctl, tcp://host:3310
    clamd_seconds: float = Field(default=60.0, gt=0, validation_alias="AGRAGATI_CLAMD_SECONDS")

    @field_validator("home", "frameworks")
    @classmethod
    def from_here(cls, folder: Path) -> Path:
        """Absolute, so that a change of folder later changes nothing."""
        return folder.expanduser().absolute()

    def secret_key(self) -> str:
        """The signing key of this installation, made on first use and kept with owner-only rights.

        Two processes that start at once end up with the same key. Where nothing can be written or read (a command
        such as `score_plan` in a closed folder) the key lasts for this process only; `up` refuses such a folder.
        """
        kept = self.home / "secret_key"
        try:
            return kept.read_text() if kept.exists() else _keep_new_key(kept)
        except OSError:
            return secrets.token_urlsafe(50)


def _keep_new_key(kept: Path) -> str:
    """Written whole beside its place, then linked there: the first one wins, nobody reads half a key."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    handle, fresh = tempfile.mkstemp(dir=kept.parent, prefix="secret_key.")  # readable by the owner alone
    try:
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):
            os.link(fresh, kept)
    finally:
        os.unlink(fresh)
    return kept.read_text()


@lru_cache(maxsize=1)
def env() -> Env:
    """The one reading of the environment in this process."""
    return Env()
