"""The sources that a newsroom knows by name: the program's own, and those of its `sources.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.model.errors import BadInput
from verifier.settings.places import folders

if TYPE_CHECKING:
    from verifier.claims.known_sources import Known

SOURCES_FILE = "sources.toml"
"""The file in the configuration folder (see `verifier where`); its form is in docs/sources.md."""


def known_here() -> tuple[Known, ...]:
    """The program's own sources, extended and overridden by the newsroom's file if there is one.

    Raises BadInput that names the file, the entry and what is wrong with it.
    """
    from verifier.claims.known_sources import known_sources, sources_in

    file = folders().configuration / SOURCES_FILE
    try:
        written = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return known_sources()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(
            f"{file} cannot be read as text in UTF-8 ({error}). Correct it, or move it away."
        ) from error
    return sources_in(written, str(file), known_sources())
