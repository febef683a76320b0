"""Words of harm and crime: of the one who is accused a sentence that has them, and no source, tells what he did."""

from newslint.kinds.accused_words import NOUN, PERSON, WHO
from newslint.patterns import regex

_DONE = (
    r"laced\b|ruin|destroy|wreck|terrori[sz]|torment|tortur|disfigur|maim|mutilat|crippl|scald|starv|thrash|whipp"
    r"|flogg"
    r"|slapp|batter"
    r"|exploit|humiliat|degrad|harass|bull(?:y|ied)|intimidat|menac|threaten|coerc|blackmail|extort|plunder|loot"
    r"|squander"
    r"|gambl|fleec|milk|drain|deceiv|dup(?:ed|ing)|conn(?:ed|ing)|swindl|defraud|cheat|steal|stole|robb|snatch"
    r"|smuggl|traffick|launder|brib|forg(?:ed|ing|er)|fak(?:ed|ing)|falsif|hack(?:ed|ing)|spied|betray|sabotag"
    r"|vandali[sz]"
    r"|smash|torch(?:ed|ing)|firebomb|bomb|explo[ds]|detonat|shot(?! (?:a |the )?(?:film|video|scene|goal|par))"
    r"|stab(?:b|s?\b)|knif"
    r"|slash|behead|dismember|buried|dump|strangl|smother|drown|poison|drugg|spik(?:ed|ing)|rap(?:ed|ing|ist)|molest"
    r"|grop"
    r"|fondl|groom|abus|assault|kill|murder|slaughter|massacr|gunn|mow(?:ed|n)|ramm|kidnap|abduct|lur(?:ed|ing)|stalk"
    r"|embezzl|pocket(?:ed|ing)|siphon|skimm|trick(?:ed|ery|ing)|lied|blinded|burn(?:ed|t)|choke|injur|wound|maul"
)
_THING = (
    r"loot|booty|spoils|proceeds|stolen|ill-gotten|bribes?|kickbacks?|shallow grave|corpse|acid|kni(?:fe|ves)|blade"
    r"|machete"
    r"|axe|hammers?|crowbars?|pistols?|rifles?|shotguns?|guns?|bullets?|petrol|explosives?|poison|accomplices?|crimes?"
    r"|illegally|illicit|forged|fake|counterfeit|fraud|fraudulent\w*|scam|fictitious|bogus|victims?|getaway|cover-up"
    r"|ransom"
    r"|hostages?|cocaine|heroin|drugs|drug money|forger\w+|shell compan(?:y|ies)|false (?:invoices?|names?"
    r"|passports?|accounts?)"
    r"|double li(?:fe|ves)|broke (?:the law|(?:his|her|a|the) [\w' ’]{0,20}(?:arm|jaw|leg|nose|neck|skull))|the law"
    r"|secrets"
    r"|tip-offs|trading on tips|['’]s (?:arm|jaw|leg|nose|neck|skull|ribs)|alarm system"
)
# What he did that is no crime, or that the law did with him.
OTHER = (
    r"was|were|is|are|has|have|had been|said|says|told|denied|denies|worked|works|lived|lives|died"
    r"|survived|suffered|joined|married|served|grew|attended|wrote|studied|won|called|calls|refused|appeared|pleaded"
    r"|faced|faces|apologi[sz]ed|resigned|claimed|condemned|opposed|fought|witnessed|investigated|reported|accused"
    r"|urged"
    r"|asked|warned|vowed|pledged|promised|wants|wanted|will|would|can|could|may|might|did|does|do|lost|received"
    r"|helped"
    r"|testified|argued|described|criticised|criticized|blamed|defended|announced|signed|voted|covered|directed|led"
    r"|founded"
    r"|supported|backed|spoke|added|insisted|believes|thinks|thought|feared|felt|saw|heard|found|became|remained"
    r"|seemed|led"
    r"|explained|stated|recalled|acknowledged|conceded|revealed|predicted|compared|likened|pointed|discussed|referred"
    r"|questioned|responded|replied|began|started|expressed|tweeted|called|met|must|should|need\w*|shall|maintain\w*"
    r"|cites?|cited|noted|declined|confirmed|seeks|sought|hopes|hoped|plays|played"
)
_BAD = rf"(?:{_DONE})[a-z]*(?:(?<=ed)|(?<=ing))|{_THING}"
PAST = (
    r"(?:[a-z]+ed|stole|shot|broke|bought|built|ran|made|took|gave|sold|put|kept|hid|held|drove|sent|cut|hit|struck"
    r"|threw|wrote"
    r"|spent|set|left|got|paid|fled|dug|beat|bit|tore|shook|slit|swung|burnt|fed|fought|caught|drew|crept|brought"
    r"|tied|lit|laid"
    r"|slid|sprang|bound|grew|flew|went|came|chose|told|met|sprayed|rode|grabbed)"
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
    rf"|their own"
    rf") (?:[a-z]+ )?(?:{NOUN}|\d\d-year-old \w+|accused|defendants?|suspects?|boy|girl)|(?P<who>[A-Z][\w’'-]+))\b"
)
