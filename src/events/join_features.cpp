#include "events/join_features.h"

#include <algorithm>

#include "events/assemble.h"
#include "events/draft_traits.h"
#include "language/linear_model.h"

namespace sitrep {

namespace {

uint64_t number(auto value) { return static_cast<uint64_t>(value); }

}  // namespace

struct JoinFeatures::Seen {
  const Draft& event;
  const Draft& draft;
  const Likeness& like;
  const Candidate& candidate;
  uint64_t gap;   // sentences since the event was last told of
  uint64_t rank;  // events told of since
  EventType event_type;
  EventType draft_type;
  uint64_t types;  // how they go together
  Key word;        // the draft's
};

void JoinFeatures::add(uint32_t template_number, uint64_t a, uint64_t b, uint64_t c) {
  features_.push_back(feature_hash(500 + template_number, a, b, c));
}

void JoinFeatures::add_links(const Seen& s) {
  const uint64_t days = number(s.like.days), places = number(s.like.places);
  const uint64_t targets = number(s.like.targets), tolls = number(s.like.tolls);
  const uint64_t parties = number(s.like.parties), weapons = number(s.like.weapons);
  add(0, 0);
  add(1, days), add(2, places), add(3, targets), add(4, tolls), add(5, parties), add(6, weapons);
  add(7, days, places);
  add(8, days, s.types);
  add(9, places, s.types);
  add(10, targets, s.types);
  add(11, targets, days, places);
  add(12, tolls, targets);
  add(13, tolls, s.types);
  add(14, parties, s.types);
  add(15, parties, targets);
  add(16, weapons, s.types);
  add(17, days, s.gap);
  add(18, places, s.gap);
  add(19, targets, s.gap);
  add(20, targets, s.rank);
  add(21, days, places, extend(targets, s.rank == 0));
  if (s.like.days_apart > 0) {
    const uint64_t apart = number(std::min(s.like.days_apart, 5));
    add(24, apart, s.types, number(s.draft.effect_only));
    add(25, apart, manner(s.draft));
    add(26, apart, targets, places);
  }
  add(22, number(s.like.turned), parties);
  add(23, number(s.like.turned), s.types, s.gap);
}

void JoinFeatures::add_words(const Seen& s) {
  const bool told =
      std::any_of(s.event.tellings.begin(), s.event.tellings.end(), [&](const Telling& t) {
        return reading_.document.tokens[t.trigger.last - 1].lemma == s.word;
      });
  const Key last = reading_.document.tokens[s.event.tellings.back().trigger.last - 1].lemma;
  add(30, s.types, s.rank == 0);
  add(31, number(s.event_type), number(s.draft_type));
  add(32, number(told), s.types);
  add(33, s.word, s.types);
  add(34, s.word, s.rank == 0, s.gap == 0);
  add(35, s.word, last);
  add(36, s.word, number(told));
  add(37, number(told), manner(s.draft), s.gap);
  add(38, number(s.draft.tellings.front().outcome), number(s.event.outcome()));
}

void JoinFeatures::add_flags(const Seen& s) {
  const uint64_t flags = number(s.draft.denied) + 2 * number(s.draft.generic) +
                         4 * number(s.draft.slight) + 8 * number(s.draft.heading);
  add(40, manner(s.draft), s.types);
  add(41, manner(s.draft), manner(s.event));
  add(42, flags);
  add(43, flags, s.types);
  add(44, holds(s.draft));
  add(45, holds(s.draft), s.gap, s.rank == 0);
  add(46, holds(s.draft), manner(s.draft));
  add(47, number(s.event.heading), number(s.draft.heading), s.types);
  add(48, number(s.event.background), number(s.draft.background));
  add(49, number(s.event.anniversary), number(s.draft.anniversary));
  add(50, number(s.event.plural), number(s.draft.plural), s.types);
}

void JoinFeatures::add_text(const Seen& s) {
  add(60, s.gap, s.rank);
  add(61, s.gap, s.types);
  add(62, s.rank, s.types);
  add(63, step_of(static_cast<uint32_t>(s.event.tellings.size())), s.rank);
  add(64, number(linked(s.event, s.draft)), s.types);
  add(65, number(told_apart(reading_, s.event, s.draft)), s.gap == 0);
  add(66, s.gap, s.rank, manner(s.draft));
  const auto& sentences = reading_.document.sentences;
  const uint32_t at = s.draft.tellings.front().sentence;
  const uint32_t from = s.event.last_sentence();
  bool paragraph = false;
  for (uint32_t i = from + 1; i <= at; ++i) paragraph = paragraph || sentences[i].paragraph_start;
  add(67, number(paragraph), s.gap, s.rank == 0);
  add(68, step_of(at), s.types);
}

// The words that lead into the draft: the first of its sentence and those before its own.
void JoinFeatures::add_surroundings(const Seen& s) {
  const Telling& t = s.draft.tellings.front();
  const auto& tokens = reading_.document.tokens;
  const uint32_t first = reading_.document.sentences[t.sentence].first;
  const bool recent = s.rank == 0;
  add(70, tokens[first].form, recent, s.gap == 0);
  for (uint32_t i = t.trigger.first; i-- > first && t.trigger.first - i <= 3;)
    add(71, tokens[i].lemma, recent, s.gap == 0);
  if (t.trigger.last < tokens.size()) add(72, tokens[t.trigger.last].lemma, recent, s.gap == 0);
  const auto speaker = [](const Draft& d) { return d.tellings.back().voice.speaker; };
  const bool same_speaker = speaker(s.event) == speaker(s.draft);
  add(73, number(speaker(s.draft).has_value()), number(same_speaker), recent);
}

// How it goes with the draft beside the others.
void JoinFeatures::add_rivals(const Seen& s) {
  const Rivals& r = s.candidate.rivals;
  const auto words = number(s.candidate.words), most = number(r.words);
  const uint64_t lead = words > most ? 2 : words == most ? 1 : 0;
  const bool alone = r.events == 0;
  add(80, step_of(r.events), s.types);
  add(81, number(s.like.targets), number(r.targets), alone);
  add(82, number(s.like.places), number(r.same_place), alone);
  add(83, number(s.like.days), number(r.same_day), alone);
  add(84, number(s.like.parties), number(r.same_party), alone);
  add(85, step_of(s.candidate.words), s.gap == 0);
  add(86, step_of(s.candidate.words), s.types, s.gap == 0);
  add(87, lead, step_of(s.candidate.words), s.gap == 0);
  add(88, lead, s.rank == 0, alone);
  add(89, step_of(s.candidate.words), number(s.like.targets), number(s.like.places));
}

// A report on one incident, or a list of many.
void JoinFeatures::add_report(const Seen& s) {
  add(90, scale_.places, number(s.like.places));
  add(91, scale_.days, number(s.like.days));
  add(92, scale_.others, s.types);
  add(93, scale_.length, s.rank == 0, s.types);
  add(94, scale_.places, scale_.days, s.types);
  add(95, scale_.others, manner(s.draft));
  add(96, scale_.places, step_of(s.candidate.rivals.events), s.types);
}

namespace {

// "A bank", "the bank", "Rafidain Bank", "another bank": how a draft speaks of what takes part.
uint8_t newness(const std::vector<NounPhrase>& phrases, const std::vector<Fill>& fills) {
  int out = 0;
  for (const Fill& fill : fills) {
    const NounPhrase& p = phrases[fill.phrase];
    out |= int{p.indefinite} + 2 * int{p.definite} + 4 * int{p.named} + 8 * int{p.additional};
  }
  return static_cast<uint8_t>(out);
}

// "The rebels also attacked", "meanwhile", "elsewhere in the city": on to something else.
bool leads_on(const Document& document, uint32_t sentence) {
  constexpr Key kOn[] = {key("also"),       key("meanwhile"),  key("elsewhere"),   key("likewise"),
                         key("separately"), key("too"),        key("similarly"),   key("earlier"),
                         key("later"),      key("previously"), key("additionally")};
  const Sentence& s = document.sentences[sentence];
  for (uint32_t i = s.first; i < s.last; ++i) {
    if (one_of(document.tokens[i].form, kOn)) return true;
  }
  return false;
}

}  // namespace

Novelty JoinFeatures::novelty(const Draft& draft) const {
  const auto& phrases = reading_.mentions.phrases;
  return {.targets = newness(phrases, draft.targets),
          .weapons = newness(phrases, draft.instruments),
          .doers = newness(phrases, draft.perpetrators),
          .leads_on = leads_on(reading_.document, draft.tellings.front().sentence)};
}

void JoinFeatures::add_novelty(const Seen& s) {
  const Novelty& n = novelty_;
  const uint64_t targets = number(s.like.targets), places = number(s.like.places);
  const bool recent = s.rank == 0;
  add(100, n.targets, targets, recent);
  add(101, n.targets, s.gap, s.types);
  add(102, n.weapons, number(s.like.weapons), recent);
  add(103, n.doers, number(s.like.parties), recent);
  add(104, n.targets, n.weapons, n.doers);
  add(105, n.targets, n.doers, s.gap);
  add(106, n.leads_on, targets, s.gap);
  add(107, n.leads_on, places, recent);
  add(108, n.leads_on, s.types, number(s.like.days));
}

JoinFeatures::JoinFeatures(const Reading& reading)
    : reading_(reading), words_(reading), scale_(scale_of(reading)) {}

namespace {

// The largest and the next, for the largest of all but one.
template <typename T>
class TwoLargest {
 public:
  void add(T value) {
    next_ = std::max(next_, std::min(first_, value));
    first_ = std::max(first_, value);
  }
  T but(T own) const { return own == first_ ? next_ : first_; }

