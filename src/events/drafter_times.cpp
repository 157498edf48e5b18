// Of a sentence's drafts: which times belong to which.
#include <algorithm>
#include <span>

#include "core/text.h"
#include "events/day_after.h"
#include "events/drafter.h"
#include "events/later_acts.h"
#include "events/roles.h"
#include "events/setting.h"

namespace sitrep {

namespace {

// "Five days after the killing": the time is of what came five days later.
bool starts_from(const Tree& tree, TokenRange time, uint32_t trigger) {
  constexpr uint32_t kLongest = 14;  // tokens to the event's word
  if (time.last >= tree.sentence().last || trigger < time.last || trigger > time.last + kLongest)
    return false;
  for (uint32_t i = time.last; i < trigger; ++i) {
    if (tree.token(i).tag == Tag::PUNCT) return false;
  }
  constexpr Key kFrom[] = {key("after"), key("before"), key("since"), key("following")};
  return std::find(std::begin(kFrom), std::end(kFrom), tree.token(time.last).form) !=
         std::end(kFrom);
}

// "At 9 p.m.", and no day said: the evening before, unless the news came out after that hour.
When last_evening(const When& when, const TimeMention& time, std::optional<int> published_minute) {
  constexpr int kEvening = 17 * 60;
  const bool hour_alone = time.form == TimeForm::clock && when.basis == Basis::inferred;
  const int minute = time.minute.value_or(0);
  if (!hour_alone || minute < kEvening || published_minute.value_or(-1) >= minute) return when;
  constexpr std::chrono::days kDay{1};
  When before = when;
  before.start = *when.start - kDay;
  if (when.end) before.end = *when.end - kDay;
  return before;
}

bool lies_ahead(const When& when, std::optional<Day> published) {
  return published && when.start && *when.start > *published &&
         when.precision <= DatePrecision::month && when.basis != Basis::stated;
}

// "The army would strike back after Sunday's massacre": no massacre of the Sunday to come.
When at_last(const When& when, std::optional<Day> published) {
  constexpr std::chrono::days kWeek{7};
  if (!lies_ahead(when, published)) return when;
  When last = when;
  last.start = *when.start - kWeek;
  if (when.end) last.end = *when.end - kWeek;
  return last;
}

// "Marked the anniversary of the killing on Wednesday": the day of the marking.
bool is_of_now(const TimeMention& time) {
  return time.form == TimeForm::weekday || (time.form == TimeForm::deictic && names_day(time));
}

bool is_under_noun(const Tree& tree, uint32_t token, uint32_t noun) {
  return tree.token(noun).tag == Tag::NOUN && tree.is_under(token, noun);
}

// "A dawn attack": an hour of the event's own, of whatever day it was.
bool names_hour_of(const Tree& tree, uint32_t time, const Telling& telling) {
  const auto up = tree.parent(time);
  return up && tree.token(time).rel == Rel::compound && tree.token(*up).tag == Tag::NOUN &&
         !telling.trigger.contains(time);
}

// "On Monday, a day after the election": says Monday again.
bool says_again(const std::vector<TimeMention>& times, size_t i) {
  return i > 0 && times[i].type == TimexType::duration && fixes_time(times[i - 1]) &&
         times[i - 1].type != TimexType::duration &&
         times[i - 1].tokens.last <= times[i].tokens.first &&
         times[i].tokens.first <= times[i - 1].tokens.last + 1;
}

// "A shooting in the capital late Tuesday night sent five to hospital", "an early Monday morning
// deadly shooting": the words between leave no doubt, whatever the tree makes of the time.
bool stands_by(const Tree& tree, TokenRange time, uint32_t head, TokenRange trigger) {
  constexpr uint32_t kMost = 10;  // tokens between them
  if (tree.token(trigger.last - 1).tag != Tag::NOUN) return false;
  const bool before = time.last <= trigger.first;
  const TokenRange gap =
      before ? TokenRange{time.last, trigger.first} : TokenRange{trigger.last, time.first};
  if (gap.last < gap.first || gap.size() > kMost) return false;
  const auto up = tree.parent(head);
  if (!before && !(up && *up >= time.last)) return false;  // of a word behind them
  for (uint32_t i = gap.first; i < gap.last; ++i) {
    const Tag tag = tree.token(i).tag;
    const bool modifies = tag == Tag::ADJ || tag == Tag::NOUN;
    const bool names = tag == Tag::ADP || tag == Tag::DET || tag == Tag::PROPN || tag == Tag::ADV;
    if (!modifies && (before || !names)) return false;
  }
  return true;
}

// "Have arrested a man over the killing of a judge last week": what has been done was done of late;
// the day is the killing's.
bool is_present_perfect(const Tree& tree, const Telling& telling) {
  constexpr Key kHave[] = {key("have"), key("has")};
  const auto children = tree.children(telling.trigger.first);
  return std::ranges::any_of(children, [&](uint32_t c) {
    return tree.token(c).rel == Rel::aux && one_of(tree.token(c).form, kHave);
  });
}

// Gives each time of a sentence to the event that it stands nearest to.
class Dating {
 public:
  Dating(const Reading& reading, const Tree& tree, std::span<Draft> drafts)
      : reading_(reading),
        tree_(tree),
        drafts_(drafts),
        costs_(drafts.size(), kFar),
        hours_(drafts.size(), PartOfDay::none) {}

