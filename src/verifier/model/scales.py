"""The lists of values of the field, each with its word, its key, its sign and its definition.

A stance, a verdict or a kind is added here and nowhere else by hand: keys on the screen, words of
the commands, the help and the report's section on method are read from these tables.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Meaning:
    """How one value of a scale is typed, drawn and explained.

    `key` is the key that sets it on the review screen, `sign` the one-cell symbol that stands for
    it beside its word, `definition` the sentence that the help and the report print.
    """

    key: str
    sign: str
    definition: str


class Aspect(StrEnum):
    """Which of the two questions about a claim a stance or a verdict answers."""

    ATTRIBUTION = "attribution"
    SUBSTANCE = "substance"


class StanceCode(StrEnum):
    """What one source does with one claim. *Silent* was looked for; *not looked* has no stance."""

    ASSERTS = "asserts"
    ECHOES = "echoes"
    PARTLY = "partly"
    CONTRADICTS = "contradicts"
    INCONCLUSIVE = "inconclusive"
    SILENT = "silent"

    @property
    def meaning(self) -> Meaning:
        """Key, sign and definition of this stance."""
        return STANCES[self]


STANCES: dict[StanceCode, Meaning] = {
    StanceCode.ASSERTS: Meaning("a", "a", "states this claim itself, all parts of it"),
    StanceCode.ECHOES: Meaning("e", "e", "repeats it from another source: adds no origin"),
    StanceCode.PARTLY: Meaning("p", "p", "states a weaker, narrower or overlapping thing"),
    StanceCode.CONTRADICTS: Meaning("x", "x", "states something that cannot hold together with it"),
    StanceCode.INCONCLUSIVE: Meaning("i", "i", "addresses it, but cannot be read either way"),
    StanceCode.SILENT: Meaning("s", "s", "looked in this source: nothing on it"),
}


class SubstanceVerdict(StrEnum):
    """Is it so? *Unchecked* is the default and never the same as *unverified*."""

    UNCHECKED = "unchecked"
    CONFIRMED = "confirmed"
    SUPPORTED = "supported"
    ATTRIBUTED_ONLY = "attributed-only"
    MISSTATED = "misstated"
    DISPUTED = "disputed"
    REFUTED = "refuted"
    UNVERIFIED = "unverified"
    NOT_CHECKABLE = "not-checkable"

    @property
    def meaning(self) -> Meaning:
        """Digit, sign and definition of this verdict."""
        return SUBSTANCE_VERDICTS[self]

    @property
    def digit(self) -> int:
        """The digit that the JSON form and the review screen use, 0 to 8."""
        return int(self.meaning.key)


SUBSTANCE_VERDICTS: dict[SubstanceVerdict, Meaning] = {
    SubstanceVerdict.UNCHECKED: Meaning("0", "·", "not looked at yet"),
    SubstanceVerdict.CONFIRMED: Meaning(
        "1",
        "✓",
        "the record of the event itself was seen, or two independent origins of two parties say "
        "it; every part as worded; nothing of equal grade against it",
    ),
    SubstanceVerdict.SUPPORTED: Meaning(
        "2",
        "+",
        "one credible origin other than the claimant, or several of one side; nothing against it",
    ),
    SubstanceVerdict.ATTRIBUTED_ONLY: Meaning(
        "3",
        "③",
        "said as reported, but single-origin, echo-only, interested or anonymous: print it only "
        "with the attribution",
    ),
    SubstanceVerdict.MISSTATED: Meaning(
        "4",
        "~",
        "the core holds, but a word, number, bound, date, place or name does not; needs a "
        "replacement text",
    ),
    SubstanceVerdict.DISPUTED: Meaning("5", "⇄", "credible sources of comparable grade disagree"),
    SubstanceVerdict.REFUTED: Meaning("6", "✗", "better evidence shows that it is wrong"),
    SubstanceVerdict.UNVERIFIED: Meaning(
        "7", "?", "searched, and nothing sufficient was found either way"
    ),
    SubstanceVerdict.NOT_CHECKABLE: Meaning(
        "8", "○", "opinion, forecast or taste: only whether it was said is checked"
    ),
}


class AttributionVerdict(StrEnum):
    """Did the speaker say it? Apart from whether it is so."""

    EXACT = "exact"
    FAIR = "fair"
    TRANSLATED = "translated"
    DRIFTED = "drifted"
    MISATTRIBUTED = "misattributed"
    NOT_LOCATED = "not-located"

    @property
    def meaning(self) -> Meaning:
        """Digit after `v`, sign and definition of this verdict."""
        return ATTRIBUTION_VERDICTS[self]


ATTRIBUTION_VERDICTS: dict[AttributionVerdict, Meaning] = {
    AttributionVerdict.EXACT: Meaning("1", "=", "said in exactly these words"),
    AttributionVerdict.FAIR: Meaning("2", "≈", "a fair paraphrase of what was said"),
    AttributionVerdict.TRANSLATED: Meaning(
        "3", "↔", "said in another language; variant wordings exist"
    ),
    AttributionVerdict.DRIFTED: Meaning("4", "≠", "stronger, weaker or trimmed"),
    AttributionVerdict.MISATTRIBUTED: Meaning("5", "✗", "somebody else said it, or nobody"),
    AttributionVerdict.NOT_LOCATED: Meaning("6", "?", "no record of the statement was found"),
}


class Confidence(StrEnum):
    """How sure the reviewer is of a verdict (ICD 203)."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Basis(StrEnum):
    """Where a stance was read: in the story, or in the source's own document."""

    STORY = "the story says so"
    DOCUMENT = "seen in the source's own document"


