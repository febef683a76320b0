"""Words of harm and crime: of the one who is accused a sentence that has them, and no source, tells what he did."""

from newslint.kinds.accused_words import NOUN, PERSON, WHO
from newslint.patterns import regex

_DONE = (
    r"laced\b|ruin|destroy|wreck|terrori[sz]|torment|tortur|disfigur|maim|mutilat|crippl|scald|starv|thrash|whipp"
    r"|flogg|slapp|batter|exploit|humiliat|degrad|harass|bull(?:y|ied)|intimidat|menac|threaten|coerc|blackmail"
    r"|extort|plunder|loot|squander|gambl|fleec|milk|drain|deceiv|dup(?:ed|ing)|conn(?:ed|ing)|swindl|defraud|cheat"
    r"|steal|stole|robb|snatch|smuggl|traffick|launder|brib|forg(?:ed|ing|er)|fak(?:ed|ing)|falsif|hack(?:ed|ing)"
    r"|spied|betray|sabotag|vandali[sz]|smash|torch(?:ed|ing)|firebomb|bomb|explo[ds]|detonat|shot(?! (?:a "
    r"|the )?(?:film|video|scene|goal|par))|stab(?:b|s?\b)|knif|slash|behead|dismember|buried|dump|strangl|smother"
    r"|drown|poison|drugg|spik(?:ed|ing)|rap(?:ed|ing|ist)|molest|grop|fondl|groom|abus|assault|kill|murder|slaughter"
    r"|massacr|gunn|mow(?:ed|n)|ramm|kidnap|abduct|lur(?:ed|ing)|stalk|embezzl|pocket(?:ed|ing)|siphon|skimm"
    r"|trick(?:ed|ery|ing)|lied|blinded|burn(?:ed|t)|choke|injur|wound|maul"
)
_THING = (
    r"loot|booty|spoils|proceeds|stolen|ill-gotten|bribes?|kickbacks?|shallow grave|corpse|acid|kni(?:fe|ves)|blade"
    r"|machete|axe|hammers?|crowbars?|pistols?|rifles?|shotguns?|guns?|bullets?|petrol|explosives?|poison"
    r"|accomplices?|crimes?|illegally|illicit|forged|fake|counterfeit|fraud|fraudulent\w*|scam|fictitious|bogus"
    r"|victims?|getaway|cover-up|ransom|hostages?|cocaine|heroin|drugs|drug money|forger\w+|shell compan(?:y|ies)"
    r"|false (?:invoices?|names?|passports?|accounts?)|double li(?:fe|ves)|broke (?:the law|(?:his|her|a"
    r"|the) [\w' ’]{0,20}(?:arm|jaw|leg|nose|neck|skull))|the law|secrets|tip-offs|trading on tips|['’]s (?:arm|jaw"
    r"|leg|nose|neck|skull|ribs)|alarm system"
)
# What he did that is no crime, or that the law did with him.
OTHER = (
    r"was|were|is|are|has|have|had been|said|says|told|denied|denies|worked|works|lived|lives|died|survived|suffered"
    r"|joined|married|served|grew|attended|wrote|studied|won|called|calls|refused|appeared|pleaded|faced|faces"
    r"|apologi[sz]ed|resigned|claimed|condemned|opposed|fought|witnessed|investigated|reported|accused|urged|asked"
    r"|warned|vowed|pledged|promised|wants|wanted|will|would|can|could|may|might|did|does|do|lost|received|helped"
    r"|testified|argued|described|criticised|criticized|blamed|defended|announced|signed|voted|covered|directed|led"
    r"|founded|supported|backed|spoke|added|insisted|believes|thinks|thought|feared|felt|saw|heard|found|became"
    r"|remained|seemed|led|explained|stated|recalled|acknowledged|conceded|revealed|predicted|compared|likened"
    r"|pointed|discussed|referred|questioned|responded|replied|began|started|expressed|tweeted|called|met|must|should"
    r"|need\w*|shall|maintain\w*|cites?|cited|noted|declined|confirmed|seeks|sought|hopes|hoped|plays|played"
)
_BAD = rf"(?:{_DONE})[a-z]*(?:(?<=ed)|(?<=ing))|{_THING}"
PAST = (
    r"(?:[a-z]+ed|stole|shot|broke|bought|built|ran|made|took|gave|sold|put|kept|hid|held|drove|sent|cut|hit|struck"
    r"|threw|wrote|spent|set|left|got|paid|fled|dug|beat|bit|tore|shook|slit|swung|burnt|fed|fought|caught|drew|crept"
    r"|brought|tied|lit|laid|slid|sprang|bound|grew|flew|went|came|chose|told|met|sprayed|rode|grabbed)"
)
PLACE = (
    r"(?:^|[.;:] |, |\b(?:and|but|while|when|after|before|because) "
    r"|^(?:In|For|On|At|By|With|Over|From|After|Before|Last|Within) [\w ’'-]{3,40} )"
)
# In both: the verb itself, or what he did it with.
_BADLY = rf"(?=(?:{_DONE})[a-z]*\b){PAST}\b|{PAST} [^;,–\"]{{0,70}}?\b(?:{_BAD})"
HARM = regex(
    rf"{PLACE}(?:{WHO}|(?P<who>[A-Z][\w’'-]+)|[Tt]he (?:three|four|two)|One of the (?:\w+ )?\w+)(?: [a-z]+ly)?"
    rf" (?P<deed>(?!(?:{OTHER})\b)(?:(?:had|has) )?(?:{_BADLY}))\b"
)
# His campaign of harassment, Hale's greed, the banker's illegal trades.
OWN = regex(
    rf"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|\b(?P<who>[A-Z][\w’'-]+?)['’]s?"
    rf"|[Tt]he {PERSON}['’]s?) (?P<deed>(?:\w+ )?(?:illegal \w+|greed|lies|corruption|cruelty"
    r"|campaign of (?:harassment|terror|abuse|hate)|reign of terror|criminal (?:empire|career|enterprise)"
    r"|double life of"
    r"|web of (?:lies|deceit)|evil|sadism|trickery|dishonesty|lust|bloodlust|ill-gotten gains|loot|accomplices?"
    r"|atrocit\w+"
    r"|violent (?:spree|attack)|trail of (?:destruction|victims|debts)))\b"
    r"(?! (?:scandal|cases?|probe|trial|charges?|allegations?|inquiry|investigation|watchdog|claims?))"
)
KILLED = regex(
    r"\b(?P<deed>[Hh](?:er|is) (?:killers?|murderers?|attackers?|rapists?|abusers?|tormentors?|kidnappers?|stalkers?))"
    r"(?=, (?:an?|the|her|his|who (?:lives|works|has|had)|[A-Z]))"
)
MISDEED = regex(r"\b(?P<deed>[Tt]he (?:murder|killing|rape|abuse|torture|abduction) of (?:his|her|their) own \w+)\b")
PERPETRATED = regex(
    rf"\b(?:was|were|been) (?P<deed>(?:{_DONE})[a-z]*(?: (?!by)[\w’'-]+){{0,3}} by) (?:(?:the|an?|her own|his own"
    rf"|their own) (?:[a-z]+ )?(?:{NOUN}|\d\d-year-old \w+|accused|defendants?|suspects?|boy|girl)"
    rf"|(?P<who>[A-Z][\w’'-]+))\b"
)
