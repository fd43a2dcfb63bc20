"""What entries state of measures of transparency, put into columns: of each office, the last."""

from tracktwo.channel.measures.stated import stated_of
from tracktwo.record import Entry
from tracktwo_web.channel.models import Line, Logged, MeasureStated


def take(line: Line, row: Logged, entry: Entry) -> None:
    """Take a statement. Raises `InputError` for an entry that states nothing."""
    measure = stated_of(entry.body, (line.office, line.peer))
    MeasureStated.objects.update_or_create(
        line=line,
        is_own=row.is_own,
        measure=measure.id,
        defaults={"entry": row.pk, "content": dict(entry.body)},
    )
