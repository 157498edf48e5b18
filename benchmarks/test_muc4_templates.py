"""python3 -m unittest benchmarks/test_muc4_templates.py"""

import importlib.machinery
import importlib.util
import unittest
from pathlib import Path

_PATH = str(Path(__file__).with_name("muc4_templates"))
_LOADER = importlib.machinery.SourceFileLoader("muc4_templates", _PATH)
muc4 = importlib.util.module_from_spec(importlib.util.spec_from_loader("muc4_templates", _LOADER))
_LOADER.exec_module(muc4)

WHERE = {"name": "Bogotá", "country": "CO", "admin1": "Bogota D.C.", "precision": "city", "gazetteer_id": "1"}
DAY = {"start": "1991-03-04", "end": "1991-03-04", "precision": "day", "part_of_day": None, "basis": "relative"}


def quantity(best, text=None, low=None, high=None):
    return {"low": best if low is None else low, "best": best, "high": best if high is None else high, "text": text}


def item(description, kind, name=None, effect="unknown", count=None, nation="CO"):
    return {"name": name, "description": description, "kind": kind, "nation": nation, "count": count,
            "effect": effect, "mentions": []}


def party(name, kind="rebel", actor_id=None, status="reported", by_authorities=False, mentions=()):
    return {"name": name, "kind": kind, "actor_id": actor_id, "nation": "CO", "status": status,
            "accused_by_authorities": by_authorities, "mentions": [{"text": m} for m in mentions]}


def event(kind="bombing", **fields):
    empty = {"phase": "new", "outcome": "completed", "when": DAY, "where": WHERE, "perpetrator_individuals": [],
             "perpetrator_organizations": [], "instruments": [], "physical_targets": [], "human_targets": [],
             "killed": None, "wounded": None, "abducted": None, "damage": None, "triggers": [], "claims": []}
    return {"type": kind, **empty, **fields}


def coding(*events, text="", places=(), actors=()):
    return {"report": {"id": "T-1", "published": {"start": "1991-03-05", "end": "1991-03-05"}}, "text": text,
            "places": list(places), "actors": list(actors), "events": list(events)}


def fills(one_event, **fields):
    return muc4.template_of(coding(one_event, **fields), one_event)


BANK = item("the two banks", "financial", effect="damaged", count=quantity(2))


class Relevance(unittest.TestCase):
    def relevant(self, *args, **fields):
        return muc4.is_relevant(event(*args, **fields), "1991-03-05")

    def test_bomb_at_a_bank(self):
        self.assertTrue(self.relevant(physical_targets=[BANK]))

    def test_other_countries(self):
        where, bank = {**WHERE, "country": "FR"}, {**BANK, "nation": "FR"}
        self.assertFalse(self.relevant(where=where, physical_targets=[bank]))
        self.assertTrue(self.relevant(where=where, physical_targets=[{**bank, "nation": "PE"}]))

    def test_battle_between_soldiers_and_rebels(self):
        soldiers, peasant = item("three soldiers", "soldier"), item("a peasant", "civilian", effect="killed")
        self.assertFalse(self.relevant("battle", human_targets=[soldiers]))
        self.assertFalse(self.relevant("battle", perpetrator_organizations=[party("ELN")]))
        self.assertTrue(self.relevant("battle", human_targets=[soldiers, peasant]))

    def test_old_background(self):
        old = {**DAY, "start": "1990-06-01", "end": "1990-06-01"}
        self.assertFalse(self.relevant(phase="background", when=old, physical_targets=[BANK]))
        self.assertTrue(self.relevant(phase="background", physical_targets=[BANK]))
        self.assertFalse(self.relevant(phase="background", when=None, physical_targets=[BANK]))

    def test_protest_and_events_without_content(self):
        self.assertFalse(self.relevant("protest", physical_targets=[BANK]))
        self.assertFalse(self.relevant())

    def test_raid_that_hurt_nobody(self):
        house = item("a house", "residence")
        self.assertFalse(self.relevant("raid", physical_targets=[house]))
        self.assertTrue(self.relevant("raid", physical_targets=[{**house, "effect": "destroyed"}]))


