// What the reports of one incident say of one of its tolls.
#pragma once

#include <vector>

#include "incidents/group.h"

namespace sitrep::incidents {

struct TollField {
  Field field;
  Quantity Event::*toll;
};
inline constexpr TollField kKilled{Field::killed, &Event::killed};
inline constexpr TollField kWounded{Field::wounded, &Event::wounded};
inline constexpr TollField kAbducted{Field::abducted, &Event::abducted};

// How a number is worded: as people named or described, who are at least so many ("a wounded boy",
// "commander A and his aide B"), as a sum ("two and eleven"), as a figure.
enum class Counting : uint8_t { people, sum, figure };

struct Count {
  const Quantity* quantity;
  const Member* member;
  int64_t best;
  Counting counting;
  bool official;  // an authority or a named office gives it
  bool unsure;    // all who give it do so with reserve
};

// One for each member that gives a number for this incident alone: what a report says of several
// incidents together is left out.
std::vector<Count> counts_of(const Group& group, const TollField& field);

// Published after: on a later day, or well later on the same one.
bool published_later(const Member& a, const Member& b);

// A later report gives more, or gives an office's number in place of nobody's.
bool superseded(const Count& count, const std::vector<Count>& all);

// One source alone gives it, and far more than all the others: a year's count, say.
bool far_off(const Count& count, const std::vector<Count>& all);

}  // namespace sitrep::incidents
