"""Where verifier's files live: where platformdirs says, or below VERIFIER_HOME."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from verifier.model.errors import BadInput

_SPOILED_URL = re.compile(r"(postgres|mysql|sqlite)[a-z0-9+]*:/(?!/)", re.IGNORECASE)

APPLICATION = "verifier"
DATABASE_NAME = "verifier.db"
DEMO_NAME = "demo.db"
DEMO_FOLDER = "demo"


@dataclass(frozen=True)
class Folders:
    """The folders of one installation. None of them is the folder the command was called in."""

    data: Path
    configuration: Path
    cache: Path


def folders() -> Folders:
    """The folders in force: `VERIFIER_HOME` moves all of them."""
    home = os.environ.get("VERIFIER_HOME")
    if home:
        base = Path(home).expanduser().absolute()
        return Folders(base / "data", base / "configuration", base / "cache")
    return Folders(
        platformdirs.user_data_path(APPLICATION, appauthor=False),
        platformdirs.user_config_path(APPLICATION, appauthor=False),
        platformdirs.user_cache_path(APPLICATION, appauthor=False),
    )


def database_location(given: str | None = None) -> str:
    """The database to open: the one given, else `VERIFIER_DATABASE`, else the user's own.

    A path or a database URL; a path is made absolute. Raises BadInput for a name that is empty, or
    that is a URL with a slash too few, which would become a folder with a password in its name.
    """
    if given is not None and not given.strip():
        raise BadInput("The name of the database is empty; give a path or a URL with --db.")
    location = given or os.environ.get("VERIFIER_DATABASE") or str(folders().data / DATABASE_NAME)
    if _SPOILED_URL.match(location):
        raise BadInput("The database's URL is spoiled; write it like postgresql://HOST/NAME.")
    return location if is_url(location) else str(Path(location).expanduser().absolute())


def is_there(location: str) -> bool:
    """Whether a database's file is there; a server's is asked when it is opened."""
    return is_url(location) or os.path.lexists(location)


def existing_database(given: str | None = None) -> str:
    """As `database_location`, for those who only look: a mistyped name must not make a database.

    Raises BadInput where there is none yet.
    """
    location = database_location(given)
    if not is_there(location):
        raise BadInput(
            f"There is no database at {location} yet. `verifier import FILE` makes one; `verifier "
            "demo` shows a sample in a database of its own."
        )
    return location


def demo_location() -> str:
    """The demonstration's own database, apart from the user's."""
    return str(folders().data / DEMO_FOLDER / DEMO_NAME)


def is_url(location: str) -> bool:
    """Whether a location names a database server and not a file."""
    return "://" in location


def private_folder(folder: Path) -> Path:
    """`folder`, made if missing with those above it, for its owner only; raises OSError."""
    for missing in reversed([item for item in (folder, *folder.parents) if not item.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    return folder


def shipped_folder(name: str) -> Path:
    """A folder that ships with the program: beside the package, or at the root of a checkout.

    A wheel holds it inside the package; an editable install does not see it there. Raises
    FileNotFoundError where it is in neither place.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / name, package.parent.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the folder {name} of the installed program is missing")
