// What speaks for a phrase having a part in an event, as hashed features: what the phrase is, what
// governs it, how the tree leads from the event's word to it, what the rules say, what else the
// event has, what part the phrase has in others.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "events/draft.h"
#include "events/reading.h"
#include "events/ruled_parts.h"
#include "events/wide_deep.h"

namespace sitrep {

class RoleFeatures {
 public:
  // `ruled` is asked when features are.
  RoleFeatures(const Reading& reading, const RuledParts& ruled)
      : reading_(reading), ruled_(ruled) {}

  // Of a phrase for an event, seen from one of its tellings: the one in the phrase's sentence, else
  // the nearest. Valid until the next call.
  const std::vector<uint32_t>& of(const Draft& event, const Telling& telling, uint32_t phrase);
  // Those of them that are the same for all events of the phrase's sentence, or for all others; and
  // the rest.
  const std::vector<uint32_t>& own(uint32_t phrase, bool near);
  const std::vector<uint32_t>& told(const Draft& event, const Telling& telling, uint32_t phrase);
  bool is_near(const Telling& telling, uint32_t phrase) const;

 private:
  struct Seen;  // what several templates use
  struct Told;
  Seen seen(uint32_t phrase) const;
  Told told_of(const Draft& event, const Telling& telling, uint32_t phrase) const;
  void start(bool near);
  void add(uint32_t number, uint64_t a, uint64_t b = 0, uint64_t c = 0);
  void add_own(const Seen& s);
  void add_told(const Told& s);
  void add_phrase(const Seen& s);
  void add_governor(const Seen& s);
  void add_path(const Told& s);
  void add_rules(const Told& s);
  void add_event(const Told& s);
  void add_gap(const Told& s);
  void add_surroundings(const Seen& s);
  void add_far(const Told& s);
  void add_others(const Told& s);
  void add_holder(const Told& s);
  Key case_of(uint32_t token) const;

  const Reading& reading_;
  const RuledParts& ruled_;
  uint32_t base_ = 0;  // templates of phrases in other sentences are numbered apart
  std::vector<uint32_t> features_;
};

// The words by whose contexts (Document::context) a part is told, in the order in which the model
// takes them: the event's own, the phrase's noun.
inline constexpr size_t kContextWords = wide_deep::kContexts;
std::array<uint32_t, kContextWords> context_words(const Reading& reading, const Telling& telling,
                                                  uint32_t phrase);

// Where a phrase can be a part of an event at all: no pronoun, no piece of the dateline.
bool can_take_part(const Reading& reading, uint32_t phrase);

}  // namespace sitrep
