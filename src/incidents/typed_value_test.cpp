#include "incidents/typed_value.h"

#include <gmock/gmock.h>

#include "core/field_value.h"
#include "incidents/typed_place.h"
#include "knowledge/small_world.h"

namespace sitrep {
namespace {

using testing::HasSubstr;

const knowledge::SmallWorld& world() {
  static const knowledge::SmallWorld small(
      {{"countries.tsv",
        "code\tname\taliases\tadjectives\tpeople\tcapital\tseats\tlat\tlon\n"
        "IQ\tIraq\t\tIraqi\tIraqis\tBaghdad\tBaghdad\t33\t44\n"
        "US\tUnited States\t\tAmerican\tAmericans\tWashington\tWashington\t39\t-98\n"
        "FR\tFrance\t\tFrench\tFrenchmen\tParis\t\t46\t2\n"},
       {"divisions.tsv",
        "country\tname\taliases\tlat\tlon\nIQ\tAnbar\tAl Anbar\t32.6\t41.6\n"
        "FR\tParis\tParis region\t48.8\t2.3\n"},
       {"places/some.tsv",
        "id\tname\taliases\tlat\tlon\tcountry\tadmin1\tkind\n"
        "ain-al-asad\tAin al-Asad\tAl Asad base\t33.79\t42.44\tIQ\tAnbar\tbase\n"},
       {"actors/some.tsv",
        "id\tname\taliases\tkind\tcountry\tparent\tfrom\tto\n"
        "isis\tIslamic State\tISIS|Daesh\tarmed_group\tIQ\t\t\t\n"}},
      "99072\tMosul\tMawsil\t36.34\t43.13\tIQ\tNineveh\t1739800\tP\t0\n"
      "2988507\tParis\t\t48.85\t2.35\tFR\tParis\t2138551\tP\t1\n"
      "4717560\tParis\t\t33.66\t-95.55\tUS\tTexas\t24782\tP\t0\n");
  return small;
}

Result<FieldChange> read(std::string_view typed) {
  return read_change(typed, world().lexicon(), world().gazetteer());
}

std::string value(std::string_view typed) {
  const auto change = read(typed);
  return change ? to_json(change->value) : "refused: " + change.error().message;
}

TEST(TypedValue, Words) {
  EXPECT_EQ(value("type=shelling"), "\"shelling\"");
  EXPECT_EQ(value(" outcome = foiled "), "\"foiled\"");
  EXPECT_EQ(value("phase=background"), "\"background\"");
  EXPECT_EQ(value("damage=none"), "\"none\"");
  EXPECT_THAT(value("type=picnic"), HasSubstr("type: 'picnic' is not one of battle, shelling"));
  EXPECT_THAT(value("type=any"), HasSubstr("'any' is not one of"));
  EXPECT_THAT(value("damage="), HasSubstr("damage: ''"));
}

TEST(TypedValue, WhatIsNoField) {
  EXPECT_THAT(value("killed"), HasSubstr("'killed' is not of the form FIELD=VALUE"));
  EXPECT_THAT(value("colour=red"), HasSubstr("'colour' is none of type, outcome"));
  EXPECT_THAT(value("members=a"), HasSubstr("'members' is none of"));
  EXPECT_THAT(value("=5"), HasSubstr("none of"));
}

TEST(TypedValue, Numbers) {
  EXPECT_EQ(value("killed=5"), R"({"low":5,"best":5,"high":5,"text":null})");
  EXPECT_EQ(value("wounded=0"), R"({"low":0,"best":0,"high":0,"text":null})");
  EXPECT_EQ(value("abducted=5+"), R"({"low":5,"best":5,"high":null,"text":null})");
  EXPECT_EQ(value("killed=3-7"), R"({"low":3,"best":5,"high":7,"text":null})");
  EXPECT_EQ(value("killed=3/4/9"), R"({"low":3,"best":4,"high":9,"text":null})");
  EXPECT_EQ(value("killed=unknown"), R"({"low":null,"best":null,"high":null,"text":null})");
  for (const char* wrong : {"killed=", "killed=-1", "killed=five", "killed=7-3", "killed=3/2/9",
                            "killed=1/2", "killed=+5", "killed=5 dead", "killed=5.5", "killed=+",
                            "killed=99999999999999999999", "killed=1000000001"}) {
    EXPECT_THAT(value(wrong), HasSubstr("is not a number like 5, 5+")) << wrong;
  }
}

std::string day(std::string_view start, std::string_view end, std::string_view precision) {
  return "{\"start\":\"" + std::string(start) + "\",\"end\":\"" + std::string(end) +
         "\",\"precision\":\"" + std::string(precision) +
         "\",\"part_of_day\":null,\"basis\":\"stated\"}";
}

TEST(TypedValue, Days) {
  EXPECT_EQ(value("when=2022-01-05"), day("2022-01-05", "2022-01-05", "day"));
  EXPECT_EQ(value("when=2022-02"), day("2022-02-01", "2022-02-28", "month"));
  EXPECT_EQ(value("when=2022"), day("2022-01-01", "2022-12-31", "year"));
  EXPECT_EQ(value("when=2022-01-03/2022-01-09"), day("2022-01-03", "2022-01-09", "week"));
  EXPECT_EQ(value("when=2022-01/2022-03"), day("2022-01-01", "2022-03-31", "year"));
  EXPECT_THAT(value("when=2022-01-05 early morning"), HasSubstr("\"early_morning\""));
  EXPECT_THAT(value("when=2022-01-05 night"),
              HasSubstr("\"part_of_day\",\"part_of_day\":\"night\""));
  EXPECT_THAT(value("when=unknown"), HasSubstr("\"start\":null"));
  for (const char* wrong :
       {"when=", "when=yesterday", "when=2022-02-30", "when=2022-13", "when=2022-01-09/2022-01-03",
        "when=2022-01 night", "when=2022-01-05 noonish", "when=2022-1-5", "when=20220105",
        "when=2022-01-05x", "when=2022-01-05/", "when=0000"}) {
    EXPECT_THAT(value(wrong), HasSubstr("is not a day like 2022-01-31")) << wrong;
  }
}

Where place(std::string_view typed) {
  const auto where = read_place(typed, world().lexicon(), world().gazetteer());
  return where ? *where : Where{};
}

std::string problem(std::string_view typed) {
  const auto where = read_place(typed, world().lexicon(), world().gazetteer());
  return where ? "" : where.error().message;
}

TEST(TypedPlace, NamesOfTheGazetteerAndTheDictionaries) {
  EXPECT_EQ(place("Mosul").gazetteer_id, "geonames:99072");
  EXPECT_EQ(place("mawsil").name, "Mosul");
  EXPECT_EQ(place("Mosul").precision, PlacePrecision::city);
  EXPECT_EQ(place("geonames:99072").admin1, "Nineveh");
  EXPECT_EQ(place("Al Asad base").gazetteer_id, "ain-al-asad");
  EXPECT_EQ(place("ain-al-asad").precision, PlacePrecision::exact);
  EXPECT_EQ(place("Anbar").precision, PlacePrecision::admin1);
  EXPECT_EQ(place("Iraq").precision, PlacePrecision::country);
  EXPECT_EQ(place("Iraq").country, "IQ");
}

TEST(TypedPlace, NamesakesAreToldApartByWhatLiesAroundThem) {
  EXPECT_THAT(problem("Paris"), HasSubstr("2 places are called 'Paris'"));
  EXPECT_THAT(problem("Paris"), HasSubstr("Paris, Texas, US (33.660,-95.550)"));
  EXPECT_EQ(place("Paris, Texas").country, "US");
  EXPECT_EQ(place("Paris, Texas, US").country, "US");
  EXPECT_EQ(place("paris, fr").country, "FR");
  EXPECT_EQ(place("Paris, France").precision, PlacePrecision::city) << "before its division";
  EXPECT_EQ(place("Paris region").precision, PlacePrecision::admin1);
  EXPECT_THAT(problem("Paris, Iraq"), HasSubstr("no place is called 'Paris, Iraq'"));
  EXPECT_THAT(problem("Atlantis"), HasSubstr("no place is called 'Atlantis'"));
  EXPECT_THAT(problem(""), HasSubstr("no place is given"));
  EXPECT_THAT(problem("geonames:1"), HasSubstr("no place"));
}

TEST(TypedPlace, PointsLieNearTheNextPlace) {
  const Where near = place("36.35,43.14");
  EXPECT_EQ(near.name, "Mosul");
  EXPECT_EQ(near.precision, PlacePrecision::near);
  EXPECT_EQ(near.lat, 36.35);
  EXPECT_EQ(near.lon, 43.14);
  EXPECT_EQ(near.country, "IQ");
  EXPECT_EQ(near.gazetteer_id, "");
  const Where far = place("35.5, 42.2");
  EXPECT_EQ(far.name, "");
  EXPECT_EQ(far.country, "IQ");
  EXPECT_EQ(far.precision, PlacePrecision::exact);
  for (const char* wrong : {"36.35", "36.35,east", "36,43,1", "36.35,"}) {
    EXPECT_THAT(problem(wrong), HasSubstr("a point is two numbers")) << wrong;
  }
  EXPECT_THAT(problem("136,43"), HasSubstr("no point of the earth"));
  EXPECT_THAT(problem("36,243"), HasSubstr("no point of the earth"));
}

std::vector<IncidentPerpetrator> perpetrators(std::string_view typed) {
  const auto change = read(typed);
  const auto* all =
      change ? std::get_if<std::vector<IncidentPerpetrator>>(&change->value) : nullptr;
  return all ? *all : std::vector<IncidentPerpetrator>();
}

TEST(TypedValue, Perpetrators) {
  const auto known = perpetrators("perpetrators=daesh");
  ASSERT_EQ(known.size(), 1u);
  EXPECT_EQ(known[0].party.name, "Islamic State");
  EXPECT_EQ(known[0].party.actor_id, "isis");
  EXPECT_EQ(known[0].party.kind, PartyKind::armed_group);
  EXPECT_EQ(known[0].status, Status::reported);
  const auto two = perpetrators("perpetrators=isis (claimed); a local gang (suspected)");
  ASSERT_EQ(two.size(), 2u);
  EXPECT_EQ(two[0].status, Status::claimed);
  EXPECT_EQ(two[1].party.name, "a local gang");
  EXPECT_EQ(two[1].party.kind, PartyKind::unknown);
  EXPECT_EQ(value("perpetrators=none"), "[]");
  EXPECT_THAT(value("perpetrators=isis (perhaps)"), HasSubstr("'perhaps' is not one of reported"));
  EXPECT_THAT(value("perpetrators=(claimed)"), HasSubstr("is not a name"));
  EXPECT_THAT(value("perpetrators="), HasSubstr("refused"));
  EXPECT_THAT(value("perpetrators=isis;;pkk"), HasSubstr("is not a name"));
}

}  // namespace
}  // namespace sitrep
