"""Fills a data folder with tables on which a text lies, before its server starts.

    python -m tests.web.texts.editing.filling FOLDER COUNT

A process of its own: it sets Django up for that folder. It prints, for each, where its text is and the
secrets of the links to its seats.
"""

import json
import sys
from pathlib import Path

from django.utils import timezone

from tracktwo_web.operations import boot


def main(folder: Path, count: int) -> None:
    boot.set_up(folder)
    boot.migrate()
    from tests.web import world

    convenor = world.a_user()
    json.dump([_table(convenor) for _ in range(count)], sys.stdout)


def _table(convenor) -> dict:
    from tests.web import world
    from tests.web.texts.laid import a_text
    from tracktwo.text import NegotiatedText, Unit
    from tracktwo_web.dialogues.domain.keys import issue_key
    from tracktwo_web.texts.domain.lay import lay_on_table

    dialogue = world.a_dialogue(convenor=convenor, stage="text")
    text = a_text(dialogue)
    odd = Unit("3/a b", texts={"en": "We meet."})
    lay_on_table(dialogue, NegotiatedText({"en": "Odd names"}, ("en",), (odd,)))
    head, *members = dialogue.seats.filter(side__code="nato").order_by("label")
    other = dialogue.seats.filter(side__code="china").order_by("label").first()
    seats = {"head": head, "member": members[0], "colleague": members[1], "other": other}
    return {
        "text": f"/d/{dialogue.id}/texts/{text.id}/",
        "seats": {name: issue_key(seat, now=timezone.now()).secret for name, seat in seats.items()},
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
