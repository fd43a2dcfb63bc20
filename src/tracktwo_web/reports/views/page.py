"""What the pages of the report share."""

from django.http import HttpResponse

from tracktwo_web.reports.domain.printing import KINDS

READ = ("GET", "HEAD")


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    """A download: the page's policy does not hold for it, so it is never shown in place."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, MEDIA[kind], headers=headers)


MEDIA = KINDS | {"zip": "application/zip", "json": "application/json; charset=utf-8"}
