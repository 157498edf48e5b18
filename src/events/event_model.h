// The learnt scorers of this room: which role a phrase has in an event, whether two
// drafts are of one, of which type an event is, and whether it is one. Logistic regression over
// hashed features, for roles with a small network beside it, in whole numbers; made by
// training/events, see docs/event-model.md.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "events/wide_deep.h"
#include "sitrep/enums.h"

namespace sitrep {

// A phrase's part in an event, as the model tells them apart.
enum class Part : uint8_t { none, perpetrator, physical_target, human_target, instrument };
inline constexpr size_t kParts = 5;
using PartShares = std::array<double, kParts>;  // probabilities, by Part

inline constexpr size_t kTypes = static_cast<size_t>(EventType::any);
using TypeShares = std::array<double, kTypes>;  // probabilities, by EventType

inline constexpr double kScoreUnit = wide_deep::kWideUnit;  // to one unit of log odds

class EventModel {
 public:
  // `blob`: bytes of models/events.model, which must outlive the model.
  static Result<EventModel> open(std::string_view blob);

  // What features add to the scores that parts() takes, in as many calls as is convenient.
  void add_parts(std::span<const uint32_t> features, Scores& scores) const {
    roles_.add(features, scores);
  }
  // `contexts`: the sum of what context_words() add to each of the hidden().
  PartShares parts(const Scores& scores, std::span<const int32_t> contexts) const;
  size_t hidden() const { return roles_.hidden(); }
  // What the context of a word adds that is the `place`-th of them.
  void of_context(size_t place, std::span<const uint8_t> context, WideDeep::Scratch& scratch,
                  std::span<int32_t> out) const {
    roles_.of_context(place, context, scratch, out);
  }
  // The probability of a draft telling of an event that was told before.
  double one_event(std::span<const uint32_t> features) const;
  // The probability of two events, as the drafts of a report were joined to them, being one.
  double same_event(std::span<const uint32_t> features) const;
  TypeShares types(std::span<const uint32_t> features) const;
  // The probability of an event being an incident at all: no game, no drill, no figure of speech.
  double real(std::span<const uint32_t> features) const;
  // The probability of a filler being one of its event's.
  double filler(std::span<const uint32_t> features) const;
  // The probability of a party that is named elsewhere having done an event.
  double suspect(std::span<const uint32_t> features) const;

 private:
  WideDeep roles_;
  LinearModel joins_, types_, real_, fillers_, suspects_, reunions_;
};

}  // namespace sitrep
