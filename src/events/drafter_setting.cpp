// Of a sentence's drafts: which places and weapons belong to which.
#include <algorithm>

#include "core/text.h"
#include "events/carried.h"
#include "events/drafter.h"
#include "events/over_whom.h"
#include "events/place_tie.h"
#include "events/roles.h"
#include "events/setting.h"

namespace sitrep {

namespace {

constexpr size_t kPlacesBack = 200;  // place mentions searched for what "the base" is

constexpr Key kFacilities[] = {key("base"),    key("site"),     key("compound"),     key("camp"),
                               key("airport"), key("facility"), key("installation"), key("airbase"),
                               key("station"), key("barracks"), key("post"),         key("outpost"),
                               key("embassy"), key("prison"),   key("refinery"),     key("plant"),
                               key("port"),    key("field")};

bool is_facility(Key lemma) {
  return std::find(std::begin(kFacilities), std::end(kFacilities), lemma) != std::end(kFacilities);
}

int fineness(PlacePrecision precision) { return static_cast<int>(precision); }

}  // namespace

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
  const auto preposition = tree.child(head, Rel::case_);
  if (preposition && tree.token(*preposition).form == key("for"))
    return true;  // "spying for Israel"
  const auto phrase = reading_.mentions.phrase_at(head);
  return phrase && !place.tokens.contains(reading_.mentions.phrases[*phrase].head);
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
  const auto is_target = [&](const Fill& fill) {  // not "the Houston native was killed"
    return phrase && fill.phrase == *phrase && !fill.human;
  };
  if (std::any_of(draft.targets.begin(), draft.targets.end(), is_target)) return true;
  const auto holder = tree.parent(place);
  return tells && holder && telling.trigger.contains(*holder);
}

void Drafter::attach_places(const Tree& tree, std::vector<Draft>& drafts, size_t first_draft) {
  const auto [first, last] = within(reading_.mentions.places, tree.sentence());
  for (size_t i = first; i < last; ++i) {
    const PlaceMention& place = reading_.mentions.places[i];
    if (reading_.in_dateline(place.tokens) || place.demonym || place.metonym || place.locates ||
        place.where.precision == PlacePrecision::unknown)
      continue;
    const uint32_t head = range_head(tree, place.tokens);
    if (of_speech(reading_, tree, head) || mere_modifier(tree, place, head)) continue;
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
    const auto p = static_cast<uint32_t>(i);
    draft.places.push_back(p);
    if (!puts_event_there(reading_, tree, place, head, draft)) draft.loose.push_back(p);
    place_by(draft, p);
  }
  for (size_t d = first_draft; d < drafts.size(); ++d)
    drafts[d].over = stopped_by(reading_, tree, drafts[d]);
}

// The place of its own before one that stands beside it, and the finest of them.
void Drafter::place_by(Draft& draft, uint32_t place) const {
  Telling& telling = draft.tellings.back();
  const auto rank = [&](uint32_t p) {
    return std::pair(!draft.loosely(p), fineness(reading_.mentions.places[p].where.precision));
  };
  if (!telling.place || rank(place) > rank(*telling.place)) telling.place = place;
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
      place_by(draft, static_cast<uint32_t>(i));
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
        if (!drafts[d].loosely(pa) || !drafts[d].loosely(pb)) drafts[d].loose.clear();
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
