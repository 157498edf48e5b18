// Who reports on their own: copies of one text, reports of one outlet, and reports that rest on
// another outlet's account are one voice with it.
#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"
#include "incidents/group.h"
#include "incidents/lineage.h"
#include "intake/near_duplicates.h"

namespace sitrep::incidents {

namespace {

// Share of all word sequences from which on one text is a copy of the other; shared quotations stay
// far below.
constexpr double kCopied = 0.35;

bool marked_as_copies(const Report& a, const Report& b) {
  if (a.duplicate_of == b.id || b.duplicate_of == a.id) return true;
  return !a.duplicate_of.empty() && a.duplicate_of == b.duplicate_of;
}

std::string name_of(const Report& report) {
  return report.outlet.empty() ? report.id : report.outlet;
}

// A report of the group with the members that are its events.
struct Teller {
  const Report* report;
  std::span<const Member> members;
};

std::vector<Teller> tellers_of(const Group& group) {
  std::vector<Teller> tellers;
  const std::span<const Member> all(group.members);
  for (size_t first = 0; first < all.size();) {
    size_t last = first + 1;
    while (last < all.size() && all[last].report() == all[first].report()) ++last;
    tellers.push_back({&all[first].coding->report, all.subspan(first, last - first)});
    first = last;
  }
  return tellers;
}

// Joins reports, and the outlets that they credit, to voices.
class Voices {
 public:
  explicit Voices(const Group& group) : outlets_(group), tellers_(tellers_of(group)) {
    for (uint32_t i = 0; i < tellers_.size(); ++i) parents_.push_back(i), reasons_.emplace_back();
    for (uint32_t i = 0; i < tellers_.size(); ++i) join_outlet(i);
    for (uint32_t i = 0; i < tellers_.size(); ++i) join_copies(i);
    for (uint32_t i = 0; i < tellers_.size(); ++i) join_credit(i);
  }

  const std::vector<Teller>& tellers() const { return tellers_; }

  // By first report. The same number for reports of one voice.
  std::vector<uint32_t> numbers() {
    std::map<uint32_t, uint32_t> numbers;
    std::vector<uint32_t> out;
    for (uint32_t i = 0; i < tellers_.size(); ++i) {
      out.push_back(numbers.try_emplace(root(i), numbers.size()).first->second);
    }
    return out;
  }

  // Where the facts come from; empty: the report's own.
  const std::string& credit(size_t report) const { return reasons_[report].outlet; }
  const std::string& reason(size_t report) const { return reasons_[report].text; }

 private:
  struct Reason {
    std::string outlet;
    std::string text;
  };

  uint32_t root(uint32_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }

  bool join(uint32_t a, uint32_t b) {
    a = root(a), b = root(b);
    parents_[std::max(a, b)] = std::min(a, b);
    return a != b;
  }

  // The node that stands for an outlet: its first report, else one behind all reports.
  uint32_t node_of(const std::string& key) {
    const auto [node, fresh] = nodes_.try_emplace(key, static_cast<uint32_t>(parents_.size()));
    if (fresh) parents_.push_back(node->second);
    return node->second;
  }

  void join_outlet(uint32_t i) {
    const std::string key = outlets_.key_of(tellers_[i].report->outlet);
    if (key.empty()) return;
    const auto [node, first] = nodes_.try_emplace(key, i);
    if (!first && join(i, node->second))
      reasons_[i].text = fmt::format("several reports of {}", name_of(*tellers_[i].report));
  }

  void join_copies(uint32_t i) {
    const Report& report = *tellers_[i].report;
    prints_.push_back(fingerprint(report.text));
    for (uint32_t j = 0; j < i; ++j) {
      if (root(i) == root(j)) continue;  // nothing more to learn
      const Report& other = *tellers_[j].report;
      const bool one =
          marked_as_copies(report, other) || similarity(prints_[i], prints_[j]) >= kCopied;
      if (one && join(i, j))
        reasons_[i].text = fmt::format("{} and {} have one text", name_of(other), name_of(report));
    }
  }

  void join_credit(uint32_t i) {
    const auto outlet = rests_on(tellers_[i].members, outlets_);
    if (!outlet) return;
    const bool joined = join(i, node_of(outlets_.key_of(*outlet)));
    reasons_[i].outlet = *outlet;
    if (joined || reasons_[i].text.empty())
      reasons_[i].text = fmt::format("{} credits {}", name_of(*tellers_[i].report), *outlet);
  }

  Outlets outlets_;
  std::vector<Teller> tellers_;
  std::vector<uint32_t> parents_;  // of reports, then of outlets without a report
  std::vector<Reason> reasons_;
  std::vector<Fingerprint> prints_;
  std::map<std::string, uint32_t> nodes_;
};

// The outlet whose own account it is: that of a report which credits nobody, else the one credited.
void name_sources(const Voices& voices, const std::vector<uint32_t>& numbers,
                  std::vector<IndependentSource>& sources) {
  for (size_t i = 0; i < numbers.size(); ++i) {
    std::string& name = sources[numbers[i]].name;
    if (name.empty() && voices.credit(i).empty()) name = voices.tellers()[i].report->outlet;
  }
  for (size_t i = 0; i < numbers.size(); ++i) {
    std::string& name = sources[numbers[i]].name;
    if (name.empty()) name = voices.credit(i);
  }
}

}  // namespace

void find_sources(Group& group) {
  Voices voices(group);
  const auto numbers = voices.numbers();
  group.voices.assign(numbers.empty() ? 0 : 1 + *std::ranges::max_element(numbers), {});
  size_t member = 0;
  for (size_t i = 0; i < numbers.size(); ++i) {
    const Teller& teller = voices.tellers()[i];
    for (size_t n = 0; n < teller.members.size(); ++n) group.members[member++].source = numbers[i];
    IndependentSource& source = group.voices[numbers[i]];
    source.reports.push_back(teller.report->id);
    const std::string& reason = voices.reason(i);
    if (!reason.empty() && std::ranges::find(source.reasons, reason) == source.reasons.end())
      source.reasons.push_back(reason);
  }
  name_sources(voices, numbers, group.voices);
  group.sources = static_cast<uint32_t>(group.voices.size());
}

}  // namespace sitrep::incidents
