"""A text in the editor of the reviewer's choice, outside the program."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from verifier.model.errors import BadInput

USUAL = ("nano", "vim", "vi")
"""Editors that are looked for where neither VISUAL nor EDITOR names one."""


def edited(text: str) -> str:
    """`text` as the editor gave it back, without the newline that editors put at the end.

    It lies in a folder of its own meanwhile, which only its owner can read and which is removed
    with everything that the editor left there. Raises BadInput where there is no editor, where it
    fails, or where what it wrote is no text in UTF-8.
    """
    command = editor_command()
    with tempfile.TemporaryDirectory(prefix="verifier-") as folder:
        file = Path(folder, "text.txt")
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(text.encode("utf-8", "surrogatepass"))
        _run([*command, str(file)])
        try:
            written = file.read_bytes().decode("utf-8")
        except FileNotFoundError as error:
            raise BadInput(f"{command[0]} left no file; the text is as it was.") from error
        except UnicodeDecodeError as error:
            raise BadInput(
                f"{command[0]} did not write UTF-8 (byte {error.start}); the text is as it was."
            ) from error
    return written.replace("\r\n", "\n").removesuffix("\n")


def editor_command() -> list[str]:
    """The editor with its options: `VISUAL`, `EDITOR`, else one that is usual; raises BadInput."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(named)
    except ValueError as error:
        raise BadInput(f"VISUAL or EDITOR names no command: {named} ({error}).") from error
    if words:
        return words
    found = next((name for name in USUAL if shutil.which(name)), None)
    if found is None:
        raise BadInput("There is no editor: set VISUAL or EDITOR to the name of one.")
    return [found]


def _run(command: list[str]) -> None:
    try:
        code = subprocess.run(command, check=False).returncode
    except OSError as error:
        raise BadInput(
            f"The editor {command[0]} cannot be started ({error.strerror}); set VISUAL or EDITOR. "
            "The text is as it was."
        ) from error
    if code:
        raise BadInput(f"The editor {command[0]} ended with code {code}; the text is as it was.")
