"""How a report says that a case is open or decided, what is said by somebody only, and what is not a label."""

from newslint.patterns import regex

OPENS = regex(
    r"\b(?:(?:been|was|were|is|are|be|man|woman|men|women) (?:\w+ )?(?:charged|indicted|arraigned|remanded|arrested"
    r"|accused|detained|bailed|extradited)|accused of|(?:charged|charges|charging)(?: \w+){0,3} (?:with|over)\b"
    r"|arrested (?:on|for|in|over|after)|plea(?:d|ds|ded|ding)? (?:of )?not[ -]guilty|not[ -]guilty pleas?"
    r"|on (?:\w+ ){0,2}charges? of|(?:faces?|facing|contest|fight|answer) (?:\w+ ){0,3}(?:charges?|counts?)\b"
    r"|(?:[Pp]olice|[Oo]fficers|detectives|agents|deputies|prosecutors|authorities|FBI|squad|grand jury) (?:(?:in|on"
    r"|of|have|has|had|still|are|were|yesterday) |(?:[A-Z]\w+ )){0,4}(?:arrested|detained|held|questioned|questioning"
    r"|charged|indicted|arrest|detain)\b|(?:suspect|suspects|defendant|defendants|accused)(?: \w+){0,2} (?:is|are|was"
    r"|were|has|have|will|in)\b|(?:await|awaits|awaiting|face|faces|facing|stand|stands) (?:his |her |their )?trial"
    r"|go(?:es)? on trial|(?:case|trial|hearing|retrial|appeal|inquest|extradition)[\w ,]{0,30} (?:is|are|was"
    r"|will) (?:due|set|expected|scheduled|continuing|open|begin|start|resume|be held|heard|adjourned)"
    r"|trial (?:begins|starts|opens|continues|date|will|has not|of the)|(?:due|appeared|appears?"
    r"|appearing)(?: back)?(?: at| in)(?: [A-Z]?\w+[’']?s?){0,3} [Cc]ourt|(?:before|faces?|facing|face) (?:a|the"
    r"|an)? ?(?:[a-z]+ )?(?:judge|magistrates?|tribunal|[Cc]ourt)\b|before [A-Z]\w+ magistrates|(?:on|set|denied"
    r"|granted|refused|without) bail|taken into custody|in custody|(?:court|bail|plea|preliminary) hearing"
    r"|hearing is set|den(?:y|ies|ied|ying) (?:(?:all|the|any|both|every|these|those) )?(?:\w+ )?(?:charges?|counts?"
    r"|allegations?|accusations?|wrongdoing|claims?|offences?|it\b|everything|involvement|murder|manslaughter|rape"
    r"|theft|fraud|arson|robbery|assault|bribery|conspiracy|killing|stealing|taking|any)|protest\w* (?:his|her"
    r"|their) innocence|maintain\w* (?:his|her|their) innocence|(?:say|says|said|insist|insists"
    r"|insisted) (?:that )?(?:he|she|they) (?:is|are|was|were) innocent|(?:presumed|is|are|was|were) innocent|(?:is"
    r"|are|was|were) (?:(?:both|all|a|the|also|now) )*(?:prime |main |chief )?suspects?\b|(?:deny|denies|denied"
    r"|denying) [a-z]+ing\b|(?:sent|committed|go|goes|going|went) (?:for|on|to) trial|hearing to (?:decide|determine)"
    r"|trial\b[^.]{0,80}\b(?:begins?|opens?|starts?|resumes?|continues?|put off|adjourned|postponed)\b"
    r"|trial of (?:the|a|an|two|three|four|five|six)\b|enter(?:ed)? a plea|on suspicion of|date (?:has been |was "
    r"|is )?set for (?:the|his|her|their) trial|jury (?:selection|is still out|is out|has not|has yet|was sent"
    r"|will (?:decide|hear|be))|(?:to try|to bring charges|to charge|to prosecute|stand trial|be tried"
    r"|never been tried)\b|(?:not|never|yet to|yet|n't) (?:yet )?(?:been |be )?(?:charged?|tried|entered? a plea"
    r"|convicted|found guilty)\b|no (?:\w+ )?charges (?:have|has|were|had)|(?:under"
    r"|formal) (?:formal )?investigation (?:for|on|over)|a jury has|grand jury|indicted (?:a|an|the|two|three)"
    r"|(?:lawsuit|complaint|suit)\b[^.]{0,60} (?:accus|alleg)\w+|(?:civil|criminal) (?:complaint|case|charges)"
    r"|filed (?:a|the) (?:\w+ )?(?:lawsuit|complaint|suit)|(?:the|called the) (?:claims|allegations)|is being sued"
    r"|extradition|(?:until|before|once|when) (?:the|a) jury (?:is|has been|was)|no charges (?:have been|were"
    r"|had been) (?:brought|filed|laid)|pending (?:further )?(?:inquiries|enquiries|trial)|(?:being|be) questioned"
    r"|(?:is|are|were) questioning|appear before|released under investigation)"
)
CLOSED = regex(
    r"(?i)(?<!if )(?<!unless )(?<!until )(?<!previously )(?<!not been )(?<!never been )(?<!could be )(?<!would be )\b"
    r"(?:convict\w*(?! (?:was"
    r"|is|were|being) (?:quashed|overturned|thrown out|set aside))|(?:found|finds?|ruled|were|verdict of) guilty"
    r"|(?:pleaded|pled|pleads?|pleading) guilty|guilty pleas?|guilty verdicts?|sentenced|jailed|serving (?:a |\d+"
    r"|life|his|her|their)|life sentences?|death row|executed|confess\w*|admit(?:s|ted) (?:to |the |that |killing"
    r"|murder|stealing|taking|her|his)|acquitt\w+|exonerat\w+|(?:killed|shot|hanged) (?:himself|herself|themselves)"
    r"|(?:shot dead|shot|killed|gunned down) by (?:police|officers?|troops|security|a police|soldiers)|parole[ds]?"
    r"|pardon\w*|extremists)\b"
)
# Said of now: where an article tells of a verdict on one, of another it says this.
CLEARED = regex(r"\b(?:will|would) not (?:be (?:charged|prosecuted|tried)|face (?:any )?charges)|no charges will\b")
STILL = regex(
    r"\b(?:is|are|(?:has|have) been|(?:has|have) pleaded|den(?:y|ies)|(?:has|have) denied|await\w*|face[sd]?|will"
    r"|due|yet|not|never|pending|until|stands?)\b"
)
# Who says it, or that it is only said.
SAID = regex(
    r"\b(?:said|says?|saying|told|tells?|alleg\w+|accus\w+ (?:of|him|her|them)|charge[sd]?|charging|[Aa]ccording"
    r"|[Pp]rosecut\w+|believ\w+|suspect(?:ed|s of)?|claim\w*|court heard|heard|den(?:y|ies|ied|ying)|suspicion"
    r"|jur(?:y|ors)|report(?:s|ed|edly|ing)?|compla\w+|indict\w+|affidavit|documents?|testif\w+|think\w*|thought"
    r"|maintain\w*|insist\w*|argu\w+|describ\w+|called|wrote|film|movie|novel|book|series|drama|plays?|played"
    r"|apparently|plead\w*|evidence that|investigat\w+|case (?:is|was) that|version|goals?|wicket|match)\b"
)
# Before a deed: it was not done, or may have been, or nobody knows who did it.
DOUBTED = regex(
    r"\b(?:whether|[Ii]f|not|never|no|nobody|[Nn]o one|would|could|might|may|had to|[Ww]hoever|[Ss]omeone"
    r"|[Ss]omebody|[Aa]nyone)\b|n't\b"
)
# Before a label: it is denied, unsure, somebody's word, or somebody whom nobody knows yet.
UNSURE = regex(
    r"(?i)\b(?:alleged|suspected|accused|suspect(?:ed)? of|(?:being|as)(?=\s*$)|whether"
    r"|if(?! (?:found|convicted)\b)|not|no|hunt\w*|look\w* for"
    r"|search\w*|find|finds|identif\w+|any"
    r"|unknown|unidentified|witness\w*|believ\w+|call(?:ed|ing|s)?|describ\w+|think\w*|who|like|film|novel"
    r"|book|play|series|movie)\b(?:(?!,? but )[^.;]){0,50}$"
)
OFFICIALS_SAY = regex(
    r"(?:The )?(?:[Pp]olice|[Pp]rosecut(?:ors?|ion)|[Dd]etectives|[Oo]fficers|[Ii]nvestigators)"
    r" (?:also |have )?(?:said|says?|alleged?|claim|believe|added) "
)
SPEAKER = regex(
    r"(?i)\b(?:said|says?|thinks?|thought|told|according to|alleged|alleges|claimed|claims|argued|believed?|heard"
    r"|testified|wrote|warned)\b"
)
# Without the ending of a possessive.
WORDS = regex(r"[\w-]+(?:[’'](?!s\b)[\w-]+)*")
# The terrorist attack, the killer whale: the label is part of another name; or the one meant is still looked for.
FURTHER = regex(
    r"(?:['’]s)?[ -](?:courts?|[Cc]ourt|justice|[Jj]ustice|[Cc]ode|code|charges?|complaints?|cases?|laws?|[Ll]aw"
    r"|records?|proceedings|investigat\w+|inquir\w+|agenc(?:y|ies)|chiefs?|rings?|planes?|satellites?|balloon|on"
    r"|underworld|gangs?|defen[cs]e|division|responsibility|liability|procedure|background|lawyers?|offen[cs]es?"
    r"|conspiracy|enterprise|world|fil(?:m|ing)|types?|element|act|conduct|negligence|tribunal|matter|conviction"
    r"|prosecution|attacks?|groups?|plots?|organi[sz]ations?|threats?|cells?|networks?|activit(?:y|ies)|acts?|whales?"
    r"|bees?|app|blow|instinct|networks?|watchdog|suspects?|turned|has (?:not|never) (?:yet )?been|was not|is still"
    r"|remains|was never|who|died|was (?:killed|shot|found dead)|is unknown|at large|movie|film)\b"
)
# Of whom the family, the lawyer or the home is known, he is the one who is accused.
HIS_KIN = regex(
    r"['’]s? (?:own |former |ex-)?(?:wife|husband|mother|father|parents|brothers?|sisters?|family|lawyers?|solicitor"
    r"|barrister|attorney|neighbou?rs|room-?mates?|friends|girlfriend|boyfriend|sons?|daughters?|children|relatives|uncle|aunt)\b"
)
# Who denies it by one name, or stands in the dock by it.
DENIES = regex(
    r"\b([A-Z][\w’'-]{2,})(?:,? who)? (?:(?:has|have|had|is|was|also|both) )*(?:den(?:y|ies|ied)|pleaded not guilty"
    r"|accused of|charged with|arraigned|indicted|remanded)\b"
)
# Of the one who is accused, in court: in a report of what was said too, he has been called that by the paper.
DECIDES = regex(
    r"(?:, [^,.;]{2,60},)?(?:,? who)? (?:(?:was|were|is|are|has|have|had|will|may|might|would|must) (?:\w+ )?(?:be "
    r"|been )?(?:\w+ )?(?:released|charged|bailed|remanded|questioned|arraigned|tried|indicted|appear|stand trial"
    r"|plead|extradited|handed over|due|contest|fight|deny|(?:refused|denied|granted) bail)|denies|deny|pleaded"
    r"|appeared|faces?|awaits?)\b"
)
# Before a label: unknown, or said to be only alleged, or another.
OTHERWISE = regex(
    r"[A-Z].*|.*['’]s?|alleged|suspected|accused|supposed|presumed|convicted|unidentified|unknown|unnamed|other|same"
    r"|real|actual|true|right|first|second|third|next|last|other|lone|likely|possible|potential|apparent|reputed"
    r"|purported|hooded|masked|fleeing|notorious|late|so-called|self-confessed|would-be|film|fictional|suicide|famous"
    r"|known|internet|computer|hostage|parking|confessed|of|to|and|who|killer|most|more|police|london|moors|zodiac"
    r"|only"
)
# Called so by the paper, with his name: conman John Smith.
CALLED = regex(
    r"\b(?<!lleged )(?<!uspected )(?<!ccused )(?<!onvicted )(?P<label>[a-z]+(?: [a-z]+)?) "
    r"(?:[A-Z][\w’'-]+ ){1,2}(?:\"[^\"]{1,30}\" )?"
    r"(?P<who>[A-Z][\w’'-]+)"
)
NAME = regex(r"\b[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){0,4} ([A-Z][\w’'-]+)\b")
FIRST_NAMED = regex(
    r"^(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:[A-Z][\w’'-]+ (?:[A-Z]\. )?){0,3}([A-Z][\w’'-]+)(?=,? (?:an?|who|of|\d\d|the)\b)"
)
AGED = regex(r"\b[A-Z][\w’'-]+(?: (?:[A-Z]\.|[A-Z][\w’'-]+)){0,3} ([A-Z][\w’'-]+), \d\d,")
OFFICIAL = regex(
    r"(?i)\b(?:judge|justice|lawyer|attorney|prosecutors?|detective|chief|sheriff|spokes\w+|officer|inspector"
    r"|sergeant|magistrate|mayor|president|minister|senator|county|high|court|university|street|hospital|department"
    r"|police)\b(?:(?! (?:said|says?|charged|named|arrested|alleged?|of|that)\b)[^.]){0,12}$"
)
# What the law does with the one who is accused.
BROUGHT = regex(
    r"\b(?:try|charge|charges|charged|prosecute|extradite|release[ds]?|remanded|bailed|arraign|trial of|against"
    r"|hearing for|case of|lawyers? for|catch|catching|arresting) $"
)
# Somebody who did it there is in any case: witnesses and the police speak of him, and he may be another.
THERE_IS_ONE = regex(
    r"the (?:\w+ )?(?:killers?|murderers?|hackers?|bombers?|robbers?|burglars?|attackers?|kidnappers?|abductors?"
    r"|hijackers?|thief|thieves|raiders?|snipers?|culprits?|vandals?|looters?|assassins?|criminals?|hostage-takers?"
    r"|terrorists?|intruders?|assailants?|slayers?|offenders?|jihadists?|poachers?|muggers?|smugglers?|traffickers?"
    r"|rapists?|arsonists?)"
)
FLED = regex(
    r" (?:fled|escaped|(?:were|was) (?:seen|wearing|masked|hooded)|posted|demanded"
    r"|wore|ran off|drove off|made off|got away)\b"
)
# Said in the sentence before: what follows may still be what they say.
RELAYED = regex(
    r"\b(?:[Pp]olice|[Oo]fficers?|[Pp]rosecut\w+|[Aa]uthorities|[Ii]nvestigators|[Dd]etectives?|[Cc]ourt|[Jj]ury"
    r"|[Jj]urors|[Ii]ndictment|[Cc]omplaint|[Aa]ffidavit|[Dd]ocuments|[Ss]heriff|[Ss]pokes\w+|[Oo]fficials?"
    r"|[Ll]awsuit|[Ww]itness(?:es)?)\b[^.]{0,40}\b(?:said|says?|alleg\w+|claim\w*|heard|told|stat(?:ed|es)|describ\w+"
    r"|believe|testified)|[Aa]ccording to|allegedly|alleged to"
)
