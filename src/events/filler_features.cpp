#include "events/filler_features.h"

#include <algorithm>

#include "events/assemble.h"
#include "events/entities_of.h"
#include "language/linear_model.h"

namespace sitrep {

namespace {

uint64_t number(auto value) { return static_cast<uint64_t>(value); }

uint64_t bucket(size_t n) { return n < 4 ? n : n < 7 ? 4 : 5; }

uint64_t tenth(double share) { return static_cast<uint64_t>(share * 10); }

constexpr size_t kMostBefore = 4;  // fillers that one is held against

double surest(const Filler& filler) {
  double most = 0;
  for (const Fill* fill : filler.fills) most = std::max(most, fill->share);
  return most;
}

Part part_of(const Fill& fill) { return fill.human ? Part::human_target : Part::physical_target; }

void add_fillers(const Reading& reading, Part part, const std::vector<const Fill*>& fills,
                 std::vector<Filler>& fillers) {
  const size_t first = fillers.size();
  auto groups =
      part == Part::perpetrator ? group_attackers(reading, fills) : group_fills(reading, fills);
  for (auto& group : groups) fillers.push_back({part, std::move(group)});
  std::stable_sort(fillers.begin() + static_cast<ptrdiff_t>(first), fillers.end(),
                   [](const Filler& a, const Filler& b) { return surest(a) > surest(b); });
}

}  // namespace

std::vector<Filler> fillers_of(const Reading& reading, const Draft& event) {
  std::vector<const Fill*> by_part[kParts];
  for (const Fill& fill : event.perpetrators) by_part[number(Part::perpetrator)].push_back(&fill);
  for (const Fill& fill : event.instruments) by_part[number(Part::instrument)].push_back(&fill);
  for (const Fill& fill : event.targets) by_part[number(part_of(fill))].push_back(&fill);
  std::vector<Filler> fillers;
  for (size_t part = 1; part < kParts; ++part)
    add_fillers(reading, static_cast<Part>(part), by_part[part], fillers);
  return fillers;
}

void FillerFeatures::add(uint32_t template_number, uint64_t a, uint64_t b, uint64_t c) {
  features_.push_back(feature_hash(900 + template_number, a, b, c));
}

const std::vector<uint32_t>& FillerFeatures::of(const Draft& event, const Filler& filler,
                                                const std::vector<const Filler*>& before) {
  features_.clear();
  const uint64_t part = number(filler.part);
  const uint64_t sure = tenth(surest(filler));
  const bool ruled = std::any_of(filler.fills.begin(), filler.fills.end(),
                                 [](const Fill* fill) { return !fill->learnt; });
  const uint64_t mentions = bucket(filler.fills.size());
  const uint64_t rank = bucket(before.size());
  const uint64_t type = number(resolve_type(reading_, event));
  const Fill& first = *filler.fills.front();
  const NounPhrase& p = reading_.mentions.phrases[first.phrase];
  const Key noun = reading_.document.tokens[p.head].lemma;
  const bool named = std::any_of(filler.fills.begin(), filler.fills.end(), [&](const Fill* fill) {
    return reading_.mentions.phrases[fill->phrase].named;
  });
  const uint64_t form = number(named) + 2 * number(p.person) + 4 * number(p.plural) +
                        8 * number(p.definite) + 16 * number(!p.party.actor_id.empty());
  add(0, part);
  add(1, part, sure, ruled);
  add(2, part, sure, rank);
  add(3, part, sure, mentions);
  add(4, part, type, sure);
  add(5, part, noun);
  add(6, part, form, sure);
  add(7, part, number(p.nature), key(p.kind));
  add(8, part, ruled, key(std::string_view(first.why).substr(0, first.why.find(','))));
  add(9, part, rank, ruled);
  add(10, part, mentions, ruled);
  add(11, part, number(p.party.kind), type);
  add(12, part, number(first.voice.certainty), number(first.voice.polarity));
  add(13, part, bucket(event.tellings.size()), sure);
  const int64_t gap = static_cast<int64_t>(first.sentence) - event.tellings.front().sentence;
  add(14, part, number(std::clamp<int64_t>(gap, -2, 5) + 5), sure);
  add(15, part, number(first.effect), type);
  const bool same_noun = std::any_of(before.begin(), before.end(), [&](const Filler* other) {
    const NounPhrase& q = reading_.mentions.phrases[other->fills.front()->phrase];
    return reading_.document.tokens[q.head].lemma == noun;
  });
  add(16, part, same_noun, named);
  const bool known = std::any_of(before.begin(), before.end(), [&](const Filler* other) {
    return reading_.mentions.phrases[other->fills.front()->phrase].named;
  });
  add(17, part, known, named);
  add(18, part, extend(known, p.member), form);
  add(19, part, number(p.count.known()), rank);
  add_spread(event, filler);
  add_speaking(filler, type);
  add_elsewhere(event, filler);
  const size_t n = std::min(before.size(), kMostBefore);
  for (size_t i = 0; i < n; ++i) add_pair(filler, *before[i]);
  return features_;
}

// How its mentions lie over the sentences that tell of the event.
void FillerFeatures::add_spread(const Draft& event, const Filler& filler) {
  const uint64_t part = number(filler.part);
  double none = 1;  // that no mention is one of the event's
  uint64_t near = 0;
  for (const Fill* fill : filler.fills) {
    none *= 1 - fill->share;
    near += std::any_of(event.tellings.begin(), event.tellings.end(),
                        [&](const Telling& t) { return t.sentence == fill->sentence; });
  }
  const NounPhrase& p = reading_.mentions.phrases[filler.fills.front()->phrase];
  const uint64_t all = tenth(1 - none);
  add(30, part, all, near > 0);
  add(31, part, all, bucket(filler.fills.size()));
  add(32, part, bucket(near), bucket(event.tellings.size()));
  add(33, part, number(p.additional), all);
  add(34, part, key(p.kind), number(filler.fills.front()->effect));
}

// Who speaks lives on, and tells rather of others.
void FillerFeatures::add_speaking(const Filler& filler, uint64_t type) {
  const auto speaks = [&](const Fill* fill) {
    return speakers_.contains(name_of(reading_.mentions.phrases[fill->phrase]));
  };
  const bool any = std::any_of(filler.fills.begin(), filler.fills.end(), speaks);
  const NounPhrase& p = reading_.mentions.phrases[filler.fills.front()->phrase];
  add(40, number(filler.part), any, p.named);
  add(41, number(filler.part), any, type);
  add(42, number(filler.part), any, number(filler.fills.front()->effect));
}

// Whether it may be another word for one that the event has: "the priests" of the "six Jesuits".
void FillerFeatures::add_pair(const Filler& filler, const Filler& other) {
  const NounPhrase& p = reading_.mentions.phrases[filler.fills.front()->phrase];
  const NounPhrase& q = reading_.mentions.phrases[other.fills.front()->phrase];
  const auto& tokens = reading_.document.tokens;
  const uint64_t part = number(filler.part);
  const auto form = [](const NounPhrase& phrase) {
    return number(phrase.named) + 2 * number(phrase.plural) + 4 * number(phrase.definite) +
           8 * number(phrase.person);
  };
  const uint64_t counts = !p.count.best || !q.count.best   ? 0
                          : *p.count.best == *q.count.best ? 1
                                                           : 2;
  const bool together = filler.fills.front()->sentence == other.fills.front()->sentence;
  add(50, part, tokens[p.head].lemma, tokens[q.head].lemma);
  add(51, part, extend(form(p), form(q)), counts);
  add(52, part, extend(form(p), form(q)), together);
  add(53, part, key(p.kind), key(q.kind));
  add(54, part, extend(counts, together), p.kind == q.kind);
  add(55, part, p.additional, together);
  add(56, part, number(filler.fills.front()->effect), number(other.fills.front()->effect));
}

// What tells an entity from others of the report: its name, else the phrase.
uint64_t FillerFeatures::entity_of(const Fill& fill) const {
  const Key name = name_of(reading_.mentions.phrases[fill.phrase]);
  return name != kNoKey ? number(name) : fill.phrase;
}

void FillerFeatures::enter(const std::vector<Draft>& events) {
  uses_.clear();
  for (const Draft& event : events) {
    const auto keep = [&](const std::vector<Fill>& fills, auto&& part) {
      for (const Fill& fill : fills)
        uses_[entity_of(fill)].push_back({&event, part(fill), !fill.learnt});
    };
    keep(event.perpetrators, [](const Fill&) { return Part::perpetrator; });
    keep(event.instruments, [](const Fill&) { return Part::instrument; });
    keep(event.targets, part_of);
  }
}

// What part its entity has in this event besides, and in others.
void FillerFeatures::add_elsewhere(const Draft& event, const Filler& filler) {
  uint64_t here = 0, others = 0, ruled = 0;
  for (const Fill* fill : filler.fills) {
    const auto found = uses_.find(entity_of(*fill));
    if (found == uses_.end()) continue;
    for (const Use& use : found->second) {
      const uint64_t bit = uint64_t{1} << number(use.part);
      (use.event == &event ? here : others) |= bit;
      if (use.event != &event && use.ruled) ruled |= bit;
    }
  }
  const uint64_t part = number(filler.part);
  const bool own =
      std::ranges::any_of(filler.fills, [](const Fill* fill) { return !fill->learnt; });
  add(60, part, here, own);
  add(61, part, others, own);
  add(62, part, ruled, own);
  add(63, part, extend(others, ruled), tenth(surest(filler)));
  add(64, part, others, reading_.mentions.phrases[filler.fills.front()->phrase].named);
}

Key FillerFeatures::name_of(const NounPhrase& phrase) const {
  return phrase.named ? reading_.document.tokens[phrase.head].form : kNoKey;
}

FillerFeatures::FillerFeatures(const Reading& reading) : reading_(reading) {
  const auto& tokens = reading.document.tokens;
  std::vector<bool> says(tokens.size(), false);
  for (const SpeechMention& speech : reading.mentions.speech) says[speech.head] = true;
  for (const NounPhrase& phrase : reading.mentions.phrases) {
    const Token& head = tokens[phrase.head];
    const bool subject = phrase.named && head.rel == Rel::nsubj && head.head >= 0;
    if (subject && says[static_cast<size_t>(head.head)]) speakers_.insert(head.form);
  }
}

}  // namespace sitrep
