#include "incidents/tolls.h"

#include <algorithm>

#include "core/dates.h"
#include "core/text.h"
#include "incidents/totals.h"

namespace sitrep::incidents {

namespace {

constexpr int kClearlyLater = 60;  // minutes
constexpr int64_t kGrowth = 3;     // a toll that grows more between reports is another count
constexpr int64_t kSameSpell = 3;  // days between events that one report adds up

template <typename Each>
void claims_for(const Member& member, const TollField& field, int64_t best, Each&& each) {
  for (const Claim& claim : member.event->claims) {
    const auto* said = std::get_if<Quantity>(&claim.value);
    const bool this_one = claim.field == field.field && claim.polarity == Polarity::affirmed &&
                          said != nullptr && said->best == best;
    if (this_one) each(claim);
  }
}

bool is_office(const Claim& claim) {
  if (claim.certainty == Certainty::confirmed) return true;
  if (!claim.speaker) return false;
  const PartyKind kind = claim.speaker->party.kind;
  return kind == PartyKind::state || kind == PartyKind::state_forces ||
         kind == PartyKind::international;
}

bool is_unsure(const Claim& claim) {
  return claim.certainty == Certainty::unverified || claim.certainty == Certainty::possible ||
         claim.certainty == Certainty::suspected;
}

bool is_number(std::string_view word, const knowledge::Lexicon& lexicon) {
  const std::string plain = normal(word);
  if (plain == "no") return true;
  return plain != "a" && plain != "an" &&
         std::ranges::any_of(lexicon.numbers(), [&](const auto& n) { return n.word == plain; });
}

// "71", "18-year", but no age: "71-year-old".
bool is_figure(std::string_view word) {
  return std::ranges::any_of(word, is_digit) && !contains_ignoring_case(word, "-old");
}

Counting counting_of(const std::string& text, const knowledge::Lexicon& lexicon) {
  if (text.find(" and ") != std::string::npos) {
    const bool figure = std::ranges::any_of(split(text, ' '), [&](std::string_view w) {
      return is_digit(w[0]) || is_number(w, lexicon);
    });
    return figure ? Counting::sum : Counting::people;
  }
  if (text.empty() || std::ranges::any_of(split(text, ' '), is_figure)) return Counting::figure;
  const bool number = std::ranges::any_of(
      split(text, ' '), [&](std::string_view word) { return is_number(word, lexicon); });
  return number ? Counting::figure : Counting::people;
}

struct Support {
  int claims = 0;
  int official = 0;
  int unsure = 0;
  int totals = 0;
  int sums = 0;
  int titles = 0;  // of `claims`, those that the title makes
};

Support support_of(const Member& member, const TollField& field, const Quantity& quantity) {
  Support support;
  claims_for(member, field, quantity.best.value_or(-1), [&](const Claim& claim) {
    ++support.claims;
    support.official += is_office(claim);
    support.unsure += is_unsure(claim);
    support.totals += says_total(claim.evidence.text, std::get<Quantity>(claim.value).text);
    support.titles += claim.evidence.start == 0 && !claim.evidence.text.empty();
    support.sums += says_sum(claim.evidence.text);
  });
  return support;
}

bool near_in_time(const Event& a, const Event& b) {
  return a.when.start && b.when.start &&
         std::abs(days_between(*a.when.start, *b.when.start)) <= kSameSpell;
}

// Does another report tell of several incidents whose tolls add up to this number?
bool spread_by(const Member& teller, const TollField& field, int64_t number) {
  const auto own = (teller.event->*field.toll).best;
  if (!own || *own >= number || *own == 0) return false;
  int64_t sum = *own;
  for (const Event& event : teller.coding->events) {
    const auto other = (event.*field.toll).best;
    const bool another = &event != teller.event && event.phase == Phase::news && other &&
                         near_in_time(event, *teller.event);
    if (another) sum += *other;
  }
  return sum == number;
}

// "Two dead in weekend of gunfire": a number that the headline alone gives, over a report of others
// that cost at least half as many lives. Who is named ("arrested over the death of Ada Okoro") adds
// nobody up.
bool heads_several(const Group& group, const Member& member, const TollField& field,
                   const Support& support) {
  if (support.titles < support.claims) return false;
  const Quantity& own = member.event->*field.toll;
  if (counting_of(own.text, *group.lexicon) == Counting::people) return false;
  int64_t others = 0;
  for (const Event& event : member.coding->events) {
    const bool near =
        &event != member.event && event.phase == Phase::news && near_in_time(event, *member.event);
    if (near) others += (event.*field.toll).best.value_or(0);
  }
  return others > 0 && 2 * others >= own.best.value_or(0);
}

bool is_total(const Group& group, const Member& member, const TollField& field,
              const Support& support) {
  if (support.claims == 0) return false;
  if (support.totals > 0 && support.totals + support.titles >= support.claims) return true;
  if (heads_several(group, member, field, support)) return true;
  if (support.sums < support.claims) return false;
  const int64_t number = (member.event->*field.toll).best.value_or(0);
  return std::ranges::any_of(group.members, [&](const Member& other) {
    return other.source != member.source && spread_by(other, field, number);
  });
}

}  // namespace

bool published_later(const Member& a, const Member& b) {
  if (!a.published || !b.published) return false;
  if (*a.published != *b.published) return *a.published > *b.published;
  const auto one = a.coding->report.published_minute;
  const auto other = b.coding->report.published_minute;
  return one && other && *one >= *other + kClearlyLater;
}

std::vector<Count> counts_of(const Group& group, const TollField& field) {
  std::vector<Count> counts;
  for (const Member& m : group.members) {
    const Quantity& q = m.event->*field.toll;
    const auto best = q.best ? q.best : q.low ? q.low : q.high;
    if (!best) continue;
    const Support support = support_of(m, field, q);
    if (is_total(group, m, field, support)) continue;
    counts.push_back(
        {&q, &m, *best, q.best ? counting_of(q.text, *group.lexicon) : Counting::people,
         support.official > 0, support.claims > 0 && support.unsure == support.claims});
  }
  return counts;
}

bool superseded(const Count& count, const std::vector<Count>& all) {
  return std::ranges::any_of(all, [&](const Count& later) {
    const bool corrects =
        later.official && !count.official && later.counting == Counting::figure && later.best > 0;
    return (later.best > count.best || (corrects && later.best != count.best)) &&
           published_later(*later.member, *count.member);
  });
}

bool far_off(const Count& count, const std::vector<Count>& all) {
  bool lone = true;
  bool far = false;
  for (const Count& other : all) {
    if (other.member == count.member || other.best == 0) continue;
    // "a wounded schoolgirl" says nothing against 23
    if (other.counting == Counting::people && count.counting == Counting::figure) continue;
    const bool open = !other.quantity->high;
    const bool near = open || count.best <= kGrowth * other.best + kGrowth;
    if (other.best >= count.best || near) lone = false;
    far |= !near;
  }
  return lone && far;
}

}  // namespace sitrep::incidents
