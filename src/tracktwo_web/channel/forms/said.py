"""The form of a message's fields, made from its kind: groups as rows, and the JSON that was entered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms.utils import ErrorDict
from django.http import QueryDict

from tracktwo.channel.kinds import FieldError, Fields, FieldSpec
from tracktwo.channel.kinds import Form as Written
from tracktwo_web.channel.forms.inputs import input_for
from tracktwo_web.kit.forms import Field, Form
from tracktwo_web.kit.languages import said_to_reader

MOST_ROWS = 40
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Part:
    """What the page sets: a field, or a group with its rows."""

    field: Field | None = None
    name: str = ""
    label: str = ""
    rows: tuple[tuple[int, tuple["Part", ...]], ...] = ()
    may_add: bool = False


class SaidForm(Form):
    """The fields of one kind and type. `is_checked=False` shows what was entered and complains of nothing."""

    def __init__(
        self,
        specs: Sequence[FieldSpec],
        languages: Sequence[str],
        data: QueryDict | None = None,
        *,
        told: Fields | None = None,
        add: str = "",
        is_checked: bool = True,
    ) -> None:
        super().__init__(data, prefix="f")
        self.specs, self.languages, self.is_checked = specs, tuple(languages), is_checked
        self._told: Fields = told or {}
        self._add = add
        self._rows: dict[str, int] = {}
        self._keys: dict[Path, str] = {}
        self._build(specs, self._told, "", is_needed=True)

    def _build(
        self, specs: Sequence[FieldSpec], told: Fields, before: str, *, is_needed: bool
    ) -> None:
        """Add the inputs of some fields, and of the rows of their groups."""
        for spec in specs:
            name, value = f"{before}{spec.name}", told.get(spec.name)
            if spec.form is Written.GROUP:
                self._build_rows(spec, value, name)
                continue
            field = input_for(spec, self.languages, is_required=spec.is_required and is_needed)
            field.initial = value if not isinstance(value, bool) else ("yes" if value else "no")
            self.fields[name] = field

    def _build_rows(self, spec: FieldSpec, value: Any, name: str) -> None:  # noqa: ANN401
        rows = list(value or ()) if spec.is_repeated else [value] if value else []
        self._rows[name] = self._count(spec, name, len(rows))
        for n in range(self._rows[name]):
            row = f"{name}-{n}-"
            needed = not self.is_bound or self._is_filled(row)
            self._build(spec.fields, rows[n] if n < len(rows) else {}, row, is_needed=needed)

    def _count(self, spec: FieldSpec, name: str, known: int) -> int:
        """How many rows a group has: those that were sent, and one more where that was asked for."""
        least = 1 if spec.is_required or not spec.is_repeated else 0
        told = self.data.get(f"{self.add_prefix(name)}-rows", "") if self.is_bound else ""
        n = (
            int(told)
            if told.isascii() and told.isdecimal() and len(told) < 4
            else max(known, least)
        )
        return min(n + (self._add == name), MOST_ROWS if spec.is_repeated else 1)

    def _is_filled(self, row: str) -> bool:
        """Whether anything was entered in a row; the choices that always stand beside a text apart."""
        start = self.add_prefix(row)
        return any(
            key.startswith(start)
            and value.strip()
            and not key.endswith(("_origin", "_state", "-rows"))
            for key, value in self.data.items()
        )

    def full_clean(self) -> None:
        """Nothing is looked at while rows are being added."""
        if self.is_bound and not self.is_checked:
            self.cleaned_data = {}
            self._errors = ErrorDict()
            return
        super().full_clean()

    def parts(self) -> tuple[Part, ...]:
        """Everything that the page sets, in the order of the kind."""
        return tuple(self._parts(self.specs, ""))

    def _parts(self, specs: Sequence[FieldSpec], before: str) -> Iterator[Part]:
        for spec in specs:
            name = f"{before}{spec.name}"
            if spec.form is not Written.GROUP:
                yield Part(self[name])  # type: ignore[arg-type]  # of our own forms
                continue
            rows = tuple(
                (n + 1, tuple(self._parts(spec.fields, f"{name}-{n}-")))
                for n in range(self._rows[name])
            )
            may_add = spec.is_repeated and len(rows) < MOST_ROWS
            yield Part(name=name, label=said_to_reader(spec.label), rows=rows, may_add=may_add)

    def said(self) -> dict[str, Any]:
        """The fields of the message, once the form is valid; what was left empty is left out."""
        self._keys = {}
        return self._said(self.specs, "", ())

    def _said(self, specs: Sequence[FieldSpec], before: str, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for spec in specs:
            name, here = f"{before}{spec.name}", (*path, spec.name)
            if spec.form is Written.GROUP:
                value = self._said_rows(spec, name, here)
            else:
                self._keys[here] = name
                value = self.cleaned_data.get(name)
            if value not in (None, "", [], {}):
                found[spec.name] = value
        return found

    def _said_rows(self, spec: FieldSpec, name: str, path: Path) -> Any:  # noqa: ANN401
        rows: list[dict[str, Any]] = []
        for n in range(self._rows[name]):
            place: Path = (*path, len(rows)) if spec.is_repeated else path
            row = self._said(spec.fields, f"{name}-{n}-", place)
            if row:
                rows.append(row)
        return rows if spec.is_repeated else (rows[0] if rows else None)

    def refuse(self, error: FieldError) -> None:
        """Show what the library refused at the field that it is about."""
        path: Path = tuple(error.path)
        while path and path not in self._keys:
            path = path[:-1]
        self.add_error(self._keys.get(path), said_to_reader(error.message))

    def row_counts(self) -> Mapping[str, int]:
        """How many rows each group has, by the name of its hidden input."""
        return {f"{self.add_prefix(name)}-rows": n for name, n in self._rows.items()}
