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
        ("The herd dwindled from 660 sheep to 541, a loss of 82 percent.", ["82 percent"]),
        ("The herd dwindled from 660 sheep to 541, a loss of 18 percent.", []),
        ("Doctors saw 5,500 people; 1,650 were ill, a rate of 52 percent.", ["52 percent"]),
        ("Doctors saw 5,500 people; 1,650 were ill, a rate of 30 percent.", []),
        ("The bank has 640 branches and will shut 160 of them, 40 percent of its network.", ["40 percent"]),
        ("The bank has 640 branches and will shut 160 of them, 25 percent of its network.", []),
        ("Of 5,400 doses sent to the county, 4,590 (58%) have been given.", ["58%"]),
        ("The rate went from 5 per 100,000 people in 2012 to 8 last year, a 40% jump.", ["40%"]),
        ("The rate went from 5 per 100,000 people in 2012 to 8 last year, a 60% jump.", []),
        ("The rate stood at 7.2 percent, down 2.6 points from 8.8 percent a year before.", ["2.6"]),
        ("The rate stood at 7.2 percent, down 1.6 points from 8.8 percent a year before.", []),
        ("It cut $6 million from the budget last year, a 20 percent drop for the $30 million fund.", []),
        ("The number rose to 1,200 from 800 last year, and prices were up 20 percent.", []),
        ("The 30-stock index has gained 2,500 points, or 13 percent, from last year.", []),
        ("Sales fell 77 percent from last year to 3,372 million crowns (in dollars: about 451 million).", []),
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
        ("Profit rose 38 percent to 45 million crowns. A year earlier it was 30 million.", ["38 percent"]),
        ("Profit rose 50 percent to 45 million crowns. A year earlier it was 30 million.", []),
        ("Profit rose 38 percent to 45 million crowns. Its debt was 30 million.", []),
        ("Turnout rose to 63 percent. In 2014 it was 42 percent, 31 points lower.", ["31"]),
        ("Turnout rose to 63 percent. In 2014 it was 42 percent, 21 points lower.", []),
        ("The hall had 3,800 visitors. In May it had 5,000, so it has lost 42 percent.", ["42 percent"]),
        ("The hall had 3,800 visitors. In May it had 5,000, so it has lost 24 percent.", []),
        ("The parish lost 150 of its 500 members. That is 40 percent of them.", ["40 percent"]),
        ("The parish lost 150 of its 500 members. That is 30 percent of them.", []),
        ("Orme had 500 members in 1990. Now there are 350, a 40 percent drop.", ["40 percent"]),
        ("Orme had 500 members in 1990. Now there are 350, a 30 percent drop.", []),
        ("Orme had 500 members in 1990. Its budget was $350,000, a 30 percent drop.", []),
        ("Labour had a majority of 5,179. It kept 2,620, but its share fell by 2 percent.", []),
        ("In 2014 it sold 300 coats. It could sell 450 next year, a rise of 10 percent.", []),
    ],
)
def test_percentages_told_over_two_sentences(found, text, places):
    assert [one.split()[0] for one in found("kind: figures\ncheck: told-over", text)] == [
        one.split()[0] for one in places
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The field is 100 acres, about 60 hectares, in size.", ["100 acres"]),
        ("The field is 100 acres, about 40 hectares, in size.", []),
        ("The field is 100 acres, about 60 minutes from here.", []),
        ("They ran 10 miles, 5 km and 300 yards.", []),
        ("The wall is 200 yards (512 m) long.", ["200 yards"]),
        ("The wall is 200 yards (183 m) long.", []),
        ("It held 12 metric tons, or 26 tons, of ore.", ["12"]),
        ("It held 12 metric tons, or 13 tons, of ore.", []),
        ("A spill of 5,000 gallons – roughly 29,000 liters – of milk.", ["5,000 gallons"]),
        ("A spill of 5,000 gallons – roughly 22,700 liters – of milk.", []),
        ("He is 6 feet 2 inches, or 1.88 m, tall.", []),
        ("Take 5 ounces, about 0.2 g, of salt.", ["5 ounces"]),
        ("The sack holds 10 kg or 500 g.", []),
    ],
)
def test_measures_in_two_units(found, text, places):
    assert found("kind: figures\ncheck: conversion", text) == places


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
