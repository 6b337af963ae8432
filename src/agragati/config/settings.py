"""Django's settings, from one typed environment."""

from __future__ import annotations

from typing import Any

import pghistory

from .database import connection
from .env import ROOT, env

ENV = env()
SECRET_KEY = ENV.secret_key()
DEBUG = ENV.debug
ALLOWED_HOSTS = [host.strip() for host in ENV.allowed_hosts.split(",") if host.strip()]
DATABASES = {"default": connection(ENV.database_url, ENV.home)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "org.User"
DUTY_TOPICS = "agragati.config.topics.offered"

HOUSE_APPS = [
    "agragati.audit",
    "agragati.ui",
    "agragati.org",
    "agragati.records",
    "agragati.papers",
    "agragati.outbox",
    "agragati.meetings",
    "agragati.plans",
    "agragati.dashboards",
    "agragati.config",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "django_htmx",
    # Both by their plain configs: each one's automatic template set-up would undo the other's.
    "django_cotton.apps.SimpleAppConfig",
    "template_partials.apps.SimpleAppConfig",
    *HOUSE_APPS,
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "agragati.ui.middleware.SecurityHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "agragati.ui.middleware.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "agragati.org.middleware.AccessMiddleware",
    "agragati.org.middleware.SignInByDefault",
    "agragati.ui.middleware.ErrorPages",
    "agragati.ui.middleware.ReadOnlyGet",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "agragati.config.urls"
WSGI_APPLICATION = "agragati.config.wsgi.application"

_LOADERS: list[Any] = [
    "django_cotton.cotton_loader.Loader",
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Before the apps' own folders, so that the sign-in library's pages are ours.
        "DIRS": [ROOT / "src" / "agragati" / "ui" / "templates"],
        "OPTIONS": {
            "loaders": [("template_partials.loader.Loader", [("django.template.loaders.cached.Loader", _LOADERS)])],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "agragati.config.nav.shell",
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "template_partials.templatetags.partials",
                "django.templatetags.i18n",
                "agragati.ui.templatetags.bn",
            ],
        },
    }
]
COTTON_DIR = "cotton"
COTTON_ISOLATE_BY_DEFAULT = True  # a component sees what it was given and the frame, nothing of the page around it

LANGUAGE_CODE = "bn"
LANGUAGES = [("bn", "বাংলা"), ("en", "English")]
LOCALE_PATHS = [ROOT / "src" / "agragati" / "config" / "locale"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = False
NUMBER_GROUPING = (3, 2, 0)
TIME_ZONE = "Asia/Dhaka"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ENV.home / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(ENV.home / "files")},
    },
    "staticfiles": {"BACKEND": "agragati.ui.storage.HashedStatic"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "agragati.config.sign_in.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "agragati.config.sign_in.StaffOnlyAdapter"
SOCIALACCOUNT_ADAPTER = "agragati.config.sign_in.KnownPeopleOnly"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_RATE_LIMITS = {"login_failed": None}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "agragati.config.sign_in.SecondStep",
    "reauthenticate": "agragati.config.sign_in.SecondStepAgain",
    "activate_totp": "agragati.config.sign_in.NewApp",
}
MFA_TOTP_ISSUER = "Agragati"
MFA_TOTP_TOLERANCE = 1  # half a minute either way (RFC 6238, 5.2): cheap phones do not keep exact time
MFA_ALLOW_UNVERIFIED_EMAIL = True
USERSESSIONS_TRACK_ACTIVITY = False
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "office",
                "name": ENV.oidc_name or "OIDC",
                "client_id": ENV.oidc_client,
                "secret": ENV.oidc_secret,
                "settings": {"server_url": ENV.oidc_url},
            }
        ]
        if ENV.oidc_url
        else []
    }
}
SOCIALACCOUNT_AUTO_SIGNUP = False
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "agragati.config.sign_in.name_tried"
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_HTTP_RESPONSE_CODE = 429
AXES_VERBOSE = False

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENV.secure
CSRF_FAILURE_VIEW = "agragati.ui.views.csrf_failed"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# Without a mail server, mails are kept as files: nothing is lost, and the demo shows what would have gone out.
_MAIL = "smtp" if ENV.smtp_host else "filebased"
EMAIL_BACKEND = f"django.core.mail.backends.{_MAIL}.EmailBackend"
EMAIL_FILE_PATH = ENV.home / "outbox" / "mail"
EMAIL_HOST, EMAIL_PORT = ENV.smtp_host, ENV.smtp_port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = ENV.smtp_user, ENV.smtp_password
EMAIL_USE_TLS, EMAIL_USE_SSL = ENV.smtp_security == "starttls", ENV.smtp_security == "ssl"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENV.mail_from
SITE = ENV.site.rstrip("/") or f"http://{ENV.host}:{ENV.port}"
SMS_GATEWAYS = ENV.sms_gateways
SMS_FILE = ENV.home / "outbox" / "sms.jsonl"
# Browsers' own push services; a subscription that names another host is not believed.
PUSH_HOSTS = ("fcm.googleapis.com", "push.services.mozilla.com", "notify.windows.com", "push.apple.com")
# Questions that narrow recipients ("offices that have not submitted"): name → (words, selector by dotted path).
RECIPIENT_QUESTIONS: dict[str, tuple[str, str]] = {}

# Our own reverse names ("events") stay free.
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(related_name="row_history")
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"
SILENCED_SYSTEM_CHECKS = ["axes.W003"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
FRAMEWORKS = ENV.frameworks
# Who signs papers electronically: a class with `sign(pdf, who)`, given the folder of its keys.
PAPER_SIGNER = ENV.paper_signer
PAPER_SIGNING_FOLDER = ENV.home / "signing"
PAPER_FONTS = [name.strip() for name in ENV.paper_fonts.split(",")]
UPLOAD_LIMIT = 20 * 1024 * 1024
# Where a virus scanner listens; empty: no scanner, every file stays "not scanned". Infected files lie apart.
VIRUS_SCANNER = ENV.clamd
VIRUS_SCANNER_SECONDS = ENV.clamd_seconds
