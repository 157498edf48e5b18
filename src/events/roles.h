// Fills the roles of one event word from the tree around it, by the frame that its dictionary line
// gives.
#pragma once

#include "events/draft.h"
#include "events/reading.h"
#include "events/tree.h"
#include "mentions/classify.h"

namespace sitrep {

// Begins the reason of a toll that is the doer's own end.
inline constexpr const char* kDidToHimself = "did it to himself";

class RoleFiller {
 public:
  RoleFiller(const Reading& reading, const Tree& tree, uint32_t sentence)
      : reading_(reading), tree_(tree), sentence_(sentence) {}

  // Adds perpetrators, instruments, targets and tolls of `event` to `draft`.
  void fill(const EventMention& event, Draft& draft);

 private:
  using Role = knowledge::Role;
  void fill_verb(const EventMention& event, Draft& draft);
  void fill_noun(const EventMention& event, Draft& draft);
  void fill_modifiers(const EventMention& event, Draft& draft);
  bool verb_between(uint32_t first, uint32_t last) const;
  std::optional<uint32_t> patient_of(const EventMention& event, bool passive) const;
  bool put_upon_self(uint32_t verb, uint32_t patient, std::optional<uint32_t> actor, Draft& draft);
  void fill_been(const EventMention& event, Draft& draft);
  void mark_sure(const EventMention& event, Draft& draft, size_t first) const;
  uint32_t behind_bound(uint32_t first) const;
  uint32_t counted_at(uint32_t object) const;
  void put_multiple(const EventMention& event, Draft& draft) const;
  void put_sufferer(uint32_t verb, Draft& draft);
  uint32_t aged_at(uint32_t subject) const;
  void fill_wounded(uint32_t wound, Draft& draft);
  bool is_own_means(const EventMention& event, uint32_t patient) const;
  std::optional<uint32_t> phrase_before_auxiliary(uint32_t verb) const;
  std::optional<uint32_t> phrase_at_end(uint32_t verb) const;
  std::optional<uint32_t> phrase_before(uint32_t verb) const;
  std::optional<uint32_t> phrase_behind(const EventMention& event) const;
  void put_own_doer(uint32_t event, Draft& draft);
  void put_owner(uint32_t phrase, Draft& draft);
  bool may_have_done(const NounPhrase& phrase) const;
  bool done_by_states(const knowledge::EventWord& word, const NounPhrase& event) const;
  knowledge::Role owner_role(uint32_t noun, uint32_t owner) const;
  void put_parted(uint32_t phrase, Draft& draft);
  void put_beside(uint32_t object, Draft& draft);
  void put_site(uint32_t event, Draft& draft) const;
  bool is_tool(const NounPhrase& phrase) const;
  void put_tool(uint32_t phrase, Draft& draft) const;
  void put_pronoun(uint32_t token, Draft& draft, const char* rule);
  void put_person(uint32_t phrase, Draft& draft, const char* rule);
  std::optional<uint32_t> whole_of(uint32_t number) const;
  static void add_up(std::vector<Toll>& tolls, size_t first);
  Quantity size_of(const NounPhrase& group) const;
  bool counts_people(const NounPhrase& phrase) const;
  void put_part(uint32_t part, Draft& draft, const char* rule);
  bool harms() const;
  bool fatal(const EventMention& event) const;
  bool is_wound() const;
  void put_list(uint32_t last, Draft& draft);
  std::optional<uint32_t> beside(uint32_t first) const;
  std::optional<uint32_t> age_word_before(uint32_t number) const;
  bool follows_one(uint32_t number) const;
  bool of_each(uint32_t number) const;
  bool in_row_of_ages(uint32_t number) const;
  bool is_age(uint32_t number) const;
  void put_to_self(uint32_t actor, Draft& draft);
  void put_fatal_part(const EventMention& event, Draft& draft) const;
  bool is_hit(const NounPhrase& phrase, const Draft& draft) const;
  void put_whole(uint32_t number, Draft& draft, const char* rule);
  knowledge::Role object_role(uint32_t patient) const;
  bool governs_all(const EventMention& event) const;
  void fill_parted(const EventMention& event, Draft& draft);
  void fill_gerund(uint32_t verb, Draft& draft);
  void fill_adjacent(const EventMention& event, Draft& draft);
  void fill_means(uint32_t patient, Draft& draft);
  void fill_own_weapon(const EventMention& event, Draft& draft);
  void fill_own_preposition(const EventMention& event, Draft& draft);
  void fill_light_verb(const EventMention& event, Draft& draft);
  void fill_prepositions(uint32_t head, const knowledge::EventWord& word, Draft& draft);
  struct Listed {
    uint32_t phrase = 0;  // in Mentions::phrases
    uint32_t token = 0;   // that heads it in the tree
    bool counts = true;   // not: a name or title of somebody who is in the list already
  };
  // What stands at a token and what is joined to it.
  std::vector<Listed> list_at(uint32_t token, bool of_people) const;
  uint32_t leads_to_part(uint32_t at) const;
  std::vector<uint32_t> included_from(uint32_t at) const;
  void put_included(uint32_t people, Draft& draft);
  void put_name_of(Role role, uint32_t actor, Draft& draft, const char* rule);
  void put_company(uint32_t verb, size_t tolls, Draft& draft);
  bool stands_along_with(uint32_t phrase) const;
  bool names_the_counted(uint32_t people) const;
  bool listed(uint32_t first, uint32_t last) const;
  bool of_other_verb(uint32_t phrase, uint32_t token) const;
  std::optional<uint32_t> joined_behind(uint32_t token) const;
  bool may_begin_list(uint32_t phrase, uint32_t token) const;
  std::optional<uint32_t> joined_before(uint32_t token, bool list_follows) const;
  void put(Role role, uint32_t token, Draft& draft, const char* rule);
  bool is_label(const NounPhrase& phrase, const Draft& draft) const;
  void put_one(Role role, uint32_t phrase, Draft& draft, const char* rule);
  Quantity arms_in(const NounPhrase& phrase) const;
  void put_target(uint32_t phrase, Draft& draft, const char* rule);
  bool speaks_of_known(uint32_t actor) const;
  Quantity number_of(const NounPhrase& phrase) const;
  bool agrees_as_one(const NounPhrase& phrase) const;
  void put_toll(uint32_t phrase, Draft& draft, const char* rule);
  void set_outcome(Outcome outcome, Draft& draft);
  Effect effect_on(const NounPhrase& phrase, const Draft& draft) const;
  bool by_fighters(const Draft& draft) const;
  bool is_measure_phrase(const NounPhrase& phrase) const;
  const knowledge::EventWord* word_ = nullptr;
  Effect effect_ = Effect::unknown;  // of the word, and of what is said of it

  const Reading& reading_;
  const Tree& tree_;
  uint32_t sentence_;
};

// "Turned the gun on himself", "took his own life".
bool ends_own_life(const knowledge::EventWord& word);

bool intercepts(Outcome outcome);

// "Died", "succumbed": whom it befell is the subject.
bool dies(const knowledge::EventWord& word);

// "The Niger market bombing", "a Chad protest": a country in the words for an event of that type
// that says where it was.
bool names_scene(const Document& document, const NounPhrase& phrase, EventType type);

// A weapon that flies and can be shot down.
bool flies(std::string_view weapon_class);

// "Israeli gunfire", "army fire": an act of whose it is, not only a weapon that somebody made.
bool is_fire(Key noun);

// From the first of them on the model has no say: "was shot by soldiers", "fighting between
// soldiers and rebels", "an Israeli air raid".
void trust_doers(Draft& draft, size_t first);

}  // namespace sitrep
