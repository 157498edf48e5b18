// A world small enough to check by hand: reports of a few lines, and a coder that knows two towns
// and the word "bomb".
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "core/dates.h"
#include "core/records_json.h"
#include "core/sha256.h"
#include "core/text.h"
#include "sitrep/ledger.h"

namespace sitrep::ledger::test {

class Folder {
 public:
  Folder() {
    std::string path = (std::filesystem::temp_directory_path() / "sitrep-ledger-XXXXXX").string();
    path_ = mkdtemp(path.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

inline const Knowledge& knowledge() {
  static const auto opened = Knowledge::open(SITREP_BINARY_DIR "/sitrep.knowledge");
  if (!opened) throw std::runtime_error(describe(opened.error()));
  return *opened;
}

inline Evidence evidence(const Report& report, size_t at, size_t size) {
  const auto begin = static_cast<uint32_t>(at);
  return make_evidence(report.id, report.text, CodePoints(report.text),
                       {begin, static_cast<uint32_t>(begin + size)});
}

inline Where town(const std::string& name) {
  const bool velm = name == "Velm";
  return {.name = name,
          .lat = velm ? 33.3 : 36.3,
          .lon = velm ? 44.4 : 43.1,
          .country = velm ? "IQ" : "SY",
          .admin1 = "",
          .precision = PlacePrecision::city,
          .gazetteer_id = velm ? "g1" : "g2"};
}

inline Claim claim(Field field, ClaimValue value, Evidence evidence) {
  Claim out;
  out.field = field;
  out.value = std::move(value);
  out.evidence = std::move(evidence);
  return out;
}

// The first number in a text is how many were killed.
inline Quantity toll(const Report& report) {
  const size_t at = report.text.find_first_of("123456789");
  if (at == std::string::npos) return {};
  const int64_t n = report.text[at] - '0';
  return {.low = n, .best = n, .high = n, .text = report.text.substr(at, 1)};
}

// The bomb of the line that names the place.
inline size_t bomb_at(const std::string& text, const std::string& place) {
  const size_t line = text.rfind('\n', text.find(place));
  return text.find("bomb", line == std::string::npos ? 0 : line);
}

inline Event event_at(const Report& report, const std::string& place, size_t number) {
  Event event;
  event.id = "e" + std::to_string(number);
  event.type = EventType::bombing;
  if (report.published) event.when = day_when(*report.published->start, Basis::relative);
  event.where = town(place);
  event.killed = toll(report);
  const Evidence said = evidence(report, bomb_at(report.text, place), 4);
  event.triggers = {said};
  event.claims = {claim(Field::type, "bombing", said), claim(Field::where, event.where, said)};
  if (event.killed.known()) event.claims.push_back(claim(Field::killed, event.killed, said));
  for (size_t i = 0; i < event.claims.size(); ++i)
    event.claims[i].id = report.id + "/" + event.id + "/" + std::to_string(i);
  return event;
}

// One sentence a line; an event for each town named.
inline Coding code(Report report) {
  Coding coding;
  const CodePoints points(report.text);
  for (uint32_t begin = 0; begin < points.size();) {
    const size_t line = report.text.find('\n', points.byte_of(begin));
    const uint32_t end =
        line == std::string::npos ? points.size() : points.at(static_cast<uint32_t>(line));
    coding.sentences.emplace_back(begin, end);
    begin = end + 1;
  }
  for (const char* place : {"Velm", "Torb"}) {
    if (report.text.find(place) != std::string::npos)
      coding.events.push_back(event_at(report, place, coding.events.size() + 1));
  }
  coding.report = std::move(report);
  coding.knowledge_version = "test";
  return coding;
}

inline Report report(const std::string& id, const std::string& text, const std::string& day = {}) {
  Report out;
  out.id = id;
  out.uri = "news/" + id;
  out.outlet = "Outlet of " + id;
  out.text = text;
  out.sha256 = sha256_hex(text);
  if (!day.empty()) out.published = day_when(*parse_day(day), Basis::stated);
  return out;
}

inline Coding coded(const std::string& id, const std::string& text, const std::string& day = {}) {
  return code(report(id, text, day));
}

// Two bombs, one in two reports of which one is undated, a copy, a repetition of another day.
inline std::vector<Coding> six_reports() {
  const std::string market =
      "A car bomb killed 5 people at a crowded market in Velm, police said.\nShops were burned.";
  return {
      coded("a", market, "2022-01-05"),
      coded(
          "b",
          "A car bomb killed 6 people at the market in Velm.\nThe interior ministry gave the toll.",
          "2022-01-05"),
      coded("c",
            "A car bomb at a crowded market in Velm killed 7 people, a hospital said.\nShops were "
            "burned."),
      coded("d", market + "\n", "2022-01-06"),
      coded("e", "A roadside bomb killed 2 soldiers near Torb.\nNobody claimed it.", "2022-01-09"),
      coded("f", "A bomb on a bus in Velm wounded a driver.\nThe bus was empty.", "2022-03-01"),
  };
}

inline Ledger open(const std::string& path, Ledger::Access access = Ledger::Access::create) {
  auto opened = Ledger::open(path, access);
  if (!opened) throw std::runtime_error(describe(opened.error()));
  return std::move(*opened);
}

inline BuildSummary add(Ledger& ledger, const std::vector<Coding>& codings) {
  auto summary = ledger.add(codings, knowledge(), code);
  if (!summary) throw std::runtime_error(describe(summary.error()));
  return *summary;
}

// What stands in a ledger, a line for each incident, without what depends on how it came there.
inline std::vector<std::string> content(const Ledger& ledger) {
  auto found = ledger.incidents({});
  if (!found) throw std::runtime_error(describe(found.error()));
  std::vector<std::string> lines;
  for (Incident& incident : *found) {
    incident.id.clear();
    incident.revision = 0;
    incident.merged_from.clear();
    append_json(lines.emplace_back(), incident);
  }
  std::ranges::sort(lines);
  return lines;
}

}  // namespace sitrep::ledger::test
