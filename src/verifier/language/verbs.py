"""English verbs and their forms: the irregular ones by table, the others by the rules of spelling.

The list holds the verbs that news prose uses often; it is there to tell a verb from a noun, not to
be complete.
"""

from functools import cache

from verifier.language.wordlists import word_set

IRREGULAR = """
burst burst burst|
arise arose arisen| awake awoke awoken| bear bore borne| beat beat beaten| become became become|
begin began begun| bend bent bent| bet bet bet| bid bid bid| bind bound bound| bite bit bitten|
bleed bled bled| blow blew blown| break broke broken| breed bred bred| bring brought brought|
build built built| burn burned burnt| buy bought bought| cast cast cast| catch caught caught|
choose chose chosen| cling clung clung| come came come| cost cost cost| creep crept crept|
cut cut cut| deal dealt dealt| dig dug dug| draw drew drawn| dream dreamed dreamt|
drink drank drunk| drive drove driven| eat ate eaten| fall fell fallen| feed fed fed|
feel felt felt| fight fought fought| find found found| flee fled fled| fly flew flown|
forbid forbade forbidden| forecast forecast forecast| foresee foresaw foreseen|
forget forgot forgotten| forgive forgave forgiven| freeze froze frozen| get got gotten|
give gave given| go went gone| grow grew grown| hang hung hung| hear heard heard|
hide hid hidden| hit hit hit| hold held held| hurt hurt hurt| keep kept kept| kneel knelt knelt|
know knew known| lay laid laid| lead led led| lean leaned leant| leap leaped leapt|
learn learned learnt| leave left left| lend lent lent| let let let| lie lay lain| light lit lit|
lose lost lost| make made made| mean meant meant| meet met met| mislead misled misled|
mistake mistook mistaken| overcome overcame overcome| oversee oversaw overseen|
overthrow overthrew overthrown| pay paid paid| plead pleaded pled| put put put| quit quit quit|
read read read| ride rode ridden| ring rang rung| rise rose risen| run ran run| say said said|
see saw seen| seek sought sought| sell sold sold| send sent sent| set set set|
shake shook shaken| shed shed shed| shine shone shone| shoot shot shot| show showed shown|
shrink shrank shrunk| shut shut shut| sing sang sung| sink sank sunk| sit sat sat|
sleep slept slept| slide slid slid| speak spoke spoken| speed sped sped| spend spent spent|
spin spun spun| split split split| spread spread spread| spring sprang sprung| stand stood stood|
steal stole stolen| stick stuck stuck| sting stung stung| strike struck struck|
strive strove striven| swear swore sworn| sweep swept swept| swim swam swum| swing swung swung|
take took taken| teach taught taught| tear tore torn| tell told told| think thought thought|
throw threw thrown| undergo underwent undergone| understand understood understood|
undertake undertook undertaken| uphold upheld upheld| wake woke woken| wear wore worn|
weep wept wept| win won won| withdraw withdrew withdrawn| withhold withheld withheld|
write wrote written| misspeak misspoke misspoken
"""

