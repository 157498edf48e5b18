#include "incidents/face.h"

#include <algorithm>
#include <set>

#include "core/dates.h"
#include "core/text.h"

namespace sitrep::incidents {

namespace {

constexpr size_t kStoryWords = 96;
constexpr size_t kContextWords = 48;
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

void add_target(Face& face, const Item& item) {
  if (!item.name.empty()) face.target_names.push_back(word_key(item.name));
  const auto words = words_in(item.description.empty() ? item.name : item.description);
  if (!words.empty()) face.target_heads.push_back(word_key(words.back()));
}

void add_targets(Face& face, const Event& event) {
  for (const Item& item : event.human_targets) add_person(face, item), add_target(face, item);
  for (const Item& item : event.physical_targets) add_target(face, item);
  std::ranges::sort(face.target_names);
  std::ranges::sort(face.target_heads);
}

void add_weapons(Face& face, const Event& event) {
  for (const Item& item : event.instruments) {
    face.weapons.push_back({key(item.kind), reach(item.kind), item.count});
  }
}

void set_when(Face& face) {
  face.when = face.event->when;
  face.soft = face.when.basis == Basis::inferred;
  if (face.when.known() || face.event->phase != Phase::news || !face.story->published) return;
  const Day day = *face.story->published;
  face.when = {.start = day - kNewsReach,
               .end = day,
               .precision = DatePrecision::week,
               .basis = Basis::inferred};
  face.soft = true;
}

// The text of the sentences that an event's evidence lies in.
std::string told_in(const Coding& coding, const Event& event, const CodePoints& points) {
  std::set<uint32_t> places;
  for (const Evidence& e : event.triggers) places.insert(e.start);
  for (const Claim& c : event.claims) places.insert(c.evidence.start);
  std::string text;
  for (const auto& [begin, end] : coding.sentences) {
    const auto first = places.lower_bound(begin);
    if (first == places.end() || *first >= end || end > points.size()) continue;
    const uint32_t from = points.byte_of(begin);
    text.append(coding.report.text, from, points.byte_of(end) - from).append("\n");
  }
  return text;
}

Face make_face(const Story& story, uint32_t report, const Event& event, std::string_view context,
               const knowledge::Lexicon& lexicon) {
  Face face;
  face.event = &event;
  face.story = &story;
  face.report = report;
  face.id = story.coding->report.id + "/" + event.id;
  face.placed = pinpointed(event.where);
  set_when(face);
  add_targets(face, event);
  add_weapons(face, event);
  face.context = weigh(context, kContextWords, lexicon);
  return face;
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

std::vector<Story> make_stories(std::span<const Coding* const> codings, const knowledge::Lexicon& lexicon) {
  std::vector<Story> stories;
  stories.reserve(codings.size());
  for (const Coding* coding : codings) {
    Story story;
    story.coding = coding;
    story.words = weigh(coding->report.text, kStoryWords, lexicon);
    story.published = published_day(coding->report);
    story.news = static_cast<size_t>(
        std::ranges::count(coding->events, Phase::news, [](const Event& e) { return e.phase; }));
    stories.push_back(std::move(story));
  }
  return stories;
}

std::vector<Face> make_faces(const std::vector<Story>& stories, const knowledge::Lexicon& lexicon) {
  std::vector<Face> faces;
  for (uint32_t r = 0; r < stories.size(); ++r) {
    const Coding& coding = *stories[r].coding;
    const CodePoints points(coding.report.text);
    std::vector<const Event*> events;
    for (const Event& event : coding.events) events.push_back(&event);
    std::ranges::sort(events, {}, [](const Event* e) { return e->id; });
    for (const Event* event : events) {
      faces.push_back(make_face(stories[r], r, *event, told_in(coding, *event, points), lexicon));
    }
  }
  return faces;
}

}  // namespace sitrep::incidents
