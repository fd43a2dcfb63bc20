"""The app's name for Django."""

from django.apps import AppConfig


class Accounts(AppConfig):
    name = "tracktwo_web.accounts"