 private:
  T first_{}, next_{};
};

bool of_same_place(const Likeness& like) {
  return like.places == PlaceLink::same || like.places == PlaceLink::near;
}

// Sums first: each candidate's rivals are all but itself.
void add_rivals_to(std::vector<Candidate>& all) {
  TwoLargest<TargetLink> targets;
  TwoLargest<uint32_t> words;
  size_t places = 0, days = 0, parties = 0;
  for (const Candidate& c : all) {
    targets.add(c.like.targets);
    words.add(c.words);
    places += of_same_place(c.like);
    days += c.like.days == DayLink::same;
    parties += c.like.parties == PartyLink::same;
  }
  for (Candidate& c : all) {
    c.rivals.events = static_cast<uint32_t>(all.size() - 1);
    c.rivals.targets = targets.but(c.like.targets);
    c.rivals.words = words.but(c.words);
    c.rivals.same_place = places > size_t{of_same_place(c.like)};
    c.rivals.same_day = days > size_t{c.like.days == DayLink::same};
    c.rivals.same_party = parties > size_t{c.like.parties == PartyLink::same};
  }
}

}  // namespace

std::vector<Candidate> JoinFeatures::candidates(const std::vector<const Draft*>& events,
                                                const Draft& draft) {
  std::vector<Candidate> out(events.size());
  if (!events.empty()) novelty_ = novelty(draft);
  for (size_t i = 0; i < events.size(); ++i) {
    out[i].event = events[i];
    out[i].rank = static_cast<uint32_t>(events.size() - 1 - i);
    out[i].like = likeness(reading_, *events[i], draft);
    out[i].words = words_.in_common(*events[i], draft);
  }
  add_rivals_to(out);
  return out;
}

const std::vector<uint32_t>& JoinFeatures::of(const Candidate& candidate, const Draft& draft) {
  features_.clear();
  const Draft& event = *candidate.event;
  const uint32_t last = draft.tellings.front().sentence;
  const uint32_t gap = last - std::min(event.last_sentence(), last);
  const EventType x = told_type(reading_, event);
  const EventType y = told_type(reading_, draft);
  const uint64_t types = link_types(x, y);
  const Key word = reading_.document.tokens[draft.tellings.front().trigger.last - 1].lemma;
  const Seen seen{event, draft, candidate.like, candidate, step_of(gap), step_of(candidate.rank),
                  x,     y,     types,          word};
  add_links(seen);
  add_words(seen);
  add_flags(seen);
  add_text(seen);
  add_surroundings(seen);
  add_rivals(seen);
  add_report(seen);
  add_novelty(seen);
  return features_;
}

}  // namespace sitrep
