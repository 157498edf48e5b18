#include "output/outlet_view.h"

#include <gmock/gmock.h>

#include "core/dates.h"

namespace sitrep::output {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// One incident, told by reports "OUTLET" with times and claims.
class Story {
 public:
  Story& told(const std::string& outlet, unsigned day, std::optional<int> minute,
              const std::string& copy_of = "") {
    incident_.reports.push_back(
        {.id = "r" + outlet, .uri = "", .outlet = outlet, .title = "", .published = {}});
    heads_["r" + outlet] = {"r" + outlet, outlet, make_day(2024, 3, day), minute,
                            copy_of.empty() ? "" : "r" + copy_of};
    return *this;
  }
  Story& says(const std::string& outlet, Field field, ClaimValue value,
              Certainty certainty = Certainty::stated, Polarity polarity = Polarity::affirmed) {
    Claim claim;
    claim.id = "r" + outlet + "/e1/c" + std::to_string(incident_.claims.size() + 1);
    claim.field = field;
    claim.value = std::move(value);
    claim.certainty = certainty;
    claim.polarity = polarity;
    claim.evidence.report = "r" + outlet;
    incident_.claims.push_back(std::move(claim));
    return *this;
  }
  Story& disagree(DisagreementKind kind, const std::string& one, const std::string& other) {
    incident_.disagreements.push_back(
        {Field::killed, kind, {{dead(5), {"r" + one}, {"c1"}}, {dead(7), {"r" + other}, {"c2"}}}});
    return *this;
  }
  OutletView of(const std::string& outlet) const {
    return outlet_view(outlet, {&incident_, 1}, heads_);
  }

  static Quantity dead(int64_t n, const std::string& text = "") {
    return {.low = n, .best = n, .high = n, .text = text};
  }
  static Party party(const std::string& name, const std::string& id = "") {
    Party out;
    out.name = name;
    out.actor_id = id;
    return out;
  }

 private:
  Incident incident_ = [] {
    Incident i;
    i.id = "i1";
    return i;
  }();
  ReportHeads heads_;
};

TEST(OutletView, FirstByMinutesOrByDays) {
  const Story minutes = Story().told("A", 1, 600).told("B", 1, 630).told("C", 3, {});
  ASSERT_THAT(minutes.of("A").first, SizeIs(1));
  EXPECT_EQ(30, minutes.of("A").first[0].lead_minutes);
  EXPECT_EQ("B", minutes.of("A").first[0].next_outlet);
  EXPECT_THAT(minutes.of("B").first, IsEmpty());
  const Story days = Story().told("A", 1, {}).told("B", 3, 10);
  ASSERT_THAT(days.of("A").first, SizeIs(1));
  EXPECT_EQ(2, days.of("A").first[0].lead_days);
  EXPECT_FALSE(days.of("A").first[0].lead_minutes);
}

TEST(OutletView, OfOneDayWithoutATimeNobodyIsFirst) {
  const Story story = Story().told("A", 1, 600).told("B", 1, {});
  EXPECT_THAT(story.of("A").first, IsEmpty());
  EXPECT_THAT(story.of("B").first, IsEmpty());
}

TEST(OutletView, NobodyIsFirstAloneOrWithAnothersWords) {
  EXPECT_THAT(Story().told("A", 1, 600).of("A").first, IsEmpty());
  EXPECT_THAT(Story().told("A", 1, 600, "B").told("B", 2, 600).of("A").first, IsEmpty());
}

TEST(OutletView, LeftOutIsWhatOthersStateAndItSaysNothingOf) {
  Story story;
  story.told("A", 1, 1).told("B", 1, 2).told("C", 1, 3);
  story.says("A", Field::killed, Story::dead(5));
  story.says("B", Field::wounded, Story::dead(3)).says("C", Field::wounded, Story::dead(4));
  story.says("C", Field::wounded, Story::dead(3, "three"));
  story.says("B", Field::damage, "minor", Certainty::possible);
  const auto left_out = story.of("A").left_out;
  ASSERT_THAT(left_out, SizeIs(1)) << "what others only think possible is not left out";
  EXPECT_EQ(Field::wounded, left_out[0].field);
  EXPECT_EQ(3, std::get<Quantity>(left_out[0].value).best) << "most say so";
  EXPECT_THAT(left_out[0].outlets, ElementsAre("B", "C"));
  EXPECT_THAT(story.of("Z").left_out, IsEmpty()) << "it did not tell of it at all";
}

TEST(OutletView, HedgedIsWhatOthersSayPlainly) {
  Story story;
  story.told("A", 1, 1).told("B", 1, 2);
  story.says("A", Field::perpetrators, Story::party("ISIS", "isis"), Certainty::possible);
  story.says("A", Field::perpetrators, Story::party("Islamic State", "isis"), Certainty::suspected);
  story.says("B", Field::perpetrators, Story::party("IS", "isis"));
  const auto hedged = story.of("A").hedged;
  ASSERT_THAT(hedged, SizeIs(1));
  EXPECT_EQ(Certainty::suspected, hedged[0].certainty) << "the firmest of its own";
  EXPECT_THAT(hedged[0].outlets, ElementsAre("B"));
  EXPECT_THAT(story.of("B").hedged, IsEmpty());
  story.says("A", Field::perpetrators, Story::party("isis", "isis"));
  EXPECT_THAT(story.of("A").hedged, IsEmpty()) << "it says so plainly, too";
}

TEST(OutletView, ContradictedOnBothSidesButNotByGrowth) {
  Story story;
  story.told("A", 1, 1).told("B", 1, 2).disagree(DisagreementKind::conflict, "A", "B");
  const auto own = story.of("A").contradicted;
  ASSERT_THAT(own, SizeIs(1));
  EXPECT_EQ(5, std::get<Quantity>(own[0].value).best);
  EXPECT_EQ(7, std::get<Quantity>(own[0].others_value).best);
  EXPECT_THAT(own[0].outlets, ElementsAre("B"));
  EXPECT_EQ(7, std::get<Quantity>(story.of("B").contradicted.at(0).value).best);
  Story grown;
  grown.told("A", 1, 1).told("B", 1, 2).disagree(DisagreementKind::update, "A", "B");
  EXPECT_THAT(grown.of("A").contradicted, IsEmpty());
}

}  // namespace
}  // namespace sitrep::output
