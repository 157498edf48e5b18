#include "server/row_keeper.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <optional>
#include <span>

#include "core/text.h"

namespace sitrep::server {

namespace {

constexpr size_t kAtOnce = 1000;  // rows that one thread reads with one handle

// What was read before, where it is the same still.
const std::pair<std::string, RowPtr>* kept_of(const RowSet* last, const IncidentMark& mark) {
  if (!last) return nullptr;
  const auto found = last->by_number.find(mark.number);
  const bool same = found != last->by_number.end() && found->second.first == mark.revision;
  return same ? &found->second : nullptr;
}

}  // namespace

bool comes_before(const IncidentRow& a, const IncidentRow& b) {
  if (a.when.start != b.when.start) return a.when.start > b.when.start;  // none is least
  return a.id < b.id;
}

Result<RowSetPtr> RowKeeper::present() {
  const auto revision = revisions_.now();
  if (!revision) return Failure(revision.error());
  const std::lock_guard lock(mutex_);
  if (last_ && last_->revision == *revision) return last_;
  auto set = read(*revision);
  if (set) last_ = *set;
  return set;
}

// What a writer changes between two looks is read newer than `revision` says, and read again with
// the next one.
Result<RowSetPtr> RowKeeper::read(const std::string& revision) {
  auto ledger = pool_.lease();
  if (!ledger) return Failure(ledger.error());
  auto marks = (*ledger)->marks();
  if (!marks) return Failure(marks.error());
  auto set = std::make_shared<RowSet>();
  set->revision = revision;
  std::unordered_map<int64_t, std::string> changed;
  std::vector<int64_t> numbers;
  for (IncidentMark& mark : *marks) {
    if (const auto* kept = kept_of(last_.get(), mark)) {
      set->by_number.emplace(mark.number, *kept);
    } else {
      numbers.push_back(mark.number);
      changed.emplace(mark.number, std::move(mark.revision));
    }
  }
  auto rows = read_rows(numbers);
  if (!rows) return Failure(rows.error());
  for (IncidentRow& row : *rows) {
    const int64_t number = row.number;
    set->by_number[number] = {std::move(changed[number]),
                              std::make_shared<const IncidentRow>(std::move(row))};
  }
  set->rows.reserve(set->by_number.size());
  for (const auto& [number, kept] : set->by_number) set->rows.push_back(kept.second);
  std::ranges::sort(set->rows,
                    [](const RowPtr& a, const RowPtr& b) { return comes_before(*a, *b); });
  return RowSetPtr(std::move(set));
}

Result<std::vector<IncidentRow>> RowKeeper::read_rows(const std::vector<int64_t>& numbers) {
  const size_t parts = (numbers.size() + kAtOnce - 1) / kAtOnce;
  std::vector<Result<std::vector<IncidentRow>>> read(parts);
  tbb::parallel_for(size_t{0}, parts, [&](size_t i) {
    const auto some = std::span(numbers).subspan(i * kAtOnce);
    const auto part = some.first(std::min(kAtOnce, some.size()));
    auto ledger = pool_.lease();
    read[i] = ledger ? (*ledger)->rows({part.begin(), part.end()}) : Failure(ledger.error());
  });
  std::vector<IncidentRow> out;
  out.reserve(numbers.size());
  for (auto& part : read) {
    if (!part) return Failure(part.error());
    std::ranges::move(*part, std::back_inserter(out));
  }
  return out;
}

Result<std::vector<RowPtr>> RowKeeper::select(const RowSet& set, const IncidentFilter& filter) {
  std::optional<std::vector<int64_t>> telling;
  if (std::ranges::any_of(filter.text, is_word_byte)) {
    auto ledger = pool_.lease();
    if (!ledger) return Failure(ledger.error());
    auto numbers = (*ledger)->telling(filter.text);
    if (!numbers) return Failure(numbers.error());
    telling = std::move(*numbers);
  }
  const Matcher matches(filter);
  std::vector<RowPtr> out;
  for (const RowPtr& row : set.rows) {
    if (telling && !std::ranges::binary_search(*telling, row->number)) continue;
    if (matches(*row)) out.push_back(row);
  }
  return out;
}

}  // namespace sitrep::server
