#include "events/reunion_features.h"

#include <algorithm>
#include <limits>

#include "events/assemble.h"
#include "events/draft_traits.h"
#include "events/event_model.h"
#include "events/senses.h"
#include "language/linear_model.h"

namespace sitrep {

namespace {

constexpr uint32_t kFirstTemplate = 1200;
constexpr double kTenths = 10;

uint64_t number(auto value) { return static_cast<uint64_t>(value); }

uint64_t size_of(const Draft& d) { return step_of(static_cast<uint32_t>(d.tellings.size())); }

uint32_t first_sentence(const Draft& d) { return d.tellings.front().sentence; }

// Sentences between the nearest tellings of two.
uint32_t gap_between(const Draft& a, const Draft& b) {
  uint32_t least = std::numeric_limits<uint32_t>::max();
  for (const Telling& x : a.tellings) {
    for (const Telling& y : b.tellings) {
      const auto [low, high] = std::minmax(x.sentence, y.sentence);
      least = std::min(least, high - low);
    }
  }
  return least;
}

Key word_of(const Reading& reading, const Telling& telling) {
  return reading.document.tokens[telling.trigger.last - 1].lemma;
}

bool share_word(const Reading& reading, const Draft& a, const Draft& b) {
  return std::ranges::any_of(a.tellings, [&](const Telling& x) {
    return std::ranges::any_of(
        b.tellings, [&](const Telling& y) { return word_of(reading, x) == word_of(reading, y); });
  });
}

// What an event is, beside what it tells.
uint64_t standing(const Draft& d) {
  return number(d.doubtful) + 2 * number(d.background) + 4 * number(d.anniversary) +
         8 * number(d.denied);
}

// The sentences that an event is told in, each once, in text order.
std::vector<uint32_t> sentences_of(const Draft& d) {
  std::vector<uint32_t> out;
  for (const Telling& t : d.tellings) {
    if (out.empty() || out.back() != t.sentence) out.push_back(t.sentence);
  }
  return out;
}

// How what the sentences of two events name goes together.
enum class NameLink : uint8_t { none, first_only, second_only, shared, parted };

template <typename T>
NameLink link_names(const std::vector<T>& a, const std::vector<T>& b) {
  if (a.empty() || b.empty())
    return a.empty() && b.empty() ? NameLink::none
           : b.empty()            ? NameLink::first_only
                                  : NameLink::second_only;
  const bool shared =
      std::ranges::any_of(a, [&](const T& x) { return std::ranges::find(b, x) != b.end(); });
  return shared ? NameLink::shared : NameLink::parted;
}

// What the sentences of an event name, whether or not it was found to be the event's.
NamedWords named_in(const Reading& reading, const Draft& d) {
  NamedWords out;
  for (const uint32_t s : sentences_of(d)) {
    const Sentence& sentence = reading.document.sentences[s];
    for (const PlaceMention& place : those_in(reading.mentions.places, sentence)) {
      if (!place.demonym && place.where.precision > PlacePrecision::country)
        out.towns.push_back(place.where.name);
    }
    for (const TimeMention& time : those_in(reading.mentions.times, sentence)) {
      if (fixes_time(time) && time.when->start) out.days.push_back(*time.when->start);
    }
    for (uint32_t i = sentence.first; i < sentence.last; ++i) {
      const Token& t = reading.document.tokens[i];
      if (t.tag == Tag::PROPN) out.names.push_back(t.lemma);
    }
  }
  std::ranges::sort(out.names);
  return out;
}

// Whether a sentence counts: "another bomb", "the second blast", "the other mob".
bool counts(const Reading& reading, uint32_t sentence) {
  const Sentence& s = reading.document.sentences[sentence];
  for (uint32_t i = s.first; i < s.last; ++i) {
    if (has_sense(reading, reading.document.tokens[i].form, knowledge::kCounting)) return true;
  }
  return false;
}

// "Had rammed": before what the report tells of.
bool is_past_perfect(const Reading& reading, const Telling& telling) {
  constexpr uint32_t kReach = 4;  // words
  const uint32_t first = reading.document.sentences[telling.sentence].first;
  const uint32_t at = telling.trigger.first;
  for (uint32_t i = at; i-- > first && at - i <= kReach;) {
    if (reading.document.tokens[i].form == key("had")) return true;
  }
  return false;
}

}  // namespace

struct ReunionFeatures::Seen {
  const Draft& event;  // told first
  const Draft& other;
  const NamedWords& own;     // the first one's
  const NamedWords& others;  // the other one's
  const Pair& pair;
  uint64_t types;    // how they go together
  uint64_t gap;      // sentences between them
  uint64_t largest;  // 1 where the first is the report's largest event, 2 where the other is
  uint64_t many;     // events of the report
};

ReunionFeatures::ReunionFeatures(const Reading& reading)
    : reading_(reading), joins_(reading), scale_(scale_of(reading)) {}

void ReunionFeatures::enter(const std::vector<Draft>& events) {
  events_ = &events;
  pairs_.clear();
  named_.clear();
  for (const Draft& event : events) named_.push_back(named_in(reading_, event));
  const auto smaller = [](const Draft& a, const Draft& b) {
    return a.tellings.size() < b.tellings.size();
  };
  largest_ = static_cast<size_t>(std::ranges::max_element(events, smaller) - events.begin());
  for (size_t second = 1; second < events.size(); ++second) compare(second);
}

// Holds an event against all that are told before it.
void ReunionFeatures::compare(size_t second) {
  std::vector<const Draft*> before;
  for (size_t i = 0; i < second; ++i) before.push_back(&(*events_)[i]);
  const Draft& draft = (*events_)[second];
  double most = 0;
  size_t likeliest = pairs_.size();
  for (const Candidate& candidate : joins_.candidates(before, draft)) {
    const double share = reading_.model->one_event(joins_.of(candidate, draft));
    if (share > most) most = share, likeliest = pairs_.size();
    pairs_.push_back({candidate.like, candidate.words, number(share * kTenths), false});
  }
  pairs_[likeliest].likeliest = true;
}

void ReunionFeatures::add(uint32_t template_number, uint64_t a, uint64_t b, uint64_t c) {
  features_.push_back(feature_hash(kFirstTemplate + template_number, a, b, c));
}

void ReunionFeatures::add_links(const Seen& s) {
  const Likeness& like = s.pair.like;
  const uint64_t days = number(like.days), places = number(like.places);
  const uint64_t targets = number(like.targets), tolls = number(like.tolls);
  const uint64_t parties = number(like.parties), weapons = number(like.weapons);
  add(0, 0);
  add(1, days), add(2, places), add(3, targets), add(4, tolls), add(5, parties), add(6, weapons);
  add(7, days, places);
  add(8, days, s.types);
  add(9, places, s.types);
  add(10, targets, s.types);
  add(11, targets, days, places);
  add(12, tolls, targets);
  add(13, parties, targets);
  add(14, weapons, s.types);
  add(15, number(like.turned), parties);
  if (like.days_apart > 0) add(16, number(std::min(like.days_apart, 5)), s.types);
  add(17, targets, s.gap);
  add(18, days, s.largest);
  add(19, places, s.largest);
  add(20, scale_.places, places), add(21, scale_.days, days), add(22, scale_.others, targets);
}

// What the scorer of joins says of the two, with all that is known by now.
void ReunionFeatures::add_joins(const Seen& s) {
  const uint64_t probable = s.pair.probable, likeliest = number(s.pair.likeliest);
  add(30, probable, likeliest);
  add(31, probable, s.types);
  add(32, probable, s.largest);
  add(33, probable, s.many);
  add(34, probable, size_of(s.other));
  add(35, probable, number(s.pair.like.days), number(s.pair.like.places));
  add(36, probable, number(s.pair.like.targets));
  add(37, likeliest, s.largest, s.many);
}

void ReunionFeatures::add_sizes(const Seen& s) {
  const uint64_t size = size_of(s.event), other = size_of(s.other);
  add(40, size, other);
  add(41, s.largest, size, other);
  add(42, s.many, s.largest);
  add(43, holds(s.event)), add(44, holds(s.other));
  add(45, holds(s.other), s.types);
  add(46, holds(s.other), s.largest);
  add(47, scale_.length, s.many, s.types);
  add(48, scale_.places, scale_.days, s.many);
}

void ReunionFeatures::add_text(const Seen& s) {
  const bool within = first_sentence(s.other) < s.event.last_sentence();
  add(50, s.gap, s.types);
  add(51, s.gap, number(within), s.largest);
  add(52, step_of(first_sentence(s.event)), s.types);
  add(53, step_of(first_sentence(s.other)), s.types);
  add(54, number(within), s.types);
  add(55, step_of(s.pair.words), s.types);
  add(56, step_of(s.pair.words), s.gap);
  add(57, number(told_apart(reading_, s.event, s.other)), s.gap == 0);
  add(58, number(linked(s.event, s.other)), s.types);
}

void ReunionFeatures::add_manner(const Seen& s) {
  add(60, manner(s.other), s.types);
  add(61, manner(s.event), manner(s.other));
  add(62, manner(s.other), size_of(s.other));
  add(63, standing(s.event), standing(s.other));
  add(64, standing(s.event), standing(s.other), s.types);
  add(65, number(s.event.outcome()), number(s.other.outcome()));
}

void ReunionFeatures::add_words(const Seen& s) {
  const auto& tokens = reading_.document.tokens;
  const Key word = word_of(reading_, s.other.tellings.front());
  const bool shared = share_word(reading_, s.event, s.other);
  add(70, number(shared), s.types);
  add(71, word, s.types);
  add(72, word, s.largest);
  add(73, word_of(reading_, s.event.tellings.front()), s.types);
  add(74, number(told_type(reading_, s.event)), number(told_type(reading_, s.other)));
  add(75, tokens[reading_.document.sentences[first_sentence(s.other)].first].form, s.gap == 0);
}

// What stands in their sentences, whether or not it was found to be theirs.
void ReunionFeatures::add_names(const Seen& s) {
  const uint64_t towns = number(link_names(s.own.towns, s.others.towns));
  const uint64_t days = number(link_names(s.own.days, s.others.days));
  uint32_t shared = 0, fresh = 0;
  for (const Key name : s.others.names)
    ++(std::ranges::binary_search(s.own.names, name) ? shared : fresh);
  const bool counted = counts(reading_, first_sentence(s.other));
  const bool before = is_past_perfect(reading_, s.other.tellings.front());
  add(80, towns, s.types), add(81, days, s.types), add(82, towns, days);
  add(83, towns, number(s.pair.like.places)), add(84, days, number(s.pair.like.days));
  add(85, towns, s.largest, s.many), add(86, days, s.largest, s.many);
  add(87, step_of(shared), step_of(fresh)), add(88, step_of(shared), s.types);
  add(89, step_of(fresh), s.gap);
  add(90, number(counted), s.types), add(91, number(counted), s.gap, s.pair.probable);
  add(92, number(before), s.types), add(93, number(before), days),
      add(94, number(before), s.largest);
  add(95, s.pair.probable, towns, days);
}

const std::vector<uint32_t>& ReunionFeatures::of(size_t first, size_t second) {
  features_.clear();
  const Draft& event = (*events_)[first];
  const Draft& other = (*events_)[second];
  const Seen seen{event,
                  other,
                  named_[first],
                  named_[second],
                  pair(first, second),
                  link_types(told_type(reading_, event), told_type(reading_, other)),
                  step_of(gap_between(event, other)),
                  first == largest_    ? uint64_t{1}
                  : second == largest_ ? uint64_t{2}
                                       : uint64_t{0},
                  step_of(static_cast<uint32_t>(events_->size()))};
  add_links(seen);
  add_joins(seen);
  add_sizes(seen);
  add_text(seen);
  add_manner(seen);
  add_words(seen);
  add_names(seen);
  return features_;
}

}  // namespace sitrep
