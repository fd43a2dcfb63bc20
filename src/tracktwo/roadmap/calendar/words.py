"""Why there is no calendar, in words: each rule as a sentence, and what they mean together."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from tracktwo.locale import Words
from tracktwo.locale.plain import plain
from tracktwo.roadmap.calendar.result import Why
from tracktwo.roadmap.calendar.rules import Rule, RuleKind
from tracktwo.roadmap.dates import day_in_words, days_of, span_in_words, spans_of
from tracktwo.roadmap.meetings import Meeting
from tracktwo.roadmap.roadmap import Roadmap

MOST_SPANS = 4
"""Absences told one by one; of more only the first are."""


def why_sentences(roadmap: Roadmap, why: Why, words: Words) -> Iterator[str]:
    """What cannot be kept together: a first sentence with the meetings, then one a rule, then what would help."""
    held = [one for one in why.rules if one.kind is RuleKind.HELD]
    names = [quoted(roadmap, one.about[0], words) for one in held]
    if len(names) == 1:
        yield words.gettext(
            "No day is left for {meeting}, because all of this holds:", meeting=names[0]
        )
    else:
        yield words.gettext("These meetings cannot all be held: {meetings}. All of this holds:", meetings=words.names(names))  # fmt: skip
    told = _Told(roadmap, why, words)
    for one in why.rules:
        if one.kind is not RuleKind.HELD:
            yield told.sentence(one)
    days = span_in_words(roadmap.first, roadmap.last, words)
    yield words.gettext("The roadmap runs {days}.", days=days)
    if why.enough:
        yield words.gettext("It would be enough to give up any one of these:")
        for one in why.enough:
            yield told.sentence(one)
    elif why.enough is not None and len(why.rules) > len(held):
        yield words.gettext("Giving up one of these alone is not enough: something else stands in the way too.")  # fmt: skip


def rule_sentence(roadmap: Roadmap, one: Rule, words: Words) -> str:
    """A rule as a sentence.

    >>> from tracktwo.locale import translator
    >>> plan = Roadmap("r", date(2022, 10, 1), date(2022, 10, 31))
    >>> rule_sentence(plan, Rule(RuleKind.HOLIDAY, ("CN",)), translator("en"))
    'Public holidays are kept: CN.'
    """
    return _Told(roadmap, Why((one,)), words).sentence(one)


def quoted(roadmap: Roadmap, meeting: str, words: Words) -> str:
    """A meeting's name in quotation marks."""
    return words.quoted(plain(roadmap.meeting[meeting].name(words.language)))


