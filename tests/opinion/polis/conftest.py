import pytest

from tests.opinion.polis.blobs import BLOBS, load_blob


@pytest.fixture(scope="session", params=BLOBS)
def blob(request, reference):
    """Each of Polis's three results in turn."""
    return load_blob(reference(f"polis_math/{request.param}"))
