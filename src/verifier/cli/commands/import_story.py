"""`verifier import`: read a story for claims."""

import argparse
from dataclasses import replace

from verifier.cli.common import (
    add_json,
    add_limit,
    day_typed,
    document_of,
    limit_of,
    new_session_of,
    use,
)
from verifier.cli.output import complain, say, say_json
from verifier.cli.url_argument import is_address, story_at
from verifier.desk.checked_before import earlier_claims, earlier_count, earlier_json
from verifier.desk.stories import Counts, StoryDetails, import_story
from verifier.model.event import Json


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", metavar="FILE|URL|-", help="a text, or its address; - for stdin")
    add_limit(parser)
    parser.add_argument("--title", help="the headline, where the file's own is not it")
    parser.add_argument("--outlet", help="who publishes it")
    parser.add_argument("--byline", help="who wrote it")
    parser.add_argument("--dateline", metavar="YYYY-MM-DD", help="the day its dates refer to")
    parser.add_argument("--url", help="where it is published")
    parser.add_argument("--language", metavar="TAG", help="its language, like en or uk")
    add_json(parser)
    parser.epilog = (
        "examples:\n  verifier import story.txt --dateline 2024-12-18\n"
        "  verifier import https://example.org/story"
    )


def run(options: argparse.Namespace) -> int:
    """Import the story and print its slug and counts."""
    details = StoryDetails(
        title=options.title,
        outlet=options.outlet,
        byline=options.byline,
        dateline=day_typed(options.dateline),
        url=options.url,
        language=options.language,
    )
    if is_address(options.file):
        document, details = story_at(options.file, details)
    else:
        document = document_of(options.file, limit_of(options))
    details = replace(details, url=details.url or document.url)
    with new_session_of(options) as session:
        imported = import_story(session, document, details)
        use(session, imported.story)
        before = earlier_claims(session, imported.story)
    slug = imported.story.story.slug
    if options.json:
        earlier = [earlier_json(found) for found in before]
        say_json({"slug": slug, "counts": counts_json(imported.counts), "checked_before": earlier})
    else:
        say(f"{slug}\n{counts_line(imported.counts)}")
        if before:
            say(earlier_count(before))
    for remark in (*document.remarks, *imported.remarks):
        complain(remark)
    return 0


def counts_json(counts: Counts) -> dict[str, Json]:
    """The counts of an import, as scripts read them."""
    return {
        "sentences": counts.sentences,
        "claims": counts.claims,
        "attributions": counts.attributions,
        "sources": counts.sources,
        "excluded": counts.excluded,
    }


def counts_line(counts: Counts) -> str:
    """The counts of an import, as a person reads them."""
    return (
        f"{counts.sentences} sentences, {counts.claims} claims, {counts.attributions} attributions,"
        f" {counts.sources} sources, {counts.excluded} excluded ranges"
    )
