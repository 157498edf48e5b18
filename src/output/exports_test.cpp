#include <gmock/gmock.h>

#include <algorithm>

#include "core/dates.h"
#include "output/csv.h"
#include "output/filters.h"
#include "output/geojson.h"
#include "output/sample_test.h"

namespace sitrep::output {
namespace {

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

TEST(Filters, ReadsDaysCountriesAndTypes) {
  const auto filter = parse_filter({"2022-01-03", "2022-01-04", "yemen", "shelling", "", " port "},
                                   sample::countries());
  ASSERT_TRUE(filter);
  EXPECT_EQ(make_day(2022, 1, 3), filter->since);
  EXPECT_EQ("YE", filter->country);
  EXPECT_EQ(EventType::shelling, filter->type);
  EXPECT_EQ("port", filter->text);
}

TEST(Filters, NamesWhatIsWrong) {
  const auto wrong = [](FilterText typed) {
    const auto filter = parse_filter(typed, sample::countries());
    return filter ? std::string() : filter.error().message;
  };
  EXPECT_THAT(wrong({"yesterday", "", "", "", "", ""}), HasSubstr("'yesterday' is not a day"));
  EXPECT_THAT(wrong({"2022-02-30", "", "", "", "", ""}), HasSubstr("2022-02-30"));
  EXPECT_THAT(wrong({"2022-01-02", "2022-01-01", "", "", "", ""}), HasSubstr("before since"));
  EXPECT_THAT(wrong({"", "", "Atlantis", "", "", ""}), HasSubstr("'Atlantis'"));
  EXPECT_THAT(wrong({"", "", "", "any", "", ""}), HasSubstr("shelling"));
  EXPECT_FALSE(parse_field("colour"));
  EXPECT_EQ(Field::killed, **parse_field("killed"));
}

}  // namespace
}  // namespace sitrep::output
