// What a stretch of a report says of an event, before it is written as a record of the contract.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mentions/mentions.h"
#include "sitrep/coding.h"

namespace sitrep {

// Who says something, and how surely. `speaker` indexes Mentions::phrases.
struct Voice {
  std::optional<uint32_t> speaker;
  Certainty certainty = Certainty::stated;
  Polarity polarity = Polarity::affirmed;
  std::string why;
  TokenRange said_by = {};  // the words that name the speaker, where they stand in the sentence

  // Whether a phrase with that head only names the speaker: "12 people were killed, two residents
  // and a doctor said".
  bool names_speaker(uint32_t phrase, uint32_t head) const {
    constexpr uint32_t kLongest = 9;  // words: more may tell something, too
    return phrase == speaker || (said_by.contains(head) && said_by.size() <= kLongest);
  }
};

struct Fill {
  uint32_t phrase = 0;  // in Mentions::phrases
  uint32_t sentence = 0;
  Voice voice;
  std::string why;  // the rule and the dictionary line
  Effect effect = Effect::unknown;
  Quantity count;          // "five rounds": of what this fill names
  bool human = false;      // a target of a person's kind
  bool hit = false;        // was shot, stabbed or beaten: wounded, unless said to have died
  bool site = false;       // the place in the event's own words: "the mosque attack"
  bool learnt = false;     // seen by the learnt model only
  bool by_weapon = false;  // a weapon, for whoever fired it: "Russian missiles", "rebel rockets"
  bool sure = false;       // said in so many words: the model has no say in it
  bool to_self = false;    // a victim of his own deed
  bool own_word = false;   // did it by the account of those who speak for it
  double share = 0.5;      // how probably it is of this event and role, as far as weighed
  std::optional<uint32_t> names = {};  // the phrase of whom this one is the name
};

// Whether the rules see it, whatever the model does.
inline bool ruled(const Fill& fill) { return !fill.learnt; }

// The words that a fill stands on, its noun the last of them.
inline TokenRange words_of(const NounPhrase& phrase, const Fill& fill) {
  return fill.site && phrase.site ? *phrase.site : TokenRange{phrase.tokens.first, phrase.head + 1};
}

struct Toll {
  Effect effect = Effect::killed;  // killed, wounded, abducted
  Quantity quantity;
  uint32_t sentence = 0;
  Voice voice;
  std::string why;
  bool inflicted = false;  // told as what doers did to others: "killed three"
};

// How many a count means at least: of "dozens" the lower bound alone is known.
inline int64_t at_least(const Quantity& quantity) {
  return quantity.best.value_or(quantity.low.value_or(0));
}

// A claim that is not one of the roles: a denied means, a refusal to attribute, a denial of all.
struct LooseClaim {
  Field field = Field::type;
  ClaimValue value;
  uint32_t sentence = 0;
  Voice voice;
};

// What somebody says was not so: "denied that cluster bombs had been used".
struct Disputed {
  Field field = Field::type;
  Fill fill;
};

// One sentence's word for an event: what it is called there, when and where it puts it.
struct Telling {
  uint32_t sentence = 0;
  TokenRange trigger;
  uint32_t entry = 0;  // in Lexicon::event_words()
  EventType type = EventType::any;
  bool strong = false;  // the word itself says the type
  Outcome outcome = Outcome::completed;
  Voice voice;
  When when;                      // not known: not said here
  bool borrowed = false;          // `when` is that of the verb of saying, not of the event itself
  bool afterwards = false;        // of a death, which may have come days after the deed
  std::optional<uint32_t> time;   // in Mentions::times
  std::optional<uint32_t> place;  // in Mentions::places
  std::string why;

  // "A knife attack", "used batons": the event's own words leave no doubt about it.
  bool names_weapon(const NounPhrase& phrase) const {
    return phrase.weapon && trigger.size() > 1 && trigger.contains(phrase.head);
  }
};

// A sentence that says when an event was, without a word for it.
struct Occasion {
  uint32_t sentence = 0;
  When when;
};

struct Draft {
  std::vector<Telling> tellings;  // in text order
  std::vector<Fill> perpetrators, instruments, targets;
  std::vector<Toll> tolls;
  std::vector<Toll> hits;  // people shot: wounded, unless they are said to have died
  std::optional<Damage> damage;
  uint32_t damage_sentence = 0;
  Voice damage_voice;
  std::vector<LooseClaim> claims;
  std::vector<Disputed> disputed;
  std::vector<uint32_t> places;  // all places said of it, in Mentions::places
  std::vector<uint32_t> loose;   // those of them that only stand beside it (place_tie.h)
  std::string over;          // ISO code of the country over which it was stopped, by who stopped it
  bool additional = false;   // "another attack"
  bool definite = false;     // "the attack"
  bool plural = false;       // "attacks": speaks of several
  bool generic = false;      // a habit or a statistic over many
  bool enduring = false;     // "still carry out attacks", "since then dozens have hit"
  bool denied = false;       // "air strikes were not used": no event, only a claim about one
  bool answer = false;       // denied by a word of denying: somebody must have said it
  bool anniversary = false;  // recalled on its anniversary
  bool commemorated = false;  // by a feast, not by a court: "the anniversary of the killing"
  bool background = false;
  bool effect_only = false;  // "killed five": what an event did
  bool sequel = false;       // "a fifth victim died": goes on with an event told before
  bool doubtful = false;     // the rules would not make an event of it
  bool slight = false;  // a weak word with nothing beside it: can add to an event, not make one
  std::optional<uint32_t>
      under;  // the event word of this sentence that its own hangs on ("wounded in an attack")
  bool heading = false;  // told in a headline
  std::optional<Occasion> occasion;

  std::optional<EventType>
      weighed_type;  // where the learnt model is sure of another than the rules

  EventType type() const;              // the strongest telling's
  Outcome outcome() const;             // intercepted, foiled ... outrank completed
  const Telling* dated() const;        // the telling that fixes the day best, or null
  bool loosely(uint32_t place) const;  // whether it only stands beside the event
  const Telling* placed(
      const std::vector<PlaceMention>& mentions) const;  // the most precise place, or null
  uint32_t last_sentence() const { return tellings.empty() ? 0 : tellings.back().sentence; }
};

// "Turkey bombed the camp": a state that a rule makes the doer. The model, half of whose texts mean
// no deeds of states, has no say in these.
bool state_acts(const Fill& fill, const NounPhrase& phrase);

// Arrests, kidnappings and assassinations: nothing but people can be their target.
bool befalls_people(EventType type);

}  // namespace sitrep
