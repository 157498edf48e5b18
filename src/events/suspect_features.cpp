#include "events/suspect_features.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "events/assemble.h"
#include "language/linear_model.h"

namespace sitrep {

namespace {

constexpr uint32_t kBase = 1000;  // of the templates' numbers
constexpr size_t kNobody = SIZE_MAX;
// A report that names more parties, or one more often, is a list: the first ones are looked at, so
// that cost grows with its length and no faster.
constexpr size_t kMostParties = 64;
constexpr size_t kMostPhrases = 64;
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
  const Party& party;
  const NounPhrase& phrase;  // its first
  uint8_t part;              // that it has in the event
  bool armed;
  uint64_t kind;
  uint64_t type;  // of the event
  uint64_t has;   // whether the event has perpetrators, and known ones
};

SuspectFeatures::SuspectFeatures(const Reading& reading)
    : reading_(reading),
      party_of_(reading.mentions.phrases.size(), kNobody),
      says_(reading.document.tokens.size(), false) {
  for (const SpeechMention& speech : reading.mentions.speech) says_[speech.head] = true;
  add_parties();
}

void SuspectFeatures::add_parties() {
  const auto& phrases = reading_.mentions.phrases;
  boost::unordered_flat_map<Key, size_t> known;  // by actor, or by the noun of a name
  for (uint32_t i = 0; i < phrases.size(); ++i) {
    const NounPhrase& phrase = phrases[i];
    if (!may_act(phrase)) continue;
    const Key name = phrase.party.actor_id.empty()
                         ? extend(1, reading_.document.tokens[phrase.head].form)
                         : key(phrase.party.actor_id);
    const auto found = known.find(name);
    if (found == known.end() && parties_.size() == kMostParties) continue;
    const size_t party = found == known.end() ? parties_.size() : found->second;
    if (found == known.end()) known[name] = party, parties_.emplace_back();
    party_of_[i] = party;
    if (parties_[party].phrases.size() < kMostPhrases) parties_[party].phrases.push_back(i);
  }
}

void SuspectFeatures::note(const std::vector<Fill>& fills, uint8_t part,
                           std::vector<uint8_t>& parts) const {
  for (const Fill& fill : fills) {
    if (party_of_[fill.phrase] != kNobody) parts[party_of_[fill.phrase]] |= part;
  }
}

void SuspectFeatures::clear(const Draft& event) {
  const auto clear_of = [&](const Fill& fill) {
    if (party_of_[fill.phrase] != kNobody) parties_[party_of_[fill.phrase]].cleared = true;
  };
  for (const Fill& fill : event.perpetrators) {
    if (fill.voice.polarity == Polarity::denied) clear_of(fill);
  }
  for (const Disputed& disputed : event.disputed) {
    if (disputed.field == Field::perpetrators) clear_of(disputed.fill);
  }
}

void SuspectFeatures::enter(const std::vector<Draft>& events) {
  events_ = &events;
  parts_.assign(events.size(), std::vector<uint8_t>(parties_.size(), kNone));
  for (Party& party : parties_) party.did = party.suffered = 0, party.cleared = false;
  for (size_t e = 0; e < events.size(); ++e) {
    note(events[e].perpetrators, kDid, parts_[e]);
    note(events[e].targets, kSuffered, parts_[e]);
    clear(events[e]);
    for (size_t p = 0; p < parties_.size(); ++p) {
      parties_[p].did += (parts_[e][p] & kDid) != 0;
      parties_[p].suffered += (parts_[e][p] & kSuffered) != 0;
    }
  }
}

// The nearest first.
std::vector<SuspectFeatures::Mention> SuspectFeatures::mentions(const Draft& event,
                                                                const Party& party) const {
  std::vector<Mention> out;
  out.reserve(party.phrases.size());
  for (const uint32_t phrase : party.phrases) {
    const int64_t sentence = reading_.document.sentence_of(reading_.mentions.phrases[phrase].head);
    int64_t gap = INT32_MAX;
    for (const Telling& t : event.tellings) {
      const int64_t own = sentence - t.sentence;
      if (std::abs(own) < std::abs(gap)) gap = own;
    }
    out.push_back({gap, phrase});
  }
  std::ranges::stable_sort(out, {}, [](const Mention& m) { return std::abs(m.gap); });
  return out;
}

uint32_t SuspectFeatures::nearest(size_t event, size_t party) const {
  return mentions((*events_)[event], parties_[party]).front().phrase;
}

void SuspectFeatures::add(uint32_t template_number, uint64_t a, uint64_t b, uint64_t c) {
  const uint32_t feature = feature_hash(kBase + template_number, a, b, c);
  if (std::find(features_.begin(), features_.end(), feature) == features_.end())
    features_.push_back(feature);
}

void SuspectFeatures::add_party(const Seen& s) {
  size_t rivals = 0, commoner = 0;
  for (const Party& other : parties_) {
    const PartyKind kind = reading_.mentions.phrases[other.phrases.front()].party.kind;
    if (&other == &s.party || is_armed_group(kind) != s.armed) continue;
    ++rivals;
    commoner += other.phrases.size() > s.party.phrases.size();
  }
  add(0, 0);
  add(1, s.kind);
  add(2, bucket(s.party.phrases.size()), s.kind);
  add(3, bucket(rivals), s.kind);
  add(4, bucket(commoner), bucket(rivals), s.armed);
  add(5, number(!s.phrase.party.nation.empty()), s.kind);
  const uint32_t first = reading_.document.sentence_of(s.phrase.head);
  add(6, bucket(first), number(reading_.document.sentences[first].heading), s.armed);
}

void SuspectFeatures::add_event(const Seen& s) {
  add(20, s.has, s.kind);
  add(21, s.type, s.kind);
  add(22, s.has, bucket(s.party.phrases.size()), s.armed);
  for (const Fill& fill : s.event.perpetrators) {
    const NounPhrase& p = reading_.mentions.phrases[fill.phrase];
    if (!p.named) add(23, reading_.document.tokens[p.head].lemma, s.armed);
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

void SuspectFeatures::add_other_events(const Seen& s) {
  const size_t did = s.party.did - ((s.part & kDid) != 0);
  const size_t suffered = s.party.suffered - ((s.part & kSuffered) != 0);
  add(40, bucket(did), bucket(events_->size() - 1), s.has);
  add(41, bucket(suffered), s.kind);
  add(42, bucket(did), bucket(suffered), s.kind);
}

// Where it is named, and what is said of it there.
void SuspectFeatures::add_mention(const Seen& s, const Mention& mention) {
  const Document& document = reading_.document;
  const NounPhrase& p = reading_.mentions.phrases[mention.phrase];
  const bool near = std::abs(mention.gap) <= kNear;
  add(60, step(mention.gap), s.kind);
  add(61, step(mention.gap), s.has, s.kind);
  const Token& head = document.tokens[p.head];
  const uint64_t rel = number(head.rel);
  add(62, step(mention.gap), rel, s.kind);
  if (head.head >= 0) {
    const auto up = static_cast<size_t>(head.head);
    const Token& governor = document.tokens[up];
    const Key word = governor.tag == Tag::PROPN ? kNoKey : governor.lemma;
    add(63, rel, word);
    add(64, rel, word, number(near));
    add(65, number(says_[up]), rel, s.kind);
  }
  if (!near) return;
  const Sentence& around = document.sentences[document.sentence_of(p.head)];
  const uint32_t first = std::max(around.first, p.tokens.first - std::min(p.tokens.first, kWindow));
  const uint32_t last = std::min(around.last, p.tokens.last + kWindow);
  for (uint32_t i = first; i < last; ++i) {
    const bool name = document.tokens[i].tag == Tag::PROPN;
    if (!p.tokens.contains(i) && !name)
      add(66, document.tokens[i].lemma, number(i < p.tokens.first));
  }
}

const std::vector<uint32_t>& SuspectFeatures::of(size_t event, size_t party) {
  features_.clear();
  const Draft& draft = (*events_)[event];
  const Party& own = parties_[party];
  const NounPhrase& phrase = reading_.mentions.phrases[own.phrases.front()];
  const uint64_t kind = number(phrase.party.kind) + 16 * number(phrase.authority) +
                        32 * number(phrase.body) + 64 * number(!phrase.party.actor_id.empty());
  const bool known = std::ranges::any_of(draft.perpetrators, [&](const Fill& fill) {
    return may_act(reading_.mentions.phrases[fill.phrase]);
  });
  const uint64_t has = draft.perpetrators.empty() ? 0 : known ? 2 : 1;
  const Seen seen{draft,
                  own,
                  phrase,
                  parts_[event][party],
                  is_armed_group(phrase.party.kind),
                  kind,
                  number(resolve_type(reading_, draft)),
                  has};
  add_party(seen);
  add_event(seen);
  add_other_events(seen);
  const std::vector<Mention> all = mentions(draft, own);
  for (size_t i = 0; i < std::min(all.size(), kMostMentions); ++i) add_mention(seen, all[i]);
  add(67, bucket(number(std::abs(all.front().gap))), has, kind);
  return features_;
}

}  // namespace sitrep
