// The whole engine in a test of three lines: write reports, ask what happened.
//
//   World world;
//   world.report("Wire", "2024-03-05", "Gunmen killed five people in Maiduguri on Monday.");
//   EXPECT_EQ(world.incident().killed.best, 5);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sitrep/coding.h"
#include "sitrep/incident.h"

namespace sitrep {

class World {
 public:
  // Reads and codes a report. An empty `published` is a report that does not say when it appeared.
  // Ids are "r1", "r2", in the order of the calls, the refused ones included.
  World& report(std::string_view outlet, std::string_view published, std::string_view text);

  const std::vector<Coding>& codings() const { return codings_; }
  const std::vector<std::string>& refusals() const {
    return refusals_;
  }  // why, one for each report not taken

  std::vector<Incident> incidents() const;             // all, by day
  std::vector<Incident> incidents(Phase phase) const;  // recalled ones, or those that are news
  Incident incident() const;  // the only one; throws std::runtime_error when it is not alone

 private:
  std::vector<Coding> codings_;
  std::vector<std::string> refusals_;
};

// "2024-03-04", "2024-03-04/2024-03-05" or "unknown".
std::string days(const When& when);

}  // namespace sitrep
