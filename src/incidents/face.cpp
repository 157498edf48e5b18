#include "incidents/face.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/dates.h"
#include "core/text.h"
#include "incidents/names.h"
#include "intake/near_duplicates.h"

namespace sitrep::incidents {

namespace {

constexpr size_t kStoryWords = 96;
constexpr size_t kContextWords = 48;
constexpr size_t kMarks = 6;
constexpr size_t kNames = 24;
constexpr size_t kRoads = 8;
constexpr size_t kRareNames = 16;
constexpr size_t kMostTargets = 48;     // every pair of two events' targets is looked at
constexpr float kTellingShare = 0.05F;  // of reports that have the word
// A new event without a day happened in the days before its report.
constexpr std::chrono::days kNewsReach{3};

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  for (const auto word : split(text, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

Key word_key(std::string_view word) { return key(normal(word)); }

void add_person(Face& face, const Item& item) {
  const auto words = words_in(item.name);
  if (words.empty()) return;
  face.people.push_back({key(normal(item.name)), word_key(words.back())});
}

void add_target(Face& face, const Item& item, bool person, const knowledge::Lexicon& lexicon) {
  if (!item.name.empty()) face.target_names.push_back(word_key(item.name));
  const auto words = words_in(item.description.empty() ? item.name : item.description);
  if (words.empty()) return;
  const Key head = word_key(words.back());
  face.targets.push_back({head, item.kind.empty() ? kNoKey : key(item.kind), person,
                          lexicon.share(head) < kTellingShare});
}

void add_targets(Face& face, const Event& event, const knowledge::Lexicon& lexicon) {
  for (const Item& item : event.human_targets) {
    add_person(face, item);
    add_target(face, item, true, lexicon);
    face.hurt += item.count.best.value_or(1);
  }
  for (const Item& item : event.physical_targets) add_target(face, item, false, lexicon);
  std::ranges::sort(face.target_names);
  std::ranges::sort(face.targets, {}, [](const TargetKey& t) {
    return std::tuple(t.head, t.kind, t.person, t.telling);
  });
  if (face.targets.size() > kMostTargets) face.targets.resize(kMostTargets);
}

Quantity bare(const Quantity& q) {
  return {.low = q.low, .best = q.best, .high = q.high, .text = {}};
}

void add_weapons(Face& face, const Event& event) {
  for (const Item& item : event.instruments) {
    face.weapons.push_back({key(item.kind), reach(item.kind), bare(item.count)});
  }
}

void add_doers(Face& face, const Event& event) {
  for (const Perpetrator& p : event.perpetrators) {
    face.doers.push_back(
        {party_key(p.party), p.status == Status::reported || p.status == Status::claimed});
  }
}

void set_when(Face& face, const Event& event) {
  face.when = event.when;
  face.dated = precise(event.when);
  face.soft = face.when.basis == Basis::inferred;
  if (face.when.known() || face.phase != Phase::news || !face.story->published) return;
  const Day day = *face.story->published;
  face.when = {.start = day - kNewsReach,
               .end = day,
               .precision = DatePrecision::week,
               .basis = Basis::inferred};
  face.soft = true;
}

Key key_or_none(std::string_view text) { return text.empty() ? kNoKey : key(normal(text)); }

Spot spot_of(const Where& where) {
  return {.lat = where.lat,
          .lon = where.lon,
          .name = key_or_none(where.name),
          .country = key_or_none(where.country),
          .admin1 = key_or_none(where.admin1),
          .gazetteer = key_or_none(where.gazetteer_id),
          .precision = where.precision};
}

using Sentence = std::pair<uint32_t, uint32_t>;

// The sentences that an event's evidence lies in.
std::vector<Sentence> sentences_of(const Coding& coding, const Event& event,
                                   const CodePoints& points) {
  std::set<uint32_t> places;
  for (const Evidence& e : event.triggers) places.insert(e.start);
  for (const Claim& c : event.claims) places.insert(c.evidence.start);
  std::vector<Sentence> out;
  for (const auto& [begin, end] : coding.sentences) {
    const auto first = places.lower_bound(begin);
    if (first != places.end() && *first < end && end <= points.size()) out.emplace_back(begin, end);
  }
  return out;
}

std::string text_of(const Coding& coding, const std::vector<Sentence>& sentences,
                    const CodePoints& points) {
  std::string text;
  for (const auto& [begin, end] : sentences) {
    const uint32_t from = points.byte_of(begin);
    text.append(coding.report.text, from, points.byte_of(end) - from).append("\n");
  }
  return text;
}

// Of one sentence, which says where it was.
std::optional<uint32_t> item_of(const Event& event, const std::vector<Sentence>& sentences) {
  if (sentences.size() != 1) return std::nullopt;
  const auto placed = [](const Claim& c) { return c.field == Field::where; };
  if (std::ranges::none_of(event.claims, placed)) return std::nullopt;
  return sentences.front().first;
}

void add_words(std::vector<Key>& keys, std::string_view text) {
  std::string word;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_word_byte(text[i])) {
      word.push_back(text[i]);
    } else if (!word.empty()) {
      keys.push_back(word_key(word));
      word.clear();
    }
  }
}

// Words of names that are weighed elsewhere, or that say nothing of an event: who speaks of it
// speaks of others.
std::vector<Key> names_apart(const Coding& coding, const Event& event) {
  std::vector<Key> keys;
  add_words(keys, event.where.name);
  add_words(keys, coding.report.outlet);
  for (const Perpetrator& p : event.perpetrators) add_words(keys, p.party.name);
  for (const Claim& claim : event.claims) {
    if (claim.speaker) add_words(keys, claim.speaker->party.name);
  }
  return keys;
}

Face make_face(const Coding& coding, const std::shared_ptr<const Story>& story, const Event& event,
               const knowledge::Lexicon& lexicon) {
  Face face;
  face.event = event.id;
  face.order = key(coding.report.id + "/" + event.id);
  face.report = key(coding.report.id);
  face.story = story;
  face.type = event.type;
  face.phase = event.phase;
  face.outcome = event.outcome;
  face.placed = pinpointed(event.where);
  face.where = spot_of(event.where);
  face.killed = bare(event.killed);
  face.wounded = bare(event.wounded);
  face.abducted = bare(event.abducted);
  set_when(face, event);
  add_targets(face, event, lexicon);
  add_weapons(face, event);
  add_doers(face, event);
  return face;
}

// Whether a report speaks of it in its headline or first sentences.
bool opens(const Event& event) {
  constexpr uint32_t kOpening = 300;  // code points
  return std::ranges::any_of(event.claims,
                             [](const Claim& claim) { return claim.evidence.start < kOpening; });
}

// The event that a report says most of, where what it opens with counts twice; null where it tells
// of none.
const Event* main_event(const Coding& coding) {
  const auto weight = [](const Event& e) {
    return std::tuple(e.phase == Phase::news, !custody(e.type),
                      e.claims.size() * (opens(e) ? 2 : 1));
  };
  const auto most = std::ranges::max_element(coding.events, {}, weight);
  return most == coding.events.end() ? nullptr : &*most;
}

template <typename Value>
void sort_out(std::vector<Value>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

void add_setting(Story& story, const Coding& coding) {
  for (const TimeReading& time : coding.times) {
    const bool day = time.when && precise(*time.when) && time.when->start == time.when->end;
    if (day) story.days.push_back(*time.when->start);
  }
  for (const PlaceReading& place : coding.places) {
    const Key entry = key_or_none(place.where.gazetteer_id);
    if (pinpointed(place.where) && entry != kNoKey) story.places.push_back(entry);
  }
  sort_out(story.days);
  sort_out(story.places);
}

Story make_story(const Coding& coding, const knowledge::Lexicon& lexicon) {
  Story story;
  story.words = weigh(coding.report.text, kStoryWords, lexicon);
  story.published = published_day(coding.report);
  const auto& said = coding.report.published;
  story.undated = !story.published || said->basis == Basis::inferred;
  add_setting(story, coding);
  story.marks = least_runs(coding.report.text, kMarks,
                           [&](std::string_view word) { return hardly_told(word, lexicon); });
  return story;
}

// Is it nothing but a list of what happened? A sentence that tells of two events is no item of one.
bool lists(const std::vector<Face>& faces) {
  constexpr size_t kList = 3;
  std::set<uint32_t> told;
  const auto own = [&](const Face& face) { return face.item && told.insert(*face.item).second; };
  return faces.size() >= kList && std::ranges::all_of(faces, own);
}

}  // namespace

bool precise(const When& when) {
  return when.known() && when.precision != DatePrecision::unknown &&
         when.precision <= DatePrecision::day;
}

bool pinpointed(const Where& where) {
  return where.lat && where.lon && where.precision >= PlacePrecision::city;
}

std::optional<Day> published_day(const Report& report) {
  return report.published ? report.published->start : std::nullopt;
}

std::vector<const Event*> events_by_id(const Coding& coding) {
  std::vector<const Event*> events;
  for (const Event& event : coding.events) events.push_back(&event);
  std::ranges::sort(events, {}, [](const Event* e) -> const std::string& { return e->id; });
  return events;
}

Sketch make_sketch(const Coding& coding, const knowledge::Lexicon& lexicon) {
  Sketch sketch;
  sketch.id = coding.report.id;
  const auto story = std::make_shared<Story>(make_story(coding, lexicon));
  sketch.story = story;
  const CodePoints points(coding.report.text);
  const Event* main = main_event(coding);
  for (const Event* event : events_by_id(coding)) {
    sketch.faces.push_back(make_face(coding, sketch.story, *event, lexicon));
    sketch.faces.back().leads = event == main;
    const auto sentences = sentences_of(coding, *event, points);
    const std::string told = text_of(coding, sentences, points);
    sketch.faces.back().item = item_of(*event, sentences);
    sketch.faces.back().context = weigh(told, kContextWords, lexicon);
    sketch.faces.back().rare_names =
        rare_names(told, kRareNames, names_apart(coding, *event), lexicon);
    const bool alone = coding.events.size() == 1;
    const std::string& named_in = alone ? coding.report.text : told;
    sketch.faces.back().names = proper_names(named_in, kNames);
    sketch.faces.back().roads = road_names(named_in, kRoads, lexicon);
  }
  story->lists = lists(sketch.faces);
  return sketch;
}

}  // namespace sitrep::incidents