  void date() {
    const auto [first, last] = within(reading_.mentions.times, tree_.sentence());
    for (size_t i = first; i < last; ++i) give(static_cast<uint32_t>(i));
    for (size_t i = first; i < last; ++i) count_from(static_cast<uint32_t>(i));
    for (size_t d = 0; d < drafts_.size(); ++d) refine(drafts_[d].tellings.back().when, hours_[d]);
  }

 private:
  struct Holder {
    size_t draft;
    double cost;
    bool beside;  // in words that leave no doubt
  };

  const TimeMention& time(uint32_t i) const { return reading_.mentions.times[i]; }

  // "A woman born in 1962 was killed."
  bool is_of_birth(uint32_t i) const {
    const uint32_t first = time(i).tokens.first, begin = tree_.sentence().first;
    for (uint32_t back = 1; back <= 2 && first >= begin + back; ++back) {
      if (tree_.token(first - back).form == key("born")) return true;
      if (tree_.token(first - back).tag != Tag::ADP) return false;
    }
    return false;
  }

  bool tells(uint32_t i) const {
    return !reading_.in_dateline(time(i).tokens) && !says_again(reading_.mentions.times, i) &&
           !is_of_birth(i) && (fixes_time(time(i)) || time(i).part_of_day != PartOfDay::none);
  }

  // Days before the report, whose own days today and yesterday are.
  bool is_old(const TimeMention& time) const {
    constexpr std::chrono::days kLate{2};
    const auto& when = time.when;
    return when && when->end && reading_.published && *when->end + kLate <= *reading_.published;
  }

  // "Indicted 14 men over the killing of a manager in Sialkot in 2021": what a court does now was
  // not done then.
  bool is_of_old_deed(uint32_t i, TokenRange trigger) const {
    constexpr std::chrono::days kLongAgo{30};
    const auto& when = time(i).when;
    const uint32_t first = time(i).tokens.first;
    if (!when || !when->end || !reading_.published || first < trigger.last) return false;
    if (*when->end + kLongAgo > *reading_.published) return false;
    for (uint32_t t = trigger.last; t < first; ++t) {
      if (tree_.token(t).tag == Tag::PUNCT) return false;
    }
    return true;
  }

