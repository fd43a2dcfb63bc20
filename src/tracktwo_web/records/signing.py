"""The step in which the head of a delegation signs: for every page that asks for a signature.

A view computes what is to be signed and says it in words::

    @require_http_methods(["GET", "HEAD", "POST"])
    @door(records.rules.may_sign)
    def text_adopt(request):
        step = signing_step(request, kind="text.adopted", body=..., words=gettext("..."))
        if step.entry:  # it stands in the record
            return redirect(...)
        return render(request, "texts/adopt.html", {"step": step}, status=step.status)

and its template includes `records/sign_form.html`, outside any other form. A view that changes rows of
its own with the signature puts both into one `transaction.atomic()`. What an app signs it should also
add to `words.KINDS` and `words.TELLERS`, so that the record tells it.

Nothing that a form sends is trusted: kind and body are those of the view, and the entry must fit the
side's log as it stands (`domain.sign.enter`).
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from tracktwo.errors import RecordError
from tracktwo.record import (
    LOG_REPLACES,
    Draft,
    Entry,
    Json,
    canonical,
    draft_bytes,
    fingerprint,
    read_draft,
    read_entry,
    sealed,
)
from tracktwo.record.keys import signature_bytes
from tracktwo_web.dialogues.doors import StandingRequest
from tracktwo_web.dialogues.models import Side
from tracktwo_web.kit.forms import Words
from tracktwo_web.kit.languages import said_to_reader
from tracktwo_web.records.domain.sign import draft_next, enter
from tracktwo_web.records.queries import log_of
from tracktwo_web.records.rules import may_sign
from tracktwo_web.records.words import exactly, name_of

LONGEST_LINE = 200_000
REFUSED = 422


@dataclass(frozen=True)
class SigningStep:
    """What a side is asked to sign, as `records/sign_form.html` shows it; `entry` once it is signed."""

    words: Words
    draft: Draft | None = None
    """None where nothing can be signed: `refusal` says why, or the side has no key yet."""
    entry: Entry | None = None
    refusal: Words = ""

    @property
    def status(self) -> int:
        """What the page is answered with."""
        return REFUSED if self.refusal else 200

    @cached_property
    def text(self) -> str:
        """What is signed, behind the fixed line that says what kind of signature it is."""
        return draft_bytes(self.draft).decode() if self.draft else ""

    @property
    def file(self) -> str:
        """The draft as a file that a browser saves without asking the server again."""
        return f"data:application/json;base64,{base64.b64encode(self.text.encode()).decode()}"

    @property
    def name(self) -> Words:
        return name_of(self.draft.kind) if self.draft else ""

    @property
    def body(self) -> str:
        return exactly(self.draft.body) if self.draft else ""

    @property
    def fingerprint(self) -> str:
        """That of the key which must sign."""
        return fingerprint(self.draft.key) if self.draft else ""


def signing_step(
    request: StandingRequest,
    *,
    kind: str,
    body: Mapping[str, Json],
    words: Words,
    key: str | None = None,
) -> SigningStep:
    """Ask the reader's side to sign; on POST, enter what was signed.

    `words` say in a sentence what is signed. `key` begins the log of a side that has none yet. Raises
    `PermissionDenied` for everybody who may not sign for a side now.
    """
    side = request.standing.side
    if side is None or not may_sign(request.standing):
        raise PermissionDenied
    refusal: Words = ""
    if request.method == "POST":
        try:
            return SigningStep(words, entry=_entered(request, side, kind, body, key))
        except RecordError as wrong:
            refusal = said_to_reader(wrong.message)
    try:
        return SigningStep(words, _drafted(side, kind, body, key), refusal=refusal)
    except RecordError as wrong:
        return SigningStep(words, refusal=said_to_reader(wrong.message))


def _drafted(side: Side, kind: str, body: Mapping[str, Json], key: str | None) -> Draft | None:
    signer = key if kind == LOG_REPLACES else log_of(side).key or key
    if signer is None:
        return None
    return draft_next(side, kind=kind, body=body, key=signer, now=timezone.now())


def _entered(
    request: HttpRequest, side: Side, kind: str, body: Mapping[str, Json], key: str | None
) -> Entry:
    entry = _signed(request)
    if key not in (None, entry.key):
        raise RecordError(gettext("This entry is signed with another key than the one shown here."))
    try:
        return enter(side, entry, kind=kind, body=body, now=timezone.now())
    except RecordError:
        log = log_of(side)
        entries = log.entries
        if entry in entries and entry.kind == kind and canonical(entry.body) == canonical(body):
            return entry  # the button was pressed twice
        if entry.log == log.name and entry.seq <= len(entries):
            raise RecordError(
                gettext(
                    "Your side’s log has gone on since this was drafted, and nothing was signed. Below is the new draft."
                )
            ) from None
        raise


def _signed(request: HttpRequest) -> Entry:
    """The entry that was sent as a file, pasted, or put together from the draft and its signature."""
    file = request.FILES.get("file")
    if file is not None:
        return read_entry(_short(file.read(LONGEST_LINE + 1)).strip())
    pasted = request.POST.get("line", "").strip()
    if pasted:
        return read_entry(_short(pasted.encode()))
    signature = request.POST.get("signature", "")
    if not signature:
        raise RecordError(
            gettext("No signature has come. Sign in this browser, or send the signed line.")
        )
    draft = read_draft(_short(request.POST.get("draft", "").encode()))
    return sealed(draft, signature_bytes(signature))


def _short(line: bytes) -> bytes:
    if len(line) > LONGEST_LINE:
        raise RecordError(gettext("This is longer than an entry can be."))
    return line
