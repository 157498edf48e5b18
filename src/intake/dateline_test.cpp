#include "intake/dateline.h"

#include <gtest/gtest.h>

#include "core/dates.h"

namespace sitrep {
namespace {

std::string shown(std::string_view paragraph) {
  const auto line = read_dateline(paragraph);
  if (!line) return "none";
  return line->place + "/" + line->credit + "/" + (line->day ? iso(*line->day) : "") + "/" +
         std::string(paragraph.substr(line->size));
}

TEST(Dateline, PlacesAndAgencies) {
  EXPECT_EQ(shown("ANKARA, Turkey \xE2\x80\x94 Shots rang out."),
            "ANKARA, Turkey///Shots rang out.");
  EXPECT_EQ(shown("ODESA (Reuters) - Shots rang out."), "ODESA/Reuters//Shots rang out.");
  EXPECT_EQ(shown("Odesa (Reuters) - Shots rang out."), "Odesa/Reuters//Shots rang out.");
  EXPECT_EQ(shown("KABUL, Afghanistan (AP) _ Shots rang out."),
            "KABUL, Afghanistan/AP//Shots rang out.");
  EXPECT_EQ(shown("MOGADISHU, March 4 (Xinhua) -- Shots rang out."),
            "MOGADISHU/Xinhua//Shots rang out.");
  EXPECT_EQ(shown("MOGADISHU, March 4, 2011 (AFP) -- Shots rang out."),
            "MOGADISHU/AFP/2011-03-04/Shots rang out.");
  EXPECT_EQ(shown("NEW DELHI: Shots rang out."), "NEW DELHI///Shots rang out.");
  EXPECT_EQ(shown("(Reuters) - Shots rang out."), "/Reuters//Shots rang out.");
}

TEST(Dateline, WireCopyInCapitals) {
  EXPECT_EQ(shown("QUITO, 9 MAY 91 (EFE) -- [TEXT] SHOTS RANG OUT."),
            "QUITO/EFE/1991-05-09/SHOTS RANG OUT.");
  EXPECT_EQ(
      shown("SAN JOSE (COSTA RICA), 9 MAY 91 (ACAN - EFE) -- [REPORT] [A NAME] [TEXT] SHOTS."),
      "SAN JOSE (COSTA RICA)/ACAN - EFE/1991-05-09/SHOTS.");
  EXPECT_EQ(shown("QUITO, NO DATE (RADIO QUITO) -- [CONTINUED] SHOTS."),
            "QUITO/RADIO QUITO//SHOTS.");
  EXPECT_EQ(shown("THE MINISTER SAID NOTHING -- AND LEFT."), "none");
}

TEST(Dateline, HeadlinesAndSentencesHaveNone) {
  EXPECT_EQ(shown("UPDATE: Shots rang out."), "none");
  EXPECT_EQ(shown("BREAKING - Shots rang out."), "none");
  EXPECT_EQ(shown("US-led troops fired shots."), "none");
  EXPECT_EQ(shown("The minister \xE2\x80\x94 a former general \xE2\x80\x94 left."), "none");
  EXPECT_EQ(shown("Three soldiers died - two of them officers."), "none");
  EXPECT_EQ(shown(""), "none");
  EXPECT_EQ(shown("\xE2\x80\x94 Somebody"), "none");
}

}  // namespace
}  // namespace sitrep
