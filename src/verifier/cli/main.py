"""The command `verifier`: parse, run one command, turn errors into sentences and exit codes."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from verifier import __version__
from verifier.cli.commands import COMMANDS
from verifier.cli.options import add_globals, add_theme

OUR_FAULT = 70
"""The exit code of a fault of the program's own (EX_SOFTWARE of sysexits.h)."""

INTERRUPTED = 130

EPILOG = """\
Begin with `verifier demo`, or with `verifier import story.txt` and `verifier review`.
STORY is a slug, an unambiguous beginning of one, or . for the story last used.
"""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence and where to look."""

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and how to see the usage, and exit with 2."""
        from verifier.language.display import display_line

        self.exit(2, f"verifier: {display_line(message)}. See `{self.prog} --help`.\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code: 0 done, 1 findings, 2 wrong use or input, 70 our fault.

    `--help`, `--version` and wrong usage raise SystemExit, as argparse does.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    options = _parser(arguments).parse_args(arguments)
    command = COMMANDS[options.command].module if options.command else "library"
    module = importlib.import_module(f"verifier.cli.commands.{command}")
    try:
        code = module.run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output went away: that is its right, not an error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        return _failed(error, options.debug)
    return int(code)


def _failed(error: Exception, debug: bool) -> int:
    """Print `error` as a sentence on standard error and give its exit code."""
    from verifier.cli.output import complain
    from verifier.model.errors import VerifierError

    if debug:
        import traceback

        traceback.print_exc()
    if isinstance(error, VerifierError):
        complain(str(error))
        return error.exit_code
    if isinstance(error, OSError) and error.errno is not None:
        where = f"{error.filename}: " if error.filename else "Reading or writing failed: "
        complain(f"{where}{error.strerror}. See to the file or the disk and repeat the command.")
        return VerifierError.exit_code
    complain(
        f"This is a fault of verifier's own ({type(error).__name__}: {error}). Nothing that was "
        "acknowledged is lost. Run the command again with --debug and report what it prints."
    )
    return OUR_FAULT


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser: every command is listed, only the one named in `arguments` has its options."""
    parser = Parser(
        prog="verifier",
        description="The fact-check desk in a terminal.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"verifier {__version__}")
    add_globals(parser, None)
    add_theme(parser, None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for name, command in COMMANDS.items():
        child = commands.add_parser(
            name,
            help=command.says,
            description=command.says.capitalize() + ".",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name in arguments:
            importlib.import_module(f"verifier.cli.commands.{command.module}").register(child)
        add_globals(child)
    parser.set_defaults(debug=False, json=False)
    return parser
