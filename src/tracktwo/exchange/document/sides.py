"""The sides of a dialogue, from the headings that say who perceives whom, or from the title."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tracktwo.exchange.document.claims import Claim, name_in
from tracktwo.exchange.document.letters import HAN, is_capital, without_accents
from tracktwo.exchange.document.names import is_same_name
from tracktwo.exchange.document.outline import Block, Section
from tracktwo.exchange.document.proposal import Remark, Side

_TITLES = (
    re.compile(r"(?:.*\b)?(?:relations?|dialogue|talks|negotiations?|consultations?|meeting) (?:between|entre) (?P<a>.+?) (?:and|et) (?P<b>.+)", re.IGNORECASE),
    re.compile(r"(?P<a>[\w ]{2,40}?)\s?[–—-]\s?(?P<b>[\w ]{2,40}?) (?:relations?|dialogue|talks|negotiations?|consultations?|relationship)\b.*", re.IGNORECASE),
    re.compile(r"(?:.*\b)?(?:relations?|dialogue|n[ée]gociations?|pourparlers|entretiens) (?P<a>[\w’' ]{2,40}?)\s?[–—-]\s?(?P<b>[\w’' ]{2,40})", re.IGNORECASE),
    re.compile(f"(?P<a>[{HAN}]{{1,8}}?)[与和–—-](?P<b>[{HAN}]{{1,8}}?)(?:之间)?(?:的)?(?:双边)?(?:关系|对话|会谈|磋商|谈判).*"),
)  # fmt: skip

MOST_PAIRS = 100
"""Pairs of names that are compared with one another; a report has a handful."""


@dataclass(eq=False, slots=True)
class _Named:
    """One side under all the names that headings give it, each with the line it is first on."""

    names: dict[str, int] = field(default_factory=dict)
    as_noun: set[str] = field(default_factory=set)

    def is_called(self, name: str) -> bool:
        return any(is_same_name(name, one) for one in self.names)

    def add(self, name: str, line: int) -> None:
        if name.casefold() not in {one.casefold() for one in self.names}:
            self.names[name] = line


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides found, the claims between them (holder, about) by line, and what was unsure."""

    sides: tuple[Side, ...]
    claims: dict[int, tuple[str, str]]
    remarks: tuple[Remark, ...]


def sides_of(claims: list[Claim], sections: list[Section]) -> Sides:
    """The sides that claims name; where no claim is to be trusted, those the title names."""
    claims = _of_few_pairs(claims)
    trusted = [one for one in claims if one.is_sure and one.by]
    named, remarks = _gathered(trusted), list[Remark]()
    if not trusted:
        trusted = _mirrored([one for one in claims if one.by])
        named = _gathered(trusted)
    if not named:
        return _from_title(sections)
    remarks += _merge_mirrors(named, trusted)
    sides = _as_sides(named, _body(sections))
    found = {one.line: pair for one in claims if (pair := _pair(one, named, sides, remarks))}
    remarks = [
        replace(one, text=_as_written(one.text, sides), other=_as_written(one.other, sides))
        for one in remarks
    ]
    guessed = {one.text for one in remarks}
    remarks += [
        Remark("read_as_side", _line_of(other, named), other, side.name)
        for side in sides
        for other in side.also
        if other not in guessed
    ]
    return Sides(sides, found, tuple(remarks))


def _line_of(name: str, named: list[_Named]) -> int:
    lines = {each.casefold(): line for one in named for each, line in one.names.items()}
    return lines[name.casefold()]


def _as_written(name: str, sides: tuple[Side, ...]) -> str:
    names = [each for side in sides for each in (side.name, *side.also)]
    return next((one for one in names if one.casefold() == name.casefold()), name)


def _of_few_pairs(claims: list[Claim]) -> list[Claim]:
    pairs = set(list(dict.fromkeys((one.by, one.of) for one in claims))[:MOST_PAIRS])
    return [one for one in claims if (one.by, one.of) in pairs]


def _gathered(claims: Iterable[Claim]) -> list[_Named]:
    named: list[_Named] = []
    for claim in claims:
        for name, is_noun in ((claim.by, False), (claim.of, True)):
            one = next((one for one in named if one.is_called(name)), None)
            if one is None:
                named.append(one := _Named())
            one.add(name, claim.line)
            if is_noun:
                one.as_noun.add(name.casefold())
    return named


def _mirrored(claims: list[Claim]) -> list[Claim]:
    """Claims whose two names another claim has the other way round."""
    pairs = {(one.by, one.of) for one in claims}
    mirrored = {
        (by, of)
        for by, of in pairs
        if any(is_same_name(by, other[1]) and is_same_name(of, other[0]) for other in pairs)
    }
    return [one for one in claims if (one.by, one.of) in mirrored]


