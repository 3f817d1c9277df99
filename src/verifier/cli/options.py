"""Options that every command takes, before or after its name."""

import argparse


def add_theme(parser: argparse.ArgumentParser, default: str | None = argparse.SUPPRESS) -> None:
    """Add --theme to a command that opens the screen; `default` as for `add_globals`."""
    parser.add_argument(
        "--theme",
        metavar="NAME",
        default=default,
        help="how the screen looks: dark, light or high-contrast",
    )


def add_globals(parser: argparse.ArgumentParser, default: str | None = argparse.SUPPRESS) -> None:
    """Add --db, --as and --debug; a command's own parser leaves what stood before it alone."""
    group = parser.add_argument_group("on every command")
    group.add_argument("--db", metavar="PATH|URL", default=default, help="the database to use")
    group.add_argument("--as", metavar="NAME", dest="reviewer", default=default, help="who acts")
    group.add_argument(
        "--debug", action="store_true", default=argparse.SUPPRESS, help="show tracebacks"
    )
