// Of a sentence's drafts: which times, places and weapons belong to which.
#include <algorithm>

#include "core/text.h"
#include "events/apart.h"
#include "events/carried.h"
#include "events/drafter.h"
#include "events/later_acts.h"
#include "events/roles.h"

namespace sitrep {

namespace {

constexpr size_t kPlacesBack = 200;  // place mentions searched for what "the base" is
constexpr double kFar = 12;  // further than this in the tree, a time or place is of something else

// The first token of a range whose head lies outside it.
uint32_t range_head(const Tree& tree, TokenRange range) {
  for (uint32_t i = range.first; i < range.last; ++i) {
    const auto up = tree.parent(i);
    if (!up || !range.contains(*up)) return i;
  }
  return range.first;
}

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

constexpr Key kFacilities[] = {key("base"),    key("site"),     key("compound"),     key("camp"),
                               key("airport"), key("facility"), key("installation"), key("airbase"),
                               key("station"), key("barracks"), key("post"),         key("outpost"),
                               key("embassy"), key("prison"),   key("refinery"),     key("plant"),
                               key("port"),    key("field")};

bool is_facility(Key lemma) {
  return std::find(std::begin(kFacilities), std::end(kFacilities), lemma) != std::end(kFacilities);
}

int fineness(PlacePrecision precision) { return static_cast<int>(precision); }

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
When at_last(const When& when, const Tree& tree, uint32_t trigger, uint32_t time,
             std::optional<Day> published) {
  constexpr std::chrono::days kWeek{7};
  const bool own = tree.token(trigger).tag == Tag::NOUN && tree.is_under(time, trigger);
  if (!own || !lies_ahead(when, published)) return when;
  When last = when;
  last.start = *when.start - kWeek;
  if (when.end) last.end = *when.end - kWeek;
  return last;
}

}  // namespace

namespace {

// "A dawn attack": an hour of the event's own, of whatever day it was.
bool names_hour_of(const Tree& tree, uint32_t time, const Telling& telling) {
  const auto up = tree.parent(time);
  return up && tree.token(time).rel == Rel::compound && tree.token(*up).tag == Tag::NOUN &&
         !telling.trigger.contains(time);
}

}  // namespace

namespace {

// "On Monday, a day after the election": says Monday again.
bool says_again(const std::vector<TimeMention>& times, size_t i) {
  return i > 0 && times[i].type == TimexType::duration && fixes_time(times[i - 1]) &&
         times[i - 1].type != TimexType::duration &&
         times[i - 1].tokens.last <= times[i].tokens.first &&
         times[i].tokens.first <= times[i - 1].tokens.last + 1;
}

}  // namespace

void Drafter::attach_times(const Tree& tree, std::vector<Draft>& drafts, size_t first_draft) {
  const auto [first, last] = within(reading_.mentions.times, tree.sentence());
  std::vector<double> best_cost(drafts.size(), kFar);
  std::vector<PartOfDay> hours(drafts.size(), PartOfDay::none);
  for (size_t i = first; i < last; ++i) {
    const TimeMention& time = reading_.mentions.times[i];
    if (reading_.in_dateline(time.tokens) || says_again(reading_.mentions.times, i) ||
        (!fixes_time(time) && time.part_of_day == PartOfDay::none))
      continue;
    const uint32_t head = range_head(tree, time.tokens);
    size_t owner = drafts.size();
    double nearest = kFar;
    for (size_t d = first_draft; d < drafts.size(); ++d) {
      const uint32_t trigger = drafts[d].tellings.back().trigger.first;
      if (starts_from(tree, time.tokens, trigger)) continue;
      const double cost = tree.distance(trigger, head);
      if (cost < nearest) nearest = cost, owner = d;
    }
    if (owner == drafts.size()) continue;
    Telling& telling = drafts[owner].tellings.back();
    if (of_later_act(reading_, tree, head, telling.trigger)) continue;
    const bool borrowed = of_speech(tree, head);
    const bool hour_alone = names_hour_of(tree, head, telling) && fixes_time(time) &&
                            time.when->basis == Basis::inferred;
    if (hour_alone) hours[owner] = time.when->part_of_day;
    // "The day before, the forces said they had foiled an attack": told of a day within the story
    const bool of_story = borrowed && time.form == TimeForm::anaphoric;
    const double cost = hour_alone || of_story ? kFar - 1 : nearest + (borrowed ? 6 : 0);
    if (!fixes_time(time)) {
      if (telling.when.known() && telling.when.part_of_day == PartOfDay::none)
        telling.when.part_of_day = time.part_of_day;
      continue;
    }
    if (cost >= best_cost[owner]) continue;
    When when = last_evening(*time.when, time, reading_.report.published_minute);
    if (telling.outcome == Outcome::completed) {
      when = at_last(when, tree, telling.trigger.last - 1, head, reading_.published);
      if (lies_ahead(when, reading_.published)) continue;  // what is done is not to come
    }
    best_cost[owner] = cost;
    telling.when = when;
    telling.time = static_cast<uint32_t>(i);
    telling.borrowed = borrowed;
    telling.afterwards = dies(reading_.lexicon.event_words()[telling.entry]);
    drafts[owner].anniversary = drafts[owner].anniversary || time.anniversary;
  }
  for (size_t d = first_draft; d < drafts.size(); ++d) {
    When& when = drafts[d].tellings.back().when;
    const bool day_alone = when.known() && when.part_of_day == PartOfDay::none;
    if (!day_alone || hours[d] == PartOfDay::none) continue;
    when.part_of_day = hours[d];
    when.precision = std::min(when.precision, DatePrecision::part_of_day);
  }
}

// "US troops", "the Syrian army": the country says whose, not where. So does a country that acts.
bool Drafter::mere_modifier(const Tree& tree, const PlaceMention& place, uint32_t head) const {
  const uint32_t behind = place.tokens.last;
  const bool and_its = behind + 1 < tree.sentence().last && tree.token(behind).form == key("and") &&
                       tree.token(behind + 1).fine == Fine::PRPS;
  if (and_its || place.embedded) return true;  // "Tehran and its allies"
  if (place.where.precision != PlacePrecision::country) return false;
  const Rel rel = tree.token(head).rel;
  if (rel == Rel::nsubj || rel == Rel::obl_agent || rel == Rel::obj || rel == Rel::nsubj_pass)
    return true;
  const auto phrase = reading_.mentions.phrase_at(head);
  return phrase && !place.tokens.contains(reading_.mentions.phrases[*phrase].head);
}

// "Raiders from the plains killed eleven", "nurses from Kenya were shot": where they come from.
bool Drafter::is_home_of(const Tree& tree, uint32_t place, const Draft& draft) const {
  const auto preposition = tree.child(place, Rel::case_);
  const auto holder = tree.parent(place);
  if (!preposition || !holder || tree.token(*preposition).form != key("from")) return false;
  const auto people = reading_.mentions.phrase_at(*holder);
  const auto is_they = [&](const Fill& fill) { return people && fill.phrase == *people; };
  return std::any_of(draft.perpetrators.begin(), draft.perpetrators.end(), is_they) ||
         std::any_of(draft.targets.begin(), draft.targets.end(),
                     [&](const Fill& fill) { return fill.human && is_they(fill); });
}

// "The shooting at Mercy Hospital", "the jail was shelled": not "was shot and taken to Mercy
// Hospital", "died at the hospital in Macon".
bool Drafter::puts_it_there(const Tree& tree, uint32_t place, const Draft& draft) const {
  const Telling& telling = draft.tellings.back();
  const knowledge::EventWord& word = reading_.lexicon.event_words()[telling.entry];
  const Token& trigger = tree.token(telling.trigger.last - 1);
  const bool tells = word.strength != knowledge::Strength::effect &&
                     !(reading_.lexicon.place_use(trigger.form) & knowledge::kElsewhere);
  const auto phrase = reading_.mentions.phrase_at(place);
  const auto is_target = [&](const Fill& fill) { return phrase && fill.phrase == *phrase; };
  if (std::any_of(draft.targets.begin(), draft.targets.end(), is_target)) return true;
  const auto holder = tree.parent(place);
  return tells && holder && telling.trigger.contains(*holder);
}

namespace {

// "A rocket hit the airport hours after rebels fired at a post in Syria": the airport is outside of
// what the rebels did.
bool lies_outside(const Document& document, const Tree& tree, const Telling& telling,
                  uint32_t token) {
  const uint32_t word = telling.trigger.first;
  return some_time_off(document, word) && !tree.is_under(token, word);
}

}  // namespace

void Drafter::attach_places(const Tree& tree, std::vector<Draft>& drafts, size_t first_draft) {
  const auto [first, last] = within(reading_.mentions.places, tree.sentence());
  for (size_t i = first; i < last; ++i) {
    const PlaceMention& place = reading_.mentions.places[i];
    if (reading_.in_dateline(place.tokens) || place.demonym || place.metonym ||
        place.where.precision == PlacePrecision::unknown)
      continue;
    const uint32_t head = range_head(tree, place.tokens);
    if (of_speech(tree, head) || mere_modifier(tree, place, head)) continue;
    const auto home = [&](const Draft& draft) { return is_home_of(tree, head, draft); };
    if (std::any_of(drafts.begin() + static_cast<ptrdiff_t>(first_draft), drafts.end(), home))
      continue;
    const auto phrase = reading_.mentions.phrase_at(head);
    size_t owner = drafts.size();
    double nearest = kFar;
    for (size_t d = first_draft; d < drafts.size(); ++d) {
      const uint32_t trigger = drafts[d].tellings.back().trigger.first;
      const auto holder = tree.parent(head);
      const bool elsewhere = holder && *holder != trigger && tree.token(*holder).tag == Tag::NOUN &&
                             !tree.is_under(trigger, *holder) && !tree.is_under(*holder, trigger);
      const double cost = tree.distance(trigger, head) + (elsewhere ? 3 : 0);
      const auto speaks = [&](const Fill& f) { return phrase && f.phrase == *phrase; };
      const auto& by = drafts[d].perpetrators;
      if (std::any_of(by.begin(), by.end(), speaks)) continue;
      if (place.elsewhere && !puts_it_there(tree, head, drafts[d])) continue;
      if (lies_outside(reading_.document, tree, drafts[d].tellings.back(), head)) continue;
      if (cost < nearest) nearest = cost, owner = d;
    }
    if (owner == drafts.size()) continue;
    Draft& draft = drafts[owner];
    draft.places.push_back(static_cast<uint32_t>(i));
    Telling& telling = draft.tellings.back();
    const auto precision = [&](uint32_t p) {
      return fineness(reading_.mentions.places[p].where.precision);
    };
    if (!telling.place || precision(static_cast<uint32_t>(i)) > precision(*telling.place))
      telling.place = static_cast<uint32_t>(i);
  }
}

// "The same base was targeted": a definite facility is the one named last.
void Drafter::resolve_facilities(const Tree& tree, Draft& draft) const {
  for (const Fill& fill : draft.targets) {
    const NounPhrase& phrase = reading_.mentions.phrases[fill.phrase];
    const bool own = phrase.place && reading_.mentions.places[*phrase.place].where.precision >
                                         PlacePrecision::country;
    if (own || !phrase.definite || !is_facility(reading_.document.tokens[phrase.head].lemma))
      continue;
    const size_t end = within(reading_.mentions.places, tree.sentence()).second;
    for (size_t i = end; i-- > 0 && end - i <= kPlacesBack;) {
      const PlaceMention& place = reading_.mentions.places[i];
      if (place.tokens.first >= phrase.tokens.first || !place.facility) continue;
      draft.places.push_back(static_cast<uint32_t>(i));
      Telling& telling = draft.tellings.back();
      const bool finer =
          !telling.place || fineness(reading_.mentions.places[*telling.place].where.precision) <
                                fineness(place.where.precision);
      if (finer) telling.place = static_cast<uint32_t>(i);
      return;
    }
  }
}

// A weapon that no frame took is the means of the nearest event without one.
void Drafter::attach_weapons(const Tree& tree, std::vector<Draft>& drafts, size_t first_draft) {
  const auto [first, last] = within(reading_.mentions.phrases, tree.sentence());
  for (auto p = static_cast<uint32_t>(first); p < last; ++p) {
    const NounPhrase& phrase = reading_.mentions.phrases[p];
    if (phrase.nature != Nature::weapon || !phrase.weapon) continue;
    const auto takes = [&](const Draft& d) {  // as means, or as what was hit
      const auto is_it = [&](const Fill& f) { return f.phrase == p; };
      return std::any_of(d.instruments.begin(), d.instruments.end(), is_it) ||
             std::any_of(d.targets.begin(), d.targets.end(), is_it);
    };
    if (std::any_of(drafts.begin() + static_cast<ptrdiff_t>(first_draft), drafts.end(), takes))
      continue;
    size_t owner = drafts.size();
    const std::string_view model = reading_.lexicon.weapons()[*phrase.weapon].name;
    const bool named =
        std::any_of(model.begin(), model.end(), is_upper);  // says more than "rocket"
    double nearest = named ? kFar : 5;
    for (size_t d = first_draft; d < drafts.size(); ++d) {
      const double cost = tree.distance(drafts[d].tellings.back().trigger.first, phrase.head);
      if (cost < nearest && (named || drafts[d].instruments.empty())) nearest = cost, owner = d;
    }
    const auto under = tree.parent(phrase.head);
    const auto holder = under ? reading_.mentions.phrase_at(*under) : std::nullopt;
    const auto preposition = tree.child(phrase.head, Rel::case_);
    const bool purpose =
        preposition && tree.token(*preposition).form == key("for");  // "launch sites for rockets"
    const bool part_of_target =
        purpose || (holder && reading_.mentions.phrases[*holder].nature == Nature::thing);
    if (owner == drafts.size() || part_of_target || carried_by_victim(reading_, drafts[owner], p))
      continue;
    drafts[owner].instruments.push_back(
        {p, drafts[owner].tellings.back().sentence, drafts[owner].tellings.back().voice,
         "weapon beside the event word, " + phrase.why, Effect::unknown, phrase.count});
  }
}

// "bases in Anbar and in Baghdad were hit": several places side by side are several events.
void Drafter::split_by_place(const Tree& tree, std::vector<Draft>& drafts,
                             size_t first_draft) const {
  const size_t end = drafts.size();
  for (size_t d = first_draft; d < end; ++d) {
    const auto& places = reading_.mentions.places;
    for (size_t a = 0; a < drafts[d].places.size(); ++a) {
      for (size_t b = a + 1; b < drafts[d].places.size(); ++b) {
        const uint32_t pa = drafts[d].places[a];
        const uint32_t pb = drafts[d].places[b];
        const uint32_t hb = range_head(tree, places[pb].tokens);
        uint32_t joined = hb;
        for (int step = 0; step < 4 && tree.token(joined).rel != Rel::conj && tree.parent(joined);
             ++step)
          joined = *tree.parent(joined);
        const bool coordinated =
            tree.token(joined).rel == Rel::conj && tree.parent(joined) &&
            (places[pa].tokens.contains(*tree.parent(joined)) ||
             tree.is_under(range_head(tree, places[pa].tokens), *tree.parent(joined)));
        const bool fine = places[pa].where.precision >= PlacePrecision::admin1 &&
                          places[pb].where.precision >= PlacePrecision::admin1;
        if (!coordinated || !fine || places[pa].part_of == pb || places[pb].part_of == pa) continue;
        Draft other = drafts[d];
        drafts[d].places = {pa};
        drafts[d].tellings.back().place = pa;
        other.places = {pb};
        other.tellings.back().place = pb;
        drafts.push_back(std::move(other));
        return;
      }
    }
  }
}

}  // namespace sitrep
