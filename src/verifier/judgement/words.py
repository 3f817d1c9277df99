"""Words that name the same kind of event or thing, for comparing two statements of one story.

Lists of English, written for this purpose; a word that is not here is compared by its beginning.
"""

from collections.abc import Mapping

from verifier.language.wordlists import word_set

EVENTS: Mapping[str, frozenset[str]] = {
    "death": word_set(
        """
        kill kills killed killing die dies died dying dead death deaths slain slay fatal fatally
        fatality fatalities corpse corpses bodies
        """
    ),
    "injury": word_set(
        """
        wound wounds wounded wounding injure injures injured injuring injury injuries hurt
        hospitalized hospitalised
        """
    ),
    "casualty": word_set("casualty casualties"),
    "missing": word_set("missing"),
    "arrest": word_set(
        "arrest arrests arrested arresting detain detains detained detaining apprehended"
    ),
    "evacuation": word_set("evacuate evacuates evacuated evacuating evacuation evacuations"),
    "collapse": word_set("collapse collapses collapsed collapsing"),
    "destruction": word_set("destroy destroys destroyed destroying destruction"),
    "capture": word_set("capture captures captured capturing recapture recaptured recapturing"),
    "resignation": word_set("resign resigns resigned resigning resignation"),
    "conviction": word_set("convict convicts convicted convicting conviction"),
    "acquittal": word_set("acquit acquits acquitted acquitting acquittal"),
}
"""Kinds of events by the words that name them."""

WIDER: Mapping[str, frozenset[str]] = {
    "death": frozenset({"death", "casualty"}),
    "injury": frozenset({"injury", "casualty"}),
}
"""What an event of a kind is also an event of: a death is a casualty, not the other way round."""

EVENT_OF: Mapping[str, str] = {word: kind for kind, words in EVENTS.items() for word in words}
"""The kind of event that a word names."""

INTRANSITIVE = word_set(
    """
    die dies died dying dead death deaths fatality fatalities corpse corpses bodies casualty
    casualties missing injury injuries fatal fatally arrest arrests evacuation evacuations collapse
    collapses collapsed collapsing destruction resign resigns resigned resigning resignation
    conviction acquittal hurt
    """
)
"""Words of events that take no object: who it befell stands before them, or after *of*."""

_SAME = (
    "soldier soldiers troop troops serviceman servicemen servicemember servicemembers fighter "
    "fighters personnel paratrooper paratroopers marine marines trooper troopers",
    "person persons people man men woman women resident residents civilian civilians",
    "child children kid kids",
    "home homes house houses",
    "officer officers policeman policemen police",
    "protester protesters protestor protestors demonstrator demonstrators",
    "company companies firm firms",
    "student students pupil pupils",
)
SAME_THING: Mapping[str, str] = {
    word: group.split()[0] for group in _SAME for word in group.split()
}
"""Words for one kind of thing, each with the first of them."""

SMALL = word_set(
    """
    a an the this that these those some any each every all both either neither no not of in on at
    for to and or but nor so as by with from into over under after before since during while when
    where which who whom whose what how why than then there here it its he she they them his her
    their we our you your i my be is are was were been being am has have had having do does did
    will would can could may might must shall should also still just only very more most less
    least much many few several other another such own same about around approximately nearly
    almost up down out off again further once new one two three first last said says
    according told including among amid between against because if though although however
    yet even both well back reportedly allegedly reported alleged
    """
)
"""Words that say nothing of what a statement is about."""

NEGATIONS = word_set("not never no nobody none neither nor without n't cannot")
"""Words that turn a statement into its opposite."""

COUNTRIES = frozenset(
    " ".join(name.split())
    for name in """
    Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan,
    Bahrain, Bangladesh, Belarus, Belgium, Bolivia, Bosnia, Botswana, Brazil, Bulgaria, Burundi,
    Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Congo, Croatia, Cuba, Cyprus,
    Denmark, Ecuador, Egypt, Eritrea, Estonia, Ethiopia, Finland, France, Germany, Ghana, Greece,
    Guatemala, Guinea, Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland,
    Israel, Italy, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos,
    Latvia, Lebanon, Liberia, Libya, Lithuania, Luxembourg, Malawi, Malaysia, Mali, Malta, Mexico,
    Moldova, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands,
    Nicaragua, Niger, Nigeria, North Korea, Norway, Oman, Pakistan, Panama, Paraguay, Peru,
    Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda, Saudi Arabia, Senegal, Serbia,
    Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa, South Korea, South Sudan,
    Spain, Sri Lanka, Sudan, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand,
    Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, United Arab Emirates, United Kingdom,
    United States, Uruguay, Uzbekistan, Venezuela, Vietnam, Yemen, Zambia, Zimbabwe
    """.replace("\n", " ").split(",")
)
"""Countries by their English names: a thing that happens in one does not happen in another."""
