// What the recogniser says (set by hand here), put right by dictionaries and places.
#include "mentions/entities.h"

#include <gtest/gtest.h>

#include "mentions/place_test_world.h"

namespace sitrep {
namespace {

struct Said {
  std::string_view word;
  EntityKind kind;
};

// The mentions of one text, in which the recogniser is made to say what is given of single words.
std::string entities_of(std::string_view text, const std::vector<Said>& said, bool parsed = true) {
  Document document;
  const Mentions mentions = find_test_places(text, document);
  for (Sentence& sentence : document.sentences) sentence.parsed = parsed;
  for (uint32_t i = 0; i < document.tokens.size(); ++i) {
    for (const Said& s : said) {
      if (document.word(i) == s.word) document.tokens[i].entity = s.kind;
    }
  }
  std::string out;
  for (const EntitySpan& e : find_entities(document, place_test_world().lexicon(), mentions))
    out += std::string(name(e.kind)) + ": " + std::string(document.slice(e.tokens)) + "; ";
  return out;
}

TEST(Entities, NothingIsNothing) { EXPECT_EQ(entities_of("", {}), ""); }

TEST(Entities, TheRecogniserIsHeard) {
  EXPECT_EQ(entities_of("Two old men saw a truck.", {{"old", EntityKind::people},
                                                     {"men", EntityKind::people},
                                                     {"truck", EntityKind::vehicle}}),
            "people: old men; vehicle: truck; ");
}

TEST(Entities, APlaceIsNoPerson) {
  EXPECT_EQ(entities_of("A bomb exploded in Mosul.",
                        {{"bomb", EntityKind::weapon}, {"Mosul", EntityKind::person}}),
            "weapon: bomb; place: Mosul; ");
}

TEST(Entities, PlacesThatTheRecogniserMissedAreThere) {
  EXPECT_EQ(entities_of("Two men were killed in Kirkuk and Fallujah.",
                        {{"men", EntityKind::people}, {"Fallujah", EntityKind::place}}),
            "people: men; place: Kirkuk; place: Fallujah; ");
}

TEST(Entities, ActorsOfTheDictionaryAreWhatTheyAre) {
  EXPECT_EQ(entities_of("Kirkuk Shield Brigades fled.",
                        {{"Shield", EntityKind::person}, {"Brigades", EntityKind::person}}),
            "group: Kirkuk Shield Brigades; ");
  EXPECT_EQ(entities_of("The Iraqi army fled.", {}), "organisation: Iraqi army; ");
}

TEST(Entities, PeopleStayPeople) {
  EXPECT_EQ(entities_of("Islamic State fled.",
                        {{"Islamic", EntityKind::people}, {"State", EntityKind::people}}),
            "people: Islamic State; ");
}

TEST(Entities, OnlySentencesWithATreeHaveThem) {
  EXPECT_EQ(entities_of("A bomb exploded in Mosul.", {}, false), "");
}

TEST(Entities, EveryMentionOfALongTextIsThere) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Men fled Mosul for Kirkuk. ";
  const std::string all = entities_of(text, {{"Men", EntityKind::people}});
  EXPECT_EQ(all.size(), 20000 * std::string("people: Men; place: Mosul; place: Kirkuk; ").size());
}

}  // namespace
}  // namespace sitrep
