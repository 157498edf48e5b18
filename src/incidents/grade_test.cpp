#include "incidents/grade.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

using testing::Contains;
using testing::SizeIs;

Event rockets() {
  Event e = event(EventType::shelling, on("2019-03-04"), marjah());
  e.physical_targets = {thing("army base", "military")};
  return e;
}

Event blamed(Perpetrator p) {
  Event e = rockets();
  e.perpetrators = {std::move(p)};
  return e;
}

Coding told(std::string id, Event e) {
  Coding c = report(id, "2019-03-05", "Words of " + id, {std::move(e)});
  c.report.outlet = "Outlet " + id;
  return c;
}

Incident only(const std::vector<Coding>& codings) {
  auto out = incidents_of(codings);
  EXPECT_THAT(out, SizeIs(1));
  return out.empty() ? Incident{} : out.front();
}

Claim on_word_of(std::string who, PartyKind kind) {
  Claim claim;
  claim.id = "word";
  claim.field = Field::type;
  claim.value = std::string("shelling");
  claim.speaker = speaker(std::move(who));
  claim.speaker->party.kind = kind;
  return claim;
}

TEST(Grade, OneSourceIsWeakTwoAreFair) {
  EXPECT_EQ(only({told("a", rockets())}).grade.record.grade, Grade::weak);
  const Incident two = only({told("a", rockets()), told("b", rockets())});
  EXPECT_EQ(two.grade.record.grade, Grade::fair);
  EXPECT_THAT(two.grade.record.reasons, Contains("two independent sources: Outlet a, Outlet b"));
}

TEST(Grade, AuthorityBesideASecondSourceConfirms) {
  Event e = rockets();
  e.claims = {on_word_of("the ministry", PartyKind::state)};
  const Incident i = only({told("a", e), told("b", rockets())});
  EXPECT_EQ(i.grade.record.grade, Grade::confirmed);
  EXPECT_THAT(i.grade.record.reasons, Contains("on the word of the ministry"));
  EXPECT_GT(i.confidence, only({told("a", rockets()), told("b", rockets())}).confidence);
}

TEST(Grade, WhoDidIt) {
  const auto grade = [](const std::vector<Event>& events) {
    std::vector<Coding> codings;
    for (const Event& e : events) codings.push_back(told("r" + std::to_string(codings.size()), e));
    return only(codings).grade.attribution.grade;
  };
  const Event accused = blamed(by("Taliban", "taliban", Status::accused));
  const Event claimed = blamed(by("Taliban", "taliban", Status::claimed));
  const Event rival = blamed(by("Islamic State", "islamic-state", Status::claimed));
  const Event cleared = blamed(by("Taliban", "taliban", Status::denied));
  EXPECT_EQ(grade({rockets()}), std::nullopt);
  EXPECT_EQ(grade({accused, rockets()}), Grade::weak);
  EXPECT_EQ(grade({accused, accused}), Grade::fair);
  EXPECT_EQ(grade({accused, claimed}), Grade::confirmed);
  EXPECT_EQ(grade({claimed, rival}), Grade::contested);
  EXPECT_EQ(grade({cleared, rockets()}), Grade::discounted);
}

TEST(Grade, DenialByTheAccusedContestsIt) {
  Event denies = rockets();
  Claim no;
  no.id = "no";
  no.field = Field::perpetrators;
  no.value = by("Taliban", "taliban").party;
  no.polarity = Polarity::denied;
  no.speaker = Speaker{by("Taliban", "taliban").party, {}};
  denies.claims = {no};
  const Incident i =
      only({told("a", blamed(by("Taliban", "taliban", Status::accused))),
            told("b", blamed(by("Taliban", "taliban", Status::accused))), told("c", denies)});
  EXPECT_EQ(i.grade.attribution.grade, Grade::contested);
  EXPECT_THAT(i.grade.attribution.reasons, Contains("Taliban denied it"));
}

TEST(Grade, RumourThatIsDeniedIsDiscounted) {
  Event untrue = rockets();
  untrue.claims = {denial(EventType::shelling, "the mayor")};
  Coding withdrawn = told("b", untrue);
  withdrawn.events[0].claims.erase(withdrawn.events[0].claims.begin());  // its plain claim of type
  const Incident i = only({told("a", rockets()), withdrawn});
  EXPECT_EQ(i.grade.record.grade, Grade::discounted);
  EXPECT_LE(i.confidence, 0.2);
}

TEST(Grade, DenyingTheMeansAffirmsTheIncident) {
  Event means = event(EventType::strike, on("2019-03-04"), marjah());
  means.physical_targets = {thing("army base", "military")};
  means.claims = {denial(EventType::air_strike, "the colonel")};
  Event jets = means;
  jets.type = EventType::air_strike;
  jets.claims.clear();
  EXPECT_EQ(only({told("a", jets), told("b", means)}).grade.record.grade, Grade::fair);
}

}  // namespace
}  // namespace sitrep::incidents::test
