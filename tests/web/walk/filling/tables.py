"""A dialogue to fill, and who convenes it."""


def a_table(title: str, **plan):
    """A dialogue of the convenor's, with a title in each language and labels in none."""
    from tests.web import world

    titles = {"en": title, "zh": f"{title}（中文）", "fr": f"{title} (fr.)"}
    dialogue = world.a_dialogue(convenor=the_convenor(), title=titles, **plan)
    for number, seat in enumerate(dialogue.seats.filter(side=None), start=1):
        seat.label = f"X-{number}"
        seat.save(update_fields=["label"])
    return dialogue


def a_statement(dialogue, number: int, texts: tuple[str, ...]):
    from tests.web import world

    return world.a_statement(dialogue, f"c{number:02}", text=texts[0])


def the_convenor():
    from tracktwo_web.accounts.domain.convenors import make_convenor
    from tracktwo_web.operations.demo.fill import CONVENOR

    return make_convenor(CONVENOR)
