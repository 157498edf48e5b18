// whole_reports LEDGER: 0 and the number of its reports, where each is there with its coding and
// each of its events in one incident; 1 with what is amiss.
#include <fmt/format.h>

#include <map>

#include "sitrep/ledger.h"

namespace {

using namespace sitrep;  // NOLINT(google-build-using-namespace): a program

using Counts = std::map<std::string, int>;  // how many incidents hold an event

Result<Counts> members(const Ledger& ledger) {
  const auto incidents = ledger.incidents({});
  if (!incidents) return Failure(incidents.error());
  Counts counts;
  for (const Incident& incident : *incidents) {
    for (const std::string& member : incident.members) ++counts[member];
  }
  return counts;
}

Result<std::string> amiss(const Ledger& ledger, size_t& reports) {
  auto counts = members(ledger);
  if (!counts) return Failure(counts.error());
  const auto ids = ledger.report_ids();
  if (!ids) return Failure(ids.error());
  const auto codings = ledger.codings(*ids);
  if (!codings) return Failure(codings.error());
  reports = codings->size();
  for (const Coding& coding : *codings) {
    for (const Event& event : coding.events) {
      const std::string member = coding.report.id + '/' + event.id;
      const int held = (*counts)[member];
      if (held != 1) return fmt::format("{} incidents hold {}", held, member);
      counts->erase(member);
    }
  }
  if (counts->empty()) return std::string();
  return fmt::format("{} is in an incident, but in no report", counts->begin()->first);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "whole_reports LEDGER\n");
    return 2;
  }
  auto ledger = Ledger::open(argv[1], Ledger::Access::read);
  if (!ledger) {
    fmt::print(stderr, "{}\n", describe(ledger.error()));
    return 1;
  }
  size_t reports = 0;
  const auto checked = ledger->check();
  const auto problem = checked ? amiss(*ledger, reports) : Failure(checked.error());
  if (!problem || !problem->empty()) {
    fmt::print(stderr, "{}: {}\n", argv[1], problem ? *problem : describe(problem.error()));
    return 1;
  }
  fmt::print("{}\n", reports);
  return 0;
}
