"""Logs as one JSON object a line. They say what the machine did, never who did what.

No line holds an address, a seat, a path that carries a key, a form's content or an answer: what is
not written cannot be put in order. Requests are counted in metrics instead of being logged.
"""

import logging.config
import sys
from typing import Any

import structlog
from structlog.typing import ExcInfo

_SHARED = (
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)


_REFUSALS = "django.security"
_WITH_PATHS = ("django.request", _REFUSALS)
_WHY = {"django.security.DisallowedHost": "the name asked for is not in TRACKTWO_HOSTS"}
_frames = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)


def _told(exc_info: ExcInfo) -> list[dict[str, Any]]:
    """What was raised and where. Values of variables and messages hold secrets and answers: both go."""
    return [_without_message(error) for error in _frames(exc_info)]


def _without_message(error: dict[str, Any]) -> dict[str, Any]:
    groups = [[_without_message(one) for one in group] for group in error["exceptions"]]
    return error | {"exc_value": "", "exc_notes": [], "exceptions": groups}


def _without_request(_: object, __: str, event: dict[str, Any]) -> dict[str, Any]:
    """Django hangs the request on its records, and paths may carry a seat's key: both go."""
    record = event.get("_record")
    if record is not None and record.name.startswith(_WITH_PATHS):
        event["event"] = f"request answered {getattr(record, 'status_code', 500)}"
    return event


def _as_a_refusal(_: object, __: str, event: dict[str, Any]) -> dict[str, Any]:
    """What a browser sent and we refused is no fault of ours: one warning, no trace, nothing of it."""
    record = event.get("_record")
    if record is not None and record.name.startswith(_REFUSALS):
        event.pop("exc_info", None)
        event["level"] = "warning"
        if record.name in _WHY:
            event["why"] = _WHY[record.name]
    return event


def logging_settings() -> dict[str, Any]:
    """What `logging` is told: one handler, errors of requests without their paths."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": (*_SHARED, _without_request, _as_a_refusal),
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    structlog.processors.ExceptionRenderer(_told),
                    structlog.processors.JSONRenderer(),
                ],
            }
        },
        "handlers": {
            "lines": {"class": "logging.StreamHandler", "stream": sys.stderr, "formatter": "json"}
        },
        "root": {"handlers": ["lines"], "level": "WARNING"},
        "loggers": {
            "tracktwo_web": {"level": "INFO"},
            "django.server": {"level": "CRITICAL"},
        },
    }


def configure(settings: dict[str, Any]) -> None:
    """Set up `logging` and structlog over it."""
    logging.config.dictConfig(settings)
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
