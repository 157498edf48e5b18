// Texts that are no report, or hardly one.
#include <chrono>

#include "stories.h"

namespace sitrep {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr int kSentences = 10'000;
constexpr double kSeconds = 60;  // 3 on an idle machine; sanitizers take ten times that

double seconds_for(const std::string& text, std::vector<Event>& events) {
  const auto start = std::chrono::steady_clock::now();
  events = events_of(text);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST(OddTexts, SignsWithoutWordsTellNothing) {
  for (const char* text : {"", "   \n", ".", "!!! ??? ...", "\xC2\xA0", "- - -\n\n- - -"})
    EXPECT_THAT(events_of(text), IsEmpty()) << text;
}

TEST(OddTexts, ATitleAloneTellsItsEvent) {
  for (const char* text :
       {"Gunmen kill five people in Maiduguri", "Gunmen kill five people in Maiduguri\n\n"}) {
    const Event event = event_of(text);
    EXPECT_EQ(event.killed.best, 5) << text;
    EXPECT_EQ(event.where.country, "NG") << text;
  }
  EXPECT_EQ(event_of("Bomb kills three soldiers in Quetta").type, EventType::bombing);
}

TEST(OddTexts, CapitalsSayAsMuchAsSmallLetters) {
  const Event killing = event_of(
      "GUNMEN KILLED JUDGE ANTONIO RUIZ IN CALI ON MONDAY. RUIZ WAS SHOT OUTSIDE HIS HOUSE.");
  EXPECT_THAT(called(killing.human_targets), ElementsAre("ANTONIO RUIZ"));
  EXPECT_EQ(killing.human_targets.front().kind, "judge");
  EXPECT_EQ(killing.where.country, "CO");
  const Event bombing =
      event_of("A CAR BOMB KILLED THREE SOLDIERS IN QUETTA ON MONDAY, POLICE SAID.");
  EXPECT_EQ(bombing.type, EventType::bombing);
  EXPECT_EQ(bombing.killed.best, 3);
}

TEST(OddTexts, ASentenceWithoutEndIsRead) {
  std::string text = "Gunmen killed five people in Maiduguri on Monday";
  for (int i = 0; i < 200; ++i) text += " and a bomb exploded near a bank";
  EXPECT_THAT(events_of(text + "."), testing::Not(IsEmpty()));
}

TEST(LongTexts, OfNothingEndSoon) {
  std::string text;
  for (int i = 0; i < kSentences; ++i) text += "The sun shone on the fields and nobody came. ";
  std::vector<Event> events;
  EXPECT_LT(seconds_for(text, events), kSeconds);
  EXPECT_THAT(events, IsEmpty());
}

TEST(LongTexts, OfOneAttackEndSoon) {
  std::string text;
  for (int i = 0; i < kSentences; ++i) text += "Gunmen killed five people in Maiduguri on Monday. ";
  std::vector<Event> events;
  EXPECT_LT(seconds_for(text, events), kSeconds);
  EXPECT_THAT(events, testing::Not(IsEmpty()));
}

TEST(LongTexts, OfOneSentenceEndSoon) {
  std::string text = "A man said";
  for (int i = 0; i < 1000; ++i) text += " and a bomb exploded near a bank";
  std::vector<Event> events;
  EXPECT_LT(seconds_for(text + ".", events), kSeconds);
}

TEST(LongTexts, OfAnAttackASentenceEndSoon) {
  const char* towns[] = {"Maiduguri", "Kaduna", "Kano", "Sokoto", "Zaria", "Gwoza", "Lagos", "Jos"};
  std::string text;
  for (int i = 0; i < kSentences; ++i)
    text += "Gunmen killed " + std::to_string(2 + i % 90) + " people in " + towns[i % 8] + " on " +
            std::to_string(1 + i % 28) + " March " + std::to_string(1990 + i % 30) + ". ";
  std::vector<Event> events;
  EXPECT_LT(seconds_for(text, events), kSeconds);
  EXPECT_THAT(events, SizeIs(testing::Gt(100u)));
}

}  // namespace

}  // namespace sitrep
