// A draft to the contract's Event: roles grouped by who and what they name, one claim for each
// saying.
#pragma once

#include "core/text.h"
#include "events/draft.h"
#include "events/people.h"
#include "events/reading.h"
#include "events/whereabouts.h"
#include "sitrep/coding.h"

namespace sitrep {

class Assembler {
 public:
  Assembler(const Reading& reading, const CodePoints& points)
      : reading_(reading), points_(points), whereabouts_(reading), people_(reading) {}
  // The days that the report speaks of, summaries included: an event without one takes the one that
  // is being told.
  void hear_days(const std::vector<Draft>& drafts);
  Event assemble(const Draft& draft, size_t number);

 private:
  void set_type(const Draft& draft);
  void set_when(const Draft& draft);
  void set_occasion(const Occasion& occasion);
  void inherit_day(const Draft& draft);
  void set_where(const Draft& draft);
  bool prefers_nearby(const Draft& draft, uint32_t loose) const;
  void infer_country(const Draft& draft);
  void put_in_country(const Draft& draft, const std::string& code, uint32_t sentence,
                      const char* why);
  void add_perpetrators(const Draft& draft);
  void add_instruments(const Draft& draft);
  void add_targets(const Draft& draft);
  bool boasts(const Draft& draft, const Toll& toll) const;
  void add_tolls(const Draft& draft);
  void infer_damage(const Draft& draft);
  void add_disputed(const Draft& draft);
  Party party_of(const Fill& fill) const;
  Party named_by_owner(uint32_t phrase) const;
  bool is_part_of_body(uint32_t phrase) const;
  uint32_t end_of_title(uint32_t end) const;
  void add_loose(const Draft& draft);
  Claim& claim(Field field, ClaimValue value, uint32_t sentence, const Voice& voice);
  static Voice voice_in(const Draft& draft, uint32_t sentence);
  Evidence sentence_evidence(uint32_t sentence) const;
  TokenRange whole_phrase(uint32_t phrase) const;
  TokenRange full_name(uint32_t phrase) const;
  Evidence phrase_evidence(uint32_t phrase) const;
  std::optional<Speaker> speaker(const Voice& voice) const;
  Item item(const Fill& fill) const;
  Item name_site(const NounPhrase& phrase, Item item) const;
  bool describes_people(const NounPhrase& phrase) const;
  void name_weapon(const NounPhrase& phrase, Item& item) const;
  void set_profile(uint32_t phrase, Item& item) const;
  void add_item(Field field, const std::vector<const Fill*>& group, std::vector<Item>& items);
  void add_mention(Perpetrator& perpetrator, const Fill& fill);
  const NounPhrase& best_of(const std::vector<const Fill*>& group) const;

  const Reading& reading_;
  const CodePoints& points_;
  Whereabouts whereabouts_;
  People people_;
  std::vector<std::pair<uint32_t, When>> said_days_;  // by sentence
  Event event_;
};

// The type as its words and means tell it; `any` where they leave it open.
EventType told_type(const Reading& reading, const Draft& draft);
bool by_crowd(const Reading& reading, const Draft& draft);  // of unrest, by rule

// How it ended, where its words differ: what is only planned in one sentence happened in another.
Outcome resolve_outcome(const Reading& reading, const Draft& draft);

// The incident type that words, means and actors together say.
EventType resolve_type(const Reading& reading, const Draft& draft);

}  // namespace sitrep