class Dates(unittest.TestCase):
    def test_forms(self):
        for changes, expected in (({}, "04 MAR 91"), ({"basis": "inferred"}, "- 04 MAR 91"),
                                  ({"end": "1991-03-06"}, "04 MAR 91 - 06 MAR 91"),
                                  ({"start": None, "end": None}, "- 05 MAR 91")):
            self.assertEqual(muc4.date_fill({**DAY, **changes}, "1991-03-05"), expected)

    def test_nothing_known(self):
        self.assertEqual(muc4.date_fill(None, None), "-")


def at(where, why="gazetteer"):
    return {"where": where, "claims": [{"field": "where", "why": why}]}


class Places(unittest.TestCase):
    def test_a_place_only_named_nearby(self):
        event = at(WHERE, "place named nearby, gazetteer")
        self.assertEqual(muc4.location_fill(coding(), event), "COLOMBIA")

    def test_city_without_accents(self):
        self.assertEqual(muc4.location_fill(coding(), at(WHERE)), "COLOMBIA: BOGOTA (CITY)")

    def test_country_alone(self):
        self.assertEqual(muc4.location_fill(coding(), at({**WHERE, "precision": "country"})), "COLOMBIA")

    def test_building_in_a_city(self):
        town = {**WHERE, "lat": 4.61, "lon": -74.08}
        palace = {"name": "Palace", "country": "CO", "precision": "exact", "lat": 4.60, "lon": -74.07}
        places = [{"start": 0, "end": 6, "text": "BOGOTA", "where": town}]
        self.assertEqual(muc4.location_fill(coding(text="BOGOTA", places=places), at(palace)), "COLOMBIA: BOGOTA (CITY)")
        self.assertEqual(muc4.location_fill(coding(), at(palace)), "COLOMBIA")

    def test_division_in_its_countrys_word(self):
        where = {"name": "Pichincha", "country": "EC", "precision": "admin1"}
        self.assertEqual(muc4.location_fill(coding(), at(where)), "ECUADOR: PICHINCHA (PROVINCE)")

    def test_kind_and_division_as_the_report_says(self):
        text = "IN THE TOWN OF SOTO, CUSCO DEPARTMENT"
        soto = {"name": "Soto", "country": "PE", "admin1": "Cusco", "precision": "city", "gazetteer_id": "7"}
        places = [{"start": 15, "end": 19, "text": "SOTO", "where": soto},
                  {"start": 21, "end": 26, "text": "CUSCO", "where": {
                      "name": "Cusco", "country": "PE", "admin1": "Cusco", "precision": "admin1"}}]
        self.assertEqual(muc4.location_fill(coding(text=text, places=places), at(soto)),
                         "PERU: CUSCO (DEPARTMENT): SOTO (TOWN)")


class Perpetrators(unittest.TestCase):
    def test_guerrillas_of_an_organization(self):
        eln = party("ELN", actor_id="eln", status="suspected", by_authorities=True, mentions=["ELN GUERRILLAS"])
        found = fills(event(perpetrator_organizations=[eln]))
        self.assertEqual(found[8], ["TERRORIST ACT"])
        self.assertEqual(found[9], ['"ELN GUERRILLAS"'])
        self.assertEqual(found[10], ['"ELN"'])
        self.assertEqual(found[11], ['SUSPECTED OR ACCUSED BY AUTHORITIES: "ELN"'])

    def test_army(self):
        found = fills(event("armed_attack", perpetrator_organizations=[party("the army", kind="state_forces")]))
        self.assertEqual((found[8], found[10]), (["STATE-SPONSORED VIOLENCE"], ['"ARMY"']))

    def test_individuals(self):
        found = fills(event("armed_attack", perpetrator_individuals=[party("two gunmen", kind="unknown")]))
        self.assertEqual((found[9], found[10]), (['"GUNMEN"'], []))

    def test_claim_and_denial(self):
        for status, expected in (("claimed", "CLAIMED OR ADMITTED"), ("denied", "ACQUITTED")):
            found = fills(event(perpetrator_organizations=[party("MRTA", status=status)]))
            self.assertEqual(found[11], [f'{expected}: "MRTA"'])


