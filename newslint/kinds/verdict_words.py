"""How a report says that a case is open or decided, what is said by somebody only, and how a deed is told as a fact."""

from newslint.patterns import regex

OPENS = regex(
    r"\b(?:(?:been|was|were|is|are|be|man|woman|men|women) (?:\w+ )?(?:charged|indicted|arraigned|remanded"
    r"|arrested|accused)"
    r"|accused of|charged (?:with|over)|arrested (?:on|for|in|over|after)|pleaded not guilty|not guilty plea"
    r"|faces? (?:\w+ )?charges"
    r"|(?:await|awaits|awaiting|face|faces|facing|stand|stands) (?:his |her |their )?trial|go(?:es)? on trial"
    r"|trial is (?:due|set|expected)"
    r"|trial (?:begins|starts|opens|date)|(?:due|appeared|appear) (?:back )?in court|before (?:a|the) (?:judge"
    r"|magistrate)"
    r"|(?:on|set|denied|granted|refused|without) bail|taken into custody|in custody|(?:court|bail|plea"
    r"|preliminary) hearing|hearing is set"
    r"|den(?:y|ies|ied) (?:all |the |any )?(?:charges?|allegations?|accusations?|wrongdoing|it)\b"
    r"|enter(?:ed)? a plea|on suspicion of|date (?:has been |was |is )?set for (?:the|his|her|their) trial"
    r"|jury selection|(?:until|before|once|when) (?:the|a) jury (?:is|has been|was)"
    r"|no charges (?:have been|were|had been) (?:brought|filed|laid)|pending (?:further )?(?:inquiries|enquiries|trial)"
    r"|(?:being|be) questioned|(?:is|are|were) questioning|appear before|released under investigation)"
)
CLOSED = regex(
    r"(?i)\b(?:convict\w*|(?:found|finds?|ruled|were|verdict of) guilty|(?:pleaded|pled|pleads?"
    r"|pleading) guilty|guilty pleas?"
    r"|guilty verdicts?|sentenced|jailed|serving (?:a |\d+|life|his|her|their)|life sentences?|death row"
    r"|executed|confess\w*"
    r"|admitted (?:to |the |that |killing|murder|stealing)|acquitt\w+|exonerat\w+|(?:killed|shot"
    r"|hanged) (?:himself|herself|themselves)"
    r"|(?:shot dead|shot|killed|gunned down) by (?:police|officers?|troops|security|a police|soldiers)"
    r"|parole[ds]?|pardon\w*|extremists)\b"
)
# Who says it, or that it is only said.
SAID = regex(
    r"\b(?:said|says?|saying|told|tells?|alleg\w+|accus\w+ (?:of|him|her|them)|charge[sd]?|charging|according"
    r"|[Pp]rosecut\w+|believ\w+|suspect\w*"
    r"|claim\w*|court heard|heard|whether|[Ii]f|den(?:y|ies|ied|ying)|suspicion|jur(?:y|ors)|report\w*"
    r"|compla\w+|indict\w+|affidavit"
    r"|documents?|testif\w+|not|never|no|nobody|would|could|might|may|think\w*|thought|maintain\w*|insist\w*"
    r"|argu\w+|describ\w+"
    r"|called|wrote|film|movie|novel|book|series|drama|plays?|played|apparently|plead\w*|evidence that"
    r"|investigat\w+|had to)\b|n't\b"
)
# Before a label: it is denied, unsure, somebody's word, or somebody whom nobody knows yet.
UNSURE = regex(
    r"(?i)\b(?:alleged|suspected|accused|suspect(?:ed)? of|being|whether|if|not|no|hunt\w*|look\w* for"
    r"|search\w*|find|finds|identif\w+|any"
    r"|unknown|unidentified|witness\w*|believ\w+|call(?:ed|ing|s)?|describ\w+|think\w*|who|like|as|film|novel"
    r"|book|play|series|movie)\b(?:(?!,? but )[^.;]){0,50}$"
)
SPEAKER = regex(
    r"(?i)\b(?:said|says|told|according to|alleged|alleges|claimed|claims|argued|believed?|heard|testified"
    r"|wrote|warned)\b"
)
WORDS = regex(r"[\w’'-]+")
# The terrorist attack, the killer whale: the label is part of another name; or the one meant is still looked for.
FURTHER = regex(
    r"(?:['’]s)? (?:attacks?|groups?|plots?|organi[sz]ations?|threats?|cells?|networks?|activit(?:y|ies)|acts?"
    r"|whales?|bees?|app|blow|instinct"
    r"|networks?|watchdog|suspects?|turned|has (?:not|never) (?:yet )?been|was not|is still|remains|was never"
    r"|who|is unknown|fled|escaped|at large|movie|film)\b"
)
ADJECTIVE = regex(
    r"two|three|four|five|wife|husband|child|baby|girl|boy|teen|bank|car|school|station|charity|church|family"
    r"|disgraced|brutal|ruthless|cold-blooded|callous|evil|sick|vicious|notorious|cowardly|heartless|cunning"
    r"|clever|young|old|female|male|masked|armed"
    r"|violent|depraved|twisted|sadistic|shameless|greedy|serial|prolific|suburban|would-be|teenage"
    r"|unrepentant|smirking|elderly|married"
)
NAME = regex(r"\b[A-Z][\w’'-]+(?: [A-Z]\.)? ([A-Z][\w’'-]+)\b")
AGED = regex(r"\b[A-Z][\w’'-]+(?: [A-Z]\.)? ([A-Z][\w’'-]+), \d\d,")
OFFICIAL = regex(
    r"(?i)\b(?:judge|justice|lawyer|attorney|prosecutors?|detective|chief|sheriff|spokes\w+|officer|inspector"
    r"|sergeant|magistrate|mayor"
    r"|president|minister|senator|county|high|court|university|street|hospital|department|police)\b[^.]{0,12}$"
)
DEED = (
    r"(?:(?:had|has|have) )?(?:murdered|butchered|slaughtered|smothered|suffocated|battered|knifed|gunned down"
    r"|maimed|plundered|looted|killed(?! (?:time|off|the (?:bill|deal|mood|story)))|stabbed|strangled"
    r"|raped|molested|sexually abused|abused"
    r"|stole(?:n)?(?! (?:a (?:glance|kiss|look|march|base)|the (?:show|scene|ball|spotlight|limelight)|hearts?"
    r"|second|third|home))|robbed|held up"
    r"|defrauded|embezzled|pocketed|siphoned|syphoned|swindled|cheated|poisoned|kidnapped|abducted|bombed"
    r"|detonated|planted (?:the|a) (?:\w+ )?(?:bomb|device)s?"
    r"|left (?:the|a) (?:\w+ )?(?:bomb|device)s?|built (?:the|a) (?:\w+ )?(?:bomb|device)s?|blew up|carried out the"
    r"|committed (?:(?:the|a|this|that|these|those) )?(?:\w+ )?(?:murder|crime|robbery|theft|fraud|rape|attack"
    r"|killing|bombing|burglary|arson)s?"
    r"|set fire to|sexually assaulted|assaulted|groped|bludgeoned|smuggled|laundered|forged (?:the|his|her|a"
    r"|signatures?|documents?|papers|checks|cheques)"
    r"|beat (?:him|her|them|his wife|the \w+ to death|a \w+ to death)|shot (?:him|her|them|dead|his|two|three"
    r"|four|and killed|a (?:man|woman|guard|clerk|girl|boy))"
    r"|drowned|tortured|burgled|torched|trafficked|extorted|blackmailed|took bribes|ran over|ran down|mugged"
    r"|hacked into|preyed on|lured|ambushed"
    r"|forced (?:himself|herself) on|took (?:his|her) (?:\w+['’]s )?(?:wife['’]s |husband['’]s )?life"
    r"|(?:had )?(?:planned|plotted) (?:the|her|his) (?:\w+ )?(?:murder|killing|robbery|attack|bombing|fraud"
    r"|theft)|ended (?:his|her) (?:\w+['’]s )?life|drove the getaway|slashed|slit|bribed|duped|fleeced|conned)\b"
)
NOUN = (
    r"(?:husband|wife|mother|father|brother|sister|son|uncle|aunt|boyfriend|girlfriend|coach|teacher|nurse"
    r"|priest|clerk|couple|pair|men|women|man|woman|brothers|sisters|cousins|teenagers?"
    r"|electrician|plumber|driver|accountant"
    r"|[a-z-]{3,}(?:er|or|ant|ist|ian|man|woman))"
)
WHO = (
    rf"(?:[Tt]he (?:(?:two|three|four|\d+|former|young) )?(?:accused|defendants?|suspects?|{NOUN})|\bHe|\bShe"
    rf"|\bThey)"
)
AS_FACT = regex(
    rf"(?:^|[.;:] |, |\b(?:and|but|that|when|because|after|before|while|as) )(?P<who>{WHO}|\bhe|\bshe"
    rf"|\bthey)(?P<between>,? who| [a-z]+ly|,)?"
    rf" (?P<deed>{DEED})"
)
BY_NAME = regex(
    rf"\b(?P<who>[A-Z][\w’'-]+)(?P<between>, who|, (?:\w+ )?(?:\d+|an? [\w ]+),(?: who)?| who| [a-z]+ly"
    rf"| and [A-Z]\w+)? (?P<deed>{DEED})"
)
WHO_DID = regex(
    rf"\b(?:[Tt]he|a) (?:man|woman|couple|teenager|boy|girl|person|one|men|women|brothers|pair"
    rf"|{NOUN}),? who (?P<deed>{DEED})"
)
# Nobody has said why they killed him: what is asked takes the deed for granted.
WHY = regex(
    rf"\b(?:why|how|when|where) (?P<deed>(?:he|she|they|the (?:man|men|woman|women|pair|couple|brothers|sisters"
    rf"|teenagers?|accused|suspects?|defendants?)) {DEED})"
)
# The girls he raped, the crime she committed, the bomb they built.
THAT_HE_DID = regex(
    rf"\b(?:[Tt]he|[Aa]) (?:\w+ )?[a-z]+ (?:that )?(?P<deed>(?:he|she|they) (?:{DEED}|committed|built|planted"
    rf"|ran))\b"
)
DOING = regex(
    r"(?:^|, |and |(?:arrested|detained|charged) (?=after (?:committing|stealing|robbing|killing|stabbing)\b))"
    r"(?P<deed>(?:[Aa]fter|[Bb]y|[Bb]efore|[Hh]aving|[Ss]ince|[Ii]n)"
    r" (?:brutally )?(?:killing"
    r"|murdering|stabbing|strangling|raping|molesting|abusing"
    r"|stealing|robbing|defrauding|embezzling|poisoning|kidnapping|abducting|bombing|planting|assaulting"
    r"|committing|groping|smuggling|forging|killed|murdered"
    r"|stolen|robbed|raped|stabbed|strangled|swindling|holding up|setting fire to|shooting|beating))\b"
)
GUILT = regex(
    r"(?P<deed>\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:\w+ )?"
    r"(?:crimes?\b|victims?\b|guilt\b|killing spree|act of terror|murders?\b(?! (?:trial|case|charge|weapon))"
    r"|(?:fraud|theft|scheme to (?:cheat|defraud|steal|rob)|robbery|burglary|embezzlement|bombing|rape|killing)"
    r" ?(?:of\b|,|began|lasted|ruined|cost|went|netted|brought|left|was|were|had|shocked|came))"
    r"|\b(?:is|was|are|were) (?:clearly |plainly |obviously |undoubtedly )?guilty\b(?: of)?|, guilty of\b"
    r"|\bat the hands of (?:his|her)\b"
    rf"|\b[Tt]he (?:guilty|murderous|crooked|thieving|dishonest|criminal|homicidal|fraudulent|corrupt"
    rf"|predatory) {NOUN}\b)"
)
NO_DOUBT = regex(
    r"\b(?P<deed>(?:is|was|leaves?|left|with|has) no doubt (?:that|who|about)[^.]{0,40}\b(?:did|guilty|guilt"
    r"|killed|murdered|stole)\b"
    r"|evidence (?:clearly |plainly )?(?:proves|shows) (?:that )?(?:he|she|they)\b)"
)
CRIMINAL = (
    r"(?:murderer|killer|terrorist|thief|rapist|fraudster|swindler|crook|con ?man|cheat|burglar|robber"
    r"|pa?edophile|bomber|molester|arsonist"
    r"|kidnapper|criminal|abuser|embezzler|traitor|spy|smuggler|predator)"
)
IS_A = regex(
    rf"\b(?P<who>[A-Z][\w’'-]+|He|She) ?(?P<deed>(?:\b(?:is|was) |, )(?:a|the|an) (?:[a-z-]+ ){{0,2}}{CRIMINAL})\b"
    rf"|\b[Tt]he (?P<noun>{NOUN}), (?:a|the) (?:[a-z-]+ ){{0,2}}{CRIMINAL}\b"
)
OWNED = regex(
    r"\b(?P<who>[A-Z][\w’'-]+?)['’]s? (?P<deed>(?:\w+ )?(?:crimes?|victims?|guilt|fraud|theft|murder of"
    r"|killing of|rape of|abuse of|attack (?:on|left|killed)|bombing|robbery))\b"
)
