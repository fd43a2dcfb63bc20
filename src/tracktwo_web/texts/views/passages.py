"""What pages about one passage share: finding it, and the saving that its writer had before them."""

import uuid
from dataclasses import dataclass

from django.http import Http404

from tracktwo.text import Unit
from tracktwo.text.languages.concordance import source_hash
from tracktwo_web.dialogues.doors import StandingRequest
from tracktwo_web.texts.changed_words import ChangedWords, changed_words
from tracktwo_web.texts.domain.drafts import Passage, draft_of, words_of
from tracktwo_web.texts.marks_aside import with_marks, without_marks
from tracktwo_web.texts.models import JointText, Proposal
from tracktwo_web.texts.queries import texts_of
from tracktwo_web.texts.rules import writes_for
from tracktwo_web.texts.sheet import in_brief, language_shown
from tracktwo_web.texts.table import Table


@dataclass(frozen=True)
class Typed:
    """What a writer sends: the words, the saving they go on from, and the passage they were before."""

    words: str
    seen: int
    was: str

    def source(self, stands: str) -> str:
        """The words as they are kept: the brackets of the passage have their marks again."""
        plain = self.words.replace("\r\n", "\n").strip("\n")
        return with_marks(stands, plain)


@dataclass(frozen=True)
class Desk:
    """A passage on a writer's desk: as it stands, and as the side would have it."""

    unit: Unit
    at: Passage
    stands: str
    draft: Proposal | None

    @property
    def brief(self) -> str:
        """The passage as a heading names it."""
        return in_brief(self.unit, self._spoken)

    @property
    def language_of_brief(self) -> str:
        return language_shown(self.unit, self._spoken) or self.at.language

    @property
    def _spoken(self) -> list[str]:
        return [self.at.language, *self.unit.texts]

    @property
    def words(self) -> str:
        return without_marks(words_of(self.stands, self.draft))

    @property
    def seen(self) -> int:
        return self.draft.edition if self.draft else 0

    @property
    def was(self) -> str:
        return source_hash(self.stands)

    @property
    def changes(self) -> ChangedWords:
        return changed_words(self.stands, self.words, self.at.language)

    @property
    def others(self) -> list[tuple[str, str]]:
        """The passage in the other languages, for whoever translates."""
        return [
            (language, without_marks(source))
            for language, source in self.unit.texts.items()
            if language != self.at.language
        ]


def find_desk(request: StandingRequest, table: Table, at: Passage) -> Desk:
    """A passage with the reader's own side's draft; `Http404` where the text has none such."""
    unit = find_unit(table, at.unit)
    if at.language not in table.now.languages:
        raise Http404
    draft = draft_of(table.text, writes_for(request.standing), at)
    return Desk(unit, at, unit.texts.get(at.language, ""), draft)


def find_unit(table: Table, unit: str) -> Unit:
    """A unit of the text as it stands."""
    if unit not in table.now.places:
        raise Http404
    return table.now.unit(unit)


def find_row(request: StandingRequest, text_id: uuid.UUID) -> JointText:
    """A text without its words: many write at once, and these are long."""
    text = texts_of(request.standing.dialogue).filter(pk=text_id).first()
    if text is None:
        raise Http404
    text.dialogue = request.standing.dialogue
    return text
