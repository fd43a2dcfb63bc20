"""Which sides a document has, and how sure that is."""

from tests.exchange.document.conftest import Read, held, unsure


def test_sides_are_named_as_the_text_writes_them(proposal_of: Read) -> None:
    text = "UPLAND PERCEPTIONS OF MCLOUGH\n\n- McLough drinks.\n\nMCLOUGH PERCEPTIONS OF UPLAND\n\n- Upland waits.\n"

    found = proposal_of(text)

    assert [(one.id, one.name) for one in found.sides] == [
        ("upland", "Upland"),
        ("mclough", "McLough"),
    ]


def test_third_side_is_a_side(proposal_of: Read) -> None:
    text = (
        "How Aland sees Besia\n\n- One.\n\nHow Besia sees Aland\n\n- Two.\n\n"
        "How Aland sees Curonia\n\n- Three.\n"
    )

    assert held(proposal_of(text)) == [
        ("aland", "besia", "One."),
        ("besia", "aland", "Two."),
        ("aland", "curonia", "Three."),
    ]


def test_one_side_seen_by_two_is_not_merged(proposal_of: Read) -> None:
    text = "How Aland sees Besia\n\n- One.\n\nHow Aland sees Curonia\n\n- Two.\n"

    assert held(proposal_of(text)) == [("aland", "besia", "One."), ("aland", "curonia", "Two.")]


def test_views_count_where_they_mirror_each_other(proposal_of: Read) -> None:
    text = "Dutch views of Wales\n\n- One.\n\nWelsh views of Holland\n\n- Two.\n"
    mirrored = text.replace("Dutch", "Holland").replace("Welsh", "Wales")

    assert held(proposal_of(text)) == []
    assert held(proposal_of(mirrored)) == [
        ("holland", "wales", "One."),
        ("wales", "holland", "Two."),
    ]


def test_views_on_a_topic_name_no_side(proposal_of: Read) -> None:
    text = "Northern views on fish\n\n- Cod.\n\nSouthern views on tax\n\n- High.\n"

    assert proposal_of(text).is_empty


def test_holder_that_is_not_named_is_the_other_of_two(proposal_of: Read) -> None:
    text = (
        "How Aland sees Besia\n\n- One.\n\nHow Besia sees Aland\n\n- Two.\n\n"
        "Perceptions of Besia\n\n- Three.\n"
    )

    found = proposal_of(text)

    assert held(found)[2] == ("aland", "besia", "Three.")
    assert unsure(found) == [("side_by_elimination", 9, "", "Aland")]


def test_sides_of_the_title_stand_in(proposal_of: Read) -> None:
    for title in (
        "Aland–Besia relations: a report",
        "A dialogue between Aland and Besia",
        "Relations entre Aland et Besia",
    ):
        found = proposal_of(f"{title}\n\nRisks\n\n- War.\n")

        assert [one.name for one in found.sides] == ["Aland", "Besia"]
        assert unsure(found) == [("sides_from_title", 1, title, "")]


def test_ids_of_sides_differ(proposal_of: Read) -> None:
    text = "How A–B sees A-B Union\n\n- One.\n"

    assert len({one.id for one in proposal_of(text).sides}) == len(proposal_of(text).sides)
