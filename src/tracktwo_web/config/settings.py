"""Django's settings: the same for every installation but for `environment`."""

from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from tracktwo_web.config.environment import LOCAL_HOSTS, from_variables
from tracktwo_web.kit.logs import logging_settings

HERE = Path(__file__).parents[1]
ENVIRONMENT = from_variables()

DEBUG = False
SECRET_KEY = ENVIRONMENT.secret_key
# The machine itself asks by its own name whether it is well.
ALLOWED_HOSTS = list(dict.fromkeys((*ENVIRONMENT.hosts, *LOCAL_HOSTS)))
DEMO = ENVIRONMENT.is_demo
METRICS_OPEN = ENVIRONMENT.has_open_metrics

INSTALLED_APPS = [
    "tracktwo_web.kit",
    "tracktwo_web.events",
    "tracktwo_web.accounts",
    "tracktwo_web.dialogues",
    "tracktwo_web.perceptions",
    "tracktwo_web.influence",
    "tracktwo_web.texts",
    "tracktwo_web.roadmaps",
    "tracktwo_web.channel",
    "tracktwo_web.insights",
    "tracktwo_web.risks",
    "tracktwo_web.convergence",
    "tracktwo_web.reports",
    "tracktwo_web.records",
    "tracktwo_web.pages",
    "tracktwo_web.api",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "tracktwo_web.kit.metrics.measure",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tracktwo_web.kit.policy.keep_to_ourselves",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "tracktwo_web.kit.middleware.known_hosts_only",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tracktwo_web.kit.middleware.keep_private",
]

ROOT_URLCONF = "tracktwo_web.config.urls"
WSGI_APPLICATION = "tracktwo_web.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "kit" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tracktwo_web.kit.context.frame",
            ],
        },
    }
]

DATABASES = {"default": dj_database_url.parse(ENVIRONMENT.database_url, conn_max_age=None)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"] |= {
        "ENGINE": "tracktwo_web.kit.sqlite",
        "OPTIONS": {"timeout": 20},
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Sign-in attempts are counted in each process's own memory: a shared table would keep who knocked
# and when, and a seat's attempt would be a row written while a round is open.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "tracktwo_web.accounts.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_FORMS = {
    "login": "tracktwo_web.accounts.forms.SignIn",
    "change_password": "tracktwo_web.accounts.forms.ChangePassword",
    "set_password": "tracktwo_web.accounts.forms.SetPassword",
    "reset_password": "tracktwo_web.accounts.forms.ResetPassword",
    "reset_password_from_key": "tracktwo_web.accounts.forms.NewPassword",
    "reauthenticate": "tracktwo_web.accounts.forms.ConfirmPassword",
}
MFA_ADAPTER = "tracktwo_web.accounts.mfa_adapter.MfaAdapter"
MFA_FORMS = {
    "authenticate": "tracktwo_web.accounts.forms.EnterCode",
    "reauthenticate": "tracktwo_web.accounts.forms.ConfirmCode",
    "activate_totp": "tracktwo_web.accounts.forms.SetUpApp",
    "add_webauthn": "tracktwo_web.accounts.forms.AddPasskey",
    "edit_webauthn": "tracktwo_web.accounts.forms.RenamePasskey",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Tracktwo"
MFA_TOTP_TOLERANCE = 1  # a code typed as it changes, or a phone half a minute off (RFC 6238, 5.2)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ENVIRONMENT.has_tls
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "convene"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hans", "中文"), ("fr", "Français")]
LOCALE_PATHS = [HERE / "locale"]
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = ENVIRONMENT.has_tls
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.data / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "tracktwo_web.kit.storage.StaticFiles"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MANIFEST_STRICT = False

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENVIRONMENT.has_tls
SESSION_COOKIE_AGE = 12 * 60 * 60
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.has_tls else None
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.has_tls else 0
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 2**20
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

DEFAULT_FROM_EMAIL = ENVIRONMENT.sender
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
if ENVIRONMENT.email_url:
    from tracktwo_web.kit.mail import settings_of

    globals().update(settings_of(ENVIRONMENT.email_url))

LOGGING_CONFIG = "tracktwo_web.kit.logs.configure"
LOGGING = logging_settings()
