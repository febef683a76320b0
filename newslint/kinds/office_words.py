"""The words around the title of an office that decide what an article says of it. From general knowledge."""

# Somebody held the office before.
FORMER = frozenset(
    """
    ailing assassinated deposed disgraced erstwhile ex exiled former late old one-time onetime ousted past
    predecessor previous then
    """.split()
)

# What makes another office of it, or none.
OTHER = frozenset(
    """
    acting aspiring assistant associate candidate caretaker city club co company county deputy designate electing
    fictional future honorary hopeful hypothetical if imaginary imagine incoming interim lieutenant likely local lt next
    nominated nominee opposition parliamentary party possible potential presumptive principal prospective provincial
    provisional regional rival self-declared self-proclaimed shadow state town transition transitional under vice
    would-be
    """.split()
)

# What may stand before a title and changes nothing.
ADJECTIVES = frozenset(
    """
    's appointed authoritarian center-left center-right centre-left centre-right centrist chief communist
    conservative country current democrat democratic elected embattled far-left far-right female first gop hardline
    hawkish her his incumbent installed islamist its junior labour left-wing leftist liberal long-ruling
    long-serving long-time longtime nation new newly our outgoing own popular populist powerful present pro-russian
    pro-western re-elected reelected reformist republican right-wing rightist second secular senior sitting
    socialist the their third this top tory veteran woman young youngest
    """.split()
)

# What has a capital only because it opens a sentence or names a day, and belongs to no title.
OPENERS = frozenset(
    """
    about according after against also although among analysis and april around as at august because before between
    both breaking but by december despite during earlier even exclusive february for friday from he here how however
    if in inside it january july june later like live march may meanwhile monday november now october of on once
    opinion or outside report saturday september she since so still sunday that there they this though thursday to
    today tuesday under unlike until video watch we wednesday what when where while who why with within without yet
    """.split()
)

# Forms of address between a title and a name.
HONORIFICS = frozenset(
    """
    adm admiral ayatollah baroness dame dr field gen hojatoleslam lady lord marshal miss mr mrs ms prof
    professor rev sheikh sir
    """.split()
)

# After these a title is not yet whole.
GOES_ON = frozenset(
    """
    's - and at candidate designate elect emeritus for in nominee of on or to who
    """.split()
)

# After these the article speaks of another time.
LATER = frozenset(
    """
    before between during from since under until when
    """.split()
)

# Behind a name these may be a state’s or a province’s, though before one they are the country’s.
SHARED = frozenset(
    {
        *("secretary of state", "house speaker", "majority leader", "minority leader", "senate majority leader"),
        *("senate minority leader", "house majority leader", "house minority leader", "chief justice", "first lady"),
        *("agriculture secretary", "commerce secretary", "labor secretary", "education secretary", "press secretary"),
        *("transportation secretary", "energy secretary", "environment secretary", "budget director"),
    }
)