class Targets(unittest.TestCase):
    def test_thing(self):
        found = fills(event(physical_targets=[BANK], instruments=[item("a car bomb", "vehicle_bomb")]))
        self.assertEqual(found[6], ['"CAR BOMB"'])
        self.assertEqual(found[7], ['VEHICLE BOMB: "CAR BOMB"'])
        self.assertEqual(found[12], ['"BANKS"'])
        self.assertEqual(found[13], ['FINANCIAL: "BANKS"'])
        self.assertEqual(found[14], ['2: "BANKS"'])
        self.assertEqual(found[16], ['SOME DAMAGE: "BANKS"'])

    def test_person_with_name_and_title(self):
        mayor = item("mayor", "official", name="Mayor Rosa Inés Duarte", effect="killed")
        found = fills(event("assassination", human_targets=[mayor]))
        self.assertEqual(found[18], ['"ROSA INES DUARTE"'])
        self.assertEqual(found[19], ['"MAYOR": "ROSA INES DUARTE"'])
        self.assertEqual(found[20], ['GOVERNMENT OFFICIAL: "ROSA INES DUARTE"'])
        self.assertEqual(found[21], ['1: "ROSA INES DUARTE"'])
        self.assertEqual(found[23], ['DEATH: "ROSA INES DUARTE"'])

    def test_role_and_name_in_one_phrase(self):
        leader = item("the union leader Ana Ruiz", "leader", name="Ruiz")
        self.assertEqual(muc4.human_names(leader), ("ANA RUIZ", "UNION LEADER"))
        self.assertEqual(muc4.human_names(item("the mayor of Soto", "official")), (None, "MAYOR OF SOTO"))

    def test_foreigners(self):
        found = fills(event("kidnapping", human_targets=[item("two engineers", "civilian", nation="ES")]))
        self.assertEqual(found[22], ['SPAIN: "ENGINEERS"'])
        self.assertEqual(found[12], ["*"])
        self.assertEqual(found[6], ["*"])

    def test_nobody_hurt(self):
        zero = quantity(0)
        found = fills(event(human_targets=[item("the guards", "guard")], killed=zero, wounded=zero))
        self.assertEqual(found[23], ['NO INJURY OR DEATH: "GUARDS"'])

    def test_total(self):
        dead = [item("three nuns", "clergy", effect="killed", count=quantity(3)),
                item("a driver", "civilian", effect="killed", count=quantity(1))]
        self.assertEqual(fills(event("armed_attack", human_targets=dead, killed=quantity(4)))[24], ["4"])
        self.assertEqual(fills(event("armed_attack", human_targets=dead, killed=quantity(9)))[24], [])

    def test_numbers(self):
        for count, text, expected in ((None, "BANKS", "PLURAL"), (None, "BANK", "1"), (quantity(5), "MEN", "5"),
                                      ({"low": 5, "best": 5, "high": None, "text": "at least five"}, "MEN", "5 -"),
                                      ({"low": 24, "best": None, "high": None, "text": "dozens"}, "MEN", "PLURAL"),
                                      (quantity(7, "6 to 8", 6, 8), "MEN", "6 - 8"),
                                      (quantity(40, "about 40"), "MEN", "~40")):
            self.assertEqual(muc4.number_fill(count, text), expected)


class Stages(unittest.TestCase):
    def test_outcomes(self):
        for outcome, stage in (("completed", "ACCOMPLISHED"), ("foiled", "ATTEMPTED"), ("threatened", "THREATENED")):
            self.assertEqual(fills(event(outcome=outcome, physical_targets=[BANK]))[5], [stage])


class Rendering(unittest.TestCase):
    def test_numbered_templates(self):
        text = muc4.templates(coding(event(physical_targets=[BANK]), event("arson", physical_targets=[BANK])))
        self.assertEqual(len(text), 2)
        self.assertIn("1.  MESSAGE: TEMPLATE               2\n", text[1])
        self.assertIn("4.  INCIDENT: TYPE                  ARSON\n", text[1])

    def test_nothing_to_report(self):
        (text,) = muc4.templates(coding())
        self.assertEqual(text.count("*"), 24)
        self.assertIn("T-1", text)

    def test_quotes_are_kept(self):
        self.assertEqual(muc4.quoted('THE "NIGHT" GANG'), '"THE \\"NIGHT\\" GANG"')


if __name__ == "__main__":
    unittest.main()
