"""The box in which answers and remarks lie until their round has closed."""

from tracktwo_web.rounds.box import Box

ANSWERS = Box(
    {
        "perceptions_answer": "question_id, ballot, side_id, value, expected, mirrored",
        "perceptions_comment": "question_id, mark, side_id, text",
    },
    "question_id IN (SELECT id FROM perceptions_question WHERE round_id = %s)",
)
