"""The XML of a Word document, heard once: its words, and what was changed with tracking on."""

from typing import NamedTuple

from verifier.reading.safe_xml import Listener

_TRACKED = {"ins": "inserted", "del": "deleted", "moveFrom": "moved away", "moveTo": "moved here"}
_GONE = frozenset(("del", "moveFrom"))


class Revision(NamedTuple):
    """A tracked change: what was done, by whom and when as the file says, and the words."""

    what: str
    author: str
    day: str
    words: str


class WordPart(Listener):
    """One part's paragraphs, without deleted words, and its tracked changes."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.paragraphs: list[str] = []
        self.revisions: list[Revision] = []
        self._words: list[str] = []
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        self._hears = False

    def opens(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        if tag in _TRACKED:
            self._open.append((tag, attributes, []))
        elif tag in ("t", "delText"):
            self._hears = True
        elif tag in ("tab", "br", "cr"):
            self._take(" ")

    def closes(self, tag: str) -> None:
        """An element closes."""
        if tag in ("t", "delText"):
            self._hears = False
        elif tag == "p":
            self.paragraphs.append("".join(self._words))
            self._words = []
        elif tag in _TRACKED and self._open:
            self._close()

    def characters(self, content: str) -> None:
        """Words."""
        if self._hears:
            self._take(content)

    def _take(self, words: str) -> None:
        if self._open:
            self._open[-1][2].append(words)
        if not any(tag in _GONE for tag, _, _ in self._open):
            self._words.append(words)

    def _close(self) -> None:
        tag, said, words = self._open.pop()
        text = " ".join("".join(words).split())
        if text:
            author, day = said.get("author", ""), said.get("date", "")[:10]
            self.revisions.append(Revision(_TRACKED[tag], author, day, text))


class Fields(Listener):
    """The text of each element of a flat part, by its name; the last one of a name counts."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.texts: dict[str, str] = {}
        self._words: list[str] = []

    def opens(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        self._words = []

    def characters(self, content: str) -> None:
        """Words."""
        self._words.append(content)

    def closes(self, tag: str) -> None:
        """An element closes."""
        self.texts[tag] = " ".join("".join(self._words).split())
