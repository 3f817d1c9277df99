"""Where a database is: a file with its folder beside it, or a PostgreSQL server."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from verifier.model.errors import BadInput

HIDDEN = "***"
"""What stands for a secret wherever a location is shown."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://")
_POSTGRES = {"postgresql", "postgres", "postgresql+psycopg"}


@dataclass(frozen=True)
class Paths:
    """The files of a database; None for what it does not have. A server has no database file."""

    database: Path | None
    journal: Path | None
    bytes: Path | None


@dataclass(frozen=True)
class Location:
    """A database to open. `shown` is safe to print; `secrets` must not be."""

    shown: str
    url: URL
    paths: Paths
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def is_file(self) -> bool:
        """Whether the database is a SQLite file."""
        return self.paths.database is not None

    @property
    def file(self) -> Path:
        """The SQLite file; only where `is_file`."""
        if self.paths.database is None:
            raise BadInput(f"{self.shown} is a server, not a file.")
        return self.paths.database


def locate(location: str, files: Path | None = None) -> Location:
    """The database that a path or a URL names; `files` is the folder of a server's journal.

    Raises BadInput for a URL that is not PostgreSQL's, without repeating its password.
    """
    if _SCHEME.match(location):
        return _server(location, files)
    if "\0" in location or not location:
        raise BadInput("The name of the database is empty or holds a NUL; give a path or a URL.")
    try:
        path = Path(location).expanduser().resolve()
    except (OSError, RuntimeError) as error:
        raise BadInput(f"The database {location} cannot be reached: {error}.") from error
    return _file(path, str(Path(location).expanduser().absolute()))


def files_of(database: Path) -> Path:
    """The folder beside a SQLite file that holds its journal and its bytes."""
    return database.with_name(database.name + ".files")


def _file(path: Path, shown: str) -> Location:
    folder = files_of(path)
    return Location(
        shown=shown,
        url=URL.create("sqlite+pysqlite", database=str(path)),
        paths=Paths(path, folder / "journal.jsonl", folder / "bytes"),
    )


def _server(location: str, files: Path | None) -> Location:
    try:
        url = make_url(location)
    except (ArgumentError, ValueError):
        raise BadInput(
            "The database URL cannot be read; it looks like postgresql://user@host/database."
        ) from None
    if url.drivername not in _POSTGRES:
        raise BadInput(
            f"A database of the kind {url.drivername} is not supported; give the path of a file "
            "or a postgresql:// URL."
        )
    url, secrets = _without_secrets(url.set(drivername="postgresql+psycopg"))
    journal = None if files is None else files / "journal.jsonl"
    return Location(_shown(url, secrets), url, Paths(None, journal, None), secrets)


def _without_secrets(url: URL) -> tuple[URL, Mapping[str, str]]:
    """The URL without any password in it, and what was taken out, as arguments of connect.

    SQLAlchemy hides `user:password@` where it prints a URL, but not `?password=`.
    """
    secrets = {
        name: value if isinstance(value, str) else value[-1]
        for name, value in url.query.items()
        if "pass" in name.lower() and name.lower() != "passfile"
    }
    bare = url.difference_update_query(list(secrets))
    if url.password:
        secrets.setdefault("password", str(url.password))
    return bare._replace(password=None), secrets


def _shown(url: URL, secrets: Mapping[str, str]) -> str:
    """The URL as it may be printed, with the place of a password visible."""
    with_mark = url.set(password=HIDDEN) if "password" in secrets else url
    return with_mark.set(drivername="postgresql").render_as_string(hide_password=True)
