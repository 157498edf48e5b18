#include "incidents/anchor.h"

#include <algorithm>
#include <set>

#include "core/dates.h"
#include "core/json.h"
#include "core/record_reader.h"
#include "core/text.h"
#include "core/values_json.h"

namespace sitrep {

namespace {

// What speaks for an event being the one that was meant. In the same text the words that tell of
// it stand where they stood, whatever is made of them. In another text two of what, where and in
// which words must be the same, and a day must not be another.
constexpr int kSameSpot = 8;
constexpr int kSameWords = 2;
constexpr int kSameType = 2;
constexpr int kSamePlace = 2;
constexpr int kSameDay = 1;
constexpr int kOtherDay = -2;
constexpr int kEnough = 4;
constexpr size_t kMostTriggers = 8;

std::string place_of(const Where& where) {
  return where.gazetteer_id.empty() ? normal(where.name) : where.gazetteer_id;
}

bool overlaps(const Evidence& a, const Evidence& b) { return a.start < b.end && b.start < a.end; }

template <typename Same>
bool shares_trigger(const Anchor& anchor, const Event& event, Same&& same) {
  return std::ranges::any_of(anchor.triggers, [&](const Evidence& then) {
    return std::ranges::any_of(event.triggers,
                               [&](const Evidence& now) { return same(then, now); });
  });
}

// Words that named the event may only be told of by it now: "the blast" as evidence of its toll.
bool tells_of(const Anchor& anchor, const Event& event) {
  return std::ranges::any_of(anchor.triggers, [&](const Evidence& then) {
    return std::ranges::any_of(event.claims,
                               [&](const Claim& claim) { return overlaps(then, claim.evidence); });
  });
}

int day_weight(const Anchor& anchor, const Event& event) {
  if (!anchor.day || !event.when.start) return 0;
  const bool within =
      *event.when.start <= *anchor.day && *anchor.day <= event.when.end.value_or(*event.when.start);
  return within ? kSameDay : kOtherDay;
}

int likeness(const Anchor& anchor, const Event& event) {
  const auto same_words = [](const Evidence& a, const Evidence& b) {
    return normal(a.text) == normal(b.text);
  };
  int sum = day_weight(anchor, event);
  if (shares_trigger(anchor, event, same_words)) sum += kSameWords;
  if (anchor.type == event.type) sum += kSameType;
  if (!anchor.place.empty() && anchor.place == place_of(event.where)) sum += kSamePlace;
  return sum;
}

int weight(const Anchor& anchor, const Coding& coding, const Event& event) {
  const int like = likeness(anchor, event);
  if (anchor.sha256 != coding.report.sha256) return like;
  if (shares_trigger(anchor, event, overlaps)) return kSameSpot + like;
  return tells_of(anchor, event) ? kEnough + like : std::min(like, kEnough - 1);
}

}  // namespace

Anchor anchor_of(const Coding& coding, const Event& event) {
  Anchor anchor{.report = coding.report.id,
                .event = event.id,
                .sha256 = coding.report.sha256,
                .type = event.type,
                .day = event.when.start,
                .place = place_of(event.where),
                .triggers = event.triggers};
  if (anchor.triggers.size() > kMostTriggers) anchor.triggers.resize(kMostTriggers);
  return anchor;
}

const Event* find_event(const Anchor& anchor, const Coding& coding) {
  const Event* best = nullptr;
  int most = kEnough - 1;
  for (const Event& event : coding.events) {
    const int sum = weight(anchor, coding, event);
    const bool as_before = event.id == anchor.event;
    if (sum < kEnough || sum < most || (sum == most && !as_before)) continue;
    best = &event;
    most = sum;
  }
  return best;
}

std::vector<std::pair<std::string, std::string>> moved_events(const Coding& from,
                                                              const Coding& to) {
  std::vector<std::pair<std::string, std::string>> out;
  std::set<std::string> taken;
  for (const Event& event : from.events) {
    const Event* now = find_event(anchor_of(from, event), to);
    if (now && taken.insert(now->id).second) out.emplace_back(event.id, now->id);
  }
  return out;
}

std::string to_json(const Anchor& anchor) {
  std::string out;
  JsonWriter w(out);
  w.begin_object();
  w.field("sha256", anchor.sha256);
  w.field("type", name(anchor.type));
  w.key("day");
  anchor.day ? w.value(iso(*anchor.day)) : w.null();
  w.field("place", anchor.place);
  w.key("triggers"), write_all(w, anchor.triggers);
  w.end_object();
  return out;
}

Result<Anchor> anchor_from_json(std::string_view json) {
  dom::parser parser;
  dom::element root;
  if (const auto error = parser.parse(json.data(), json.size()).get(root))
    return fail(Code::malformed, simdjson::error_message(error));
  Anchor anchor;
  RecordReader reader;
  reader.needed(root, "sha256", anchor.sha256);
  reader.needed(root, "type", anchor.type);
  reader.member(root, "day", anchor.day);
  reader.member(root, "place", anchor.place);
  reader.needed(root, "triggers", anchor.triggers);
  if (!reader.problem().empty()) return fail(Code::malformed, reader.problem());
  return anchor;
}

}  // namespace sitrep
