"""Who may be the one that is accused, where he is not named: the suspect, the former teacher, the 34-year-old, she."""

# Of whom it is known that he did it, whoever he is; and what is no noun.
_OTHERS = (
    r"(?:gunm|knifem|hitm|axem|marksm|assail|intrud|perpetrat|killer|attacker|robber|raider|murderer|hacker|thie"
    r"|bomber|burglar|shooter|sniper|offender|rioter|looter|police|officer|prosecut|trooper|agents?\b|deput|sheriff"
    r"|army|troops|forces|military|militan|insurgent|rebel|terrorist|jihadi|government|regime|(?:then|now|also|later"
    r"|soon|once|still|just|he|she|they|it|we|you|has|had|have|having|was|were|is|are|be|been|being|who|that|which"
    r"|and|or|of|to|in|on|at|by|for|from|with|as|same|other|others|first|second|whole|not|did|does|do|will|would|can"
    r"|could|may|might|must|should)\b|[a-z]+ly\b)"
)
# What kills without being a person, and whom no court tries for it.
_THINGS = (
    r"(?:state|court|judge|jur(?:y|or)|law|compan(?:y|ies)|firm|bank|group|party|team|club|virus|disease|storm"
    r"|hurricane|flood|fire|blaze|blast|bomb|explosion|shooting|attack|strike|accident|crash|collision|quake"
    r"|earthquake|tornado|war|drone|missile|rocket|bullet|shark|bear|dog|animal|drug|victim|pandemic|epidemic|famine"
    r"|cold|heat|move|decision|news|film|book|movie|series|novel|report|bill|proposal|car|truck|lorry|van|train|bus"
    r"|plane|boat|ship|incident|event|country|nation|city|town|world|people|public|media|paper|story|deal|market"
    r"|price|rate|index|dollar|economy|president|administration|senator|congress|parliament|ministry|committee"
    r"|commission|lawyer|attorney|detective|investigator|complainant|plaintiff|accuser|reporter|charge|fighter|wound"
    r"|blow|shot|figure|number|picture|photo)s?\b"
)
NOUN = rf"(?:(?!{_OTHERS}|{_THINGS})(?:\d\d-year-old|ex-[a-z]+|room-mate|[a-z][a-z-]{{2,}}))"
# A noun of which the form shows that it is a person.
PERSON = (
    r"(?:husband|wife|mother|father|brother|sister|son|uncle|aunt|coach|nurse|priest|clerk|parents|boys?|girls?"
    r"|couple|pair"
    r"|man|woman|men|women|brothers|sisters|teenagers?|youths?|aide|chef|mayor|boss|chief|head|guard|monk|bishop"
    r"|tenant"
    r"|surgeon|tycoon"
    rf"|official|executive|tutor|(?!{_OTHERS}|{_THINGS}|matter|number|order|paper|power|letter|water|center|never"
    rf"|member)"
    r"[a-z-]{3,}(?:er|or|ant|ist|ian|man|woman|lord))"
)
ADJ = rf"(?:(?!{_OTHERS}|attack)[a-z-]+ ){{0,2}}?"
WHO = (
    rf"(?:[Tt]he {ADJ}(?:accused|defendants?|suspects?|two|three|four|five|six|seven|{NOUN})|\b[Hh]e|\b[Ss]he"
    rf"|\b[Tt]hey)"
)