class _Told:
    """The rules of a proof in words; absences are told where they matter for its meetings."""

    def __init__(self, roadmap: Roadmap, why: Why, words: Words) -> None:
        self.roadmap, self.words = roadmap, words
        self.meetings = [one.about[0] for one in why.rules if one.kind is RuleKind.HELD]
        self.bound = {one.about[0] for one in why.rules if one.kind is RuleKind.WINDOW}

    def sentence(self, one: Rule) -> str:
        return self._by_kind[one.kind](*one.about)

    @property
    def _by_kind(self) -> Mapping[RuleKind, Callable[..., str]]:
        return {
            RuleKind.HELD: self._held,
            RuleKind.WINDOW: self._window,
            RuleKind.FIXED: self._fixed,
            RuleKind.ITEM: self._item,
            RuleKind.WEEKEND: self._weekend,
            RuleKind.HOLIDAY: self._holiday,
            RuleKind.BLACKOUT: self._blackout,
            RuleKind.AWAY: self._away,
            RuleKind.HOURS: self._hours,
            RuleKind.HOST: self._host,
            RuleKind.ROOM: self._room,
            RuleKind.ONE_AT_A_TIME: self._one_at_a_time,
            RuleKind.PREPARED: self._prepared,
            RuleKind.AFTER: self._after,
            RuleKind.ALTERNATE: self._alternate,
            RuleKind.APART: self._apart,
        }

    def _held(self, meeting: str) -> str:
        return self.words.gettext("{meeting} takes place.", meeting=self._name(meeting))

    def _window(self, meeting: str) -> str:
        first, last = self._window_of(self.roadmap.meeting[meeting])
        return self.words.gettext(
            "{meeting} begins within {days}.",
            meeting=self._name(meeting),
            days=span_in_words(first, last, self.words),
        )

    def _fixed(self, meeting: str) -> str:
        day = self.roadmap.meeting[meeting].day or self.roadmap.first
        return self.words.gettext(
            "{meeting} is fixed on {day}.",
            meeting=self._name(meeting),
            day=day_in_words(day, self.words),
        )

    def _item(self, item: str, meeting: str) -> str:
        told = self.roadmap.item[item]
        days = span_in_words(
            told.start or self.roadmap.first, told.promised or self.roadmap.last, self.words
        )
        return self.words.gettext(
            "{meeting} serves “{item}”, which runs {days}.",
            meeting=self._name(meeting),
            item=plain(told.text(self.words.language)),
            days=days,
        )

    def _weekend(self, country: str) -> str:
        return self.words.gettext("Nobody meets at the weekend: {country}.", country=self._country(country))  # fmt: skip

    def _holiday(self, country: str) -> str:
        return self.words.gettext("Public holidays are kept: {country}.", country=self._country(country))  # fmt: skip

    def _blackout(self, period: str) -> str:
        told = next(one for one in self.roadmap.blackouts if one.id == period)
        days = span_in_words(told.first, told.last, self.words)
        name = plain(told.name(self.words.language))
        if not told.parties:
            return self.words.gettext("{period}, {days}: no meetings.", period=name, days=days)
        sides = self.words.names(self._party(one) for one in told.parties)
        return self.words.gettext("{period}, {days}: no meetings with {sides}.", period=name, days=days, sides=sides)  # fmt: skip

    def _away(self, office: str) -> str:
        first, last = self._time_of(office)
        spans = spans_of(
            day
            for one in self.roadmap.absences
            if one.office == office
            for day in days_of(max(one.first, first), min(one.last, last))
        )
        days = self.words.names(span_in_words(*one, self.words) for one in spans[:MOST_SPANS])
        if len(spans) > MOST_SPANS:
            return self.words.gettext("{office} cannot sit on {days} and other days.", office=self._office(office), days=days)  # fmt: skip
        return self.words.gettext("{office} cannot sit on {days}.", office=self._office(office), days=days)  # fmt: skip

    def _hours(self, meeting: str) -> str:
        told = self.roadmap.meeting[meeting]
        return self.words.gettext(
            "{meeting} takes {hours} hours at a time that is decent for everybody who must be there.",
            meeting=self._name(meeting),
            hours=f"{told.length.hours or 0:g}",
        )

    def _host(self, meeting: str) -> str:
        host = self._party(self.roadmap.meeting[meeting].host)
        return self.words.gettext("{meeting} is hosted by: {side}.", meeting=self._name(meeting), side=host)  # fmt: skip

    def _room(self, place: str) -> str:
        told = self.roadmap.place[place]
        return self.words.ngettext(
            "{place} has room for {n} meeting at a time.",
            "{place} has room for {n} meetings at a time.",
            told.rooms,
            place=plain(told.name(self.words.language)),
        )

    def _one_at_a_time(self, office: str) -> str:
        return self.words.gettext("{office} can be in one place at a time, days of travel counted.", office=self._office(office))  # fmt: skip

    def _prepared(self, meeting: str, before: str) -> str:
        days = self.roadmap.gap_before(self.roadmap.meeting[meeting])
        return self.words.ngettext(
            "{meeting} begins at least {n} day after {before}, which prepares it.",
            "{meeting} begins at least {n} days after {before}, which prepares it.",
            days,
            meeting=self._name(meeting),
            before=self._name(before),
        )

    def _after(self, meeting: str, before: str) -> str:
        return self.words.gettext("{meeting} comes after {before}.", meeting=self._name(meeting), before=self._name(before))  # fmt: skip

    def _alternate(self, series: str) -> str:
        names = self.words.names(self._name(one) for one in self.roadmap.series[series])
        return self.words.gettext("The sides take turns in hosting {meetings}.", meetings=names)

    def _apart(self, stream: str) -> str:
        return self.words.ngettext(
            "Meetings of one stream begin at least {n} day apart: {stream}.",
            "Meetings of one stream begin at least {n} days apart: {stream}.",
            self.roadmap.conventions.apart[stream],
            stream=stream_names(self.words)[stream],
        )

    def _window_of(self, meeting: Meeting) -> tuple[date, date]:
        return (
            max(meeting.earliest or self.roadmap.first, self.roadmap.first),
            min(meeting.latest or self.roadmap.last, self.roadmap.last),
        )

    def _time_of(self, office: str) -> tuple[date, date]:
        """The stretch in which the meetings of the proof that need an office can be."""
        needed = [
            self.roadmap.meeting[one]
            for one in self.meetings
            if office in self.roadmap.meeting[one].required
        ]
        if not needed or not all(one.id in self.bound for one in needed):
            return self.roadmap.first, self.roadmap.last
        windows = [self._window_of(one) for one in needed]
        margin = timedelta(days=max(one.length.days for one in needed))
        return min(one for one, _ in windows) - margin, max(one for _, one in windows) + margin

    def _name(self, meeting: str) -> str:
        return quoted(self.roadmap, meeting, self.words)

    def _office(self, office: str) -> str:
        return plain(self.roadmap.seat[office].name(self.words.language))

    def _party(self, party: str) -> str:
        return plain(self.roadmap.party_name(party, self.words.language))

    def _country(self, country: str) -> str:
        return plain(self.roadmap.country_name(country, self.words.language))


def stream_names(words: Words) -> dict[str, str]:
    """The streams by id."""
    return {
        "diplomatic": words.gettext("diplomatic"),
        "military": words.gettext("military"),
        "expert": words.gettext("experts (Track II)"),
    }
