"""The words by which English news prose says that somebody said, thought, wants or judges.

Each verb stands under what it may take after it: a clause or a quotation, an infinitive, an object,
or a preposition with an object. The lists are data; the rules that use them are in `rules`.
"""

from enum import Enum
from functools import cache
from typing import NamedTuple

from verifier.language.verbs import forms
from verifier.language.wordlists import word_list, word_set
from verifier.model.scales import Force


class CueKind(Enum):
    """What a cue says of the speaker's act."""

    SAID = "said"
    THOUGHT = "thought"
    INTENDED = "intended"
    JUDGED = "judged"
    HEARSAY = "hearsay"
    NAMED = "named"


SAYING = word_list("""
    say tell add note state claim report announce write argue explain acknowledge warn insist
    reply respond continue conclude declare suggest stress emphasize tweet post testify allege
    assert contend maintain estimate predict reveal disclose recall admit concede confirm deny
    joke quip complain caution observe remark indicate show find read recount reiterate repeat
    retort assure remind inform boast brag lament muse opine proclaim promise pledge vow swear
    specify clarify counter rebut charge exclaim shout yell scream cry whisper mutter murmur
    answer conclude echo elaborate email blog rule demand request propose recommend advise urge
    agree imply hint signal mention forecast anticipate speculate theorize posit reason
    calculate guess theorise summarize relate retweet chant comment concur confess crow deadpan
    fume gush hazard inquire interject joke marvel prophesy protest quote reassure recite
    reflect rejoin scoff sneer snap sniff stipulate thunder underscore utter highlight document
    detail describe depict verify determine establish discover reckon deem judge
    """)
"""Verbs of speech and showing: a clause, a quotation or both may follow or go before."""

THINKING = word_list("""
    think believe know fear hope feel expect suspect understand realize realise doubt worry
    wonder assume consider imagine remember forget learn recognize recognise suppose presume
    regret decide appreciate dream conclude conceive hear fret bet guess figure wish prefer
    trust notice pray pretend
    """)
"""Verbs of thought and feeling with a clause."""

ASKING = word_list("ask wonder question inquire inquire query")
"""Verbs that go before a question, direct or reported."""

TELLING = word_list(
    "tell assure remind inform warn advise ask urge notify persuade convince promise show"
)
"""Verbs that name the hearer before what is said."""

QUESTION_COMPLEMENT = word_set("whether if how what why who when where which")

INTENDING = word_list("""
    want hope plan vow promise pledge refuse decline threaten seek offer agree intend decide
    expect prefer wish aim desire demand ask swear claim propose hesitate volunteer opt
    purport profess pretend yearn vote commit strive request look
    """)
"""Verbs with an infinitive: what the subject means to do."""

JUDGING = word_list("""
    criticize criticise praise condemn support oppose endorse accuse blame call describe
    denounce mock defend reject dismiss urge back cite propose discuss mention question welcome
    deny confirm announce reveal attack slam blast ridicule decry disparage deride applaud laud
    hail champion favour prefer admire fear doubt dispute refute rebut contradict
    disavow repudiate condone acknowledge admit concede recognize recognise stress emphasize
    emphasise underscore note express voice outline detail list recall promise demand
    request seek want predict forecast expect anticipate suggest portray depict
    characterize characterise label brand compare liken lambaste lambast bash rip skewer assail
    castigate chide rebuke scold chastise berate belittle demean vilify insult taunt salute
    commend lament bemoan mourn deplore regret resent dislike tout trumpet
    downplay minimize exaggerate clarify reiterate repeat echo quote paraphrase reference invoke
    offer see say report address name tweet highlight answer
    explain expose thank congratulate remind ignore renew affirm reassure retweet love
    identify express tout
    mock entitle title instruct veto voice view rank illustrate justify liken deem
    post show decry plead object
    approve disapprove divulge assert claim proclaim declare ponder consider weigh
    contemplate imagine envision foresee envisage believe trust distrust mistrust appreciate
    hope credit fault imply insinuate intimate pitch plug warn caution exhort
    implore beg order favor encourage invite challenge savage renounce resist hate enjoy counter
    advocate
       """)
"""Verbs with an object: what the subject speaks of, for or against."""

