"""How the screen looks, as the user set it: a TOML file in the configuration folder.

theme = "light"
"""

from collections.abc import Sequence
from pathlib import Path

from verifier.model.errors import BadInput
from verifier.settings.places import folders

SCREEN_FILE = "screen.toml"
"""The file in the configuration folder (see `verifier where`)."""


def screen_file() -> Path:
    """Where the file is, or would be."""
    return folders().configuration / SCREEN_FILE


def theme_chosen(given: str | None, known: Sequence[str]) -> tuple[str | None, tuple[str, ...]]:
    """The theme that was given, else that of the file, and remarks on what the file cannot say.

    None where nobody chose one. Raises BadInput for a given theme that is none of `known`.
    """
    if given is not None:
        if given not in known:
            raise BadInput(f"There is no theme {given}; the themes are {', '.join(known)}.")
        return given, ()
    path = screen_file()
    if not path.exists():
        return None, ()  # before the first paint: nothing is loaded for a file that is not there
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return None, (f"{path} is not read: {error}. The theme is the usual one.",)
    theme = table.get("theme")
    unknown = [name for name in table if name != "theme"]
    remarks = tuple(f"{path.name}: there is no setting {name}; there is theme." for name in unknown)
    if theme is None or theme in known:
        return theme, remarks
    return None, (
        *remarks,
        f"{path.name}: there is no theme {theme}; the themes are {', '.join(known)}.",
    )
