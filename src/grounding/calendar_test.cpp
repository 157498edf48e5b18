#include "grounding/calendar.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>

#include "core/dates.h"
#include "language/analyser.h"
#include "mentions/times.h"

namespace sitrep {
namespace {

// A text and its times as "[words] TYPE value days precision", joined by "; ".
struct Case {
  std::string_view text;
  std::string_view times;
};

constexpr std::string_view kTypes[] = {"DATE", "TIME", "DURATION", "SET"};

std::string describe_when(const When& when) {
  std::string out = fmt::format(" {}", iso(*when.start));
  if (when.end != when.start) out += fmt::format("/{}", iso(*when.end));
  const bool part = when.precision == DatePrecision::part_of_day;
  out += fmt::format(" {}", part ? name(when.part_of_day) : name(when.precision));
  return when.basis == Basis::stated ? out + " stated" : out;
}

std::string described(const Document& document, const Anchor& anchor) {
  std::vector<TimeMention> times;
  find_times(document, times);
  ground_times(document, anchor, times);
  std::string out;
  for (const TimeMention& m : times) {
    const auto type = kTypes[static_cast<size_t>(m.type)];
    out += fmt::format("{}[{}] {} {}", out.empty() ? "" : "; ", document.slice(m.tokens), type,
                       m.value);
    if (m.when && m.when->known()) out += describe_when(*m.when);
  }
  return out;
}

std::string read_times(std::string_view text, const Anchor& anchor) {
  Document document;
  tokenise(text, document);
  return described(document, anchor);
}

const Anchor kWednesday{.published = parse_day("2022-01-05"), .minute = {}};

constexpr Case kPlain[] = {
    // clang-format off
    {"Rebels shelled the town on 3 January 2022.",
     "[3 January 2022] DATE 2022-01-03 2022-01-03 day stated"},
    {"Rebels shelled the town on January 3, 2022.",
     "[January 3, 2022] DATE 2022-01-03 2022-01-03 day stated"},
    {"Rebels shelled the town on Jan. 3, 2022.",
     "[Jan. 3, 2022] DATE 2022-01-03 2022-01-03 day stated"},
    {"Rebels shelled the town on 3rd January 2022.",
     "[3rd January 2022] DATE 2022-01-03 2022-01-03 day stated"},
    {"Rebels shelled the town on the 3rd of January 2022.",
     "[the 3rd of January 2022] DATE 2022-01-03 2022-01-03 day stated"},
    {"Rebels shelled the town on 2022-01-03.",
     "[2022-01-03] DATE 2022-01-03 2022-01-03 day stated"},
    {"Rebels shelled the town on 03/14/2021.",
     "[03/14/2021] DATE 2021-03-14 2021-03-14 day stated"},
    {"Rebels shelled the town on 14/03/2021.",
     "[14/03/2021] DATE 2021-03-14 2021-03-14 day stated"},
    {"Rebels shelled the town on 14.03.2021.",
     "[14.03.2021] DATE 2021-03-14 2021-03-14 day stated"},
    {"Rebels shelled the town on January 3.", "[January 3] DATE 2022-01-03 2022-01-03 day"},
    {"Rebels shelled the town on Dec. 28.", "[Dec. 28] DATE 2021-12-28 2021-12-28 day"},
    {"The treaty was signed in March 1994.",
     "[March 1994] DATE 1994-03 1994-03-01/1994-03-31 month stated"},
    {"The treaty was signed in March of 1994.",
     "[March of 1994] DATE 1994-03 1994-03-01/1994-03-31 month stated"},
    {"The treaty was signed in 1994.", "[1994] DATE 1994 1994-01-01/1994-12-31 year stated"},
    {"The uprising of '98 failed.", "[98] DATE 1998 1998-01-01/1998-12-31 year stated"},
    {"He was born in nineteen ninety-six.",
     "[nineteen ninety-six] DATE 1996 1996-01-01/1996-12-31 year stated"},
    {"It began in the year 2000.", "[the year 2000] DATE 2000 2000-01-01/2000-12-31 year stated"},
    {"Two bombs exploded in April.", "[April] DATE 2021-04 2021-04-01/2021-04-30 month"},
    {"Two bombs exploded in December.", "[December] DATE 2021-12 2021-12-01/2021-12-31 month"},
    {"Two bombs exploded last May.", "[last May] DATE 2021-05 2021-05-01/2021-05-31 month"},
    {"The talks will resume next March.", "[next March] DATE 2022-03 2022-03-01/2022-03-31 month"},
    {"The mission ends this September.",
     "[this September] DATE 2022-09 2022-09-01/2022-09-30 month"},
    {"He was arrested in June last year.",
     "[June last year] DATE 2021-06 2021-06-01/2021-06-30 month"},
    {"Gunmen killed two guards on Tuesday.", "[Tuesday] DATE 2022-01-04 2022-01-04 day"},
    {"Gunmen killed two guards on Wednesday.", "[Wednesday] DATE 2022-01-05 2022-01-05 day"},
    {"Gunmen killed two guards on Thursday.", "[Thursday] DATE 2021-12-30 2021-12-30 day"},
    {"The minister will visit the camp on Friday.", "[Friday] DATE 2022-01-07 2022-01-07 day"},
    {"Gunmen killed two guards last Friday.", "[last Friday] DATE 2021-12-31 2021-12-31 day"},
    {"The court meets next Tuesday.", "[next Tuesday] DATE 2022-01-11 2022-01-11 day"},
    {"The army said Tuesday night that it had left.",
     "[Tuesday night] TIME 2022-01-04TNI 2022-01-04 night"},
    {"A mortar landed on Wednesday morning.",
     "[Wednesday morning] TIME 2022-01-05TMO 2022-01-05 morning"},
    {"The jet crashed early on Wednesday.",
     "[early on Wednesday] DATE 2022-01-05 2022-01-05 early_morning"},
    {"The jet crashed early Wednesday.",
     "[early Wednesday] DATE 2022-01-05 2022-01-05 early_morning"},
    {"The jet crashed late Tuesday.", "[late Tuesday] DATE 2022-01-04 2022-01-04 night"},
    {"The jet crashed in the early hours of Tuesday.",
     "[the early hours of Tuesday] TIME 2022-01-04TMO 2022-01-04 early_morning"},
    {"The jet crashed at dawn on 2 January.",
     "[dawn on 2 January] TIME 2022-01-02TMO 2022-01-02 early_morning"},
    {"The jet crashed at dawn.", "[dawn] TIME 2022-01-05TMO 2022-01-05 early_morning"},
    {"The jet crashed overnight.", "[overnight] TIME 2022-01-04TNI 2022-01-04/2022-01-05 night"},
    {"Shelling went on overnight Sunday.",
     "[overnight Sunday] TIME 2022-01-02TNI 2022-01-02 night"},
    {"Troops left on Monday, Jan. 3.", "[Monday, Jan. 3] DATE 2022-01-03 2022-01-03 day"},
    {"Troops left on Monday, 3 January 2022.",
     "[Monday, 3 January 2022] DATE 2022-01-03 2022-01-03 day stated"},
    {"Troops left yesterday.", "[yesterday] DATE 2022-01-04 2022-01-04 day"},
    {"Troops left the day before yesterday.",
     "[the day before yesterday] DATE 2022-01-03 2022-01-03 day"},
    {"Troops leave the day after tomorrow.",
     "[the day after tomorrow] DATE 2022-01-07 2022-01-07 day"},
    {"Troops left yesterday morning.", "[yesterday morning] TIME 2022-01-04TMO 2022-01-04 morning"},
    {"They met this morning.", "[this morning] TIME 2022-01-05TMO 2022-01-05 morning"},
    {"They met last night.", "[last night] TIME 2022-01-04TNI 2022-01-04 night"},
    {"They meet tonight.", "[tonight] TIME 2022-01-05TNI 2022-01-05 night"},
    {"They met on 1 January. The following day the truce collapsed.",
     "[1 January] DATE 2022-01-01 2022-01-01 day; "
     "[The following day] DATE 2022-01-02 2022-01-02 day"},
    {"They met on 1 January. The day before, a bomb went off.",
     "[1 January] DATE 2022-01-01 2022-01-01 day; [The day before] DATE 2021-12-31 2021-12-31 day"},
    {"They met on 1 January. Two days earlier, a bomb went off.",
     "[1 January] DATE 2022-01-01 2022-01-01 day; "
     "[Two days earlier] DATE 2021-12-30 2021-12-30 day"},
    {"They met on 1 January. Three days later, a bomb went off.",
     "[1 January] DATE 2022-01-01 2022-01-01 day; "
     "[Three days later] DATE 2022-01-04 2022-01-04 day"},
    {"They met on 1 January. That night the town was hit.",
     "[1 January] DATE 2022-01-01 2022-01-01 day; "
     "[That night] TIME 2022-01-01TNI 2022-01-01 night"},
    {"They met on 1 January. The next morning the town was hit.",
     "[1 January] DATE 2022-01-01 2022-01-01 day; "
     "[The next morning] TIME 2022-01-02TMO 2022-01-02 morning"},
    {"They met on 1 January. The previous day the town was hit.",
     "[1 January] DATE 2022-01-01 2022-01-01 day; "
     "[The previous day] DATE 2021-12-31 2021-12-31 day"},
    {"They met on 1 January. The same day the town was hit.",
     "[1 January] DATE 2022-01-01 2022-01-01 day; [The same day] DATE 2022-01-01 2022-01-01 day"},
    {"He was killed on 10 December 2021. Five days after his killing, the army struck.",
     "[10 December 2021] DATE 2021-12-10 2021-12-10 day stated; "
     "[Five days] DURATION P5D 2021-12-15 day"},
    {"The army struck two days before Christmas.",
     "[two days before Christmas] DATE 2021-12-23 2021-12-23 day"},
    {"The army struck three weeks after 1 December.",
     "[three weeks after 1 December] DATE 2021-12-22 2021-12-22 day"},
    {"The army left two weeks ago.", "[two weeks ago] DATE 2021-W51 2021-12-20/2021-12-26 week"},
    {"The army left three days ago.", "[three days ago] DATE 2022-01-02 2022-01-02 day"},
    {"The army left a month ago.", "[a month ago] DATE 2021-12 2021-12-01/2021-12-31 month"},
    {"The army left ten years ago.", "[ten years ago] DATE 2012 2012-01-01/2012-12-31 year"},
    {"The army left several years ago.", "[several years ago] DATE PAST_REF"},
    {"The army left a decade ago.", "[a decade ago] DATE 2012 2012-01-01/2012-12-31 year"},
    {"Fighting eased this week.", "[this week] DATE 2022-W01 2022-01-03/2022-01-09 week"},
    {"Fighting eased last week.", "[last week] DATE 2021-W52 2021-12-27/2022-01-02 week"},
    {"Fighting may ease next week.", "[next week] DATE 2022-W02 2022-01-10/2022-01-16 week"},
    {"Fighting eased earlier this month.",
     "[earlier this month] DATE 2022-01 2022-01-01/2022-01-31 month"},
    {"Fighting eased late last year.", "[late last year] DATE 2021 2021-01-01/2021-12-31 year"},
    {"Fighting eased last month.", "[last month] DATE 2021-12 2021-12-01/2021-12-31 month"},
    {"It will end next year.", "[next year] DATE 2023 2023-01-01/2023-12-31 year"},
    {"It began last weekend.", "[last weekend] DATE 2021-W52-WE 2022-01-01/2022-01-02 week"},
    {"It began over the weekend.", "[the weekend] DATE 2021-W52-WE 2022-01-01/2022-01-02 week"},
    {"Fighting rose in recent days.", "[recent days] DURATION PXD"},
    {"Fighting rose in recent months.", "[recent months] DURATION PXM"},
    {"Fighting lasted for three days.", "[three days] DURATION P3D"},
    {"Fighting lasted two and a half hours.", "[two and a half hours] DURATION PT2H30M"},
    {"Fighting lasted for a few weeks.", "[a few weeks] DURATION PXW"},
    {"A two-day truce began.", "[two-day] DURATION P2D"},
    {"He spent more than twenty years in prison.", "[more than twenty years] DURATION P20Y"},
    {"He spent nearly a decade in prison.", "[nearly a decade] DURATION P10Y"},
    {"He spent months in prison.", ""},
    {"Buses run every day.", "[every day] SET P1D"},
    {"Buses run every Friday.", "[every Friday] SET XXXX-WXX-5"},
    {"Protests are held on Friday nights.", "[Friday nights] SET XXXX-WXX-5TNI"},
    {"The paper appears weekly.", "[weekly] SET P1W"},
    {"Patrols pass three times a day.", "[a day] SET P1D"},
    {"Floods come each July.", "[each July] SET XXXX-07"},
    {"The group arose in the 1990s.", "[the 1990s] DATE 199 1990-01-01/1999-12-31 year stated"},
    {"The group arose in the early 1980s.",
     "[the early 1980s] DATE 198 1980-01-01/1989-12-31 year stated"},
    {"The group arose in the mid-1970s.",
     "[the mid-1970s] DATE 197 1970-01-01/1979-12-31 year stated"},
    {"The group arose in the '80s.", "[80s] DATE 198 1980-01-01/1989-12-31 year stated"},
    {"The castle dates from the 12th century.",
     "[the 12th century] DATE 11 1100-01-01/1199-12-31 year stated"},
    {"It happened last summer.", "[last summer] DATE 2021-SU 2021-06-01/2021-08-31 month"},
    {"It happened in the winter of 1994.",
     "[the winter of 1994] DATE 1994-WI 1994-12-01/1995-02-28 month stated"},
    {"It happened in autumn 2020.",
     "[autumn 2020] DATE 2020-FA 2020-09-01/2020-11-30 month stated"},
    {"Output fell in the third quarter of 2021.",
     "[the third quarter of 2021] DATE 2021-Q3 2021-07-01/2021-09-30 month stated"},
    {"Output fell in the third quarter.",
     "[the third quarter] DATE 2021-Q3 2021-07-01/2021-09-30 month"},
    {"Output fell in the first half of 2021.",
     "[the first half of 2021] DATE 2021-H1 2021-01-01/2021-06-30 year stated"},
    {"Spending rose in fiscal 2020.", "[fiscal 2020] DATE 2020 2020-01-01/2020-12-31 year stated"},
    {"The blast came at 7:21 pm on Tuesday.",
     "[7:21 pm on Tuesday] TIME 2022-01-04T19:21 2022-01-04 hour"},
    {"The blast came at 10 p.m. Tuesday.",
     "[10 p.m. Tuesday] TIME 2022-01-04T22:00 2022-01-04 hour"},
    {"The blast came at 1430 GMT on 3 January.",
     "[1430 GMT on 3 January] TIME 2022-01-03T14:30 2022-01-03 hour"},
    {"The blast came on Tuesday at about 9.30 am local time.",
     "[Tuesday at about 9.30 am local time] TIME 2022-01-04T09:30 2022-01-04 hour"},
    {"The blast came at 14:30.", "[14:30] TIME 2022-01-05T14:30 2022-01-05 hour"},
    {"The blast came at noon Thursday.", "[noon Thursday] TIME 2021-12-30T12:00 2021-12-30 hour"},
    {"The blast came at midnight.", "[midnight] TIME 2022-01-05T00:00 2022-01-05 hour"},
    {"The blast came at 4 in the morning.",
     "[4 in the morning] TIME 2022-01-05T04:00 2022-01-05 hour"},
    {"The blast came at 10:35 a.m. (0735 GMT) Friday.",
     "[10:35 a.m. (0735 GMT) Friday] TIME 2021-12-31T10:35 2021-12-31 hour"},
    {"Clashes went on between 3 and 5 January.",
     "[3] DATE 2022-01-03 2022-01-03 day; [5 January] DATE 2022-01-05 2022-01-05 day"},
    {"Clashes went on from 3 to 5 January 2022.",
     "[3] DATE 2022-01-03 2022-01-03 day stated; "
     "[5 January 2022] DATE 2022-01-05 2022-01-05 day stated"},
    {"Clashes went on January 3-5.",
     "[January 3] DATE 2022-01-03 2022-01-03 day; [5] DATE 2022-01-05 2022-01-05 day"},
    {"Clashes went on from Sunday to Tuesday.",
     "[Sunday] DATE 2022-01-02 2022-01-02 day; [Tuesday] DATE 2022-01-04 2022-01-04 day"},
    {"Clashes went on from 2014 to 2016.",
     "[2014] DATE 2014 2014-01-01/2014-12-31 year stated; "
     "[2016] DATE 2016 2016-01-01/2016-12-31 year stated"},
    {"Clashes went on in 2014-16.",
     "[2014] DATE 2014 2014-01-01/2014-12-31 year stated; "
     "[16] DATE 2016 2016-01-01/2016-12-31 year stated"},
    {"Clashes went on from March to May 2020.",
     "[March] DATE 2020-03 2020-03-01/2020-03-31 month stated; "
     "[May 2020] DATE 2020-05 2020-05-01/2020-05-31 month stated"},
    {"The town marked the second anniversary of the massacre.",
     "[the second anniversary] DURATION P2Y"},
    {"The town marked one year since the siege.", "[one year] DURATION P1Y"},
    {"The town celebrated its 50th anniversary.", "[its 50th anniversary] DURATION P50Y"},
    {"The raid came on Christmas Eve.", "[Christmas Eve] DATE 2021-12-24 2021-12-24 day"},
    {"The raid came on New Year's Day.", "[New Year's Day] DATE 2022-01-01 2022-01-01 day"},
    {"The raid came on Good Friday.", "[Good Friday] DATE 2021-04-02 2021-04-02 day"},
    {"The raid came during Ramadan.", "[Ramadan] DATE 2021-04-13 2021-04-13/2021-05-12 month"},
    {"The raid came on Eid al-Adha.", "[Eid al-Adha] DATE 2021-07-20 2021-07-20/2021-07-23 week"},
    {"The raid came on Yom Kippur.", "[Yom Kippur] DATE 2021-09-16 2021-09-16 day"},
    {"The raid came on Easter Sunday 2021.", "[Easter Sunday 2021] DATE 2021-04-04 2021-04-04 day"},
    {"The raid came on May Day.", "[May Day] DATE 2021-05-01 2021-05-01 day"},
    {"The war after 9/11 was long.", "[9/11] DATE 2001-09-11 2001-09-11 day stated"},
    {"Now the camp is empty.", "[Now] DATE PRESENT_REF"},
    {"The camp was recently closed.", "[recently] DATE PAST_REF"},
    {"It is currently empty.", "[currently] DATE PRESENT_REF"},
    {"The future looks bleak.", "[The future] DATE FUTURE_REF"},
    {"At the moment it is empty.", "[the moment] DATE PRESENT_REF"},
    {"POLICE KILLED TWO MEN ON 12 JAN 90.", "[12 JAN 90] DATE 1990-01-12 1990-01-12 day stated"},
    {"POLICE KILLED TWO MEN ON 12 JAN.", "[12 JAN] DATE 2021-01-12 2021-01-12 day"},
    {"POLICE KILLED TWO MEN LAST NIGHT.", "[LAST NIGHT] TIME 2022-01-04TNI 2022-01-04 night"},
    {"POLICE KILLED TWO MEN THIS MORNING.", "[THIS MORNING] TIME 2022-01-05TMO 2022-01-05 morning"},
    {"POLICE KILLED TWO MEN ON MONDAY NIGHT.",
     "[MONDAY NIGHT] TIME 2022-01-03TNI 2022-01-03 night"},
    {"POLICE KILLED TWO MEN AT 1930 GMT ON 3 JANUARY.",
     "[1930 GMT ON 3 JANUARY] TIME 2022-01-03T19:30 2022-01-03 hour"},
    {"POLICE KILLED TWO MEN IN MARCH 1989.",
     "[MARCH 1989] DATE 1989-03 1989-03-01/1989-03-31 month stated"},
    {"THE TRUCE MAY HOLD.", ""},
    {"It may rain and they march on.", ""},
    {"The score was 3:2 after second place in the second half.", ""},
    {"A 24-year-old man fell.", ""},
    {"The soldiers fall in spring mud.", "[spring] DATE 2021-SP 2021-03-01/2021-05-31 month"},
    {"He won a third of the vote in a quarter of the districts.", ""},
    {"More than 300,000 last year fled.", "[last year] DATE 2021 2021-01-01/2021-12-31 year"},
    {"He said that last week was calm.", "[last week] DATE 2021-W52 2021-12-27/2022-01-02 week"},
    {"The week of January 10 will be quiet.",
     "[The week of January 10] DATE 2022-W02 2022-01-10/2022-01-16 week"},
    {"The day before last Tuesday was calm.",
     "[The day before last Tuesday] DATE 2022-01-03 2022-01-03 day"},
    {"Wednesday of last week was calm.", "[Wednesday of last week] DATE 2021-12-29 2021-12-29 day"},
    {"Later in the day the town fell.", "[Later in the day] DATE 2022-01-05 2022-01-05 day"},
    // clang-format on
};

TEST(Calendar, ReadsEveryKindOfTime) {
  for (const Case& c : kPlain) EXPECT_EQ(read_times(c.text, kWednesday), c.times) << c.text;
}

constexpr Case kUnknown[] = {
    // clang-format off
    {"It struck on Tuesday.", "[Tuesday] DATE XXXX-WXX-2"},
    {"It struck on Tuesday night.", "[Tuesday night] TIME XXXX-WXX-2TNI"},
    {"It struck on 5 May.", "[5 May] DATE XXXX-05-05"},
    {"It struck in May.", "[May] DATE XXXX-05"},
    {"It struck on the 25th.", "[the 25th] DATE XXXX-XX-25"},
    {"It struck last week.", "[last week] DATE XXXX-WXX"},
    {"It struck last weekend.", "[last weekend] DATE XXXX-WXX-WE"},
    {"It struck last summer.", "[last summer] DATE XXXX-SU"},
    {"It struck yesterday.", "[yesterday] DATE XXXX-XX-XX"},
    {"It struck in the third quarter.", "[the third quarter] DATE XXXX-Q3"},
    {"It struck in the third quarter of 1999.",
     "[the third quarter of 1999] DATE 1999-Q3 1999-07-01/1999-09-30 month stated"},
    {"It struck a year ago.", "[a year ago] DATE XXXX"},
    {"It struck on Good Friday.", "[Good Friday] DATE XXXX-XX-XX"},
    {"It struck at dawn.", "[dawn] TIME XXXX-XX-XXTMO"},
    {"It struck on 5 May 2020. Two days later it rained.",
     "[5 May 2020] DATE 2020-05-05 2020-05-05 day stated; "
     "[Two days later] DATE 2020-05-07 2020-05-07 day"},
    // clang-format on
};

TEST(Calendar, WithoutPublicationLeavesOutWhatIsNotKnown) {
  for (const Case& c : kUnknown) EXPECT_EQ(read_times(c.text, {}), c.times) << c.text;
}

TEST(Calendar, CountsHoursFromTheMinuteOfPublication) {
  const Anchor anchor{.published = parse_day("2022-01-05"), .minute = 60};
  EXPECT_EQ(read_times("It fell two hours ago.", anchor),
            "[two hours ago] TIME 2022-01-04T23:00 2022-01-04 hour");
}

struct HourCase {
  std::string_view text;
  PartOfDay part;
};

constexpr HourCase kHours[] = {
    {"The market was shelled at 10:20 on Tuesday.", PartOfDay::morning},
    {"The market was shelled on Tuesday at about 4 p.m.", PartOfDay::afternoon},
    {"The market was shelled at 0155 hours on Tuesday.", PartOfDay::early_morning},
    {"The market was shelled at 8:50 pm on Tuesday.", PartOfDay::evening},
    {"The market was shelled at 11 p.m. Tuesday.", PartOfDay::night},
    {"The market was shelled at 2:40 on Tuesday morning.", PartOfDay::early_morning},
    {"The market was shelled at two o'clock this afternoon.", PartOfDay::afternoon},
    {"The market was shelled at 1430 GMT on Tuesday.", PartOfDay::none},
};

TEST(Calendar, AnHourIsInAPartOfTheDay) {
  for (const HourCase& c : kHours) {
    Document document;
    tokenise(c.text, document);
    std::vector<TimeMention> times;
    find_times(document, times);
    ground_times(document, kWednesday, times);
    ASSERT_FALSE(times.empty()) << c.text;
    ASSERT_TRUE(times[0].when) << c.text;
    EXPECT_EQ(times[0].when->part_of_day, c.part) << c.text;
  }
}

TEST(Calendar, WholeRangeSpansBothEnds) {
  Document document;
  tokenise("Clashes went on from 3 to 5 January 2022.", document);
  std::vector<TimeMention> times;
  find_times(document, times);
  ground_times(document, kWednesday, times);
  ASSERT_EQ(times.size(), 2u);
  const When when = whole_range(times, 0);
  EXPECT_EQ(when.start, parse_day("2022-01-03"));
  EXPECT_EQ(when.end, parse_day("2022-01-05"));
  EXPECT_EQ(whole_range(times, 1), times[1].when);
}

TEST(Calendar, ImpossibleDaysHaveNoWhen) {
  EXPECT_EQ(read_times("It struck on 31 February 2020.", kWednesday),
            "[31 February 2020] DATE 2020-02-31");
}

// Every text must give spans in order, inside the text, without overlaps, and a value.
TEST(Calendar, MillionBytesInReasonableTime) {
  std::string text;
  while (text.size() < 1'000'000) {
    for (const Case& c : kPlain) text.append(c.text).append(" ");
  }
  Document document;
  tokenise(text, document);
  const auto start = std::chrono::steady_clock::now();
  std::vector<TimeMention> times;
  find_times(document, times);
  ground_times(document, kWednesday, times);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
  EXPECT_GT(times.size(), 10'000u);
  uint32_t behind = 0;
  for (const TimeMention& m : times) {
    EXPECT_LT(m.tokens.first, m.tokens.last);
    EXPECT_LE(behind, m.tokens.first);
    EXPECT_FALSE(m.value.empty());
    behind = m.tokens.last;
  }
}

}  // namespace
}  // namespace sitrep
