// The stages before events: a report's text to its analysis, with mentions that are grounded.
#pragma once

#include <memory>

#include "events/event_model.h"
#include "events/reading.h"
#include "language/analyser.h"
#include "mentions/finder.h"
#include "sitrep/knowledge.h"

namespace sitrep {

// One per thread: keeps the memory of one report for the next. The knowledge must outlive it.
class ReportReader {
 public:
  static Result<ReportReader> create(const Knowledge& knowledge);

  // What it refers to holds until the next call, and as long as the report.
  Reading read(const Report& report);
  // Whether the report read last has no day of publication: its days are of a far year
  // (pipeline/unknown_day.h).
  bool undated() const { return undated_; }
  // The times as the report says them, without days of a far year.
  const std::vector<TimeMention>& times_said() const {
    return undated_ ? times_said_ : mentions_.times;
  }

 private:
  ReportReader(const Knowledge& knowledge, Analyser analyser)
      : knowledge_(&knowledge), analyser_(std::move(analyser)) {}
  Result<void> open_model();
  void find_all_mentions(uint32_t dateline_end);
  std::optional<Day> ground_all_times(const Report& report);

  const Knowledge* knowledge_;
  Analyser analyser_;
  std::unique_ptr<const EventModel> model_;  // null where the knowledge has none
  Document document_;
  WordFinder words_;
  Mentions mentions_;
  std::vector<TimeMention> times_said_;
  bool undated_ = false;
};

}  // namespace sitrep
