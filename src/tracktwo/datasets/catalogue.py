"""Which public data Tracktwo knows: where they live, on what terms, how to cite them.

Checksums are those of the files as served at the commit in the address. Where none is given, the
file was not at hand when the catalogue was made; `download` then checks what is inside.
"""

from dataclasses import dataclass

from tracktwo.errors import OptionError

_GITHUB = "https://raw.githubusercontent.com"
_UNVOTES = f"{_GITHUB}/dgrtwo/unvotes/7eb7034314ff79c49c9e0785fcd9d216fa04cf14/data"
_IDEAL_POINTS = (
    f"{_GITHUB}/evoeten/United-Nations-General-Assembly-Votes-and-Ideal-Points/"
    "0348475673253b6b9d74b1baac58940bb3b39c39/Output"
)
_POLIS = f"{_GITHUB}/compdemocracy/openData/0bc2ce0f32c673f68da20b57bce15c457aa787b5"


@dataclass(frozen=True)
class RemoteFile:
    """A file on the network: its address, its checksum where known, its name in the data folder."""

    url: str
    sha256: str | None
    name: str


@dataclass(frozen=True)
class Dataset:
    """Public data: what they are, the licence they come under, how to cite them, their files."""

    name: str
    title: str
    licence: str
    cite: str
    files: tuple[RemoteFile, ...]


def _polis(conversation: str, **checksums: str) -> tuple[RemoteFile, ...]:
    names = {key: f"{conversation}/{key.replace('_', '-')}.csv" for key in checksums}
    return tuple(RemoteFile(f"{_POLIS}/{names[key]}", checksums[key], names[key]) for key in names)


UN_ROLL_CALLS = Dataset(
    name="un-roll-calls",
    title="Roll calls of the United Nations General Assembly and ideal points of the states",
    licence="MIT (collection); cite the authors",
    cite=(
        "Bailey, Strezhnev & Voeten 2017, Estimating Dynamic State Preferences from United Nations "
        "Voting Data, Journal of Conflict Resolution 61(2); R package unvotes"
    ),
    files=(
        RemoteFile(f"{_UNVOTES}/un_votes.rda", None, "source/un_votes.rda"),
        RemoteFile(f"{_UNVOTES}/un_roll_calls.rda", None, "source/un_roll_calls.rda"),
        RemoteFile(f"{_UNVOTES}/un_roll_call_issues.rda", None, "source/un_roll_call_issues.rda"),
        RemoteFile(
            f"{_IDEAL_POINTS}/IdealpointestimatesAll_Apr2020.csv", None, "source/ideal_points.csv"
        ),
    ),
)

POLIS_OPEN_DATA = Dataset(
    name="polis-open-data",
    title="Five conversations held on Polis",
    licence="CC BY 4.0",
    cite=(
        "Data was gathered using the Polis software (compdemocracy.org/polis) and is sub-licensed "
        "under CC BY 4.0 with Attribution to The Computational Democracy Project."
    ),
    files=(
        *_polis(
            "american-assembly.bowling-green",
            comments="b5d72fbb1b15d66c624da51849aef3d5691358b6ec646035b9ca41c6b9f936f0",
            participants_votes="63c6e30c36d9f5338516f3a0c77b08e3518c20b707b321e26c54cd6218a2ab4d",
            summary="35cd93ea32bdc0926351ca093de981ef1af9043fc563d837ef082d509cb89141",
        ),
        *_polis(
            "brexit-consensus",
            comments="f9a341a6acadd8277458ed1ec1280508450dcc53f23cfdad9baf92a538bbd74c",
            participants_votes="6b0c991962566a450735362208be1e1459485b57f5e13ba36501f3c8eabea349",
            summary="1ace30cbb65cca8f090e95e06dae15c4c24bd1328f6bc803108b4facc03c7ebf",
            votes="088d3063eb821de6974259ca249887c8b80793d476f16ef502835317e3aeedc4",
        ),
        *_polis(
            "london.youth.policing",
            comments="61bdfdc160b0ff59f28d2823d9ccdd3472823df151ba9963f0035f723f7dcba7",
            participants_votes="b990257294b52d3cc8e93e5ab1468e5a54824e72aada9545377d5bb30dbaa396",
            summary="1b635595cd0ba41f147064f9f09bc6c136aab497cb01425d76e36b96c98ae8e4",
            votes="e3e1262555d7e0ae792c38b1dca94a518d070394969fb0d9fd0b54947b044f4e",
        ),
        *_polis(
            "scoop-hivemind.ubi",
            comments="f47dcf4fde68bd9da3fdff0981e62b6ec5d2673e8e82144fefd4c82ce8953a8e",
            participants_votes="040ede14de517774974f37738b7043cb339cab498b8b11a0be6f2e81ff1be51b",
            summary="8a17c635bc6685625ba8e59fc14eb5abf15e51dc33b040eef42bae05a17fe313",
            votes="594485d8763194cd685fc8bf2c547211b907821e9084fd4f68d8c700e977917d",
        ),
        *_polis(
            "vtaiwan.uberx",
            comments="719de1220b72e1e2e323109a528f2685ce6e2eea006f7d5fa02c607eccbfa2d8",
            participants_votes="09b4e493145b9158efdff4953ee7d438aa1b4a42aae308a0d09cc36ffae956f0",
            summary="7ea950e1f02a20be471a89628bf90fdd54a32edb3e5578195283a6d8934eb688",
            votes="f54acbaeb412ae8609a9b6e12851990906d82c4155aa92d86a529228e385a5ce",
        ),
    ),
)

CATALOGUE = (UN_ROLL_CALLS, POLIS_OPEN_DATA)


def dataset(name: str) -> Dataset:
    """The data set of a name; `OptionError` where there is none.

    >>> dataset("un-roll-calls").licence
    'MIT (collection); cite the authors'
    """
    for one in CATALOGUE:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in CATALOGUE)
    raise OptionError(f"there is no data set {name!r}; known are {known}")
