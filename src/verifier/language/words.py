"""Closed word classes of English, as the tagger and the claims engine use them."""

from verifier.language.wordlists import word_set as _words

ARTICLES = _words("the a an")
POSSESSIVES = _words("my your his her its our their whose")
DEMONSTRATIVES = _words("this that these those")
QUANTIFIERS = _words("""
    some any no every each all both several many few most more fewer less much another other such
    either neither enough various certain numerous dozens hundreds thousands
    """)
SUBJECT_PRONOUNS = _words("""
    i you he she it we they one everyone everybody someone nobody who
    """)
OBJECT_PRONOUNS = _words("me him us them himself herself themselves itself myself ourselves")
PERSONAL = _words("he she they i we")
BE = _words("""
    be am is are was were been being 'm 're isn't aren't wasn't weren't ain't
    """)
HAVE = _words("have has had having 've haven't hasn't hadn't")
DO = _words("do does did don't doesn't didn't")
MODALS = _words("""
    will would can could may might must shall should 'll 'd won't wouldn't can't cannot couldn't
    mustn't shouldn't mightn't
    """)
AUXILIARIES = BE | HAVE | DO | MODALS
NEGATIONS = _words("""
    not never no n't nor neither hardly barely scarcely without none nobody nothing
    """)
CONJUNCTIONS = _words("and or but nor")
SUBORDINATORS = _words("""
    that because although though if while as since after before until unless whereas when whenever
    whether where wherever than once so lest
    """)
RELATIVES = _words("who whom whose which that where when")
QUESTION_WORDS = _words("what who whom whose which when where why how")
PREPOSITIONS = _words("""
    of in on at by for from with to into onto over under about against between among through
    during without within upon toward towards across behind beyond near amid amidst despite like
    unlike off out up down around outside inside along past per via except including regarding
    concerning throughout alongside ahead besides following
    """)
ADVERBS = _words("""
    also then now still just only even once again often always never ever soon later earlier
    already repeatedly further instead however meanwhile therefore thus perhaps maybe rather quite
    very too almost nearly about there here today yesterday tomorrow tonight recently long far
    back away first last once twice simply together not so much well yet reportedly allegedly
    """)
TEMPORAL = _words("""
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
    january february march april may june july august september october november december week
    month year morning afternoon evening night day weekend earlier later ago now then recently jan
    feb mar apr jun jul aug sept sep oct nov dec
    """)
ONLY_VERBS = _words("""
    say says said thinks believe believes know knows argue argues want wants expect expects
    oppose opposes suggest suggests see sees tell tells become becomes seem seems appear appears
    agree agrees contend contends insist insists allege alleges assert asserts prefer prefers
    hear hears require requires include includes maintain maintains deny denies explain explains
    describe describes criticize criticizes praises accuse accuses announces urges reveals
    """)
"""Words that are verbs and nothing else, in whatever company they stand."""
NOUN_FIRST = _words("""
    force forces attack attacks combat report reports control controls challenge challenges term
    terms lack plan plans study studies issue issues result results record records release
    releases view views state states order orders rule rules support market markets vote votes
    poll polls test tests tie ties cause causes damage demand demands drive fear fears fight
    fights figure figures fire fires form forms fund funds hand hands head heads hope hopes host
    interest interview interviews issue judge judges land law lead leads level limit limits line
    lines list lists look loss losses march mark marks mention name names need needs note notes
    number numbers offer offers place places point points position positions post posts practice
    press price prices process program programs project projects promise promises protest protests
    question questions race races raid raids rate rates reason request requests respect response
    rest return review reviews risk risks run sale sales score search sense service share shares
    show shows sign signs sound source sources speech staff stage stand start statement step steps
    stop storm strike strikes talk talks target targets tax taxes train trial trust turn update
    use value visit voice war watch work works attempt attempts answer answers aim aims appeal
    appeals approach battle battles bid blame call calls campaign campaigns capture care case
    cases change changes charge charges claim claims comment comments concern concerns contact
    contest count cover crash credit cross cut cuts deal deals debate debates decline decrease
    defeat design detail details discount dispute disputes doubt doubts draft effect effort end
    ends estimate estimates exchange exercise experience experiences export face factor feature
    features file files film finance finish fit flag flood floods flow focus forecast forecasts
    function gain gains grant grants ground group groups guarantee guard guess guide harm hate
    hearing hint hit honor increase increases influence interview joke jokes kick kill label
    launch link links load match measure measures meet model move moves notice object objects
    offer option outline partner pass pause pay peak pick picture pitch plant play pledge pledges
    pool pressure produce profit profits purchase push quote quotes raise range reach remark
    remarks reply resort retreat reward ride rise rumor rumors sanction sanctions save scale
    schedule shape shell shells shift shock shot sight signal signals sleep slide smile space spot
    spread spring stance stay stick study style supply surge surprise survey surveys suspect
    suspects swing threat title tour trace track trade travel treat trend trip trouble truck trust
    try tweet tweets twist upset walk warning wave waves weapon weight welcome wind wish wonder
    word words worry worries wound wounds address addresses benefit benefits board boost border
    clash clashes conduct conflict conflicts document documents excuse fact leaks leak measure
    means mount murder murders press prompt ruling structure contract cost costs date dates delay
    delays drop fall fight fuel matter matters mine mines object open opening present process risk
    sanction section wage wages witness shift shore side sides storms water
    """)
"""Words that are nouns more often than verbs, where the context leaves both open."""
