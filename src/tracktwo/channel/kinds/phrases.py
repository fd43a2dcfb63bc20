"""Labels and choices that several kinds share."""

from tracktwo.channel.kinds.fields import FieldSpec, area, choice, group, moment, text, whole
from tracktwo.locale import english

START = moment("start", english("Start"))
END = moment("end", english("End"))
AREAS = area("areas", english("Area")).repeated
AREA_NAME = text("area_name", english("Name of the area"))
DESIGNATION = text("designation", english("Designation"))
STATES = text("states", english("States involved")).repeated
FORMATIONS = group(
    "formations",
    english("Formation"),
    [
        text("type", english("Type")).required,
        whole("number", english("Number"), least=1).required,
        text("name", english("Name")),
    ],
).repeated
EQUIPMENT = group(
    "equipment",
    english("Equipment"),
    [
        text("type", english("Type")).required,
        whole("number", english("Number")).required,
    ],
).repeated
SHA256 = text(
    "sha256", english("SHA-256 of the file"), pattern=r"[0-9a-f]{64}", such_as=64 * "0"
).required
EVIDENCE = group(
    "evidence",
    english("Evidence, held by the originator"),
    [
        choice(
            "medium",
            english("Medium"),
            {
                "photograph": english("photograph"),
                "video": english("video"),
                "audio": english("sound recording"),
                "radar": english("radar plot"),
                "track": english("record of the track"),
                "logbook": english("logbook"),
            },
        ).required,
        SHA256,
    ],
).repeated
SPOKEN = {
    "en": english("English"),
    "zh": english("Chinese"),
    "fr": english("French"),
}


def languages(name: str, label: str) -> FieldSpec:
    """Languages to speak in."""
    return choice(name, label, SPOKEN).repeated