JUDGING_WITH = {
    "call": ("for", "on", "upon"), "refer": ("to",), "point": ("to", "at", "out"),
    "talk": ("about", "of", "up"), "speak": ("about", "of", "out", "against"),
    "complain": ("about", "of"), "worry": ("about",), "ask": ("for", "about"), "push": ("for",),
    "warn": ("of", "about", "against"), "respond": ("to",), "object": ("to",), "allude": ("to",),
    "apologize": ("for",), "comment": ("on", "about"), "agree": ("with", "on"),
    "disagree": ("with", "on"), "insist": ("on", "upon"), "argue": ("for", "against", "about"),
    "hint": ("at",), "boast": ("of", "about"), "brag": ("about",), "joke": ("about",),
    "rail": ("against",), "vote": ("for", "against"),
    "think": ("about", "of"), "hear": ("about", "of"), "dream": ("of",),
    "learn": ("about", "of"), "elaborate": ("on",), "focus": ("on",), "press": ("for",),
    "advocate": ("for",), "root": ("for",), "scoff": ("at",), "sneer": ("at",),
    "testify": ("about", "against", "on"), "write": ("about", "of"), "lash": ("out",),
    "hope": ("for",), "wish": ("for",), "plead": ("for", "with"), "pray": ("for",),
    "side": ("with",), "sympathize": ("with",), "approve": ("of",), "disapprove": ("of",),
    "bet": ("on",), "protest": ("against",), "lobby": ("for", "against"), "wonder": ("about",),
    "see": ("as",), "look": ("for",), "know": ("about", "of", "for"),
    "describe": ("as",), "identify": ("with",), "portray": ("as",), "believe": ("in",),
    "count": ("on",), "lay": ("out",), "rule": ("out",), "decide": ("on",), "explain": ("to",),
    "criticize": ("for",), "blame": ("for",), "praise": ("for",),
    "rip": ("into",), "report": ("on",), "discourse": ("on",),
    "care": ("about",), "say": ("of", "about"), "fret": ("about", "over"),
    "opine": ("on", "about"), "weigh": ("in",), "reflect": ("on",), "touch": ("on",),
}  # fmt: skip
"""Verbs that take their object with a preposition or particle."""

EXPECTED = word_list("""
    expect believe think say report rumor allege consider deem see view regard know
    suspect estimate perceive describe portray accuse blame ask call
    """)
"""Verbs whose passive reports what somebody unnamed says or thinks: `is said to be`."""

SEEMING = ("seem", "appear", "look", "sound")
"""Verbs of how something looks."""

HEARSAY_ADVERBS = word_set("reportedly allegedly apparently supposedly purportedly ostensibly")
"""Adverbs that hand a statement to somebody unnamed."""

FORCES: dict[str, Force] = {}
for _force, _verbs in (
    (Force.ESTIMATES, "estimate predict forecast project calculate reckon guess speculate assess"),
    (Force.CLAIMS, "claim allege assert contend insist maintain boast brag purport argue"),
    (Force.ACKNOWLEDGES, "acknowledge admit concede confess confirm recognize"),
    (Force.DENIES, "deny refute dispute reject rebut dismiss"),
    (Force.WARNS, "warn caution fear threaten worry"),
    (Force.ECHOES, "echo repeat reiterate quote"),
):
    FORCES.update(dict.fromkeys(_verbs.split(), _force))


QUOTING: dict[str, tuple[str, ...]] = {
    "go": ("on",), "shoot": ("back",), "fire": ("back",), "hit": ("back",), "push": ("back",),
    "cut": ("in",), "chime": ("in",), "press": (), "counsel": (), "offer": (), "allow": (),
    "begin": (), "grumble": (), "bellow": (), "roar": (), "mumble": (), "gasp": (), "sigh": (),
    "laugh": (), "smile": (), "growl": (), "plead": (), "tease": (), "drawl": (), "cheer": (),
}  # fmt: skip
"""Verbs that hand on a quotation that goes before them, with the particle that each needs."""


class Cue(NamedTuple):
    """One form of a cue verb: its base, and which of the five forms it is."""

    base: str
    form: int


@cache
def cue_forms() -> dict[str, tuple[Cue, ...]]:
    """Every form of every cue verb: what it can be a form of."""
    listed = {
        *SEEMING,
        *SAYING,
        *THINKING,
        *ASKING,
        *INTENDING,
        *JUDGING,
        *JUDGING_WITH,
        *EXPECTED,
        *QUOTING,
    }
    table: dict[str, dict[str, Cue]] = {}
    for base in sorted(listed):
        for place, form in enumerate(forms(base)):
            table.setdefault(form, {}).setdefault(base, Cue(base, place))
    return {form: tuple(cues.values()) for form, cues in table.items()}
