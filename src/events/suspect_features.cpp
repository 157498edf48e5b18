#include "events/suspect_features.h"

#include <algorithm>

#include "events/assemble.h"
#include "language/linear_model.h"

namespace sitrep {

namespace {

constexpr uint32_t kBase = 1000;     // of the templates' numbers
constexpr size_t kMostMentions = 6;  // that are looked at, the nearest first
constexpr uint32_t kWindow = 4;      // words to each side of a mention
constexpr int64_t kNear = 3;         // sentences within which a mention's words count

uint64_t number(auto value) { return static_cast<uint64_t>(value); }

uint64_t bucket(size_t n) { return n < 3 ? n : n < 6 ? 3 : 4; }

// Sentences from the nearest telling, those behind it positive.
uint64_t step(int64_t gap) {
  const int64_t far = std::abs(gap) < 3 ? std::abs(gap) : std::abs(gap) < 7 ? 3 : 4;
  return number(gap < 0 ? 5 + far : far);
}

bool may_act(const NounPhrase& phrase) {
  const bool known = !phrase.party.actor_id.empty();
  return phrase.nature == Nature::party && !phrase.pronoun &&
         (known || (phrase.named && !phrase.person));
}

}  // namespace

struct SuspectFeatures::Seen {
  const Draft& event;
  const NamedParty& party;
  const NounPhrase& phrase;  // its first
  uint64_t kind;
  uint64_t type;  // of the event
  uint64_t has;   // whether the event has perpetrators, and known ones
};

bool SuspectFeatures::names(const NounPhrase& phrase, const NamedParty& party) const {
  const NounPhrase& first = reading_.mentions.phrases[party.phrases.front()];
  if (!first.party.actor_id.empty() || !phrase.party.actor_id.empty())
    return first.party.actor_id == phrase.party.actor_id;
  return reading_.document.tokens[first.head].form == reading_.document.tokens[phrase.head].form;
}

SuspectFeatures::SuspectFeatures(const Reading& reading)
    : reading_(reading), says_(reading.document.tokens.size(), false) {
  for (const SpeechMention& speech : reading.mentions.speech) says_[speech.head] = true;
  const auto& phrases = reading.mentions.phrases;
  for (uint32_t i = 0; i < phrases.size(); ++i) {
    if (!may_act(phrases[i])) continue;
    const auto known = std::find_if(parties_.begin(), parties_.end(),
                                    [&](const NamedParty& p) { return names(phrases[i], p); });
    if (known == parties_.end())
      parties_.push_back({{i}});
    else
      known->phrases.push_back(i);
  }
}

bool SuspectFeatures::holds(const std::vector<Fill>& fills, const NamedParty& party) const {
  return std::any_of(fills.begin(), fills.end(), [&](const Fill& fill) {
    const NounPhrase& phrase = reading_.mentions.phrases[fill.phrase];
    return std::find(party.phrases.begin(), party.phrases.end(), fill.phrase) !=
               party.phrases.end() ||
           (may_act(phrase) && names(phrase, party));
  });
}

bool SuspectFeatures::stands_aside(const Draft& event, const NamedParty& party) const {
  return !holds(event.perpetrators, party) && !holds(event.targets, party);
}

bool SuspectFeatures::is_cleared(const std::vector<Draft>& events, const NamedParty& party) const {
  const auto denied = [&](const Draft& event) {
    std::vector<Fill> cleared;
    for (const Fill& fill : event.perpetrators) {
      if (fill.voice.polarity == Polarity::denied) cleared.push_back(fill);
    }
    for (const Disputed& disputed : event.disputed) {
      if (disputed.field == Field::perpetrators) cleared.push_back(disputed.fill);
    }
    return holds(cleared, party);
  };
  return std::any_of(events.begin(), events.end(), denied);
}

void SuspectFeatures::add(uint32_t template_number, uint64_t a, uint64_t b, uint64_t c) {
  const uint32_t feature = feature_hash(kBase + template_number, a, b, c);
  if (std::find(features_.begin(), features_.end(), feature) == features_.end())
    features_.push_back(feature);
}

void SuspectFeatures::add_party(const Seen& s) {
  const bool armed = is_armed_group(s.phrase.party.kind);
  size_t rivals = 0, commoner = 0;
  for (const NamedParty& other : parties_) {
    const PartyKind kind = reading_.mentions.phrases[other.phrases.front()].party.kind;
    if (&other == &s.party || is_armed_group(kind) != armed) continue;
    ++rivals;
    commoner += other.phrases.size() > s.party.phrases.size();
  }
  add(0, 0);
  add(1, s.kind);
  add(2, bucket(s.party.phrases.size()), s.kind);
  add(3, bucket(rivals), s.kind);
  add(4, bucket(commoner), bucket(rivals), armed);
  add(5, number(!s.phrase.party.nation.empty()), s.kind);
  const uint32_t first = reading_.document.sentence_of(s.phrase.head);
  add(6, bucket(first), number(reading_.document.sentences[first].heading), armed);
}

void SuspectFeatures::add_event(const Seen& s) {
  add(20, s.has, s.kind);
  add(21, s.type, s.kind);
  add(22, s.has, bucket(s.party.phrases.size()), number(is_armed_group(s.phrase.party.kind)));
  for (const Fill& fill : s.event.perpetrators) {
    const NounPhrase& p = reading_.mentions.phrases[fill.phrase];
    if (!p.named)
      add(23, reading_.document.tokens[p.head].lemma, number(is_armed_group(s.phrase.party.kind)));
    add(24, number(p.member) + 2 * number(p.named) + 4 * number(p.armed), s.kind);
  }
  for (const Fill& fill : s.event.targets) {
    const NounPhrase& p = reading_.mentions.phrases[fill.phrase];
    add(25, key(p.kind), s.kind);
    add(26, number(p.party.kind) + 16 * number(p.authority), s.kind);
  }
  for (const Fill& fill : s.event.instruments)
    add(27, key(reading_.mentions.phrases[fill.phrase].kind), s.kind);
  add(28, number(s.event.background), number(s.event.outcome()), s.kind);
  add(29, number(s.event.tellings.front().voice.certainty), s.kind);
}

void SuspectFeatures::add_other_events(const Seen& s, const std::vector<Draft>& events) {
  size_t did = 0, suffered = 0, others = 0;
  for (const Draft& other : events) {
    if (&other == &s.event) continue;
    ++others;
    did += holds(other.perpetrators, s.party);
    suffered += holds(other.targets, s.party);
  }
  add(40, bucket(did), bucket(others), s.has);
  add(41, bucket(suffered), s.kind);
  add(42, bucket(did), bucket(suffered), s.kind);
}

// Where it is named, and what is said of it there.
void SuspectFeatures::add_mention(const Seen& s, uint32_t index) {
  const Document& document = reading_.document;
  const NounPhrase& p = reading_.mentions.phrases[index];
  const auto sentence = static_cast<int64_t>(document.sentence_of(p.head));
  int64_t gap = INT32_MAX;
  for (const Telling& t : s.event.tellings) {
    const int64_t own = sentence - t.sentence;
    if (std::abs(own) < std::abs(gap)) gap = own;
  }
  add(60, step(gap), s.kind);
  add(61, step(gap), s.has, s.kind);
  const Token& head = document.tokens[p.head];
  const uint64_t rel = number(head.rel);
  add(62, step(gap), rel, s.kind);
  if (head.head >= 0) {
    const auto up = static_cast<size_t>(head.head);
    const Token& governor = document.tokens[up];
    const Key word = governor.tag == Tag::PROPN ? kNoKey : governor.lemma;
    add(63, rel, word);
    add(64, rel, word, number(std::abs(gap) <= kNear));
    add(65, number(says_[up]), rel, s.kind);
  }
  if (std::abs(gap) > kNear) return;
  const Sentence& around = document.sentences[static_cast<size_t>(sentence)];
  const uint32_t first = std::max(around.first, p.tokens.first - std::min(p.tokens.first, kWindow));
  const uint32_t last = std::min(around.last, p.tokens.last + kWindow);
  for (uint32_t i = first; i < last; ++i) {
    const bool name = document.tokens[i].tag == Tag::PROPN;
    if (!p.tokens.contains(i) && !name)
      add(66, document.tokens[i].lemma, number(i < p.tokens.first));
  }
}

const std::vector<uint32_t>& SuspectFeatures::of(const std::vector<Draft>& events,
                                                 const Draft& event, const NamedParty& party) {
  features_.clear();
  const NounPhrase& phrase = reading_.mentions.phrases[party.phrases.front()];
  const uint64_t kind = number(phrase.party.kind) + 16 * number(phrase.authority) +
                        32 * number(phrase.body) + 64 * number(!phrase.party.actor_id.empty());
  const bool known = std::any_of(
      event.perpetrators.begin(), event.perpetrators.end(),
      [&](const Fill& fill) { return may_act(reading_.mentions.phrases[fill.phrase]); });
  const uint64_t has = event.perpetrators.empty() ? 0 : known ? 2 : 1;
  const Seen seen{event, party, phrase, kind, number(resolve_type(reading_, event)), has};
  add_party(seen);
  add_event(seen);
  add_other_events(seen, events);
  std::vector<std::pair<uint32_t, uint32_t>> nearest;  // by how far off
  for (const uint32_t i : party.phrases) {
    const uint32_t sentence = reading_.document.sentence_of(reading_.mentions.phrases[i].head);
    uint32_t gap = UINT32_MAX;
    for (const Telling& t : event.tellings)
      gap = std::min(gap, sentence > t.sentence ? sentence - t.sentence : t.sentence - sentence);
    nearest.emplace_back(gap, i);
  }
  std::sort(nearest.begin(), nearest.end());
  if (nearest.size() > kMostMentions) nearest.resize(kMostMentions);
  for (const auto& [gap, i] : nearest) add_mention(seen, i);
  add(67, bucket(nearest.front().first), has, kind);
  return features_;
}

}  // namespace sitrep
