#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "core/text.h"
#include "knowledge/lexicon_builder.h"
#include "knowledge/small_world.h"

namespace sitrep::knowledge {
namespace {

constexpr const char* kDivisions =
    "country\tname\taliases\tlat\tlon\n"
    "LR\tMaryland\t\t4.70\t-7.70\n"
    "US\tMaryland\t\t39.00\t-76.80\n";

// What is wrong with these rows, each problem with its file and line.
std::string refused(const char* file, const std::string& header, const std::string& rows) {
  const std::string text = header + "\n" + rows;
  Lexicon lexicon;
  LexiconBuilder builder(lexicon);
  builder.add_file(file, text);
  builder.add_file("divisions.tsv", kDivisions);
  builder.finish();
  std::string out;
  for (const Error& error : builder.problems()) out += describe(error) + "\n";
  return out;
}

uint32_t use(const SmallWorld& world, std::string_view word) {
  return world.lexicon().place_use(key(normal(word)));
}

TEST(PlaceWords, UsesOfAWordAddUp) {
  const SmallWorld world(SmallWorld::Files{{"place_words.tsv",
                                            "word\tuse\n"
                                            "# a group\n"
                                            "Near\ttoward|nearby\n"
                                            "north\ttoward\n"
                                            "# another\n"
                                            "north\tcompass\n"
                                            "miles\tmile\n"},
                                           {"ordinary_words.tsv", "word\nnorth\nsplit\n"},
                                           {"facility_nouns.tsv", "noun\tkind\nairfield\tbase\n"}});
  EXPECT_EQ(use(world, "near"), uint32_t{kToward | kNearby});
  EXPECT_EQ(use(world, "North"), uint32_t{kToward | kCompass | kOrdinary});
  EXPECT_EQ(use(world, "split"), uint32_t{kOrdinary});
  EXPECT_EQ(use(world, "airfield"), uint32_t{kFacility});
  EXPECT_EQ(use(world, "miles") & kUnit, uint32_t{kMile});
  EXPECT_EQ(use(world, "tree"), 0u);
}

TEST(PlaceWords, NamesOfPersons) {
  const SmallWorld world(SmallWorld::Files{{"person_names.tsv",
                                            "name\tgiven\tfamily\n"
                                            "james\talways\tyes\n"
                                            "orlando\tyes\t\n"
                                            "smith\t\tyes\n"
                                            "josé\talways\t\n"}});
  EXPECT_EQ(use(world, "James"), uint32_t{kCommonFirstName | kFamilyName});
  EXPECT_EQ(use(world, "orlando"), uint32_t{kOtherFirstName});
  EXPECT_EQ(use(world, "smith"), uint32_t{kFamilyName});
  EXPECT_EQ(use(world, "jose"), uint32_t{kCommonFirstName});
}

TEST(PlaceWords, PrefixesKeepTheirOrder) {
  const SmallWorld world(
      SmallWorld::Files{{"place_words.tsv", "word\tuse\nel\tprefix\nal\tprefix|connector\n"}});
  const auto prefixes = world.lexicon().place_prefixes();
  EXPECT_EQ(std::vector<Key>(prefixes.begin(), prefixes.end()),
            (std::vector<Key>{key("el"), key("al")}));
}

TEST(PlaceWords, BadLinesAreRefused) {
  const auto words = [](const std::string& rows) {
    return refused("place_words.tsv", "word\tuse", rows);
  };
  EXPECT_EQ(words("in\tinside\n# here\nat\tinsde\n"),
            "place_words.tsv:4: use 'insde' is not one of those allowed\n");
  EXPECT_EQ(words("in\tinside|\n"), "place_words.tsv:2: use '' is not one of those allowed\n");
  EXPECT_EQ(words("in\t\n"), "place_words.tsv:2: a use is needed\n");
  EXPECT_EQ(words("\tinside\n"), "place_words.tsv:2: a word is needed\n");
  EXPECT_EQ(words("close to\tnearby\n"), "place_words.tsv:2: 'close to' is not one word\n");
  EXPECT_EQ(words("in\tinside\nIn\tinside\n"), "place_words.tsv:3: 'In' is there twice\n");
  EXPECT_EQ(words("in\n"), "place_words.tsv:2: 1 cells where 2 columns are\n");
  EXPECT_EQ(refused("ordinary_words.tsv", "word", "split\nsplit\n"),
            "ordinary_words.tsv:3: 'split' is there twice\n");
  EXPECT_EQ(refused("person_names.tsv", "name\tgiven\tfamily", "ada\toften\t\nbo\t\tno\nch\t\t\n"),
            "person_names.tsv:2: given 'often' is not one of those allowed\n"
            "person_names.tsv:3: family 'no' is not one of those allowed\n"
            "person_names.tsv:4: a name is given, family or both\n");
}

TEST(FacilityNouns, HaveAKind) {
  const SmallWorld world(
      SmallWorld::Files{{"facility_nouns.tsv", "noun\tkind\nairfield\tbase\njail\tprison\n"}});
  EXPECT_EQ(world.lexicon().facility_kind(key("airfield")), PlaceKind::base);
  EXPECT_EQ(world.lexicon().facility_kind(key("jail")), PlaceKind::prison);
  EXPECT_EQ(world.lexicon().facility_kind(key("tree")), std::nullopt);
}

TEST(FacilityNouns, BadLinesAreRefused) {
  const auto nouns = [](const std::string& rows) {
    return refused("facility_nouns.tsv", "noun\tkind", rows);
  };
  EXPECT_EQ(nouns("jail\tjail\n"),
            "facility_nouns.tsv:2: kind 'jail' is not one of those allowed\n");
  EXPECT_EQ(nouns("\tprison\n"), "facility_nouns.tsv:2: a word is needed\n");
  EXPECT_EQ(nouns("jail\tprison\njail\tbase\n"), "facility_nouns.tsv:3: 'jail' is there twice\n");
}

TEST(DivisionAbbreviations, StandForTheDivisionOfTheCountry) {
  const SmallWorld world(SmallWorld::Files{
      {"division_abbreviations.tsv", "country\tdivision\tabbreviations\nUS\tMaryland\tMd|Mdl\n"},
      {"divisions.tsv", kDivisions}});
  const Lexicon& lexicon = world.lexicon();
  for (const auto word : {"md", "mdl"}) {
    const auto division = lexicon.abbreviated_division(key(word));
    ASSERT_TRUE(division) << word;
    EXPECT_EQ(lexicon.divisions()[*division].country, "US");
  }
  EXPECT_EQ(lexicon.abbreviated_division(key("maryland")), std::nullopt);
}

TEST(DivisionAbbreviations, BadLinesAreRefused) {
  const auto lines = [](const std::string& rows) {
    return refused("division_abbreviations.tsv", "country\tdivision\tabbreviations", rows);
  };
  EXPECT_EQ(lines("US\tMaryland\tMd\nUS\tMarylnd\tMld\n"),
            "division_abbreviations.tsv:3: 'Marylnd' of US is not in divisions.tsv\n");
  EXPECT_EQ(lines("GB\tMaryland\tMd\n"),
            "division_abbreviations.tsv:2: 'Maryland' of GB is not in divisions.tsv\n");
  EXPECT_EQ(lines("US\tMaryland\t\n"),
            "division_abbreviations.tsv:2: country, division and abbreviations are needed\n");
  EXPECT_EQ(lines("US\tMaryland\tMd||Mdl\n"),
            "division_abbreviations.tsv:2: an abbreviation is empty\n");
  EXPECT_EQ(lines("US\tMaryland\tMd\nLR\tMaryland\tMD\n"),
            "division_abbreviations.tsv:3: 'MD' is there twice\n");
}

constexpr const char* kEventWords =
    "phrase\tpos\ttype\tstrength\tsubject\tobject\toutcome\teffect\tnot_with";

TEST(EventWords, APhraseThatItsObjectPartsIsKnownByItsVerb) {
  const SmallWorld world(SmallWorld::Files{
      {"event_words.tsv", std::string(kEventWords) +
                              "\ntake * hostage\tverb\tkidnapping\tstrong\tperpetrator\ttarget\t"
                              "completed\tabducted\t\n"}});
  const auto entries = world.lexicon().parted(key("take"));
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_EQ(world.lexicon().event_words()[entries[0]].rest, std::vector<Key>{key("hostage")});
  EXPECT_TRUE(world.lexicon().parted(key("hold")).empty());
}

TEST(EventWords, AGapStandsBehindAVerbAlone) {
  const auto row = [](const std::string& phrase, const char* pos) {
    return phrase + "\t" + pos + "\tkidnapping\tstrong\tperpetrator\ttarget\tcompleted\t\t\n";
  };
  EXPECT_EQ(refused("event_words.tsv", kEventWords, row("taking * hostage", "noun")),
            "event_words.tsv:2: only a verb's phrase may be parted\n");
  EXPECT_EQ(refused("event_words.tsv", kEventWords, row("pistol-whip * hard", "verb")),
            "event_words.tsv:2: '*' stands behind the verb, before its rest\n");
}

TEST(EventWords, BracketsHoldAnyOfTheirWords) {
  const SmallWorld world(SmallWorld::Files{
      {"event_words.tsv",
       std::string(kEventWords) +
           "\n(push|drag) * into (a van|taxis)\tverb\tkidnapping\tstrong\t"
           "perpetrator\ttarget\tcompleted\tabducted\t\n"
           "(swap|trade) shots\tverb\tbattle\tstrong\tperpetrator\t\tcompleted\t\t\n"}});
  const auto& words = world.lexicon().event_words();
  ASSERT_EQ(words.size(), 5u);  // one each for what an object parts, one for all others of a row
  EXPECT_EQ(world.lexicon().parted(key("push")).size(), 2u);
  const uint32_t last = world.lexicon().parted(key("drag")).back();
  EXPECT_EQ(words[last].rest, (std::vector<Key>{key("into"), key("taxis")}));
  for (const char* verb : {"swap", "trade"}) {
    std::vector<Hit> hits;
    const Word phrase[] = {{key(verb), key(verb), false, kNoKey},
                           {key("shots"), key("shot"), false, kNoKey}};
    world.lexicon().find(phrase, hits);
    ASSERT_EQ(hits.size(), 1u) << verb;
    EXPECT_EQ(hits[0].entry, 4u);
  }
}

TEST(EventWords, BracketsThatAreNotClosedAreRefused) {
  EXPECT_EQ(
      refused(
          "event_words.tsv", kEventWords,
          "(push|drag into a van\tverb\tkidnapping\tstrong\tperpetrator\ttarget\tcompleted\t\t\n"),
      "event_words.tsv:2: brackets hold words parted by '|', and not too many\n");
}

}  // namespace
}  // namespace sitrep::knowledge
