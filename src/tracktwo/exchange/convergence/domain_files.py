"""The one door in for negotiation domains: a file for the issues, and a file a party."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from tracktwo.convergence.outcomes import Domain, Profile
from tracktwo.errors import InputError, OptionError
from tracktwo.exchange.convergence.genius import read_genius_domain, read_genius_profile
from tracktwo.exchange.convergence.negmas import read_negmas_domain, read_negmas_profile

OfDomain = Callable[[Path], Domain]
OfProfile = Callable[[Path, Domain, str], tuple[Profile, list[str]]]
READERS: dict[str, tuple[OfDomain, OfProfile]] = {
    ".xml": (read_genius_domain, read_genius_profile),
    ".json": (read_negmas_domain, read_negmas_profile),
    ".yaml": (read_negmas_domain, read_negmas_profile),
    ".yml": (read_negmas_domain, read_negmas_profile),
}


@dataclass(frozen=True)
class DomainFiles:
    """A domain, a profile a party, and what in the files was not used, in sentences."""

    domain: Domain
    profiles: tuple[Profile, ...]
    notes: tuple[str, ...] = ()


def is_domain_file(path: str | PathLike[str]) -> bool:
    """Whether a path names a file of a kind that domains come in."""
    return Path(path).suffix.lower() in READERS and not Path(path).is_dir()


def read_domain(path: str | PathLike[str], profiles: Sequence[str | PathLike[str]]) -> DomainFiles:
    """A domain of GENIUS (.xml) or negmas (.json, .yml) with its profiles, one a party.

    Parties are called like their files. Raises `InputError` with file and line for what cannot be
    read, and `OptionError` where there are fewer than two profiles.
    """
    files = [Path(one) for one in profiles]
    names = [file.stem for file in files]
    if len(files) < 2:
        raise OptionError("a domain needs the profiles of two parties or more")
    if len(set(names)) < len(names):
        raise OptionError("two profiles have files of the same name; parties are called like them")
    domain = _reader(Path(path))[0](Path(path))
    read = [_reader(file)[1](file, domain, name) for file, name in zip(files, names, strict=True)]
    notes = tuple(note for _, told in read for note in told)
    return DomainFiles(domain, tuple(profile for profile, _ in read), notes)


def _reader(path: Path) -> tuple[OfDomain, OfProfile]:
    found = READERS.get(path.suffix.lower())
    if found is None:
        message = "this kind of file is not read; give .xml of GENIUS, or .json or .yml of negmas"
        raise InputError(message, file=path)
    return found
