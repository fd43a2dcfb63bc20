"""The record: what each party did, in a log that only it can write and everybody can check.

One append-only, hash-chained log a party, canonical JSON (RFC 8785), Ed25519 (RFC 8032). A joint act,
such as adopting a text, is the same body signed in the log of each party. Copies are united by
whoever has two of them; no server is needed for it and none is trusted.
"""

from tracktwo.record.canonical import Json, canonical, read_canonical
from tracktwo.record.chain import Chain, ChainVerification, verify_chain
from tracktwo.record.entry import (
    Draft,
    Entry,
    body_hash,
    draft_bytes,
    entry_bytes,
    is_signed,
    read_draft,
    read_entry,
    sealed,
    unsigned,
)
from tracktwo.record.head import Head, head_of, party_of
from tracktwo.record.joint import JOINT_KINDS, JointAct, joint_acts
from tracktwo.record.keys import (
    SigningKey,
    fingerprint,
    public_bytes,
    read_key,
    verifies,
    write_key,
)
from tracktwo.record.lines import write_entries, write_record
from tracktwo.record.log import Log, append, drafted
from tracktwo.record.signed_texts import signed_texts
from tracktwo.record.tail import KEY_CHANGED, LOG_REPLACES, Tail, followed, replaced
from tracktwo.record.union import Fork, fork_between, forks, received, since, union, united
from tracktwo.record.verify import Problem, Verification, read_record, verify
from tracktwo.record.words import problem_sentence

__all__ = [
    "JOINT_KINDS",
    "KEY_CHANGED",
    "LOG_REPLACES",
    "Chain",
    "ChainVerification",
    "Draft",
    "Entry",
    "Fork",
    "Head",
    "JointAct",
    "Json",
    "Log",
    "Problem",
    "SigningKey",
    "Tail",
    "Verification",
    "append",
    "body_hash",
    "canonical",
    "draft_bytes",
    "drafted",
    "entry_bytes",
    "fingerprint",
    "followed",
    "fork_between",
    "forks",
    "head_of",
    "is_signed",
    "joint_acts",
    "party_of",
    "problem_sentence",
    "public_bytes",
    "read_canonical",
    "read_draft",
    "read_entry",
    "read_key",
    "read_record",
    "received",
    "replaced",
    "sealed",
    "signed_texts",
    "since",
    "union",
    "united",
    "unsigned",
    "verifies",
    "verify",
    "verify_chain",
    "write_entries",
    "write_key",
    "write_record",
]
