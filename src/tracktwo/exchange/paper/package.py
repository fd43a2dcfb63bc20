"""The parts of a DOCX put together: the same parts give the same bytes, and nothing says who or when."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import Final

HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)


def content_types(
    kinds: Mapping[str, str], *, others: Mapping[str, str] | None = None, pictures: bool = False
) -> str:
    """The part that says what each part of `word/` is; `others` are parts elsewhere, by full type."""
    named = {f"/word/{one}.xml": f"{_TYPES}.{kind}+xml" for one, kind in kinds.items()}
    overrides = "".join(
        f'<Override PartName="{one}" ContentType="{kind}"/>'
        for one, kind in (named | dict(others or {})).items()
    )
    png = '<Default Extension="png" ContentType="image/png"/>' if pictures else ""
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{png}{overrides}</Types>'
    )


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """What a part points to: by key, the kind of relation and the part."""
    told = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{one}"/>'
        for key, (kind, one) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def office(*names: str) -> dict[str, tuple[str, str]]:
    """Relations of the document to parts beside it, keyed rId1, rId2 and so on in their order.

    >>> office("styles.xml", "footer1.xml")["rId2"][1]
    'footer1.xml'
    """
    kinds = (one.partition(".")[0].rstrip("0123456789") for one in names)
    pairs = zip(kinds, names, strict=True)
    return {f"rId{n}": (f"{RELATIONS}/{kind}", one) for n, (kind, one) in enumerate(pairs, 1)}


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive whose entries carry the earliest date there is, and no system's own marks."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, raw in _raw(parts):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 0
            is_packed = name.endswith(".png")
            entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, raw)
    return made.getvalue()


def _raw(parts: Mapping[str, str | bytes]) -> Iterable[tuple[str, bytes]]:
    for name, part in parts.items():
        yield name, part if isinstance(part, bytes) else (HEAD + part).encode()
