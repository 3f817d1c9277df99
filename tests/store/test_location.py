"""What a location names, and that a password in it is shown nowhere."""

import traceback

import pytest

from verifier.model.errors import BadInput, StorageFault
from verifier.store import open_store
from verifier.store.engine import open_engine
from verifier.store.location import locate

SECRET = "s3cr%40t-word"
URLS = [
    f"postgresql://anna:{SECRET}@127.0.0.1:1/desk",
    f"postgres://anna@127.0.0.1:1/desk?password={SECRET}",
    f"postgresql+psycopg://anna@127.0.0.1:1/desk?sslpassword={SECRET}",
    f"postgresql://127.0.0.1:1/desk?user=anna&password={SECRET}&connect_timeout=2",
]


def holds_secret(text: str) -> bool:
    return "s3cr" in text


@pytest.mark.parametrize("url", URLS)
def test_a_password_is_shown_nowhere(url: str) -> None:
    place = locate(url)
    engine = open_engine(place)
    shown = [place.shown, repr(place), repr(engine), str(engine.url), repr(place.url)]
    assert not [text for text in shown if holds_secret(text)]
    assert place.shown.startswith("postgresql://")


@pytest.mark.parametrize("url", URLS)
def test_a_server_out_of_reach_is_a_fault_without_the_password(url: str) -> None:
    with pytest.raises(StorageFault, match="cannot be used") as error:
        open_store(url)
    assert not holds_secret("".join(traceback.format_exception(error.value)))


@pytest.mark.parametrize("url", URLS)
def test_the_password_still_reaches_the_server(url: str) -> None:
    assert "s3cr@t-word" in locate(url).secrets.values()


@pytest.mark.parametrize(
    "location", ["mysql://a:s3cret@b/c", "sqlite:///x.db", "postgresql://a:s3cret@b:port/x", "x\0"]
)
def test_what_names_no_database_is_refused(location: str) -> None:
    with pytest.raises(BadInput) as error:
        open_store(location)
    assert not holds_secret("".join(traceback.format_exception(error.value)))
