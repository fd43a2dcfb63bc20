"""Why a file is not brought in, in the language of whoever brings it."""

from pathlib import Path

from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from tracktwo.errors import InputError


class Refused(InputError):  # noqa: N818 -- an answer, as its neighbours are
    """A file that does not fit here. Unlike the library's, its sentence is translated already."""


def sentence_of(error: InputError) -> str:
    """What is wrong, and where: by the file's own name, not by the folder it was unpacked to.

    The library speaks English: its sentence is quoted as such within one of ours.
    """
    if isinstance(error, Refused):
        return error.message
    place = Path(error.file)
    if not place.suffix:  # the folder as a whole, whose name is of our making
        sentence = gettext("The file cannot be read: %(reason)s")
    elif error.line is None:
        sentence = gettext("%(file)s cannot be read: %(reason)s")
    else:
        sentence = gettext("%(file)s cannot be read at line %(line)s: %(reason)s")
    return SafeString(
        conditional_escape(sentence)
        % {
            "file": escape(place.name),
            "line": error.line,
            "reason": format_html('<q lang="en">{}</q>', error.message),
        }
    )
