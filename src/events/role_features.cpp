#include "events/role_features.h"

#include <algorithm>

#include "core/text.h"
#include "language/linear_model.h"

namespace sitrep {

namespace {

constexpr size_t kLongestPath = 7;  // arcs; a longer path says nothing
constexpr int kMaxClimb = 60;       // arcs up; more is a cycle of a damaged tree
constexpr uint32_t kFarBase = 200;

uint64_t number(auto value) { return static_cast<uint64_t>(value); }

uint64_t bucket(uint32_t n) { return n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : n < 25 ? 6 : 7; }

std::optional<uint32_t> parent(const Document& document, uint32_t token) {
  const int32_t head = document.tokens[token].head;
  if (head < 0) return std::nullopt;
  return static_cast<uint32_t>(head);
}

// A token that is joined to another by "and" stands in the other's place.
uint32_t first_conjunct(const Document& document, uint32_t token) {
  for (int step = 0; step < kMaxClimb && document.tokens[token].rel == Rel::conj; ++step) {
    const auto up = parent(document, token);
    if (!up) break;
    token = *up;
  }
  return token;
}

// The relations from one token up and down to another of its sentence; 0: too far.
struct Path {
  uint64_t key = 0;
  uint32_t arcs = 0;
};

Path path_between(const Document& document, uint32_t from, uint32_t to) {
  std::array<uint32_t, kLongestPath + 1> up{};
  size_t ups = 0;
  for (uint32_t at = from; ups <= kLongestPath; ++ups) {
    up[ups] = at;
    const auto next = parent(document, at);
    if (!next) {
      ++ups;
      break;
    }
    at = *next;
  }
  ups = std::min(ups, up.size());
  std::array<Rel, kLongestPath + 1> down{};
  size_t downs = 0;
  for (uint32_t at = to; downs <= kLongestPath;) {
    const auto* meet = std::find(up.begin(), up.begin() + ups, at);
    if (meet != up.begin() + ups) {
      const auto climbed = static_cast<size_t>(meet - up.begin());
      if (climbed + downs > kLongestPath) return {};
      uint64_t path = 1;
      for (size_t i = 0; i < climbed; ++i)
        path = extend(path, 1000 + number(document.tokens[up[i]].rel));
      for (size_t i = downs; i-- > 0;) path = extend(path, 1 + number(down[i]));
      return {path, static_cast<uint32_t>(climbed + downs)};
    }
    const auto next = parent(document, at);
    if (!next || downs == kLongestPath) return {};
    down[downs++] = document.tokens[at].rel;
    at = *next;
  }
  return {};
}

// The part that the rules gave the phrase, and by which of them.
struct Ruled {
  uint64_t part = 0;
  uint64_t rule = 0;
};

uint64_t rule_key(const Fill& fill) {
  return key(std::string_view(fill.why).substr(0, fill.why.find(',')));
}

const Fill* fill_of(const std::vector<Fill>& fills, uint32_t phrase) {
  const auto found = std::find_if(fills.begin(), fills.end(),
                                  [&](const Fill& fill) { return fill.phrase == phrase; });
  return found == fills.end() ? nullptr : &*found;
}

Ruled ruled(const Draft& event, uint32_t phrase) {
  if (const Fill* fill = fill_of(event.perpetrators, phrase)) return {1, rule_key(*fill)};
  if (const Fill* fill = fill_of(event.targets, phrase)) return {2, rule_key(*fill)};
  if (const Fill* fill = fill_of(event.instruments, phrase)) return {3, rule_key(*fill)};
  return {};
}

}  // namespace

struct RoleFeatures::Seen {
  uint32_t index;
  const NounPhrase& phrase;
  const Token& head;
  uint64_t kind;   // of thing, coarse
  uint64_t sense;  // finer
};

struct RoleFeatures::Told : Seen {
  const Draft& event;
  const Telling& telling;
  uint64_t type;  // of the event
  Ruled ruled;
  bool near;  // in the telling's sentence
};

bool can_take_part(const Reading& reading, uint32_t index) {
  const NounPhrase& phrase = reading.mentions.phrases[index];
  const bool dateline =
      phrase.tokens.first >= reading.dateline_begin && phrase.tokens.first < reading.dateline_end;
  return !phrase.pronoun && !dateline && phrase.nature != Nature::event;
}

void RoleFeatures::add(uint32_t template_number, uint64_t a, uint64_t b, uint64_t c) {
  features_.push_back(feature_hash(base_ + template_number, a, b, c));
}

Key RoleFeatures::case_of(uint32_t token) const {
  const auto& tokens = reading_.document.tokens;
  for (uint32_t i = token; i-- > 0 && token - i <= 8;) {
    if (tokens[i].rel == Rel::case_ && tokens[i].head == static_cast<int32_t>(token))
      return tokens[i].lemma;
  }
  return kNoKey;
}

void RoleFeatures::add_phrase(const Seen& s) {
  const NounPhrase& p = s.phrase;
  add(0, 0);
  add(1, s.kind);
  add(2, s.sense);
  add(3, key(p.kind));
  add(4, s.head.lemma);
  add(5, number(p.definite) + 2 * number(p.indefinite) + 4 * number(p.additional));
  add(6, number(p.party.kind), number(!p.party.actor_id.empty()));
  add(7, number(p.authority) + 2 * number(p.member) + 4 * number(!p.role.empty()));
  add(8, number(p.count.known()), s.kind);
  add(9, number(p.possessor.has_value()));
  for (uint32_t i = p.tokens.first; i < p.head; ++i) add(10, reading_.document.tokens[i].lemma);
}

void RoleFeatures::add_governor(const Seen& s) {
  const Document& document = reading_.document;
  const uint32_t at = first_conjunct(document, s.phrase.head);
  const uint64_t rel = number(document.tokens[at].rel);
  const Key preposition = case_of(at);
  add(20, rel, s.kind);
  add(21, rel, preposition);
  const auto up = parent(document, at);
  if (!up) return;
  const Token& governor = document.tokens[*up];
  add(22, rel, governor.lemma);
  add(23, rel, preposition, governor.lemma);
  add(24, rel, governor.lemma, s.kind);
  add(25, s.head.lemma, governor.lemma);
  add(26, rel, preposition, number(governor.tag));
  const auto above = parent(document, *up);
  if (!above) return;
  add(27, extend(rel, number(governor.rel)), document.tokens[*above].lemma);
  add(28, extend(rel, number(governor.rel)), governor.lemma, document.tokens[*above].lemma);
}

void RoleFeatures::add_path(const Told& s) {
  if (!s.near) return;
  const Document& document = reading_.document;
  const uint32_t trigger = s.telling.trigger.last - 1;
  const uint32_t at = s.phrase.head;
  const Path path = path_between(document, trigger, at);
  const Key word = document.tokens[trigger].lemma;
  const bool before = at < trigger;
  const uint32_t apart = before ? trigger - at : at - trigger;
  const Key preposition = case_of(at);
  const knowledge::EventWord& event = reading_.lexicon.event_words()[s.telling.entry];
  add(40, path.key, s.kind);
  add(41, path.key, word);
  add(42, path.key, preposition, s.kind);
  add(43, path.key, number(event.effect) * 8 + number(event.strength), number(event.verb));
  add(44, path.key, number(event.subject) * 8 + number(event.object), s.kind);
  add(45, path.arcs, s.kind);
  add(46, bucket(apart), number(before), s.kind);
  add(47, word, number(before), s.kind);
  add(48, word, preposition, s.kind);
  add(49, path.arcs, number(before), extend(number(document.tokens[trigger].fine), s.kind));
  add(50, path.key, s.sense);
}

void RoleFeatures::add_rules(const Told& s) {
  add(60, s.ruled.part, s.kind);
  add(61, s.ruled.part, s.ruled.rule);
  add(62, s.ruled.part, s.sense);
  add(63, s.ruled.part, s.head.lemma);
  add(64, s.ruled.part, reading_.document.tokens[s.telling.trigger.last - 1].lemma);
}

void RoleFeatures::add_event(const Told& s) {
  const uint64_t has = number(!s.event.perpetrators.empty()) +
                       2 * number(!s.event.targets.empty()) +
                       4 * number(!s.event.instruments.empty());
  add(70, s.type, s.kind);
  add(71, s.type, s.head.lemma);
  add(72, s.type, key(s.phrase.kind));
  add(73, has, s.kind);
  add(74, has, s.ruled.part);
  // By its words: where its line stands in the dictionary may change.
  const knowledge::EventWord& word = reading_.lexicon.event_words()[s.telling.entry];
  add(75, extend(key(word.phrase), number(word.verb)), s.kind);
  add(76, number(s.event.outcome()), s.kind);
  const auto as_here = [&](const Fill& fill) {
    const NounPhrase& other = reading_.mentions.phrases[fill.phrase];
    const bool same_actor =
        !other.party.actor_id.empty() && other.party.actor_id == s.phrase.party.actor_id;
    return fill.phrase != s.index &&
           (same_actor || reading_.document.tokens[other.head].lemma == s.head.lemma);
  };
  const auto& e = s.event;
  const uint64_t told =
      number(std::any_of(e.perpetrators.begin(), e.perpetrators.end(), as_here)) +
      2 * number(std::any_of(e.targets.begin(), e.targets.end(), as_here)) +
      4 * number(std::any_of(e.instruments.begin(), e.instruments.end(), as_here));
  add(77, told, s.kind);
  add(78, told, s.ruled.part);
}

void RoleFeatures::add_gap(const Told& s) {
  const uint32_t sentence = reading_.document.sentence_of(s.phrase.head);
  const auto gap = static_cast<int64_t>(sentence) - s.telling.sentence;
  add(80, number(gap + 100), s.kind);
}

void RoleFeatures::add_surroundings(const Seen& s) {
  const Document& document = reading_.document;
  const uint32_t sentence = document.sentence_of(s.phrase.head);
  const auto events = those_in(reading_.mentions.events, document.sentences[sentence]);
  add(81, bucket(static_cast<uint32_t>(events.size())), s.kind);
  add(82, number(document.sentences[sentence].heading), s.kind);
  add(83, bucket(sentence), s.kind);
  const uint32_t before = s.phrase.tokens.first;
  const uint32_t behind = s.phrase.tokens.last;
  if (before > 0) add(84, document.tokens[before - 1].form, s.kind);
  if (behind < document.tokens.size()) add(85, document.tokens[behind].form, s.kind);
}

namespace {

bool tells(const Draft& event, TokenRange trigger) {
  return std::ranges::any_of(event.tellings,
                             [&](const Telling& t) { return t.trigger.first == trigger.first; });
}

bool hangs_on(const std::optional<uint32_t>& under, TokenRange trigger) {
  return under && trigger.contains(*under);
}

// Whether an event of the sentence and another's word are linked by the tree: "wounded in an
// attack".
bool are_linked(const Draft& event, const RuledPart& other) {
  return hangs_on(event.under, other.trigger) ||
         std::ranges::any_of(event.tellings,
                             [&](const Telling& t) { return hangs_on(other.under, t.trigger); });
}

}  // namespace

// What part the rules gave the phrase in other events.
void RoleFeatures::add_others(const Told& s) {
  uint64_t linked = 0, apart = 0;
  for (const RuledPart& other : ruled_.of(s.index)) {
    if (tells(s.event, other.trigger)) continue;
    (are_linked(s.event, other) ? linked : apart) |= 1U << number(other.part);
  }
  add(90, linked, apart, s.kind);
  add(91, linked, apart, s.ruled.part);
  add(92, apart, s.type);
  add(93, extend(linked, apart), s.ruled.part, s.ruled.rule);
}

// Which event's word is the first that holds the phrase, and how many stand between.
void RoleFeatures::add_holder(const Told& s) {
  const Document& document = reading_.document;
  const uint32_t sentence = document.sentence_of(s.phrase.head);
  const auto events = those_in(reading_.mentions.events, document.sentences[sentence]);
  const auto own = [&](const EventMention& e) { return tells(s.event, e.tokens); };
  uint32_t at = s.phrase.head;
  for (int climbed = 0; climbed < kMaxClimb; ++climbed) {
    const auto holder =
        std::ranges::find_if(events, [&](const EventMention& e) { return e.tokens.contains(at); });
    if (holder != events.end() && at != s.phrase.head) {
      const knowledge::EventWord& word = reading_.lexicon.event_words()[holder->entry];
      const uint64_t whose = 1 + number(own(*holder));
      add(94, whose, s.kind, s.ruled.part);
      add(95, whose, number(word.effect) * 8 + number(word.strength), s.kind);
      add(96, whose, document.tokens[holder->tokens.last - 1].lemma, s.kind);
      break;
    }
    const auto up = parent(document, at);
    if (!up) {
      add(94, 0, s.kind, s.ruled.part);
      break;
    }
    at = *up;
  }
  if (!s.near) return;
  const uint32_t trigger = s.telling.trigger.first;
  const auto [low, high] = std::minmax(trigger, s.phrase.head);
  const auto between = std::ranges::count_if(events, [&](const EventMention& e) {
    return !own(e) && e.tokens.first > low && e.tokens.first < high;
  });
  add(97, bucket(static_cast<uint32_t>(between)), number(s.phrase.head < trigger), s.kind);
}

void RoleFeatures::add_far(const Told& s) {
  if (s.near) return;
  const uint32_t sentence = reading_.document.sentence_of(s.phrase.head);
  const auto gap = static_cast<int64_t>(sentence) - s.telling.sentence;
  add(86, number(gap + 100), s.head.lemma);
  add(87, number(gap > 0), s.type, s.sense);
}

RoleFeatures::Seen RoleFeatures::seen(uint32_t index) const {
  const NounPhrase& p = reading_.mentions.phrases[index];
  const Token& head = reading_.document.tokens[p.head];
  const uint64_t kind =
      number(p.nature) + 8 * number(p.person) + 16 * number(p.armed) + 32 * number(head.entity);
  const uint64_t sense =
      extend(kind, number(p.named) + 2 * number(p.plural) + 4 * number(!p.party.actor_id.empty()) +
                       8 * number(p.authority));
  return {index, p, head, kind, sense};
}

RoleFeatures::Told RoleFeatures::told_of(const Draft& event, const Telling& telling,
                                         uint32_t index) const {
  return {seen(index),
          event,
          telling,
          number(event.type()),
          ruled(event, index),
          is_near(telling, index)};
}

bool RoleFeatures::is_near(const Telling& telling, uint32_t index) const {
  return reading_.document.sentence_of(reading_.mentions.phrases[index].head) == telling.sentence;
}

void RoleFeatures::start(bool near) {
  features_.clear();
  base_ = near ? 0 : kFarBase;
}

void RoleFeatures::add_own(const Seen& s) {
  add_phrase(s);
  add_governor(s);
  add_surroundings(s);
}

void RoleFeatures::add_told(const Told& s) {
  add_path(s);
  add_rules(s);
  add_event(s);
  add_gap(s);
  add_far(s);
  add_others(s);
  add_holder(s);
}

const std::vector<uint32_t>& RoleFeatures::of(const Draft& event, const Telling& telling,
                                              uint32_t index) {
  const Told told = told_of(event, telling, index);
  start(told.near);
  add_own(told);
  add_told(told);
  return features_;
}

const std::vector<uint32_t>& RoleFeatures::own(uint32_t index, bool near) {
  start(near);
  add_own(seen(index));
  return features_;
}

const std::vector<uint32_t>& RoleFeatures::told(const Draft& event, const Telling& telling,
                                                uint32_t index) {
  const Told told = told_of(event, telling, index);
  start(told.near);
  add_told(told);
  return features_;
}

std::array<uint32_t, kContextWords> context_words(const Reading& reading, const Telling& telling,
                                                  uint32_t phrase) {
  return {telling.trigger.last - 1, reading.mentions.phrases[phrase].head};
}

}  // namespace sitrep
