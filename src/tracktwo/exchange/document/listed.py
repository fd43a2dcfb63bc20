"""What stands in lists under headings: perceptions, consequences and areas."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tracktwo.exchange.document.areas import areas_in
from tracktwo.exchange.document.entries import Entry, entries_of, split_lead
from tracktwo.exchange.document.proposal import Area, Consequence, Perception, Remark
from tracktwo.exchange.document.topics import Told, Topic


@dataclass(eq=False, slots=True)
class Listed:
    """Everything found in lists so far, in the order of the document."""

    perceptions: list[Perception] = field(default_factory=list)
    consequences: list[Consequence] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def add(self, parts: list[Told]) -> None:
        """Take what the sections under one heading list."""
        root = parts[0]
        if root.topic is Topic.AREAS:
            entries, remarks = areas_in(parts)
            self.areas += [
                Area(one.text, source, one.line) for one, source in _sourced(root, entries)
            ]
            self.remarks += remarks
        elif root.topic in {Topic.CLAIM, Topic.CONSEQUENCES}:
            entries = entries_of(parts)
            self._add_sentences(root, entries)
        else:
            return
        heading = root.section.heading
        if heading and not entries and any(one.section.blocks for one in parts):
            self.remarks.append(Remark("no_list", heading.line, heading.text))

    def _add_sentences(self, root: Told, entries: list[Entry]) -> None:
        for one, source in _sourced(root, entries):
            if root.pair:
                theme = one.theme or split_lead(one.text)[0]
                self.perceptions.append(Perception(*root.pair, one.text, theme, source, one.line))
            else:
                self.consequences.append(Consequence(one.text, source, one.line))


def listed(parts: list[Told]) -> Listed:
    """What the lists of a document hold, section by section."""
    groups: dict[int, list[Told]] = {}
    for one in parts:
        groups.setdefault(id(one.root), []).append(one)
    found = Listed()
    for group in groups.values():
        found.add(group)
    return found


def _sourced(root: Told, entries: list[Entry]) -> Iterator[tuple[Entry, str]]:
    """Each entry with its place in the report's own counting, such as III.6."""
    number = root.section.heading.number if root.section.heading else ""
    for place, entry in enumerate(entries, start=1):
        yield entry, f"{number}.{place}" if number else ""
