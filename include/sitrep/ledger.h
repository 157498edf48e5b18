// Where reports, codings and incidents are kept: SQLite behind an interface that other stores can
// take. One Ledger per thread; any number of them may read the same file while one writes to it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sitrep/coding.h"
#include "sitrep/correction.h"
#include "sitrep/incident.h"
#include "sitrep/incident_filter.h"
#include "sitrep/incident_row.h"
#include "sitrep/knowledge.h"
#include "sitrep/result.h"

namespace sitrep {

struct BuildSummary {
  uint64_t added = 0;      // reports new to the ledger
  uint64_t known = 0;      // reports that were there already, unchanged
  uint64_t revised = 0;    // same uri, new text
  uint64_t incidents = 0;  // after reconciling
};

// What coding all reports again with other knowledge changes.
struct RecodeSummary {
  struct Fate {
    std::string incident;
    std::vector<std::string> others;  // that it is in now, or that took events of it
  };
  uint64_t coded = 0;                // reports that were coded again, to see
  std::vector<std::string> reports;  // whose coding is another now; by id
  std::vector<std::string> changed;  // incidents, by id: they stand with other content
  std::vector<std::string> arisen;   // that did not stand before
  std::vector<std::string> retired;  // that no report tells of any longer
  std::vector<Fate> merged;          // into one other
  std::vector<Fate> split;           // that lost events to others
};

// A version of a report as it came in; only the current one speaks for events.
struct ReportVersion {
  Report report;  // without what only coding needs: byline, language, captions, dateline
  bool current = false;
};

// What tells whether an incident is the one that was read before.
struct IncidentMark {
  int64_t number = 0;    // IncidentRow::number
  std::string revision;  // of its content
  bool operator==(const IncidentMark&) const = default;
};

// A report without its text.
struct ReportHead {
  std::string id;
  std::string outlet;
  std::optional<Day> published;
  std::optional<int> minute;  // of that day, where a time was given
  std::string duplicate_of;   // id of an earlier report of the same words; empty: none
};

namespace ledger {
struct Sheet;
}

// A coding made ready for a ledger, which is a good part of the work of adding it and needs no
// ledger: any number of threads may make some while one adds others.
class PackedCoding {
 public:
  PackedCoding(Coding coding, const Knowledge& knowledge);
  size_t bytes() const;  // that it takes in memory, nearly

 private:
  friend class Ledger;
  std::shared_ptr<const ledger::Sheet> sheet_;
};

class Ledger {
 public:
  enum class Access : uint8_t {
    read,
    write,
    create
  };  // create: also write; makes it when it is not there
  static Result<Ledger> open(const std::string& path, Access access);
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger();

  // Adds codings in one atomic step and reconciles. `recode` codes a report again once its
  // publication date was inferred from others. Adding a coding twice changes nothing.
  using Recode = std::function<Coding(Report)>;
  Result<BuildSummary> add(std::vector<Coding> codings, const Knowledge& knowledge,
                           const Recode& recode);
  Result<BuildSummary> add_packed(std::vector<PackedCoding> codings, const Knowledge& knowledge,
                                  const Recode& recode);

  // Writes what a person says into the log and makes the incidents anew with it, in one atomic
  // step. Gives the lines of the log that it added.
  Result<std::vector<Correction>> correct(const CorrectionOrder& order, const Knowledge& knowledge,
                                          const Recode& recode);
  // The log, by number: of one incident (its id as for incident()), or all of it for an empty id.
  Result<std::vector<Correction>> corrections(const std::string& incident) const;

  // Codes the reports again whose coding was made with other knowledge (`all`: every report) and
  // keeps what comes out differently. `recode` is called by several threads at once. In steps, each
  // of them atomic; a `dry` run changes nothing.
  enum class Scope : uint8_t { outdated, all };
  enum class Run : uint8_t { dry, real };
  struct RecodeOptions {
    Scope scope = Scope::outdated;
    Run run = Run::real;
  };
  Result<RecodeSummary> recode(const Knowledge& knowledge, const Recode& recode,
                               RecodeOptions options);

  Result<std::vector<Incident>> incidents(const IncidentFilter& filter) const;  // by day, then id
  Result<Incident> incident(
      const std::string& id) const;  // also by an unambiguous prefix of its id
  // Those of these ids that stand, in that order.
  Result<std::vector<Incident>> incidents_named(const std::vector<std::string>& ids) const;
  Result<std::vector<std::string>> incidents_of(const std::string& report) const;  // ids

  // Another number whenever another Ledger has written to the file. Of this one alone: two give
  // different numbers.
  Result<int64_t> version() const;
  Result<std::vector<IncidentMark>> marks() const;  // of all incidents, by number
  Result<std::vector<IncidentRow>> rows(
      const std::vector<int64_t>& numbers) const;  // those that stand, in that order
  // Numbers of the incidents that hold these words, as in IncidentFilter::text; in order.
  Result<std::vector<int64_t>> telling(const std::string& text) const;

  // Why an incident holds what it holds, and what came near: computed from the reports as stored.
  Result<Explanation> explain(const std::string& id, const Knowledge& knowledge) const;
  Result<std::vector<Incident>> history(
      const std::string& id) const;  // what it was before, oldest first
  Result<std::vector<Coding>> codings(
      const std::vector<std::string>& report_ids) const;  // in that order
  Result<std::vector<std::string>> report_ids() const;
  Result<int64_t> report_count() const;
  Result<std::vector<ReportHead>> report_heads(
      const std::vector<std::string>& ids) const;  // those that are there, in that order
  // All versions of a report, by an id or uri that any of them has; by publication time, the
  // current one last.
  Result<std::vector<ReportVersion>> versions(const std::string& report) const;
  Result<bool> has_report(const std::string& id, const std::string& sha256) const;

  // Reads everything; corrupt_ledger when anything is damaged.
  Result<void> check() const;

 private:
  struct State;
  Result<BuildSummary> add_sheets(std::vector<std::shared_ptr<const ledger::Sheet>> sheets,
                                  const Knowledge& knowledge, const Recode& recode);
  explicit Ledger(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sitrep
