"""What every change of a text shares: it is alone with the text, is written down, and is told."""

from collections.abc import Iterable

from tracktwo.text import NegotiatedText
from tracktwo.text.changes.history import Act as Change_
from tracktwo.text.changes.history_json import change_document, text_document
from tracktwo.text.standing import Act, Document, lapses
from tracktwo.text.standing.document_json import document_state
from tracktwo.text.standing.log_json import act_document
from tracktwo_web.dialogues.models import Dialogue
from tracktwo_web.events.publish import publish
from tracktwo_web.texts.domain.heard_again import to_be_heard_again
from tracktwo_web.texts.models import Change, JointText, LogEntry
from tracktwo_web.texts.queries import log_of, sides_of, text_now


def locked(text: JointText) -> JointText:
    """The text as it stands now, and nobody else's until the transaction ends.

    Its words are read when they are asked for: a saving of a draft seldom needs them.
    """
    found = JointText.objects.select_for_update(of=("self",)).defer("first", "now")
    return found.select_related("dialogue").get(pk=text.pk)


def write_version(text: JointText, act: Change_, after: NegotiatedText) -> None:
    """Note the act that made a version, and that version; what was said of other words falls."""
    before, log = text_now(text), log_of(text)
    Change.objects.create(
        text=text, version=after.version, session=text.session, act=change_document(act)
    )
    text.version, text.now, text.title = after.version, text_document(after), dict(after.title)
    text.save(update_fields=["version", "now", "title"])
    fallen = lapses(after, log, sides=sides_of(text), session=text.session)
    note(text, [*fallen, *to_be_heard_again(before, after, log, session=text.session)])


def note(text: JointText, acts: Iterable[Act]) -> None:
    """Add positions or moves to the log."""
    last = text.log.order_by("-number").values_list("number", flat=True).first() or 0
    LogEntry.objects.bulk_create(
        LogEntry(text=text, number=number, act=act_document(act))
        for number, act in enumerate(acts, start=last + 1)
    )


def write_document(text: JointText, document: Document) -> None:
    text.document = document_state(document)
    text.save(update_fields=["document"])


def tell(text: JointText, **data: object) -> None:
    """Count a change that the table sees, and tell those who look at the text."""
    text.edition += 1
    text.save(update_fields=["edition"])
    publish(text.id, "text", text=str(text.id), edition=text.edition, **data)


def tell_dialogue(dialogue: Dialogue) -> None:
    """Say that a dialogue's list of texts is another one."""
    publish(dialogue.id, "texts")
