#include "core/field_value.h"

#include <gtest/gtest.h>

#include "core/dates.h"

namespace sitrep {
namespace {

Incident incident() {
  Incident i;
  i.type = EventType::raid;
  i.outcome = Outcome::foiled;
  i.phase = Phase::background;
  i.when = day_when(*make_day(2022, 1, 5), Basis::stated);
  i.where.name = "Velm";
  i.perpetrators.emplace_back().party.name = "Velm Front";
  i.killed = {.low = 1, .best = 2, .high = {}, .text = "two"};
  i.damage = Damage::minor;
  return i;
}

TEST(FieldValue, EveryFieldIsReadSetAndWritten) {
  const Incident from = incident();
  Incident to;
  for (size_t n = 0; n <= static_cast<size_t>(CorrectedField::damage); ++n) {
    const auto field = static_cast<CorrectedField>(n);
    const FieldValue value = field_value(from, field);
    const auto back = field_value_from_json(field, to_json(value));
    ASSERT_TRUE(back) << name(field) << ": " << back.error().message;
    EXPECT_EQ(*back, value) << name(field);
    set_field(to, field, value);
    EXPECT_EQ(field_value(to, field), value) << name(field);
  }
}

TEST(FieldValue, DamageCanBeNone) {
  Incident i = incident();
  set_field(i, CorrectedField::damage, FieldValue());
  EXPECT_FALSE(i.damage);
  EXPECT_EQ(to_json(field_value(i, CorrectedField::damage)), "null");
}

TEST(FieldValue, AValueOfAnotherFormChangesNothing) {
  Incident i = incident();
  set_field(i, CorrectedField::killed, EventType::raid);
  EXPECT_EQ(i.killed, incident().killed);
  EXPECT_FALSE(field_value_from_json(CorrectedField::killed, "\"raid\""));
  EXPECT_FALSE(field_value_from_json(CorrectedField::type, "\"picnic\""));
  EXPECT_FALSE(field_value_from_json(CorrectedField::type, "{"));
}

TEST(FieldValue, MembersAreParted) {
  EXPECT_EQ(split_member("a/b/e1").report, "a/b");
  EXPECT_EQ(split_member("a/b/e1").event, "e1");
  EXPECT_EQ(split_member("a").report, "a");
  EXPECT_EQ(split_member("a").event, "");
}

}  // namespace
}  // namespace sitrep
