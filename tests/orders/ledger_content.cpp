#include "orders/ledger_content.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/records_json.h"

namespace sitrep {

namespace {

using FirstMembers =
    std::map<std::string, std::string, std::less<>>;  // an incident's id to its first member

// Ids also stand inside of records that name other incidents.
void rename_incidents(std::string& line, const FirstMembers& firsts) {
  for (size_t at = line.find("\"i"); at != line.npos; at = line.find("\"i", at + 1)) {
    const size_t end = line.find('"', at + 1);
    if (end == line.npos) return;
    const auto found = firsts.find(std::string_view(line).substr(at + 1, end - at - 1));
    if (found != firsts.end()) line.replace(at + 1, end - at - 1, "incident of " + found->second);
  }
}

// Lists of other incidents stand in the order of their ids, which hang on which came first.
void sort_by_members(std::vector<std::string>& ids, const FirstMembers& firsts) {
  const auto first = [&](const std::string& id) {
    const auto found = firsts.find(id);
    return found == firsts.end() ? id : found->second;
  };
  std::ranges::sort(ids, {}, first);
}

std::string line_of(Incident incident, const FirstMembers& firsts) {
  sort_by_members(incident.background, firsts);
  sort_by_members(incident.recalls, firsts);
  incident.revision = 0;
  incident.merged_from.clear();
  std::string line;
  append_json(line, incident);
  return line;
}

}  // namespace

Result<std::vector<std::string>> content_of(const Ledger& ledger) {
  auto incidents = ledger.incidents({});
  if (!incidents) return Failure(incidents.error());
  const auto ids = ledger.report_ids();
  if (!ids) return Failure(ids.error());
  const auto codings = ledger.codings(*ids);
  if (!codings) return Failure(codings.error());
  FirstMembers firsts;
  for (const Incident& incident : *incidents)
    firsts[incident.id] = *std::ranges::min_element(incident.members);
  std::vector<std::string> lines;
  for (Incident& incident : *incidents) {
    rename_incidents(lines.emplace_back(line_of(std::move(incident), firsts)), firsts);
  }
  for (const Coding& coding : *codings) append_json(lines.emplace_back(), coding);
  std::ranges::sort(lines);
  return lines;
}

std::string difference(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  std::vector<std::string> only_one, only_other;
  std::ranges::set_difference(one, other, std::back_inserter(only_one));
  std::ranges::set_difference(other, one, std::back_inserter(only_other));
  if (only_one.empty() && only_other.empty()) return {};
  const auto first = [](const std::vector<std::string>& lines) {
    return lines.empty() ? std::string("-") : lines.front().substr(0, 3000);
  };
  return fmt::format("{} and {} of {} and {} lines differ\n< {}\n> {}", only_one.size(),
                     only_other.size(), one.size(), other.size(), first(only_one),
                     first(only_other));
}

}  // namespace sitrep
