// One shelling that several reports tell of, for tests of what they contradict each other in.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "incidents/disagreements.h"
#include "incidents/test_world.h"

namespace sitrep::incidents::test {

inline const When kMonday = on("2019-03-04");

template <typename Value>
Claim saying(Field field, Value value) {
  Claim claim;
  claim.id = "c-" + std::string(name(field));
  claim.field = field;
  claim.value = std::move(value);
  return claim;
}

inline Event rockets(When when = kMonday, const Where& where = marjah()) {
  Event e = event(EventType::shelling, when, where);
  e.physical_targets = {thing("army base", "military")};
  e.claims = {saying(Field::when, when), saying(Field::where, where)};
  return e;
}

// Of one camp in the words of several hands: alike, and no copies of each other.
inline std::string story(const std::string& id) {
  static const std::map<std::string, std::string> kHands = {
      {"a",
       "Camp Lorna outside Marjah was hit, Colonel Sharif Anwari confirmed from Lashkargah; "
       "craters lie beside the fuel depot and the perimeter of Trikh Nawar."},
      {"b",
       "From Trikh Nawar villagers saw smoke over Camp Lorna, Marjah; Anwari, the colonel in "
       "Lashkargah, counted craters near its depot and along the perimeter."},
      {"c",
       "Lashkargah: Colonel Anwari showed reporters craters at Camp Lorna's depot near "
       "Marjah, its perimeter broken where the Trikh Nawar road begins."}};
  const auto hand = kHands.find(id);
  return (hand == kHands.end() ? kHands.at("a") + " Thus " : hand->second + " Thus ") + id;
}

inline Coding told(const std::string& id, Event e, std::string_view published = "2019-03-06") {
  Coding c = report(id, published, story(id), {std::move(e)});
  c.report.outlet = "Outlet " + id;
  return c;
}

inline std::vector<Disagreement> between(const std::vector<Coding>& codings) {
  const auto out = incidents_of(codings);
  EXPECT_THAT(out, testing::SizeIs(1));
  return out.empty() ? std::vector<Disagreement>{} : out.front().disagreements;
}

}  // namespace sitrep::incidents::test
