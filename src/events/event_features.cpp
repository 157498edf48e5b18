#include "events/event_features.h"

#include <algorithm>

#include "events/assemble.h"
#include "language/linear_model.h"

namespace sitrep {

namespace {

constexpr uint32_t kFirstTemplate = 700;
constexpr size_t kMostTellings = 6;  // the first ones
constexpr uint32_t kReach = 6;       // words to each side of the event's own
constexpr uint32_t kRound = 150;     // words to each side that tell what a text is about

uint64_t bucket(uint32_t n) { return n < 3 ? n : n < 5 ? 3 : n < 9 ? 4 : 5; }

uint64_t number(auto value) { return static_cast<uint64_t>(value); }

bool is_content(Tag tag) {
  return tag == Tag::NOUN || tag == Tag::VERB || tag == Tag::ADJ || tag == Tag::PROPN;
}

}  // namespace

void EventFeatures::add(uint32_t template_number, uint64_t a, uint64_t b, uint64_t c) {
  const uint32_t feature = feature_hash(kFirstTemplate + template_number, a, b, c);
  if (std::find(features_.begin(), features_.end(), feature) == features_.end())
    features_.push_back(feature);
}

void EventFeatures::add_words(const Draft& event) {
  const size_t n = std::min(event.tellings.size(), kMostTellings);
  for (size_t i = 0; i < n; ++i) {
    const Telling& t = event.tellings[i];
    const knowledge::EventWord& word = reading_.lexicon.event_words()[t.entry];
    const Token& token = reading_.document.tokens[t.trigger.last - 1];
    add(1, token.lemma);
    add(2, token.lemma, i == 0);
    add(3, number(word.type), number(word.strength));
    add(4, number(word.strength), i == 0);
    add(5, key(word.phrase), word.verb);
    add(6, number(token.rel), number(token.tag));
    add(7, token.lemma, type_);
  }
  add(8, n, type_);
  add(9, number(event.type()), number(event.outcome()));
}

void EventFeatures::add_parties(const Draft& event) {
  add(20, event.perpetrators.empty());
  for (const Fill& fill : event.perpetrators) {
    const NounPhrase& p = reading_.mentions.phrases[fill.phrase];
    add(21, number(p.party.kind), type_);
    add(22, reading_.document.tokens[p.head].lemma);
    add(23, number(p.armed) + 2 * number(p.person) + 4 * number(p.authority), type_);
    add(24, number(p.party.kind));
  }
}

void EventFeatures::add_targets(const Draft& event) {
  add(30, event.targets.empty());
  for (const Fill& fill : event.targets) {
    const NounPhrase& p = reading_.mentions.phrases[fill.phrase];
    add(31, key(p.kind), number(fill.human));
    add(32, key(p.kind), type_);
    add(33, number(fill.effect), number(fill.human), type_);
    add(34, number(p.named) + 2 * number(p.person) + 4 * number(p.armed), number(fill.human));
    add(35, reading_.document.tokens[p.head].lemma);
    add(36, number(p.party.kind), number(fill.human), type_);
    if (!p.role.empty()) add(37, key(p.role));
  }
}

void EventFeatures::add_means(const Draft& event) {
  add(40, event.instruments.empty());
  for (const Fill& fill : event.instruments) {
    const NounPhrase& p = reading_.mentions.phrases[fill.phrase];
    const std::string_view sort =
        p.weapon ? reading_.lexicon.weapons()[*p.weapon].weapon_class : std::string_view(p.kind);
    add(41, key(sort));
    add(42, key(sort), type_);
    add(43, reading_.document.tokens[p.head].lemma);
  }
  for (const Toll& toll : event.tolls) {
    add(44, number(toll.effect), type_);
    add(45, number(toll.effect), number(toll.quantity.best.value_or(0) > 0));
  }
}

void EventFeatures::add_manner(const Draft& event) {
  add(50, type_);
  add(51, number(event.additional) + 2 * number(event.definite) + 4 * number(event.plural) +
              8 * number(event.generic) + 16 * number(event.slight));
  add(52, number(event.effect_only), type_);
  add(53, number(event.heading), number(event.background));
  add(54, event.places.empty(), event.dated() == nullptr);
  add(55, number(event.anniversary));
  add(56, number(event.outcome()), type_);
  const uint64_t parts = number(!event.perpetrators.empty()) + 2 * number(!event.targets.empty()) +
                         4 * number(!event.instruments.empty()) + 8 * number(!event.tolls.empty());
  add(57, parts, event.places.empty());
  add(58, parts, number(event.tellings.size() > 1));
  add(59, number(event.tellings.front().voice.polarity),
      number(event.tellings.front().voice.certainty));
}

// What the text speaks of round the event's words.
void EventFeatures::add_surroundings(const Draft& event) {
  const auto& tokens = reading_.document.tokens;
  const size_t n = std::min(event.tellings.size(), kMostTellings);
  for (size_t i = 0; i < n; ++i) {
    const Telling& t = event.tellings[i];
    const Sentence& s = reading_.document.sentences[t.sentence];
    const uint32_t first = std::max(s.first, t.trigger.first - std::min(t.trigger.first, kReach));
    const uint32_t last = std::min(s.last, t.trigger.last + kReach);
    for (uint32_t k = first; k < last; ++k) {
      if (is_content(tokens[k].tag) && !t.trigger.contains(k)) add(60, tokens[k].lemma);
    }
  }
}

// What the text round the event's first word is about: its season, its budget, its rehearsals.
// Hundreds of words, so each is not looked for among all features, as add() does.
void EventFeatures::add_matters(const Draft& event) {
  const auto& tokens = reading_.document.tokens;
  const uint32_t middle = event.tellings.front().trigger.first;
  const uint32_t first = middle - std::min(middle, kRound);
  const auto last = std::min(static_cast<uint32_t>(tokens.size()), middle + kRound);
  matters_.clear();
  for (uint32_t k = first; k < last; ++k) {
    if (is_content(tokens[k].tag) && tokens[k].tag != Tag::PROPN)
      matters_.push_back(feature_hash(kFirstTemplate + 75, tokens[k].lemma));
  }
  std::sort(matters_.begin(), matters_.end());
  features_.insert(features_.end(), matters_.begin(),
                   std::unique(matters_.begin(), matters_.end()));
}

EventFeatures::EventFeatures(const Reading& reading) : reading_(reading) {
  count_words();
  note_heading();
  for (const EventMention& mention : reading.mentions.events) {
    if (reading.lexicon.event_words()[mention.entry].strength != knowledge::Strength::strong)
      continue;
    ++strong_words_;
    const uint32_t sentence = reading.document.sentence_of(mention.head);
    strong_heading_ = strong_heading_ || reading.document.sentences[sentence].heading;
  }
}

// Words of other matters, of accidents and of intent.
void EventFeatures::count_words() {
  const Document& document = reading_.document;
  mishaps_.assign(document.sentences.size() + 1, 0);
  for (size_t i = 0; i < document.sentences.size(); ++i) {
    const Sentence& s = document.sentences[i];
    mishaps_[i + 1] = mishaps_[i];
    for (uint32_t k = s.first; k < s.last; ++k) {
      const Key lemma = document.tokens[k].lemma;
      const Key topic = reading_.lexicon.topic(lemma);
      if (topic != kNoKey) ++topics_[topic];
      const uint32_t senses = reading_.lexicon.senses(lemma);
      mishaps_[i + 1] += (senses & (knowledge::kInnocent | knowledge::kBlaze)) != 0;
      meant_ += (senses & knowledge::kDeliberate) != 0;
    }
  }
}

void EventFeatures::note_heading() {
  constexpr size_t kMostWords = 20;
  for (const Sentence& s : reading_.document.sentences) {
    if (!s.heading) break;
    for (uint32_t k = s.first; k < s.last && heading_words_.size() < kMostWords; ++k) {
      const Token& token = reading_.document.tokens[k];
      if (is_content(token.tag)) heading_words_.push_back(token.lemma);
    }
  }
}

// What an event's word governs, by which relation, and what governs it: "slashed prices",
// "information leading to the arrest", "was placed in foster care".
void EventFeatures::add_frame(const Telling& telling) {
  const auto& tokens = reading_.document.tokens;
  const TokenRange& trigger = telling.trigger;
  const Sentence& s = reading_.document.sentences[telling.sentence];
  const Key word = tokens[trigger.last - 1].lemma;
  if (trigger.first > s.first) {
    add(100, tokens[trigger.first - 1].form);
    add(101, tokens[trigger.first - 1].form, word);
  }
  if (trigger.last < s.last) {
    add(102, tokens[trigger.last].form);
    add(103, tokens[trigger.last].form, word);
  }
  if (!s.parsed) return;
  for (uint32_t k = s.first; k < s.last; ++k) {
    const Token& token = tokens[k];
    const bool below = token.head != kNoHead && trigger.contains(token.head);
    if (trigger.contains(k)) {
      const bool governed = token.head != kNoHead && !below;
      add(104, number(token.rel), governed ? tokens[token.head].lemma : kNoKey);
    } else if (below && token.tag != Tag::PUNCT) {
      add(105, number(token.rel), token.lemma);
      add(106, number(token.rel), token.lemma, word);
      add(107, number(token.rel), word);
    }
  }
}

void EventFeatures::add_frames(const Draft& event) {
  const size_t n = std::min(event.tellings.size(), kMostTellings);
  for (size_t i = 0; i < n; ++i) add_frame(event.tellings[i]);
}

// How much else in the report is violent beyond doubt.
void EventFeatures::add_report(const Draft& event) {
  const auto& words = reading_.lexicon.event_words();
  uint32_t own = 0;
  for (const Telling& t : event.tellings)
    own += words[t.entry].strength == knowledge::Strength::strong;
  const uint32_t others = strong_words_ - std::min(own, strong_words_);
  add(110, bucket(others), own > 0);
  add(111, bucket(others), event.effect_only);
  add(112, bucket(others), number(words[event.tellings.front().entry].strength), strong_heading_);
  add(113, strong_heading_, own > 0, event.heading);
  for (const Key lemma : heading_words_) add(116, lemma);
  const uint32_t first = event.tellings.front().sentence;
  add(117, bucket(first), own > 0, event.effect_only);
  const auto end = std::min(static_cast<uint32_t>(mishaps_.size()) - 1, first + 2);
  const uint32_t near = mishaps_[end] - mishaps_[first - std::min(first, 1U)];
  add(114, bucket(near), event.effect_only, own > 0);
  add(115, bucket(mishaps_.back()), bucket(others), event.effect_only);
  add(118, bucket(meant_), bucket(mishaps_.back()), own > 0);
}

// How much the report, and how much the sentences of the event, speak of other matters.
void EventFeatures::add_topics(const Draft& event) {
  uint32_t most = 0;
  for (const auto& [topic, count] : topics_) {
    most = std::max(most, count);
    add(70, topic, bucket(count));
  }
  add(71, bucket(most));
  boost::unordered_flat_map<Key, uint32_t> here;
  const size_t n = std::min(event.tellings.size(), kMostTellings);
  for (size_t i = 0; i < n; ++i) {
    const Sentence& s = reading_.document.sentences[event.tellings[i].sentence];
    for (uint32_t k = s.first; k < s.last; ++k) {
      const Key topic = reading_.lexicon.topic(reading_.document.tokens[k].lemma);
      if (topic != kNoKey) ++here[topic];
    }
  }
  uint32_t most_here = 0;
  for (const auto& [topic, count] : here) {
    most_here = std::max(most_here, count);
    add(72, topic, bucket(count));
  }
  add(73, bucket(most_here), bucket(most));
  add(74, bucket(most_here), event.slight);
}

void EventFeatures::begin(const Draft& event) {
  features_.clear();
  type_ = number(resolve_type(reading_, event));
  add(0, 0);
}

const std::vector<uint32_t>& EventFeatures::of(const Draft& event) {
  begin(event);
  add_words(event);
  add_parties(event);
  add_targets(event);
  add_means(event);
  add_manner(event);
  add_surroundings(event);
  return features_;
}

const std::vector<uint32_t>& EventFeatures::of_being(const Draft& event) {
  begin(event);
  add(90, event.doubtful);
  add(91, event.doubtful, type_);
  add_words(event);
  add_parties(event);
  add_targets(event);
  add_means(event);
  add_manner(event);
  add_topics(event);
  add_matters(event);
  add_frames(event);
  add_report(event);
  bool armed = false;
  for (const Fill& fill : event.perpetrators)
    armed = armed || reading_.mentions.phrases[fill.phrase].armed;
  add(80, armed, event.instruments.empty());
  const auto& words = reading_.lexicon.event_words();
  bool strong = false;
  for (const Telling& t : event.tellings)
    strong = strong || words[t.entry].strength == knowledge::Strength::strong;
  add(81, strong, armed, event.instruments.empty());
  add(82, strong, event.tellings.size() > 1);
  add(83, event.doubtful, strong, armed);
  add(84, event.doubtful, event.tellings.size() > 1, event.targets.empty());
  return features_;
}

}  // namespace sitrep