class ClaimType(StrEnum):
    """What kind of detail makes a claim checkable."""

    QUOTE = "quote"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    EVENT = "event"
    IDENTITY = "identity"


class Checkability(StrEnum):
    """What of a claim can be checked. *Statement-only*: only whether it was said."""

    FACTUAL = "factual"
    STATEMENT_ONLY = "statement-only"
    OPINION = "opinion"
    FORECAST = "forecast"


class Weight(StrEnum):
    """How much of the story stands on a claim."""

    LOAD_BEARING = "load-bearing"
    SUPPORTING = "supporting"
    INCIDENTAL = "incidental"


class ClaimState(StrEnum):
    """Whether a claim counts. A dismissed claim keeps its label, and its reason is printed."""

    ACTIVE = "active"
    DISMISSED = "dismissed"


class AttributionMode(StrEnum):
    """How the story gives the words of a speaker."""

    DIRECT_QUOTE = "direct-quote"
    QUOTE_FRAGMENT = "quote-fragment"
    PARAPHRASE = "paraphrase"
    IMPLICIT = "implicit"
    AGENTLESS = "agentless"
    HEARSAY = "hearsay"
    NONE = "none"


class Force(StrEnum):
    """What the speaker does with the statement, by the cue's own word."""

    STATES = "states"
    ESTIMATES = "estimates"
    CLAIMS = "claims"
    ACKNOWLEDGES = "acknowledges"
    DENIES = "denies"
    WARNS = "warns"
    ECHOES = "echoes"


class FacetType(StrEnum):
    """The kinds of checkable detail that are read and compared."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    NAME = "name"
    QUOTE = "quote"
    NEGATION = "negation"
    MODALITY = "modality"


class ComparisonResult(StrEnum):
    """What a passage says about one detail of a claim. It is never a verdict."""

    SAME = "same"
    COMPATIBLE = "compatible"
    DIFFERS = "differs"
    NOT_IN_EVIDENCE = "not in evidence"

    @property
    def meaning(self) -> Meaning:
        """Sign and definition of this result; it is computed, so no key sets it."""
        return COMPARISON_RESULTS[self]


COMPARISON_RESULTS: dict[ComparisonResult, Meaning] = {
    ComparisonResult.SAME: Meaning("", "=", "the passage gives the same detail"),
    ComparisonResult.COMPATIBLE: Meaning(
        "", "≈", "the passage gives a detail that can hold together with it: wider, narrower, "
        "spelt or worded otherwise"
    ),
    ComparisonResult.DIFFERS: Meaning(
        "", "≠", "the passage gives another number, bound, date, place, name or wording for it"
    ),
    ComparisonResult.NOT_IN_EVIDENCE: Meaning("", "?", "the passage has nothing on this detail"),
}  # fmt: skip


class Fidelity(StrEnum):
    """How words that a claim gives as said stand to the words of a passage."""

    EXACT = "exact"
    TRIMMED = "trimmed"
    VARIANT = "variant"
    TRANSLATED = "variant translation"
    STRONGER = "stronger"
    WEAKER = "weaker"
    CHANGED = "changed"
    NOT_LOCATED = "not located"


class DiffKind(StrEnum):
    """What happened to a stretch of words between a passage and a claim."""

    EQUAL = "equal"
    VARIANT = "variant"
    REPLACED = "replaced"
    ADDED = "added"
    LEFT_OUT = "left out"


class SourceKind(StrEnum):
    """What a source is."""

    OFFICIAL = "official"
    MILITARY = "military"
    ANALYST = "analyst"
    MEDIA = "media"
    BLOGGER = "blogger"
    EYEWITNESS = "eyewitness"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


class DependencyKind(StrEnum):
    """How one source rests on another."""

    ECHOES = "echoes"
    CITES = "cites"
    QUOTES = "quotes"
    TRANSLATES = "translates"
    SYNDICATES = "syndicates"
    SAME_RECORD = "same-record"
    NEAR_IDENTICAL = "near-identical-text"


class DependencyScope(StrEnum):
    """How far an edge reaches."""

    CLAIM = "claim"
    PARAGRAPH = "paragraph"
    STORY = "story"


class DependencyState(StrEnum):
    """*Suspected* was read from weak words, *proposed* from clear ones; a person decides."""

    SUSPECTED = "suspected"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class StructuralStatus(StrEnum):
    """What the story itself makes of a claim, before any outside evidence; the first that fits."""

    SUBJECT_ONLY = "subject-only"
    CONFLICTED = "conflicted"
    UNNAMED_SOURCE = "unnamed-source"
    ADVERSARIALLY_CORROBORATED = "adversarially-corroborated"
    CROSS_PARTY = "cross-party"
    SAME_SIDE = "same-side"
    DEPENDENCE_SUSPECTED = "dependence-suspected"
    ECHO_ONLY = "echo-only"
    PARTIAL_SUPPORT_ONLY = "partial-support-only"
    SINGLE_ORIGIN = "single-origin"
    UNATTRIBUTED = "unattributed"

    @property
    def definition(self) -> str:
        """When a claim has this status."""
        return STRUCTURAL_STATUSES[self]


STRUCTURAL_STATUSES: dict[StructuralStatus, str] = {
    StructuralStatus.SUBJECT_ONLY: "about a source itself or its act of speaking: its own record "
    "decides",
    StructuralStatus.CONFLICTED: "a source that the story cites contradicts it",
    StructuralStatus.UNNAMED_SOURCE: "attributed only to unnamed or collective sources",
    StructuralStatus.ADVERSARIALLY_CORROBORATED: "asserted by origins of parties that oppose each "
    "other",
    StructuralStatus.CROSS_PARTY: "asserted, and at least partly supported by an origin of another "
    "party",
    StructuralStatus.SAME_SIDE: "two origins or more, all of one party",
    StructuralStatus.DEPENDENCE_SUSPECTED: "all support beyond the first origin hangs on a "
    "suspected dependency",
    StructuralStatus.ECHO_ONLY: "two sources or more, but one origin",
    StructuralStatus.PARTIAL_SUPPORT_ONLY: "nobody asserts it, someone partly does",
    StructuralStatus.SINGLE_ORIGIN: "one source, one origin",
    StructuralStatus.UNATTRIBUTED: "the narrator's own statement: nobody is named",
}


class ConflictKind(StrEnum):
    """In what two places of one story cannot hold together."""

    PLACE = "place"
    NUMBER = "number"
    DATE = "date"
    SCOPE = "scope"
    NAME = "name"
    HEADLINE = "headline"
    HEDGE = "hedge"


class Addressee(StrEnum):
    """Whom a question is put to."""

    AUTHOR = "author"
    SOURCE = "source"
    CHECKER = "checker"


class QuestionState(StrEnum):
    """Whether a question waits for its answer."""

    OPEN = "open"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


class Reliability(StrEnum):
    """The letter of the Admiralty code; it sits on the source. F: cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class RecordKind(StrEnum):
    """What an evidence item records: the event, the statement about it, or somebody's report."""

    OF_EVENT = "of-event"
    OF_STATEMENT = "of-statement"
    REPORT = "report"