def _merge_mirrors(named: list[_Named], claims: list[Claim]) -> list[Remark]:
    """Two headings that mirror each other name two sides, also where one name is not recognised.

    "French perceptions of Germany" beside "German perceptions of France": French is France.
    """
    pairs = list(dict.fromkeys((one.by, one.of) for one in claims))
    if len(named) != 3 or len(pairs) != 2:
        return []
    (a, b), (c, d) = ([_called(named, name) for name in pair] for pair in pairs)
    for kept, dropped, is_mirror in ((d, a, b is c), (b, c, a is d)):
        if is_mirror and kept is not dropped:
            (other, line), *_ = dropped.names.items()
            remark = Remark("side_by_elimination", line, other, next(iter(kept.names)))
            kept.names |= dropped.names
            kept.as_noun |= dropped.as_noun
            named.remove(dropped)
            return [remark]
    return []


def _called(named: list[_Named], name: str) -> _Named:
    return next(one for one in named if one.is_called(name))


def _pair(
    claim: Claim, named: list[_Named], sides: tuple[Side, ...], remarks: list[Remark]
) -> tuple[str, str] | None:
    """The ids of holder and other side; with two sides, who is not named is the other one."""
    places = {one.id: place for place, one in enumerate(sides)}
    about = next((s.id for s, one in zip(sides, named, strict=True) if one.is_called(claim.of)), "")
    by = next(
        (s.id for s, one in zip(sides, named, strict=True) if claim.by and one.is_called(claim.by)),
        "",
    )
    if about and not claim.by and len(sides) == 2:
        by = sides[1 - places[about]].id
        remarks.append(Remark("side_by_elimination", claim.line, "", sides[1 - places[about]].name))
    return (by, about) if by and about and by != about else None


def _as_sides(named: list[_Named], body: str) -> tuple[Side, ...]:
    written = _casing([name for one in named for name in one.names], body)
    sides: list[Side] = []
    for one in named:
        nouns = [name for name in one.names if name.casefold() in one.as_noun]
        name = (nouns or [*one.names])[0]
        also = dict.fromkeys(written[each] for each in one.names if written[each] != written[name])
        line = min(one.names.values())
        sides.append(Side(_id(written[name], sides), written[name], tuple(also), line))
    return tuple(sides)


def _casing(names: list[str], body: str) -> dict[str, str]:
    """Each name as the text writes it, where headings write it in capitals only."""
    words = {word.casefold() for name in names if is_capital(name) for word in name.split()}
    if not words:
        return {name: name for name in names}
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b", re.IGNORECASE)
    counts: dict[str, Counter[str]] = {word: Counter() for word in words}
    for match in pattern.finditer(body):
        counts[match[0].casefold()][match[0]] += 1
    written = {
        word: (count.most_common(1) or [(word.capitalize(), 0)])[0][0]
        for word, count in counts.items()
    }
    return {
        name: " ".join(written[word.casefold()] for word in name.split())
        if is_capital(name)
        else name
        for name in names
    }


def _body(sections: list[Section]) -> str:
    return "\n".join(block.text for section in sections for block in section.blocks)


def _id(name: str, taken: Iterable[Side]) -> str:
    """A name as an id: small letters without accents, words joined by hyphens."""
    bare = re.sub(r"[\W_]+", "-", without_accents(name)).strip("-") or "side"
    used = {one.id for one in taken}
    return next(
        one
        for n in range(1, len(used) + 2)
        if (one := bare if n == 1 else f"{bare}-{n}") not in used
    )


def _from_title(sections: list[Section]) -> Sides:
    headings = [one.heading for one in sections if one.heading]
    first = [block for section in sections[:1] for block in section.blocks[:1]]
    for heading in [*first, *headings[:20]]:
        if names := _names_in_title(heading):
            named = [_Named({name: heading.line}, {name.casefold()}) for name in names]
            sides = _as_sides(named, _body(sections))
            remark = Remark("sides_from_title", heading.line, heading.text)
            return Sides(sides, {}, (remark,))
    return Sides((), {}, ())


def _names_in_title(heading: Block) -> tuple[str, ...]:
    if len(heading.text) > 160:
        return ()
    for pattern in _TITLES:
        if match := pattern.fullmatch(heading.text):
            names = tuple(name_in(match[part]) for part in ("a", "b"))
            if all(names) and not is_same_name(*names):
                return names
    return ()
