"""Percentages and wholes that the other figures of their sentence do not make, in the words of no list."""

import pytest

TRIAD = "kind: figures\ncheck: triad"
WHOLE = "kind: figures\ncheck: whole"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The mill now employs 340 people, against 425 two years ago, a cut of 40 percent.", ["40 percent"]),
        ("The mill now employs 340 people, against 425 two years ago, a cut of 20 percent.", []),
        ("Last year 18,200 cars were sold, 35 percent more than the 14,000 of the year before.", ["35 percent"]),
        ("Last year 18,200 cars were sold, 30 percent more than the 14,000 of the year before.", []),
        ("Rents average $1,840, up from $1,600 in 2019, which is 30 percent more.", ["30 percent"]),
        ("Rents average $1,840, up from $1,600 in 2019, which is 15 percent more.", []),
        ("The bridge cost $84 million, 40 percent above the $70 million in the plan of 2015.", ["40 percent"]),
        ("The bridge cost $84 million, 20 percent above the $70 million in the plan of 2015.", []),
        ("The committee received 480 complaints and upheld 216, or 52%.", ["52%"]),
        ("The committee received 480 complaints and upheld 216, or 45%.", []),
        ("The pier’s bill went from $80 million to $128 million, which is 73 percent more.", ["73 percent"]),
        ("The pier’s bill went from $80 million to $128 million, which is 60 percent more.", []),
        (
            "The home took in 220 dogs in its first year and 308 in its second, an increase of 31 percent.",
            ["31 percent"],
        ),
        ("The home took in 220 dogs in its first year and 308 in its second, an increase of 40 percent.", []),
        ("The toll was cut from $40 to $26, a saving of 17 percent.", ["17 percent"]),
        ("Sales of 8 billion and 4 billion yuan were made last year, both up by 50 percent.", []),
        ("The S&P 500 rose 0.9 percent to 1,664 last year.", []),
        ("They raised prices from $120 to $168 last year, or 40 percent.", []),
        ("Some 40 schools and 60 clubs, 12 percent of them in Kell, took part.", []),
        ("Growth of 8 percent a year took it from 40 shops in 2001 to 90 now.", []),
    ],
)
def test_percentages_of_a_sentence(found, text, places):
    assert found(TRIAD, text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The fleet of 48 buses is divided into 20 electric, 16 hybrid and 15 diesel ones.", ["48 buses"]),
        ("The fleet of 51 buses is divided into 20 electric, 16 hybrid and 15 diesel ones.", []),
        ("In all, 640 people replied: 400 by post, 180 online and 90 by phone.", ["640 people"]),
        ("In all, 640 people replied: 400 by post, 180 online and some by phone.", []),
        ("A total of 220 tickets were sold, 130 on Friday and 80 on Saturday.", ["220 tickets"]),
        ("A total of 220 tickets were sold, 130 of them on Friday and 80 to members.", []),
        ("The 15-member court, with 9 men and 7 women, sits in May.", ["15"]),
        ("Of the 44 flights, 20 left on time, 15 were late and 8 were cancelled.", ["44 flights"]),
        ("Of the 44 flights, 20 left on time and 15 were late.", []),
        ("In the poll, 59 percent were in favour, 38 percent against and 15 percent undecided.", ["15 percent"]),
        ("In the poll, 48 percent were in favour, 38 percent against and 14 percent undecided.", []),
        ("Some 90 people came: 45 by bus, 40 by train and many on foot.", []),
    ],
)
def test_wholes_and_their_parts(found, text, places):
    assert [one.split()[0] for one in found(WHOLE, text)] == [one.split()[0] for one in places]
