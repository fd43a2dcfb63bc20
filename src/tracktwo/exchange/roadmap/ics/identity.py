"""What makes an event of ours the same event again: its UID, and the addresses of offices that have none."""

from uuid import UUID, uuid5

NAMESPACE = UUID("a4cf9a4f-6f3c-5b5b-9d0a-6d1f0e7f6f10")
"""Of the identities that this project makes."""


def uid_of(roadmap: str, meeting: str) -> str:
    """The UID of a meeting: the same for ever, whatever happens to its day, place or name.

    >>> uid_of("nato-china-2022", "naval-2") == uid_of("nato-china-2022", "naval-2")
    True
    """
    return str(uuid5(NAMESPACE, f"meeting {roadmap} {meeting}"))


def address_of(office: str, mailbox: str = "") -> str:
    """Where an office can be written to; a name in the form of an address where it has no mailbox.

    >>> address_of("naval-staff", "desk@here")
    'mailto:desk@here'
    """
    return f"mailto:{mailbox}" if mailbox else f"urn:uuid:{uuid5(NAMESPACE, f'office {office}')}"
