"""The commands, each in a file of its own; only the one that was named is imported."""

from typing import NamedTuple


class Command(NamedTuple):
    """A command's module in this folder, and its line in the overview."""

    module: str
    says: str


COMMANDS: dict[str, Command] = {
    "demo": Command("demo", "open the sample story in a database of its own"),
    "import": Command("import_story", "read a story for claims"),
    "stories": Command("stories", "list the stories with their progress"),
    "show": Command("show", "summarise a story, or explain one claim"),
    "claims": Command("claims", "list the claims of a story"),
    "claim": Command("claim", "add, correct, dismiss, split, merge or note a claim"),
    "attributions": Command("attributions", "read who says what in a text or a folder of texts"),
    "reread": Command("reread", "propose the claims again with today's rules"),
    "sources": Command("sources", "list, add, grade, merge or exchange sources"),
    "evidence": Command("evidence", "add, list, show, withdraw or reread source documents"),
    "compare": Command("compare", "show what a passage says about each detail of a claim"),
    "mark": Command("mark", "record what a source does with a claim"),
    "dependencies": Command("dependencies", "who repeats whom: list, confirm, reject, add"),
    "questions": Command("questions", "ask author, source or checker; print the sheet to send"),
    "verdict": Command("verdict", "record whether a claim is so, and whether it was said"),
    "signoff": Command("signoff", "sign a story off, or see what stands against it"),
    "undo": Command("undo", "take back your latest act on a story"),
    "redo": Command("redo", "bring back what you took back"),
    "log": Command("log", "print the decision log"),
    "review": Command("review", "open the review of a story in the terminal"),
    "report": Command("report", "write the verification report"),
    "check": Command("check", "audit the database"),
    "backup": Command("backup", "copy the database, its journal and its files, verified"),
    "where": Command("where", "print where the files live"),
}
"""Every command that exists, in the order of the overview."""
