"""By what two nodes know each other on the wire: a certificate each, signed by nobody but its owner.

There is no authority that both sides would trust. Each is told the other's certificate and takes that
one alone: whoever cannot show it does not get as far as a request. Who may speak for an office is
settled behind that, by the key in the parcel.
"""

import datetime as dt
import ssl
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

YEARS = 20
"""Certificates are exchanged by people: they do not run out unnoticed at night."""


@dataclass(frozen=True, repr=False)
class Identity:
    """A certificate and its secret, as PEM."""

    certificate: bytes
    secret: bytes


def make_identity(office: str, *, now: dt.datetime) -> Identity:
    """A new certificate for an office. It is valid from a day before: clocks differ."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, office)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=2))
        .not_valid_after(now + dt.timedelta(days=365 * YEARS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Identity(
        certificate.public_bytes(Encoding.PEM),
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    )


def valid_until(pem: str) -> dt.datetime:
    """When a certificate runs out."""
    return x509.load_pem_x509_certificate(pem.encode()).not_valid_after_utc


def is_certificate(pem: str) -> bool:
    """Whether a text is one certificate."""
    try:
        return len(x509.load_pem_x509_certificates(pem.encode())) == 1
    except ValueError:
        return False


def client_context(own: Identity, peer: str) -> ssl.SSLContext:
    """For asking: shows one's own certificate, and takes the other's and no other."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False  # the certificate itself is compared: addresses may change
    return _pinned(context, own, [peer])


def server_context(own: Identity, peers: list[str]) -> ssl.SSLContext:
    """For answering: nobody without one of these certificates gets through."""
    return _pinned(ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), own, peers)


def _pinned(context: ssl.SSLContext, own: Identity, peers: list[str]) -> ssl.SSLContext:
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(cadata="\n".join(peers))
    with tempfile.TemporaryDirectory() as folder:  # Python reads a key from a file alone
        file = Path(folder) / "own.pem"
        file.touch(mode=0o600)
        file.write_bytes(own.certificate + own.secret)
        context.load_cert_chain(file)
    return context
