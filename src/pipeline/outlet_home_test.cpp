#include "pipeline/outlet_home.h"

#include <gtest/gtest.h>

#include "knowledge/lexicon.h"
#include "language/analyser.h"
#include "mentions/finder.h"
#include "pipeline/test_knowledge.h"

namespace sitrep {
namespace {

// "US Washington town" of a report's outlet.
std::string home(const Report& report) {
  Document document;
  Mentions mentions;
  auto analyser = Analyser::create(
      {whole().model("tagger"), whole().model("lemmatiser"), whole().model("parser")});
  if (!analyser) throw std::runtime_error(describe(analyser.error()));
  analyser->analyse(report.text, document);
  WordFinder().find(document, whole().lexicon(), mentions);
  const knowledge::OutletHome found = outlet_home(whole(), report, document, mentions);
  std::string out(found.country);
  if (!found.admin1.empty()) out.append(" ").append(found.admin1);
  return out + (found.town ? " town" : "");
}

Report report_of(std::string outlet, std::string text, std::string uri = {}) {
  Report report;
  report.outlet = std::move(outlet);
  report.text = std::move(text);
  report.uri = std::move(uri);
  return report;
}

TEST(OutletHomes, ByNameAndAddress) {
  EXPECT_EQ(home(report_of("kxly.com", "A man was shot.")), "US Washington town");
  EXPECT_EQ(home(report_of("www.kxly.com", "A man was shot.")), "US Washington town");
  EXPECT_EQ(home(report_of("", "A man was shot.", "https://www.wate.com/news/1")),
            "US Tennessee town");
  EXPECT_EQ(home(report_of("Reuters", "A man was shot.")), "GB");
}

TEST(OutletHomes, ByWhatTheTextCallsItselfWhereTheOutletIsUnknown) {
  EXPECT_EQ(home(report_of("", "A man was shot, police told WSMV Channel 4.")),
            "US Tennessee town");
  EXPECT_EQ(home(report_of("", "JONESBORO (KAIT) - A man was shot.")), "US Arkansas town");
  EXPECT_EQ(home(report_of("", "A man was shot on Elm Street - KMOV.com")), "US Missouri town");
  EXPECT_EQ(home(report_of("Some Blog", "A man was shot, reports khou.com.")), "US Texas town");
}

TEST(OutletHomes, NotByWhomAKnownOutletQuotesNorByOutletsOfSeveralDivisions) {
  EXPECT_EQ(home(report_of("Reuters", "A man was shot, police told WSMV.")), "GB");
  EXPECT_EQ(home(report_of("", "Police told WSMV and KMOV that a man was shot.")), "");
  EXPECT_EQ(home(report_of("", "A man was shot.")), "");
}

}  // namespace
}  // namespace sitrep