REGULAR = """
abandon abide accept accompany accuse achieve acknowledge acquire act add address adjust admit
adopt advance advertise advise advocate affect affirm agree aim align allege allow amass amount
analyze anger announce answer anticipate apologize appeal appear applaud apply appoint approach
approve argue arrest arrive ask assail assassinate assault assemble assert assess assign assist
assume assure attach attack attempt attend attract attribute avoid await back ban bar base bash
battle be believe belong betray blame blast block blockade boast bolster bomb boost borrow brand
brief broadcast brush call campaign cancel capture care carry cause caution celebrate challenge
change charge chant cheer chide circulate cite claim clarify clash classify close coach coin
collapse collect combat comment commit compare compete compile complain complete compose concede
conceive concern conclude condemn conduct confess confirm confront confuse congratulate connect
consider consist construct consult contact contain contend contest continue contradict contribute
control convene convey convict convince cooperate coordinate correct counter count cover craft
crash create credit criticize criticise cross crush cry damage dare debate debunk decide declare
decline decrease decry dedicate deem defeat defend define defy delay deliver demand demonize
demonstrate denounce deny depend depict deploy deprive deride describe deserve design destroy
detail detain detect determine develop devote die differ diminish direct disagree disappear
disavow disclose discover discuss dismiss dispatch display dispute disrupt distance distribute
divide divulge document dodge dominate donate double doubt downplay draft drag drone drop earn
ease echo edge elect elaborate eliminate email embrace emerge emphasize employ enable encounter
encourage end endanger endorse endure enforce engage enjoy ensure enter entitle equip escalate
escape establish estimate evacuate evaluate exaggerate examine exceed exchange excite exclude
execute exercise exist expand expect experience explain explode explore export expose express
extend face fail falter fare favor fear feature file fill finance finish fire fit flag float flood
flow focus follow force forge form formulate foster found frame fuel fulfill fume function fund
gain gather gauge generate grant greet grill guarantee guard guess guide hail hammer hamper hand
handle happen harm hate haul head help hesitate highlight hint hire honor hope host identify
ignore illustrate imagine impeach implement imply import impose impress imprison improve include
increase indicate indict infer inflict influence inform inherit initiate injure inquire insinuate
insist inspect inspire instruct insult intend intensify interpret interrupt interview introduce
invade invest investigate invite involve issue jail jeer joke join judge jump justify kick kidnap
kill label lack lambast lambaste lament land last laud laugh launch liberate lift like liken limit
link list listen live lobby locate look loom love lower maintain manage mandate march mark marry
matter measure mention mirror miss mix moan mobilize mock monitor motivate mount mourn move muse
name narrow near need negotiate nominate note notice notify nudge object observe obtain occupy
occur offer open operate opine oppose order organize originate oust outline overturn owe own
participate partner pass pause perceive perform permit persist persuade pitch place plan play
pledge point poll ponder portray pose position possess post postpone pour praise pray predict
prefer prepare present press presume pretend prevail prevent proceed proclaim produce profess
project promise promote prompt pronounce propose prosecute protect protest prove provide provoke
publish pull punch purchase pursue push qualify quarrel question quip quote raid raise rally rank
rate ratify rattle reach react realize reassure rebuff rebuke recall recapture receive reckon
recognize recommend reconsider record recover recruit reduce refer reflect refrain refuse refute
regain regard regret reinforce reiterate reject relate release relieve rely remain remark remember
remind remove renew renounce repeat replace replenish reply report represent reprimand request
require rescue resemble resent reserve resign resist resolve respect respond rest restate restore
restrict result resume retain retaliate retire retort return retweet reveal reverse review revise
revive ridicule rip risk rule rumor rush sack sanction save savage scare schedule scoff scold
score scream screen scrutinize seal search secure seem seize separate serve settle share shell
shift shout sign signal skewer slam slap slash slow smear snap solicit sound spark speculate
sponsor spot stab stage start starve state station stay stem step stipulate stop storm stress
struggle study submit succeed sue suffer suggest supply support suppose surge surpass surprise
surrender surround survey survive suspect suspend sustain switch sympathize tackle talk target
taunt tax tease tend term test testify text thank threaten thwart tie title tolerate total touch
tout track trade train transfer transform translate transport travel treat trigger triumph trust
try turn tweet twist uncover underline undermine underscore unite unveil update urge use utter
vacate value vent venture verify veto view violate visit voice volunteer vote vow wage wait walk
want warn wash watch weaken weigh welcome wield wipe wish witness wonder work worry worsen worsen
wound yell yield
"""


@cache
def irregular() -> dict[str, tuple[str, str]]:
    """Past and participle of every irregular verb of the list, by its base form."""
    rows = (row.split() for row in IRREGULAR.split("|"))
    return {base: (past, participle) for base, past, participle in rows}


def forms(base: str) -> tuple[str, str, str, str, str]:
    """Base, third person, past, participle and -ing of a verb.

    >>> forms("deny")
    ('deny', 'denies', 'denied', 'denied', 'denying')
    >>> forms("admit")[3:], forms("say")[1:3]
    (('admitted', 'admitting'), ('says', 'said'))
    """
    past, participle = irregular().get(base) or (_past(base),) * 2
    return base, _third(base), past, participle, _ing(base)


_DOUBLING = word_set("""
    admit commit refer prefer infer occur submit permit omit regret control compel ban bar beg
    chat cut dig drag drop fit forget get grab hit jab kidnap let nod pin plan plot program put
    quit rebut rig rip rob rub run scan set shed ship shop shut sit slam slap slip snap spin split
    spot stab stem step stop swim swap tap trap trim tip wed wrap win begin upset bid bet forbid
    """)


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    return base + (base[-1] if base in _DOUBLING else "") + "ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    if base in ("go", "do", "echo", "veto", "forgo", "undergo"):
        return base + "es"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")) and base != "be":
        return base[:-1] + "ing"
    return base + (base[-1] if base in _DOUBLING else "") + "ing"


@cache
def verb_forms() -> dict[str, str]:
    """Every form of every verb listed, to its base form."""
    listed = (*REGULAR.split(), *irregular())
    return {form: base for base in listed if base != "be" for form in forms(base)}


@cache
def past_forms() -> frozenset[str]:
    """Past forms and participles of every verb listed."""
    listed = (*REGULAR.split(), *irregular())
    return frozenset(form for base in listed for form in forms(base)[2:4])
