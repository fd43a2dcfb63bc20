"""Reports with every kind of block, hostile words among them, in three languages."""

from tracktwo.figures.figure import Figure, Quote, Table
from tracktwo.reports.topic import Finding, Topic
from tracktwo.reports.tree import (
    Block,
    Bullets,
    Clause,
    Digest,
    Facts,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Report,
    Section,
    Signatures,
    TableBlock,
    TextBlock,
    figure_blocks,
)

HOSTILE = '#panic("read") $x$ *b* _i_ `c` <l> @r & \\ // [[a]](b) | {% x %} {{ 7*7 }}'
WORDS = {
    "en": ("Aims", "The two staffs should meet", "hidden agreement"),
    "zh-Hans": ("目标", "双方参谋部门宜会晤", "隐性共识"),
    "fr": ("Buts", "Les deux états-majors devraient se rencontrer\u202f; c’est «\u00a0dit\u00a0»", "accord caché"),
}  # fmt: skip


def every_block(language: str) -> tuple[Block, ...]:
    aims, meet, hidden = WORDS[language]
    quote = Quote("j01", f"{meet}.", language)
    table = Table((aims, hidden), ((f"{meet} 1", quote), (HOSTILE, "14/14")))
    return (
        Paragraph(f"{meet}: {HOSTILE}"),
        Note(f"{hidden}!"),
        Heading("how", f"{aims} 2"),
        Bullets((f"{meet} a", f"{meet} b")),
        Bullets((f"{meet} c", f"{meet} d"), ordered=True),
        Facts(((aims, "40"), (hidden, "3"))),
        Topic(
            "shared",
            f"{aims} 3",
            (Finding(f"{meet} e.", quote), Finding(f"{meet} f.")),
            f"{hidden} 5",
        ),
        Heading("words", f"{aims} 4"),
        TextBlock(
            (
                Clause("heading", aims, "I.", 1, language),
                Clause("paragraph", f"{meet}.", "1.", 1, language),
                Clause("item", f"{meet};", "(a)", 1, language),
                Clause("item", f"{meet}.", "", 2, language),
            )
        ),
        TableBlock("alone", f"{aims} 5", table),
        Signatures(((aims, (meet, hidden)), (hidden, (meet,)))),
        PageBreak(),
        Digest(hidden, "3ec8c278" * 8),
    )


def report(language: str = "en", *blocks: Block, banner: str = "") -> Report:
    aims, meet, hidden = WORDS[language]
    sections = (
        Section("first", aims, blocks or every_block(language), "I."),
        Section("second", hidden, (Paragraph(meet),), "II."),
    )
    return Report(f"{meet} <&>", language, hidden, sections, subtitle=aims, banner=banner)


def drawn(language: str = "en") -> tuple[Block, ...]:
    """A figure of two bars."""
    import altair as alt

    aims, meet, hidden = WORDS[language]

    def at(width: int) -> Figure:
        rows = alt.Data(values=[{"x": 1, "y": meet}, {"x": 2, "y": hidden}])
        chart = alt.layer(alt.Chart(rows).mark_bar().encode(x="x:Q", y="y:N"))
        table = Table((aims, hidden), ((meet, "1"), (hidden, "2")))
        return Figure(f"{hidden}.", f"{aims}: {meet}.", chart.properties(width=width), table)

    return figure_blocks("bars", at)
