"""The line between two offices: what their logs hold of it, and what goes from one node to the other."""

from tracktwo.channel.line.entries import (
    MESSAGE_READ,
    MESSAGE_REFUSED,
    MESSAGE_SENT,
    RECEIVED,
    read_body,
    read_of,
    received_body,
    received_of,
    refused_body,
    refused_of,
)
from tracktwo.channel.line.parcel import Parcel, new_value, read_parcel, write_parcel
from tracktwo.channel.line.traffic import Held, Traffic

__all__ = [
    "MESSAGE_READ",
    "MESSAGE_REFUSED",
    "MESSAGE_SENT",
    "RECEIVED",
    "Held",
    "Parcel",
    "Traffic",
    "new_value",
    "read_body",
    "read_of",
    "read_parcel",
    "received_body",
    "received_of",
    "refused_body",
    "refused_of",
    "write_parcel",
]
