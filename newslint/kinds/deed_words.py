"""How a deed is told as a fact: the verbs of crime, with the one who is accused as their subject, and guilt as his."""

from newslint.kinds.accused_words import ADJ, NOUN, PERSON, WHO
from newslint.patterns import regex

# What one may steal besides goods.
_STOLEN = (
    r"stole(?:n)?(?! (?:a (?:glance|kiss|look|march|base)|the (?:show|scene|ball|spotlight|limelight)|hearts?|second"
    r"|third|home))"
)
_BODILY = (
    r"assassinated|murdered|butchered|slaughtered|smothered|suffocated|battered|knifed|gunned down|maimed"
    r"|killed(?! (?:time|off|the (?:bill|deal|mood|story)))|stabbed|strangled|throttled|raped|molested|groomed"
    r"|sexually abused|abused(?! (?:his|her|their) (?:power|position|office))|sexually assaulted|assaulted|groped"
    r"|bludgeoned|drowned|tortured|poisoned|kidnapped|abducted|snatched (?:the|a|his|her)"
    r"|beat (?:him|her|them|up|his|the (?:prisoners?"
    r"|boys?|girls?|women|men|victims?|children)|(?:the|a|an) (?:[\w-]+ ){0,3}(?:to death|unconscious|with|until|in))"
    r"|shot (?:him|her|them|dead|his|two|three|four|five|six|and killed|(?:the|a|an) (?!film|video|scene|picture"
    r"|photo|goal|basket|penalty|ball|puck|series)\w+)|opened fire|punched|attacked (?:him|her|the \w+ (?:with|from"
    r"|at|in|on|outside))|threatened (?:him|her|them|(?:the|a|an) \w+) with|burn(?:ed|t) (?:his|her|the"
    r"|a) [\w ]{3,20} (?:to death|alive)|kicked (?:him|her|the \w+ (?:in|on|as|to))|headbutted|throttled"
    r"|knocked (?:him|her|the \w+) (?:down|out|over|unconscious)|mowed down|mown down|ran over|ran down|lured"
    r"|ambushed|mugged|choked (?:him|her|the)|pushed (?:him|her|his \w+) (?:off|down|under|in front)|threw (?:acid"
    r"|(?:him|her) (?:off|down|from))|held (?:a|the|his|her) (?:gun|knife|pistol|blade) (?:to|at|against)|(?:took"
    r"|ended) (?:his|her) (?:\w+['’]s )?(?:wife['’]s |husband['’]s )?life|slashed|slit|forced (?:himself"
    r"|herself) (?:on|upon)|preyed on|stalked|imprisoned (?:her|him|the)|dismembered|(?:buried|dumped|hid) (?:the|her"
    r"|his) (?:body|corpse|remains)|(?:is|are|was|were) (?:\w+ )?(?:responsible for|behind) the (?:\w+ )?(?:deaths?"
    r"|killings?|murders?|theft|fraud|attacks?|robber(?:y|ies)|bombings?|shootings?|blaze|fire)|caused the deaths? of"
    r"|left (?:him|her|them) (?:to die|for dead)"
)
_PROPERTY = (
    r"plundered|looted|robbed|held up|defrauded|embezzled|pocketed|siphoned|syphoned|swindled|cheated(?! (?:on"
    r"|death))|burgled|ransacked|torched|burn(?:ed|t) down|set (?:fire to|(?:the|a|his|her|it"
    r"|them) ?(?:[\w-]+ ){0,3}(?:on fire|alight|ablaze))|poured petrol|doused|broke into|burst into|raided"
    r"|made off with|helped (?:himself|herself|themselves) to|skimmed|duped|fleeced|conned|scammed|ripped off"
    r"|laundered|trafficked|smuggled|dealt (?:drugs|cocaine|heroin|in)|sold (?:drugs|cocaine|heroin|cannabis|stolen"
    r"|fake|counterfeit)|extorted|blackmailed|bribed|(?:took|taken|accepted|demanded|received|solicited|paid"
    r"|offered) (?:\w+ )?(?:bribes?|kickbacks?|backhanders|(?:envelopes|bags|suitcases) of (?:cash|money)|hush money)"
    r"|forged (?:the|his|her|a|signatures?|documents?|papers|checks|cheques)|falsified|doctored|faked|counterfeited"
    r"|cooked the books|fiddled|rigged|fixed (?:matches|the match)|enriched (?:himself|herself|themselves)|(?:spent"
    r"|used|squandered|gambled away|misused) (?:the )?(?:stolen|(?:investors|clients|customers"
    r"|taxpayers)['’]) (?:money|cash|funds|savings)|ran (?:a|the|an) (?:[\w-]+ ){0,3}(?:scheme|scam|racket|brothel"
    r"|drug ring|ring|fraud|con|swindle|cartel|network)|masterminded|orchestrated the|evaded (?:taxes|tax|millions)"
    r"|dodged (?:taxes|tax)|hacked into|vandali[sz]ed|mis(?:appropriated|led investors)|diverted (?:the )?(?:money"
    r"|funds|millions|payments|cash)|overcharged"
)
_MORE = (
    r"(?:tried|attempted|conspired|plotted|set out) to (?:kill|murder|rape|rob|poison|steal|abduct|kidnap|blow up"
    r"|strangle|stab|defraud|bribe|smuggle|burn)|(?:slipped|put|mixed|stirred|injected) (?:\w+ )?(?:poison|arsenic"
    r"|thallium|cyanide|strychnine|antifreeze|sedatives|insulin|ricin|a drug|drugs|weedkiller|air)|(?:plunged|thrust"
    r"|drove) (?:a|the|his|her) (?:\w+ )?(?:knife|blade|dagger|screwdriver)|fired (?:\w+ )?(?:shots|rounds|bullets)"
    r"|gunned (?:him|her|them|the \w+) down|pushed (?:the|a|his|her|an) (?:[\w-]+ ){0,3}(?:down|off|out|under|from"
    r"|into|over)|threw (?:the|a|his|her) (?:baby|child|petrol bomb)|set (?:about|upon) (?:him|her|them|the \w+)"
    r"|hit (?:him|her|them|the \w+) (?:with|over|in)|struck (?:him|her|them|the \w+) with|smashed (?:his|her"
    r"|the \w+['’]s) (?:skull|head|face)|cut (?:his|her|the \w+['’]s) throat|attacked (?:both|two|three|four)|bullied"
    r"|starved (?:the|his|her|their)|neglected (?:the|his|her)|shook the (?:baby|boy|girl|child|infant)"
    r"|exposed himself|flashed|filmed (?:the )?(?:women|girls|boys|children)|lured|seduced (?:a|the|his|her) (?:pupil"
    r"|student|boy|girl|\d\d-year-old)|blew up|(?:threw|sold) (?:the|a|two|three) (?:match(?:es)?|game|fight|race)"
    r"|sold (?:his|her) (?:vote|office)|forced (?:him|her|them|(?:the|a|his|her) \w+) to|snatched|grabbed (?:the"
    r"|a) (?:bag|purse|phone|till|cash|child|boy|girl)|emptied (?:the|his|her) (?:till|safe|account|accounts)"
    r"|cleaned out|cleared out the (?:till|safe|account)|took (?:the|their|her|his|\w+['’]s?) (?:life )?savings"
    r"|lined (?:his|her|their) (?:own )?pockets?|creamed off|salted away|washed (?:[$£€]|the (?:money|cash|proceeds"
    r"|drug)|money|dirty|millions)|(?:over)?billed [^.;,]{3,40} for (?:\w+ ){1,4}(?:that|which|never)"
    r"|charged [^.;,]{3,40} for (?:\w+ ){1,3}(?:never|he never|she never)|inflated (?:invoices|the (?:bills|price"
    r"|invoices)|bills|claims)|invented (?:\w+ )?(?:invoices|patients|employees|clients|jobs|trips)"
    r"|claimed for (?:\w+ ){1,3}(?:never|he had not|that never)|traded on (?:inside|secret)|tipped off (?:his|her"
    r"|friends|a)|bought (?:\w+['’]s?|the \w+['’]s?|their|his|her) silence|threatened (?:witnesses|the witness)"
    r"|intimidated|hired (?:a|two|the) (?:hitman|killer|hit man|thugs?|killers|gunman)|ordered (?:the|his"
    r"|her) (?:\w+['’]s? )?(?:murder|killing|death|assassination)|paid (?:a|two) (?:hitman|hit man|killers?)"
    r"|supplied (?:the|him|her|a|drugs|cocaine|heroin|cannabis|weapons)|peddled|pushed drugs|grew cannabis"
    r"|cooked (?:meth|crystal)|got away with|escaped with the|disposed of the (?:body|weapon|gun|knife)"
    r"|covered (?:his|her|their) tracks|downloaded (?:indecent|child|images)|hid (?:the )?(?:loot|proceeds|stolen"
    r"|drugs|money he|money she)|kept (?:the|her|him|them) (?:\w+ )?(?:as (?:a )?slaves?|prisoner|captive|locked)"
    r"|held (?:her|him|them) (?:captive|prisoner|hostage)|did it\b|was driving drunk|drove (?:drunk|into (?:the"
    r"|a) (?:crowd|group|queue)|at the (?:crowd|officers?))|ploughed into|plowed into|rammed|crashed (?:drunk"
    r"|into (?:the|a) (?:crowd|family))|caused the (?:crash|fire|blaze|accident|deaths?)|started the (?:fire|blaze"
    r"|brawl|fight)|lit the (?:fire|fuse)|sparked the (?:fire|blaze)"
)
_STATE = (
    r"(?:had |has |have |was |were )?(?:been )?(?:stealing|raping|abusing|molesting|grooming|siphoning|embezzling"
    r"|defrauding|laundering|smuggling|skimming|stalking|beating|dealing drugs|selling drugs|taking bribes"
    r"|spying for)|used [^.,;]{3,40} to (?:force|lure|groom|launder|defraud|steal|rape|abuse|bribe)|bombed|detonated"
    r"|(?:planted|left|built) (?:the|a) (?:\w+ )?(?:bomb|device|explosive)s?|blew up|carried out the"
    r"|committed (?:(?:the|a|this|that|these|those) )?(?:\w+ )?(?:murder|crime|robbery|theft|fraud|rape|attack"
    r"|killing|bombing|burglary|arson|perjury|treason)s?|(?:had )?(?:planned|plotted) (?:the|her|his|to kill|to blow"
    r"|to murder) ?(?:\w+ )?(?:murder|killing|robbery|attack|bombing|fraud|theft|raid|heist|kidnapping)?"
    r"|drove the getaway|spied for|betrayed (?:his|her|their) country|passed (?:\w+ )?(?:secrets|documents"
    r"|information) to|sold (?:\w+ )?(?:secrets|state secrets) to|handed (?:over )?(?:\w+ )?(?:secrets|the plans"
    r"|plans) |recruited fighters|left an? (?:anonymous|threatening|menacing) (?:voicemail|message|note)"
    r"|sent (?:death threats|threatening)|threatened to (?:kill|blow|bomb|shoot)|tampered with|perverted the course"
    r"|lied (?:under oath|to (?:investors|the jury))"
)
DEED = (
    rf"(?:(?:had|has|have) )?(?:(?:repeatedly|brutally|coldly|then|later|also|first) )?(?:{_STOLEN}|{_BODILY}"
    rf"|{_PROPERTY}|{_STATE}|{_MORE})\b"
)
# Of the killer it is said that he killed: there is one, whoever it was.
DID = regex(rf" (?:then )?(?:{DEED}|shot|entered|struck|took|fired|burst)")
# It stands at the beginning of a clause; a clause of its own may lie between him and his deed.
AS_FACT = regex(
    rf"(?:^|[.;:] |, |\b(?:and|but|that|when|because|after|before|while|as|whom|After|Before|When|While|Because) "
    rf"|^(?:In|For|On|At|By|During|Over|From|After|Before|Between|Last|Under"
    rf"|Within) [\w ’'-]{{3,40}} )(?P<who>{WHO})(?P<between>,? who| [a-z]+ly|, [^,.;]{{3,70}},|,)? (?P<deed>{DEED})"
)
BY_NAME = regex(
    rf"\b(?P<who>[A-Z][\w’'-]+)(?P<between>, who|, (?:\w+ )?(?:\d+|an? [\w ]+|[^,.;]{{3,60}}),(?: who)?| who| [a-z]+ly"
    rf"| and [A-Z]\w+)? (?P<deed>{DEED})"
)
WHO_DID = regex(
    rf"\b(?:[Tt]he|a) (?:man|woman|couple|teenager|boy|girl|person|one|men|women|brothers|pair"
    rf"|{ADJ}{NOUN}),? who (?P<deed>{DEED})"
)
# Nobody has said why they killed him: what is asked takes the deed for granted.
WHY = regex(
    rf"\b(?:why|how|when|where) (?P<deed>(?:he|she|they|the (?:man|men|woman|women|pair|couple|brothers|sisters"
    rf"|teenagers?|accused|suspects?|defendants?)) {DEED})"
)
# The girls he raped, the crime she committed, the bomb they built.
THAT_HE_DID = regex(
    rf"\b(?:[Tt]he|[Aa]) (?:\w+ )?[a-z]+ (?:that )?(?P<deed>(?:(?:he|she)(?: and (?:his|her) [a-z]+)?|they"
    r"|the (?:(?:two|three|four|five|six) )?(?:men|women|brothers|sisters|couple|pair|teenagers|defendants|accused))"
    rf" (?:(?:had|has) )?(?:{DEED}|committed"
    rf"|inflicted|perpetrated|caused|built"
    rf"|planted|ran|started|stole|stolen))\b"
)
# The bribes she took, the money that Hale embezzled, the people he had shot.
TAKEN = regex(
    r"\b[Tt]he (?:[a-z]+ )?(?:bribes?|kickbacks?|backhanders?|pay-?offs?|cash|money|millions|fortune|savings|funds"
    r"|people|men|women|boys|girls|children|pupils|patients|clients|protesters|villagers|passengers)"
    r"(?: (?:that|which|whom|who))? (?P<deed>(?:(?P<who>[A-Z][\w’'-]+)|he|she|they) (?:had )?(?:illegally )?(?:took"
    r"|taken|stole|stolen|embezzled|pocketed|accepted|demanded|laundered|siphoned off|shot|killed|poisoned|molested"
    r"|abused|attacked|cheated|swindled|robbed|tortured|raped|groomed))\b"
)
# By the killing he is charged with: after killing his wife.
DOING = regex(
    r"(?:^|, |and |(?:arrested|detained|charged) (?=after (?:committing|stealing|robbing|killing|stabbing)\b)|(?:fled"
    r"|escaped|vanished|home|away|scene|knife|gun|bat) (?=(?:after|before) \w+ing\b))(?P<deed>(?:[Aa]fter|[Bb]y"
    r"|[Bb]efore|[Hh]aving|[Ss]ince|[Ii]n) (?:brutally )?(?:killing|murdering|stabbing|strangling|raping|molesting"
    r"|abusing|mowing down|running over|running down|stealing|robbing|defrauding|embezzling|poisoning|kidnapping"
    r"|abducting|bombing|planting|assaulting|committing|groping|smuggling|forging|killed|murdered|attacking"
    r"|bludgeoning|knifing|torching|laundering|stolen|robbed|raped|stabbed|strangled|swindling|holding up"
    r"|setting fire to|shooting|beating))\b"
)
# What she did to him: she did it.
WHAT_HE_DID = regex(r"\b[Ww]hat (?P<deed>(?:(?P<who>[A-Z][\w’'-]+)|he|she|they) (?:had done|did) to)\b")
# Killed by her husband: where he is the one accused.
DONE_BY = regex(
    r"\b(?:was|were|been) (?P<deed>(?:\w+ )?(?:killed|murdered|stabbed|shot|strangled|raped|abducted|kidnapped"
    r"|beaten|robbed"
    r"|defrauded|conned|groomed|molested|poisoned|attacked|swindled|cheated|burgled|abused|assaulted|tortured|run over"
    r"|snatched|lured|bribed|duped|knifed|bludgeoned|smothered|drowned|suffocated|battered|gunned down|assassinated"
    r"|set alight)(?: (?!by)[\w-]+){0,4} by) (?:(?:the|her own|his own|their own|(?:her|his|their)(?= (?:[a-z]+ )?"
    r"(?:husband|wife|father|mother|parents|sons?|daughter|brothers?|sister|uncle|aunt|boyfriend|girlfriend|partner|lover"
    r"|step\w+|nephew|cousin|coach|boss|tenant|lodger|neighbou?r|employer|teacher|nurse|carer|doctor)\b)) (?:[a-z]+ )?"
    rf"(?:accused|defendants?|suspects?|{NOUN})\b|(?:[A-Z][\w’'-]+ )?(?P<who>[A-Z][\w’'-]+))"
)
_CRIMES = (
    r"crimes?|victims?|raids|deceit|deception|depravity|misdeeds|thievery|brutality|wrongdoing|wickedness"
    r"|sexual abuse|guilt|killing spree|crime spree|massacre|rampage|scam|swindle|ponzi scheme|treachery|thefts?"
    r"|thieving|embezzlement|atrocit(?:y|ies)|act of terror|abuse of (?:the|his|her|a|young|boys|girls)|cruelty to"
    r"|betrayal of (?:his|her)"
)
GUILT = regex(
    rf"(?P<deed>\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:\w+ )?"
    rf"(?:(?:{_CRIMES})\b|murders?\b(?! (?:trial|case|charge|weapon))"
    r"|(?:fraud|scheme to (?:cheat|defraud|steal|rob)|robbery|burglary|bombing|rape|killing|arson|attack)"
    r" ?(?:of\b|,|began|lasted|ruined|cost|went|netted|brought|left|was|were|had|shocked|came))"
    r"|\b(?:is|was|are|were) (?:clearly |plainly |obviously |undoubtedly )?guilty\b(?: of)?|, guilty of\b"
    r"|\bat the hands of (?:his|her)\b|\b[Tt]he guilty (?:man|woman|men|women|party|pair)\b"
    rf"|\b[Tt]he (?:murderous|crooked|thieving|dishonest|criminal|homicidal|fraudulent|corrupt|bent|greedy|callous"
    rf"|cruel"
    rf"|evil|heartless|wicked|depraved|twisted|sadistic|bloodthirsty|cold-blooded|perverted|drunken|disgraced lying"
    rf"|predatory|guilty) {PERSON}\b)"
)
NO_DOUBT = regex(
    r"\b(?P<deed>(?:is|was|leaves?|left|with|has) no doubt (?:that|who|about)[^.]{0,40}\b(?:did|guilty|guilt|killed"
    r"|murdered|stole)\b|evidence (?:clearly |plainly )?(?:proves|shows) (?:that )?(?:he|she|they)\b)"
)
CRIMINAL = (
    r"(?:murderer|killer|gunman|gunwoman|shooter|attacker|terrorist|thief|rapist|fraudster|swindler|crook|con ?man"
    r"|cheat|burglar|robber|drug dealer|drug addict|drug baron|knifeman|stalker|assassin|forger|hacker|blackmailer"
    r"|trafficker|pa?edophile|bomber|molester|arsonist|kidnapper|criminal|abuser|embezzler|traitor|spy|smuggler"
    r"|predator)"
)
IS_A = regex(
    rf"\b(?P<who>[A-Z][\w’'-]+|He|She) ?(?P<deed>(?:\b(?:is|was) |, )(?:a|the|an) (?:[a-z-]+ ){{0,2}}{CRIMINAL})\b"
    rf"|\b[Tt]he (?P<noun>{PERSON}), (?:a|the) (?:[a-z-]+ ){{0,2}}{CRIMINAL}\b"
)
OWNED = regex(
    rf"\b(?P<who>[A-Z][\w’'-]+?|[Tt]he {ADJ}(?:accused|defendant|suspect"
    rf"|{PERSON}))['’]s? (?P<deed>(?:\w+ )?(?:{_CRIMES}|fraud|murder of"
    r"|killing of|rape of|attack (?:on|left|killed)|bombing|robbery))\b"
)
# Where a further clause begins, what is said in it is of something else: he took the money, and denies the charge.
NEXT_CLAUSE = regex(r"(?:,|;) (?:and|but)\b|; ")
# The headline has no article: teacher who stole from pupils in court, killer nurse denies the charge.
HEADLINED = regex(
    rf"(?P<deed>^(?:[\w'’-]+ ){{0,4}}[\w'’-]+,? who (?:{DEED}|took|murders|kills|killed|stole)"
    r"|^(?:(?:(?:Thieving|Crooked|Corrupt|Murderous|Cheating|Lying|Evil|Perverted|Guilty) [a-z]+)|Murderer|Killer"
    r"|Pervert|Smuggler|Poisoner|Money launderer|Cheat|Traitor|Gunman|Predator|Paedophile|Pedophile|Thief|Rapist"
    r"|Fraudster|Con ?man|Swindler|Burglar|Robber"
    r"|Terrorist|Attacker|Arsonist|Kidnapper|Crook|Stalker|Abuser|Drug dealer|Drug lord|Knifeman|Bomber|Spy|Thug)s?)\b"
    r"(?=.*\b(?:charged|arrested|held|court|trial|denies|deny|remanded|bail|judge|judges|plea|pleads|accused|jury"
    r"|suspect|bailed|adjourned|retrial|hearing|arraigned|indicted|sued|extradit\w+|charges?|allegations"
    r"|detained|custody|questioned|dock|himself|herself)\b)"
)
