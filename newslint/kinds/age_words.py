"""How an article tells the age of somebody of whom it has told: by epithet, pronoun, birthday, birth or death."""

from newslint.kinds.ages_by_name import NAME
from newslint.language.labels import MONTH_NAMES
from newslint.patterns import regex

_AGE = r"(?P<age>[1-9][0-9]?|10[0-9])"
_CHILD = r"girl|boy|child|baby|infant|toddler|schoolgirl|schoolboy|pupil|teenager|teen|youth|youngster"
_MEN = r"man|boy|schoolboy|father|husband|son|brother|widower|actor|king"
_WOMEN = r"woman|girl|schoolgirl|mother|wife|daughter|sister|widow|actress|queen"
_ONE = (
    rf"(?:{_CHILD}|{_MEN}|{_WOMEN}|accused|suspect|defendant|victim|pensioner|deceased|patient|student|teacher|driver"
    r"|pilot|officer|nurse|soldier|singer|actor|actress|artist|author|politician|senator|congressman|lawmaker|minister"
    r"|striker|midfielder|defender|goalkeeper|winger|player|star|coach|manager|comedian|musician|presenter|businessman"
    r"|billionaire|priest|bishop|pope|judge|lawyer|doctor|professor|plumber|farmer|grandmother|grandfather)"
)
_WHO = r"(?:, who (?:is(?: now)?|was|turned|has turned|had turned)|, aged|,)"
_ENDS = r"(?:(?: years old)?(?=[,.;)]| and\b))"
_MONTH = rf"(?:{MONTH_NAMES}|spring|summer|autumn|fall|winter)"
_SOON = rf"(?=,? (?:next|this|in (?:{_MONTH}|the)|on|later|tomorrow|today)\b| when\b)(?! in (?:19|20)[0-9]{{2}})"
_STARTS = r"(?:^|[.!?]\"? |\n\"?|\" )"
# Somebody of whom has been told, with the age that he has.
TOLD = (
    regex(rf"\b[Tt]he {_AGE}-year-old\b(?!-)(?: (?!and\b|or\b)[a-z]+)?(?! [A-Z]| and [A-Z]| [a-z]+ [A-Z])"),
    regex(rf"\b[Tt]he (?:[a-z-]+ )?(?P<what>{_ONE}){_WHO} {_AGE}{_ENDS}"),
    regex(rf"{_STARTS}(?P<what>He|She) (?:is|was) (?:only |just |still )?{_AGE}{_ENDS}(?! when\b)"),
    regex(rf"\b{NAME}, (?:who (?:is|was)|aged) {_AGE}{_ENDS}"),
    regex(rf"\b{NAME} (?:is|was) {_AGE}(?:{_ENDS}| when (?:he|she) (?:died|was (?:killed|murdered|found))\b)"),
    regex(rf"\b{NAME}(?P<beside>), {_AGE},"),
    regex(rf"\b{NAME}, (?:an?|the) {_AGE}-year-old\b"),
    regex(rf"\b{NAME},? (?:has )?(?:died|dies)\b[^.;:()\"0-9]{{0,30}}? (?:aged|at the age of|at age|at) {_AGE}{_ENDS}"),
    regex(rf"\b{NAME}, (?:is )?now (?:aged )?{_AGE}{_ENDS}"),
    regex(rf"{_STARTS}At {_AGE}, {NAME} (?:is|has|remains)\b"),
)
# Who comes to an age soon, has come to it of late, or would have come to it.
_ANYBODY = rf"(?:\b{NAME}|{_STARTS}(?P<what>He|She)|\b[Tt]he (?:[a-z-]+ )?(?P<one>{_ONE})),?(?: who)?"
TURNS = (
    regex(rf"{_ANYBODY}"
          rf" (?:will (?:be|turn|have turned)|turns|would (?:be|have been|have turned|turn)"
          rf"|would have celebrated (?:his|her))"
          rf" {_AGE}\b(?:(?:st|nd|rd|th) birthday)?{_SOON}"),
    regex(rf"{_ANYBODY}"
          rf" (?:will celebrate|celebrates|is (?:about )?to celebrate) (?:his|her) {_AGE}(?:st|nd|rd|th)"
          rf" birthday\b{_SOON}"),
)  # fmt: skip
COMING = regex(r"\b(?:turn(?:s|ed)?|been?|his|her) (?:[1-9][0-9]?|10[0-9])\b")
TURNED = (
    regex(rf"{_ANYBODY}"
          rf" (?:turned|has turned|had turned|celebrated (?:his|her)) {_AGE}\b(?:(?:st|nd|rd|th) birthday)?"
          rf"(?=,? (?:last|this|in (?:{_MONTH})|on|earlier)\b| *[,.;])"),
)  # fmt: skip
_PLACE = r"[^.;:()\"0-9]{2,50}?"
_DATE = rf"(?:(?:the )?(?:early |late )?(?:[0-9]{{1,2}} )?{_MONTH}(?: [0-9]{{1,2}})?,? (?:of )?)?"
BORN = (
    regex(rf"(?:\b{NAME}(?:, who was|,? was|,| \()|{_STARTS}(?P<what>He|She) was|\b[Tt]he (?P<one>{_ONE})(?:, who was|,"
          rf"| was)) ?born (?:(?:in|at|near|into|to|on) {_PLACE},? )?(?:in|on) {_DATE}(?P<age>(?:19|20)[0-9]{{2}})\b"),
)  # fmt: skip
LIFE = regex(
    rf"\b{NAME}(?:, [a-z -]{{3,40}})?,? \(?(?P<age>(?:18|19|20)[0-9]{{2}}) ?[-–] ?(?P<last>(?:19|20)[0-9]{{2}})\b"
)
YEARS = regex(r"\b(?:18|19|20)[0-9]{2} ?[-–] ?(?:19|20)[0-9]{2}\b")
BIRTH = regex(r"\bborn\b")
AT = regex(
    rf"\b{NAME} was (?:only |just )?{_AGE} when (?:he|she) [^.;:()\"0-9]{{2,60}}? in {_DATE}"
    r"(?P<last>(?:19|20)[0-9]{2})\b"
)
# “when she was 12”, “was 19 when”, and what else tells of another time.
THEN = regex(
    r"(?i)\b(?:when|then|at the time|years? (?:ago|earlier|later|before|after)|later|decades?|before|after|until|since"
    r"|as an?|by the age|if|(?:18|19|20)[0-9]{2})\b"
)
THEN_ASIDE = regex(r", (?:at the time|then|when)\b")
_KIN = (
    r"(?:sons?|daughters?|wife|husband|mother|father|brothers?|sisters?|children|widow|cousin|nephew|niece|uncle"
    r"|aunt|twins?|grand\w+|fianc\w+|partner|girlfriend|boyfriend|friend|friends|colleagues?|team-?mate|parents"
    r"|another|others?|both|two|three|couple|pair|second)"
)
OTHERS = regex(rf"\b{_KIN}\b")
KIN_NAMED = regex(rf"\b{_KIN}(?: of)?,? (?:[A-Z][a-z]+\.? )?$")


BESIDE = (
    "He was ",
    "She was ",
    ", ",
    " (",
    "aged ",
    "who is ",
    "who was ",
    "is now ",
    "turned ",
    "at age ",
    "age of ",
    "died at ",
)
OF = ("girl of ", "boy of ", "man of ", "woman of ", "child of ", "dies at ", "died at ", "dead at ", "dies aged ")
BEHIND = (",", ".", ";", ")", " and ", "\n", " who ", " said ", " when ", " in ")


# By which words an age is of the one who is meant, where the article has several.
SORTS = (
    (regex("accused|suspect|defendant"), regex(r"\b(?:charged|arrested|accused|detained|suspect|defendant)\b")),
    (regex("victim|deceased"), regex(r"\b(?:killed|died|dead|stabbed|shot|murdered|body)\b")),
    (regex("woman"), regex(r"-year-old (?:[a-z]+ )?woman\b")),
    (regex("man"), regex(r"-year-old (?:[a-z]+ )?man\b")),
    (regex("girl|schoolgirl"), regex(r"-year-old (?:[a-z]+ )?(?:school)?girl\b")),
    (regex("boy|schoolboy"), regex(r"-year-old (?:[a-z]+ )?(?:school)?boy\b")),
)