  std::optional<Holder> holder_of(uint32_t i, uint32_t head) const {
    const TokenRange words = time(i).tokens;
    std::optional<Holder> nearest;
    for (size_t d = 0; d < drafts_.size(); ++d) {
      const Telling& telling = drafts_[d].tellings.back();
      if (drafts_[d].commemorated && is_of_now(time(i))) continue;
      if (drafts_.size() > 1 && is_old(time(i)) && is_present_perfect(tree_, telling)) continue;
      if (starts_from(tree_, words, telling.trigger.first)) continue;
      if (lies_outside(reading_.document, tree_, telling, head)) continue;
      const bool beside = stands_by(tree_, words, head, telling.trigger);
      const double cost = beside ? 1 : tree_.distance(telling.trigger.first, head);
      if (cost < (nearest ? nearest->cost : kFar)) nearest = {d, cost, beside};
    }
    return nearest;
  }

  void give(uint32_t i) {
    if (!tells(i)) return;
    const uint32_t head = range_head(tree_, time(i).tokens);
    const auto holder = holder_of(i, head);
    if (!holder) return;
    Telling& telling = drafts_[holder->draft].tellings.back();
    const bool sure = holder->beside || is_of_old_deed(i, telling.trigger);
    if (!sure && of_later_act(reading_, tree_, head, telling.trigger)) return;
    const bool hour_alone = names_hour_of(tree_, head, telling) && fixes_time(time(i)) &&
                            time(i).when->basis == Basis::inferred;
    if (hour_alone) hours_[holder->draft] = time(i).when->part_of_day;
    if (fixes_time(time(i)))
      set(*holder, i, hour_alone);
    else if (telling.when.known() && telling.when.part_of_day == PartOfDay::none)
      telling.when.part_of_day = time(i).part_of_day;
  }

  void set(Holder holder, uint32_t i, bool hour_alone) {
    Draft& draft = drafts_[holder.draft];
    Telling& telling = draft.tellings.back();
    const uint32_t head = range_head(tree_, time(i).tokens);
    const bool borrowed = of_speech(reading_, tree_, head);
    // "The day before, the forces said they had foiled an attack": told of a day within the story
    const bool of_story = borrowed && time(i).form == TimeForm::anaphoric;
    const double cost = hour_alone || of_story ? kFar - 1 : holder.cost + (borrowed ? 6 : 0);
    if (cost >= costs_[holder.draft]) return;
    When when = last_evening(*time(i).when, time(i), reading_.report.published_minute);
    if (telling.outcome == Outcome::completed) {
      const bool own = holder.beside || is_under_noun(tree_, head, telling.trigger.last - 1);
      if (own) when = at_last(when, reading_.published);
      if (lies_ahead(when, reading_.published)) return;  // what is done is not to come
    }
    costs_[holder.draft] = cost;
    telling.when = when;
    telling.time = i;
    telling.borrowed = borrowed;
    telling.afterwards = dies(reading_.lexicon.event_words()[telling.entry]);
    draft.anniversary = draft.anniversary || time(i).anniversary;
  }

  // "On Monday, two days after gunmen attacked": the day of what came before.
  void count_from(uint32_t i) {
    const auto day = time_before_or_after(reading_, tree_, i);
    if (!day) return;
    for (Draft& draft : drafts_) {
      Telling& telling = draft.tellings.back();
      if (!starts_from(tree_, time(i).tokens, telling.trigger.first)) continue;
      telling.when = *day;
      telling.time = i;
      telling.borrowed = false;
      telling.afterwards = false;
    }
  }

  static void refine(When& when, PartOfDay hour) {
    const bool day_alone = when.known() && when.part_of_day == PartOfDay::none;
    if (!day_alone || hour == PartOfDay::none) return;
    when.part_of_day = hour;
    when.precision = std::min(when.precision, DatePrecision::part_of_day);
  }

  const Reading& reading_;
  const Tree& tree_;
  std::span<Draft> drafts_;
  std::vector<double> costs_;     // of the time that each draft has
  std::vector<PartOfDay> hours_;  // said in each draft's own words
};

}  // namespace

void Drafter::attach_times(const Tree& tree, std::vector<Draft>& drafts, size_t first) {
  Dating(reading_, tree, std::span(drafts).subspan(first)).date();
}

}  // namespace sitrep
