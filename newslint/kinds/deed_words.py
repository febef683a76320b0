"""How a deed is told as a fact: the verbs of crime, with the one who is accused as their subject, and guilt as his."""

from newslint.kinds.accused_words import ADJ, NOUN, PERSON, WHO
from newslint.patterns import regex

# What one may steal besides goods.
_STOLEN = (
    r"stole(?:n)?(?! (?:a (?:glance|kiss|look|march|base)|the (?:show|scene|ball|spotlight|limelight)|hearts?|second"
    r"|third|home))"
)
_BODILY = (
    r"murdered|butchered|slaughtered|smothered|suffocated|battered|knifed|gunned down|maimed"
    r"|killed(?! (?:time|off|the (?:bill|deal|mood|story)))|stabbed|strangled|throttled|raped|molested|groomed"
    r"|sexually abused|abused(?! (?:his|her|their) (?:power|position|office))|sexually assaulted|assaulted|groped"
    r"|bludgeoned|drowned|tortured|poisoned|kidnapped|abducted|snatched (?:the|a|his|her)|beat (?:him|her|them|up"
    r"|his|the (?:prisoners?|boys?|girls?|women|men|victims?|children)"
    r"|(?:the|a|an) (?:[\w-]+ ){0,3}(?:to death|unconscious|with|until|in))|shot (?:him|her|them|dead|his|two|three"
    r"|four"
    r"|five|six|and killed|(?:the|a|an) (?!film|video|scene|picture|photo|goal|basket|penalty|ball|puck|series)\w+)"
    r"|opened fire|punched|attacked (?:him|her|the \w+ (?:with|from|at|in|on|outside))"
    r"|threatened (?:him|her|them|(?:the|a|an) \w+) with|burn(?:ed|t) (?:his|her|the|a) [\w ]{3,20} (?:to death|alive)"
    r"|kicked (?:him|her|the \w+ (?:in|on|as|to))|headbutted|throttled|knocked (?:him|her|the \w+)"
    r" (?:down|out|over|unconscious)|mowed down|mown down|ran over|ran down|lured|ambushed|mugged|choked (?:him|her"
    r"|the)"
    r"|pushed (?:him|her|his \w+) (?:off|down|under|in front)|threw (?:acid|(?:him|her) (?:off|down|from))"
    r"|held (?:a|the|his|her) (?:gun|knife|pistol|blade) (?:to|at|against)"
    r"|(?:took|ended) (?:his|her) (?:\w+['’]s )?(?:wife['’]s |husband['’]s )?life|slashed|slit"
    r"|forced (?:himself|herself) (?:on|upon)|preyed on|stalked|imprisoned (?:her|him|the)|dismembered"
    r"|(?:buried|dumped|hid) (?:the|her|his) (?:body|corpse|remains)"
    r"|(?:is|are|was|were) (?:\w+ )?(?:responsible for|behind) the (?:\w+ )?(?:deaths?|killings?|murders?|theft"
    r"|fraud|attacks?"
    r"|robber(?:y|ies)|bombings?|shootings?|blaze|fire)|caused the deaths? of|left (?:him|her|them) (?:to die"
    r"|for dead)"
)
_PROPERTY = (
    r"plundered|looted|robbed|held up|defrauded|embezzled|pocketed|siphoned|syphoned|swindled|cheated(?! (?:on|death))"
    r"|burgled|ransacked|torched|burn(?:ed|t) down|set (?:fire to|(?:the|a|his|her|it|them) ?(?:[\w-]+ ){0,3}"
    r"(?:on fire|alight|ablaze))|poured petrol|doused|broke into|burst into|raided|made off with|helped"
    r" (?:himself|herself|themselves) to|skimmed|duped|fleeced|conned|scammed|ripped off|laundered|trafficked|smuggled"
    r"|dealt (?:drugs|cocaine|heroin|in)|sold (?:drugs|cocaine|heroin|cannabis|stolen|fake|counterfeit)|extorted"
    r"|blackmailed"
    r"|bribed|(?:took|taken|accepted|demanded|received|solicited|paid|offered) (?:\w+ )?(?:bribes?|kickbacks?"
    r"|backhanders"
    r"|(?:envelopes|bags|suitcases) of (?:cash|money)|hush money)|forged (?:the|his|her|a|signatures?|documents?"
    r"|papers"
    r"|checks|cheques)|falsified|doctored|faked|counterfeited|cooked the books|fiddled|rigged|fixed (?:matches"
    r"|the match)"
    r"|enriched (?:himself|herself|themselves)|(?:spent|used|squandered|gambled away|misused) (?:the )?(?:stolen"
    r"|(?:investors|clients|customers|taxpayers)['’]) (?:money|cash|funds|savings)"
    r"|ran (?:a|the|an) (?:[\w-]+ ){0,3}(?:scheme|scam|racket|brothel|drug ring|ring|fraud|con|swindle|cartel|network)"
    r"|masterminded|orchestrated the|evaded (?:taxes|tax|millions)|dodged (?:taxes|tax)|hacked into|vandali[sz]ed"
    r"|mis(?:appropriated|led investors)|diverted (?:the )?(?:money|funds|millions|payments|cash)|overcharged"
)
_MORE = (
    r"(?:tried|attempted|conspired|plotted|set out) to (?:kill|murder|rape|rob|poison|steal|abduct|kidnap|blow up"
    r"|strangle|stab"
    r"|defraud|bribe|smuggle|burn)|(?:slipped|put|mixed|stirred|injected) (?:\w+ )?(?:poison|arsenic|thallium"
    r"|cyanide|strychnine"
    r"|antifreeze|sedatives|insulin|ricin|a drug|drugs|weedkiller|air)|(?:plunged|thrust|drove) (?:a|the|his"
    r"|her) (?:\w+ )?(?:knife"
    r"|blade|dagger|screwdriver)|fired (?:\w+ )?(?:shots|rounds|bullets)|gunned (?:him|her|them|the \w+) down"
    r"|pushed (?:the|a|his|her|an) (?:[\w-]+ ){0,3}(?:down|off|out|under|from|into|over)|threw (?:the|a|his"
    r"|her) (?:baby|child|petrol bomb)"
    r"|set (?:about|upon) (?:him|her|them|the \w+)|hit (?:him|her|them|the \w+) (?:with|over|in)|struck (?:him|her"
    r"|them|the \w+)"
    r" with|smashed (?:his|her|the \w+['’]s) (?:skull|head|face)|cut (?:his|her|the \w+['’]s) throat"
    r"|attacked (?:both|two|three|four)"
    r"|bullied|starved (?:the|his|her|their)|neglected (?:the|his|her)|shook the (?:baby|boy|girl|child|infant)"
    r"|exposed himself|flashed"
    r"|filmed (?:the )?(?:women|girls|boys|children)|lured|seduced (?:a|the|his|her) (?:pupil|student|boy|girl"
    r"|\d\d-year-old)"
    r"|blew up|(?:threw|sold) (?:the|a|two|three) (?:match(?:es)?|game|fight|race)|sold (?:his|her) (?:vote|office)"
    r"|forced (?:him|her|them|(?:the|a|his|her) \w+) to|snatched|grabbed (?:the|a) (?:bag|purse|phone|till|cash"
    r"|child|boy|girl)|emptied (?:the|his"
    r"|her) (?:till|safe|account"
    r"|accounts)|cleaned out|cleared out the (?:till|safe|account)|took (?:the|their|her|his"
    r"|\w+['’]s?) (?:life )?savings|lined (?:his|her|their) (?:own )?pockets?|creamed off|salted away"
    r"|washed (?:[$£€]|the (?:money|cash|proceeds|drug)|money|dirty|millions)"
    r"|(?:over)?billed [^.;,]{3,40} for (?:\w+ ){1,4}(?:that|which|never)"
    r"|charged [^.;,]{3,40} for (?:\w+ ){1,3}(?:never|he never|she never)|inflated (?:invoices|the (?:bills|price"
    r"|invoices)|bills|claims)"
    r"|invented (?:\w+ )?(?:invoices|patients|employees|clients|jobs|trips)|claimed for (?:\w+ ){1,3}(?:never"
    r"|he had not|that never)"
    r"|traded on (?:inside|secret)|tipped off (?:his|her|friends|a)|bought (?:\w+['’]s?|the \w+['’]s?|their|his"
    r"|her) silence"
    r"|threatened (?:witnesses|the witness)|intimidated|hired (?:a|two|the) (?:hitman|killer|hit man|thugs?|killers"
    r"|gunman)"
    r"|ordered (?:the|his|her) (?:\w+['’]s? )?(?:murder|killing|death|assassination)|paid (?:a|two) (?:hitman"
    r"|hit man|killers?)"
    r"|supplied (?:the|him|her|a|drugs|cocaine|heroin|cannabis|weapons)|peddled|pushed drugs|grew cannabis"
    r"|cooked (?:meth|crystal)"
    r"|got away with|escaped with the|disposed of the (?:body|weapon|gun|knife)|covered (?:his|her|their) tracks"
    r"|downloaded (?:indecent"
    r"|child|images)|hid (?:the )?(?:loot|proceeds|stolen|drugs|money he|money she)|kept (?:the|her|him"
    r"|them) (?:\w+ )?(?:as (?:a )?slaves?"
    r"|prisoner|captive|locked)|held (?:her|him|them) (?:captive|prisoner|hostage)|did it\b|was driving drunk"
    r"|drove (?:drunk|into (?:the|a)"
    r" (?:crowd|group|queue)|at the (?:crowd|officers?))|ploughed into|plowed into|rammed|crashed (?:drunk"
    r"|into (?:the|a) (?:crowd|family))"
    r"|caused the (?:crash|fire|blaze|accident|deaths?)|started the (?:fire|blaze|brawl|fight)|lit the (?:fire|fuse)"
    r"|sparked the (?:fire|blaze)"
)
_STATE = (
    r"(?:had |has |have |was |were )?(?:been )?(?:stealing|raping|abusing|molesting|grooming|siphoning|embezzling"
    r"|defrauding"
    r"|laundering|smuggling|skimming|stalking|beating|dealing drugs|selling drugs|taking bribes|spying for)"
    r"|used [^.,;]{3,40} to (?:force|lure|groom|launder|defraud|steal|rape|abuse|bribe)|bombed|detonated|(?:planted"
    r"|left|built) (?:the|a) (?:\w+ )?(?:bomb|device|explosive)s?|blew up|carried out the"
    r"|committed (?:(?:the|a|this|that|these|those) )?(?:\w+ )?(?:murder|crime|robbery|theft|fraud|rape|attack"
    r"|killing|bombing|burglary|arson|perjury|treason)s?|(?:had )?(?:planned|plotted) (?:the|her|his|to kill|to blow"
    r"|to murder) ?(?:\w+ )?(?:murder|killing|robbery|attack|bombing|fraud|theft|raid|heist|kidnapping)?"
    r"|drove the getaway|spied for|betrayed (?:his|her|their) country|passed (?:\w+ )?(?:secrets|documents"
    r"|information) to"
    r"|sold (?:\w+ )?(?:secrets|state secrets) to|handed (?:over )?(?:\w+ )?(?:secrets|the plans|plans) "
    r"|recruited fighters"
    r"|left an? (?:anonymous|threatening|menacing) (?:voicemail|message|note)|sent (?:death threats|threatening)"
    r"|threatened to (?:kill|blow|bomb|shoot)|tampered with|perverted the course|lied (?:under oath|to (?:investors"
    r"|the jury))"
)
DEED = (
    rf"(?:(?:had|has|have) )?(?:(?:repeatedly|brutally|coldly|then|later|also|first) )?(?:{_STOLEN}|{_BODILY}"
    rf"|{_PROPERTY}|{_STATE}|{_MORE})\b"
)
# Of the killer it is said that he killed: there is one, whoever it was.
DID = regex(rf" (?:then )?(?:{DEED}|entered|struck|took|fired|burst)")
# It stands at the beginning of a clause; a clause of its own may lie between him and his deed.
AS_FACT = regex(
    rf"(?:^|[.;:] |, |\b(?:and|but|that|when|because|after|before|while|as|whom|After|Before|When|While|Because) "
    rf"|^(?:In|For|On|At|By|During|Over|From|After|Before|Between|Last|Under|Within) [\w ’'-]{{3,40}} )"
    rf"(?P<who>{WHO})(?P<between>,? who| [a-z]+ly|, [^,.;]{{3,70}},|,)?"
    rf" (?P<deed>{DEED})"
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
# By the killing he is charged with: after killing his wife.
DOING = regex(
    r"(?:^|, |and |(?:arrested|detained|charged) (?=after (?:committing|stealing|robbing|killing|stabbing)\b)"
    r"|(?:fled|escaped|vanished|home|away|scene|knife|gun|bat) (?=(?:after|before) \w+ing\b))"
    r"(?P<deed>(?:[Aa]fter|[Bb]y|[Bb]efore|[Hh]aving|[Ss]ince|[Ii]n)"
    r" (?:brutally )?(?:killing"
    r"|murdering|stabbing|strangling|raping|molesting|abusing|mowing down|running over|running down"
    r"|stealing|robbing|defrauding|embezzling|poisoning|kidnapping|abducting|bombing|planting|assaulting"
    r"|committing|groping|smuggling|forging|killed|murdered|attacking|bludgeoning|knifing|torching|laundering"
    r"|stolen|robbed|raped|stabbed|strangled|swindling|holding up|setting fire to|shooting|beating))\b"
)
# What she did to him: she did it.
WHAT_HE_DID = regex(r"\b[Ww]hat (?P<deed>(?:(?P<who>[A-Z][\w’'-]+)|he|she|they) (?:had done|did) to)\b")
# Killed by her husband: where he is the one accused.
DONE_BY = regex(
    r"\b(?:was|were|been) (?P<deed>(?:\w+ )?(?:killed|murdered|stabbed|shot|strangled|raped|abducted|kidnapped"
    r"|beaten|robbed"
    r"|defrauded|conned|groomed|molested|poisoned|attacked|swindled|cheated|burgled|abused|assaulted|tortured|run over"
    r"|snatched|lured|bribed|duped|knifed|bludgeoned)(?: (?!by)[\w-]+){0,3} by) (?:(?:the|her own|his own"
    r"|their own) (?:[a-z]+ )?"
    rf"(?:accused|defendants?|suspects?|{NOUN})\b|(?:[A-Z][\w’'-]+ )?(?P<who>[A-Z][\w’'-]+))"
)
_CRIMES = (
    r"crimes?|victims?|raids|deceit|deception|depravity|misdeeds|thievery|brutality|wrongdoing|wickedness"
    r"|sexual abuse|guilt|killing spree|crime spree|massacre|rampage|scam|swindle|ponzi scheme|treachery|thefts?"
    r"|thieving"
    r"|embezzlement|atrocit(?:y|ies)|act of terror|abuse of (?:the|his|her|a|young|boys|girls)|cruelty to"
    r"|betrayal of (?:his"
    r"|her)"
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
    r"\b(?P<deed>(?:is|was|leaves?|left|with|has) no doubt (?:that|who|about)[^.]{0,40}\b(?:did|guilty|guilt"
    r"|killed|murdered|stole)\b"
    r"|evidence (?:clearly |plainly )?(?:proves|shows) (?:that )?(?:he|she|they)\b)"
)
CRIMINAL = (
    r"(?:murderer|killer|gunman|gunwoman|shooter|attacker|terrorist|thief|rapist|fraudster|swindler|crook|con ?man"
    r"|cheat"
    r"|burglar|robber|drug dealer|drug addict|drug baron|knifeman|stalker|assassin|forger|hacker|blackmailer"
    r"|trafficker"
    r"|pa?edophile|bomber|molester|arsonist"
    r"|kidnapper|criminal|abuser|embezzler|traitor|spy|smuggler|predator)"
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
