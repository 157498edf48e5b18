#include "core/coding_check.h"

#include <fmt/format.h>

#include <set>
#include <string_view>

#include "core/sha256.h"
#include "core/text.h"

namespace sitrep {

namespace {

class Checker {
 public:
  explicit Checker(const Coding& coding)
      : coding_(coding), text_(coding.report.text), points_(text_) {}

  std::string run() {
    check_report(coding_.report);
    check_sentences();
    for (const TimeReading& time : coding_.times) check_time(time);
    for (const PlaceReading& place : coding_.places) check_place(place);
    for (const ActorReading& actor : coding_.actors) check_span(actor.span, "actors");
    for (const EntityReading& entity : coding_.entities) check_span(entity.span, "entities");
    check_events();
    return std::move(problem_);
  }

 private:
  void wrong(std::string_view part, std::string_view what) {
    if (problem_.empty()) problem_ = fmt::format("{}{}: {}", around_, part, what);
  }

  void check_report(const Report& report) {
    if (report.id.empty()) wrong("report", "no id");
    if (text_.empty()) wrong("text", "empty");
    if (report.published) check_when(*report.published, "report.published");
    if (!report.sha256.empty() && report.sha256 != sha256_hex(text_))
      wrong("report.sha256", "not that of the text");
  }

  void check_sentences() {
    uint32_t end = 0;
    for (const auto& [from, to] : coding_.sentences) {
      if (from < end || to < from || to > points_.size())
        return wrong("sentences", fmt::format("[{}, {}] is out of order", from, to));
      end = to;
    }
  }

  void check_span(const Evidence& span, std::string_view part) {
    if (span.report != coding_.report.id)
      return wrong(part, fmt::format("a span of the report \"{}\"", span.report));
    const auto [from, to] = std::pair(span.start, span.end);
    if (from > to || to > points_.size())
      return wrong(part, fmt::format("no span {} to {} in the text", from, to));
    const uint32_t byte = points_.byte_of(from);
    if (text_.substr(byte, points_.byte_of(to) - byte) != span.text)
      wrong(part, fmt::format("another text stands at {} to {}", from, to));
  }

  void check_spans(const std::vector<Evidence>& spans, std::string_view part) {
    for (const Evidence& span : spans) check_span(span, part);
  }

  void check_time(const TimeReading& time) {
    check_span(time.span, "times");
    if (time.when) check_when(*time.when, "times");
  }

  void check_place(const PlaceReading& place) {
    check_span(place.span, "places");
    check_where(place.where, "places");
    if (!(place.confidence >= 0 && place.confidence <= 1))
      wrong("places", "a confidence outside 0 to 1");
  }

  void check_when(const When& when, std::string_view part) {
    if (when.end && !when.start) wrong(part, "an end without a start");
    if (when.end && when.start && *when.end < *when.start) wrong(part, "ends before it starts");
  }

  void check_where(const Where& where, std::string_view part) {
    if (where.lat.has_value() != where.lon.has_value()) return wrong(part, "half a point");
    if (!where.lat) return;
    if (!(*where.lat >= -90 && *where.lat <= 90 && *where.lon >= -180 && *where.lon <= 180))
      wrong(part, "no such point on Earth");
  }

  void check_quantity(const Quantity& q, std::string_view part) {
    int64_t last = 0;
    for (const auto& number : {q.low, q.best, q.high}) {
      if (!number) continue;
      if (*number < last) return wrong(part, "low, best and high are out of order, or below 0");
      last = *number;
    }
  }

  void check_events() {
    std::set<std::string_view> ids;
    for (const Event& event : coding_.events) {
      if (event.id.empty()) wrong("events", "an event without an id");
      if (!ids.insert(event.id).second)
        wrong("events", fmt::format("a second event \"{}\"", event.id));
      around_ = fmt::format("event {}, ", event.id);
      check_event(event);
      around_.clear();
    }
  }

  void check_event(const Event& event) {
    if (event.type == EventType::any) wrong("type", "none given");
    check_when(event.when, "when");
    check_where(event.where, "where");
    for (const Perpetrator& p : event.perpetrators) check_spans(p.mentions, "perpetrators");
    check_items(event.instruments, "instruments");
    check_items(event.physical_targets, "physical_targets");
    check_items(event.human_targets, "human_targets");
    check_quantity(event.killed, "killed");
    check_quantity(event.wounded, "wounded");
    check_quantity(event.abducted, "abducted");
    check_spans(event.triggers, "triggers");
    check_claims(event);
  }

  void check_items(const std::vector<Item>& items, std::string_view part) {
    for (const Item& item : items) {
      check_quantity(item.count, part);
      check_spans(item.mentions, part);
    }
  }

  void check_claims(const Event& event) {
    std::set<std::string_view> ids;
    for (const Claim& claim : event.claims) {
      if (claim.id.empty() || !ids.insert(claim.id).second)
        wrong("claims", fmt::format("no id, or the second \"{}\"", claim.id));
      const std::string part = fmt::format("claim {}", claim.id);
      check_span(claim.evidence, part);
      check_value(claim.value, part);
    }
  }

  void check_value(const ClaimValue& value, std::string_view part) {
    if (const auto* when = std::get_if<When>(&value)) check_when(*when, part);
    if (const auto* where = std::get_if<Where>(&value)) check_where(*where, part);
    if (const auto* quantity = std::get_if<Quantity>(&value)) check_quantity(*quantity, part);
    if (const auto* item = std::get_if<Item>(&value)) check_items({*item}, part);
  }

  const Coding& coding_;
  std::string_view text_;
  CodePoints points_;
  std::string around_;  // "event e1, "
  std::string problem_;
};

}  // namespace

std::string problem_in(const Coding& coding) { return Checker(coding).run(); }

}  // namespace sitrep
