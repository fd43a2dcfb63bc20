"""Everything that is asked when a dialogue is convened: one page of three forms."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm, BaseFormSet
from django.http import QueryDict
from django.utils.translation import gettext as _

from tracktwo_web.dialogues.domain.convene import DialoguePlan, SidePlan
from tracktwo_web.dialogues.domain.themes import free_code
from tracktwo_web.dialogues.forms.dialogue import NewDialogueForm
from tracktwo_web.dialogues.forms.sides import NewSides, Themes, themes_in
from tracktwo_web.dialogues.forms.texts import ask_for, typed
from tracktwo_web.dialogues.models import Attribution
from tracktwo_web.dialogues.procedure_template import TEMPLATE
from tracktwo_web.kit.languages import NAMES

SIDES, THEMES = "sides", "themes"
OPTIONS = {"is_new": True}


@dataclass(frozen=True)
class NewDialogue:
    """The page's forms together."""

    main: NewDialogueForm
    sides: BaseFormSet[Any]
    themes: BaseFormSet[Any]

    @classmethod
    def empty(cls) -> "NewDialogue":
        main = NewDialogueForm(
            initial={
                "languages": list(NAMES),
                "attribution": Attribution.SIDE,
                "procedure": TEMPLATE,
            }
        )
        return cls(main, NewSides(prefix=SIDES, form_kwargs=OPTIONS), Themes(prefix=THEMES))

    @classmethod
    def typed_in(cls, data: QueryDict) -> "NewDialogue":
        return cls(
            NewDialogueForm(data),
            NewSides(data, prefix=SIDES, form_kwargs=OPTIONS),
            Themes(data, prefix=THEMES),
        )

    def with_another(self, row: str) -> "NewDialogue":
        """The same with one more empty row of a kind; what was typed stays, unjudged."""
        return NewDialogue(
            NewDialogueForm(initial=typed(self.main)),
            _grown(self.sides, by=int(row == SIDES)),
            _grown(self.themes, by=int(row == THEMES)),
        )

    @property
    def forms(self) -> list[BaseForm]:
        return [self.main, *self.sides.forms, *self.themes.forms]

    @property
    def troubles(self) -> Iterable[str]:
        """What is wrong with the rows as such, such as too few of them."""
        return [*self.sides.non_form_errors(), *self.themes.non_form_errors()]

    @property
    def error_count(self) -> int:
        return sum(len(form.errors) for form in self.forms) + len(list(self.troubles))

    def is_valid(self) -> bool:
        are_valid = [self.main.is_valid(), self.sides.is_valid(), self.themes.is_valid()]
        for form in self.sides.forms:
            ask_for(form, "names", self.main.cleaned_data.get("languages", []))
        if all(are_valid):
            self._ask_for_different_codes()
        return all(are_valid) and not any(form.errors for form in self.forms)

    def plan(self) -> DialoguePlan:
        terms = self.main.terms()
        return DialoguePlan(
            title=terms.title,
            note=terms.note,
            languages=terms.languages,
            k=terms.k,
            attribution=terms.attribution,
            is_open=terms.is_open,
            sides=self._sides(),
            procedure=self.main.cleaned_data["procedure"],
            themes=self._themes(),
        )

    def _sides(self) -> list[SidePlan]:
        """The sides of the rows that were filled; a row too many may stay empty."""
        filled = [form for form in self.sides.forms if form.cleaned_data.get("names")]
        return [form.plan(number) for number, form in enumerate(filled, start=1)]

    def _themes(self) -> list[tuple[str, dict[str, str]]]:
        themes: list[tuple[str, dict[str, str]]] = []
        for plan in themes_in(self.themes):
            code = free_code(plan.names, [taken for taken, _names in themes])
            themes.append((code, dict(plan.names)))
        return themes

    def _ask_for_different_codes(self) -> None:
        taken: set[str] = set()
        for number, form in enumerate(self.sides.forms, start=1):
            code = form.plan(number).code if form.cleaned_data.get("names") else None
            if code in taken:
                form.add_error("code", _("Another side has this short word already."))
            taken.add(code or "")


def _grown(rows: BaseFormSet[Any], *, by: int) -> BaseFormSet[Any]:
    """Unbound rows holding what was typed, and some more."""
    initial = [typed(form) for form in rows.forms]
    grown = type(rows)(initial=initial, prefix=rows.prefix, form_kwargs=rows.form_kwargs)
    grown.extra, grown.min_num = by, 0
    return grown
