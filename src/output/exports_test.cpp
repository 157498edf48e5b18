#include <gmock/gmock.h>

#include <algorithm>

#include "core/dates.h"
#include "output/csv.h"
#include "output/filters.h"
#include "output/geojson.h"
#include "output/sample_test.h"

namespace sitrep::output {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Csv, QuotesOnlyWhereNeeded) {
  EXPECT_EQ("plain", csv_cell("plain"));
  EXPECT_EQ("\"a,b\"", csv_cell("a,b"));
  EXPECT_EQ("\"say \"\"no\"\"\"", csv_cell("say \"no\""));
  EXPECT_EQ("\"two\nlines\"", csv_cell("two\nlines"));
  EXPECT_EQ("", csv_cell(""));
}

TEST(Csv, FormulasLoseTheirTeeth) {
  EXPECT_EQ("'=1+1", csv_cell("=1+1"));
  EXPECT_EQ("'@SUM(A1)", csv_cell("@SUM(A1)"));
  EXPECT_EQ("'+cmd", csv_cell("+cmd"));
  EXPECT_EQ("\"'=HYPERLINK(\"\"x\"\",1)\"", csv_cell("=HYPERLINK(\"x\",1)"));
  EXPECT_EQ("'-1+cmd", csv_cell("-1+cmd"));
  EXPECT_EQ("-70.25", csv_cell("-70.25"));
}

TEST(Csv, OneRowAnIncidentAndDocumentedColumns) {
  const std::string table = csv(sample::incidents());
  EXPECT_THAT(
      table,
      StartsWith("id,type,phase,outcome,date_start,date_end,date_precision,part_of_day,place,"));
  EXPECT_THAT(
      table,
      HasSubstr(
          "\r\nb2,bombing,new,completed,2023-03-03,2023-03-03,day,,Aden,,YE,15.4,45.3,city,"));
  const auto header = table.substr(0, table.find("\r\n"));
  const auto columns = 1 + std::count(header.begin(), header.end(), ',');
  EXPECT_EQ(50, columns);
}

TEST(GeoJson, PointsOnlyWhereThePlaceIsKnown) {
  const std::string all = geojson(sample::incidents());
  EXPECT_THAT(
      all, StartsWith(
               "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"a1\","
               "\"geometry\":{\"type\":\"Point\",\"coordinates\":[45.3,15.4]}"));
  EXPECT_THAT(all, HasSubstr("\"id\":\"c3\",\"geometry\":null"));  // a province
  EXPECT_THAT(all, HasSubstr("\"id\":\"f6\",\"geometry\":null"));  // a country
  EXPECT_THAT(all, HasSubstr("\"id\":\"d4\",\"geometry\":null"));  // nothing
  EXPECT_THAT(geojson({}), testing::StrEq("{\"type\":\"FeatureCollection\",\"features\":[]}\n"));
}

FilterText typed(const std::string& since, const std::string& until) {
  FilterText out;
  out.since = since;
  out.until = until;
  return out;
}

TEST(Filters, ReadsDaysCountriesAndTypes) {
  FilterText text = typed("2022-01-03", "2022-01-04");
  text.countries = {"yemen"};
  text.types = {"shelling", "raid"};
  text.text = " port ";
  text.box = "-10.5,-20,30,40";
  text.min_killed = "3";
  const auto filter = parse_filter(text, sample::countries());
  ASSERT_TRUE(filter);
  EXPECT_EQ(make_day(2022, 1, 3), filter->since);
  EXPECT_THAT(filter->countries, ElementsAre("YE"));
  EXPECT_THAT(filter->types, ElementsAre(EventType::shelling, EventType::raid));
  EXPECT_EQ("port", filter->text);
  EXPECT_EQ(-10.5, filter->box->west);
  EXPECT_EQ(3, filter->min_killed);
}

std::string wrong(const FilterText& text) {
  const auto filter = parse_filter(text, sample::countries());
  return filter ? std::string() : filter.error().message;
}

template <typename T>
std::string wrong(T FilterText::*part, T value) {
  FilterText text;
  text.*part = std::move(value);
  return wrong(text);
}

TEST(Filters, NamesWhatIsWrong) {
  EXPECT_THAT(wrong(typed("yesterday", "")), HasSubstr("'yesterday' is not a day"));
  EXPECT_THAT(wrong(typed("2022-02-30", "")), HasSubstr("2022-02-30"));
  EXPECT_THAT(wrong(typed("2022-01-02", "2022-01-01")), HasSubstr("before since"));
  EXPECT_THAT(wrong(&FilterText::countries, Choices{"Atlantis"}), HasSubstr("'Atlantis'"));
  EXPECT_THAT(wrong(&FilterText::types, Choices{"raid", "any"}), HasSubstr("shelling"));
  EXPECT_FALSE(parse_field("colour"));
  EXPECT_EQ(Field::killed, **parse_field("killed"));
}

TEST(Filters, NumbersAndBoxesAreReadStrictly) {
  for (const char* toll : {"-1", "1.5", "3x", " 3", "99999999999999999999", "0x10"})
    EXPECT_THAT(wrong(&FilterText::min_killed, std::string(toll)), HasSubstr("min_killed")) << toll;
  for (const char* box : {"1,2,3", "1,2,3,4,5", "a,b,c,d", "nan,0,1,1", "-181,0,0,0", "0,-91,0,0",
                          "0,10,0,5", ",,,", "1,2,3,", "inf,0,1,1"})
    EXPECT_THAT(wrong(&FilterText::box, std::string(box)), HasSubstr("bbox")) << box;
  EXPECT_EQ(wrong(&FilterText::box, std::string("170,-10,-170,10")), "") << "over the antimeridian";
}

}  // namespace
}  // namespace sitrep::output
