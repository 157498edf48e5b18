// What holds for every report that intake gives, whatever the bytes were.
#pragma once

#include "fuzz.h"
#include "intake/encoding.h"
#include "sitrep/report.h"
#include "sitrep/result.h"

namespace sitrep::fuzz {

inline bool is_utf8(const std::string& text) { return valid_utf8(text) == text; }

inline void check_report(const Report& report) {
  must(!report.id.empty() && !report.uri.empty(), "a report has an id and a uri");
  must(!report.text.empty(), "a report has text");
  must(report.sha256.size() == 64, "a report has a digest");
  for (const auto* text : {&report.id, &report.uri, &report.outlet, &report.title, &report.byline,
                           &report.text, &report.dateline, &report.language}) {
    must(is_utf8(*text), "a report's strings are UTF-8");
  }
  for (const auto& caption : report.captions) must(is_utf8(caption), "captions are UTF-8");
}

inline void check(const Result<Report>& report) {
  if (report) return check_report(*report);
  must(!report.error().message.empty(), "a refusal gives its reason");
}

}  // namespace sitrep::fuzz