class Medium(StrEnum):
    """The format that a story or an evidence item was read from."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    MAIL = "eml"
    WEB_ARCHIVE = "mhtml"
    TELEGRAM = "telegram"
    IMAGE = "image"
    TABLE = "csv"
    WORKBOOK = "xlsx"
    UNREAD = "unread"


class PlaceKind(StrEnum):
    """What a stretch of a document's text was in the file: how a citation names its place."""

    PAGE = "page"
    ROW = "row"
    MESSAGE = "message"
    CAPTION = "caption"


class CaptureState(StrEnum):
    """Whether the item's bytes are here.

    *Failed*: what was given or answered could not be taken, and the item's `problem` says why.
    *Unreachable*: no answer came from its address.
    """

    OK = "ok"
    FAILED = "failed"
    UNREACHABLE = "unreachable"
    WITHDRAWN = "withdrawn"


class Exclusion(StrEnum):
    """Why a part of the text carries no claim: page furniture first, then sentences of the body."""

    MASTHEAD = "masthead"
    NAVIGATION = "navigation"
    WEATHER = "weather"
    CRAWL_DATE = "crawl-date"
    PLACE_LINE = "place-line"
    BYLINE = "byline"
    CONTACT = "contact"
    CREDIT = "credit"
    DATELINE = "dateline"
    ADVERTISEMENT = "advertisement"
    NOTICE = "notice"
    MARKUP = "markup"
    QUESTION = "question"
    TRANSITION = "transition"
    SCENE_SETTING = "scene-setting"
    OPINION = "opinion"


FURNITURE: frozenset[Exclusion] = frozenset(
    {
        Exclusion.MASTHEAD,
        Exclusion.NAVIGATION,
        Exclusion.WEATHER,
        Exclusion.CRAWL_DATE,
        Exclusion.PLACE_LINE,
        Exclusion.BYLINE,
        Exclusion.CONTACT,
        Exclusion.CREDIT,
        Exclusion.DATELINE,
        Exclusion.ADVERTISEMENT,
        Exclusion.NOTICE,
        Exclusion.MARKUP,
    }
)
"""The exclusions that are page furniture; the others are sentences of the body."""


RELIABILITIES: dict[Reliability, str] = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "reliability cannot be judged",
}
"""The letters of the Admiralty code (NATO AJP-2.1), which sit on the source."""

CREDIBILITIES: dict[int, str] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
"""The digits of the Admiralty code, which sit on the stance."""
