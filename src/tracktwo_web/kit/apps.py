"""The kit as a Django app: templates, static files, filters."""

from django.apps import AppConfig


class Kit(AppConfig):
    name = "tracktwo_web.kit"

    def ready(self) -> None:
        """Register the checks that run before the platform starts."""
        from tracktwo_web.kit import checks  # noqa: F401
