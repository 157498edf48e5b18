#include "knowledge/gazetteer.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <map>
#include <optional>

#include "core/text.h"
#include "knowledge/lexicon_builder.h"
#include "knowledge/table.h"

namespace sitrep::knowledge {

namespace {

// Layout: counts | slots | beginnings | rows | lists | strings.
struct Counts {
  uint64_t slots = 0;  // a power of two
  uint64_t beginnings = 0;
  uint64_t rows = 0;
  uint64_t lists = 0;
  uint64_t strings = 0;
};

template <typename T>
bool take(std::string_view& bytes, uint64_t count, std::span<const T>& out) {
  if (count > bytes.size() / sizeof(T)) return false;
  out = {reinterpret_cast<const T*>(bytes.data()), static_cast<size_t>(count)};
  bytes.remove_prefix(count * sizeof(T));
  return true;
}

template <typename T>
void append(std::string& out, const std::vector<T>& items) {
  out.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
}

template <typename T>
bool number(std::string_view cell, T& value) {
  return !cell.empty() && std::from_chars(cell.data(), cell.data() + cell.size(), value).ptr ==
                              cell.data() + cell.size();
}

// What compile_gazetteer collects before it is laid out.
struct Draft {
  std::vector<GazetteerRow> rows;
  std::map<Key, std::vector<uint32_t>> names;
  std::vector<Key> beginnings;
  std::map<std::string, uint32_t, std::less<>> offsets;
  std::string strings;

  uint32_t intern(std::string_view text) {
    const auto found = offsets.find(text);
    if (found != offsets.end()) return found->second;
    const auto at = static_cast<uint32_t>(strings.size());
    strings += text;
    offsets.emplace(text, at);
    return at;
  }

  void add_name(std::string_view text, uint32_t row) {
    const std::vector<Key> words = phrase_words(text);
    if (words.empty()) return;
    Key whole = kNoKey;
    for (const Key word : words) whole = extend(whole, word);
    auto& list = names[whole];
    if (std::find(list.begin(), list.end(), row) == list.end()) list.push_back(row);
    if (words.size() > 1) beginnings.push_back(words.front());
  }

  bool take_name(std::string_view text, uint32_t row) {
    const auto found = names.find(phrase_key(text));
    const bool taken = found != names.end() && std::erase(found->second, row) > 0;
    if (taken && found->second.empty()) names.erase(found);
    return taken;
  }
};

std::string add_row(Draft& draft, std::span<const std::string_view> c) {
  GazetteerRow row;
  if (!number(c[0], row.geonames_id) || !number(c[3], row.lat) || !number(c[4], row.lon) ||
      !number(c[7], row.population) || !number(c[9], row.flags)) {
    return "a number is missing or malformed";
  }
  if (c[1].empty() || c[5].size() != 2 || c[8].size() != 1)
    return "name, country or feature is missing";
  row.name = draft.intern(c[1]);
  row.name_length = static_cast<uint16_t>(c[1].size());
  row.admin1 = draft.intern(c[6]);
  row.admin1_length = static_cast<uint16_t>(c[6].size());
  c[5].copy(row.country, 2);
  row.feature = c[8][0];
  const auto index = static_cast<uint32_t>(draft.rows.size());
  draft.rows.push_back(row);
  draft.add_name(c[1], index);
  for (const auto alternative : split(c[2], '|')) draft.add_name(alternative, index);
  return {};
}

// The most populous place of this name in the country and, where it says one, the division.
std::optional<uint32_t> row_called(const Draft& draft, std::string_view country,
                                   std::string_view name, std::string_view admin1) {
  const auto found = draft.names.find(phrase_key(name));
  if (found == draft.names.end()) return {};
  std::optional<uint32_t> best;
  for (const uint32_t index : found->second) {
    const GazetteerRow& row = draft.rows[index];
    const std::string_view division(draft.strings.data() + row.admin1, row.admin1_length);
    const bool fits = std::string_view(row.country, 2) == country && row.feature == 'P' &&
                      (admin1.empty() || normal(division) == normal(admin1));
    if (fits && (!best || row.population > draft.rows[*best].population)) best = index;
  }
  return best;
}

std::string add_other_names(Draft& draft, std::span<const std::string_view> c) {
  const auto row = row_called(draft, c[0], c[1], c[2]);
  if (!row)
    return fmt::format("the gazetteer has no '{}' in {}{}{}", c[1], c[2], c[2].empty() ? "" : ", ",
                       c[0]);
  for (const auto name : split(c[3], '|')) {
    if (!name.starts_with('-'))
      draft.add_name(name, *row);
    else if (!draft.take_name(name.substr(1), *row))
      return fmt::format("'{}' is not called '{}'", c[1], name.substr(1));
  }
  return {};
}

}  // namespace

struct GazetteerLayout {
  static std::string bytes(Draft& draft) {
    std::sort(draft.beginnings.begin(), draft.beginnings.end());
    draft.beginnings.erase(std::unique(draft.beginnings.begin(), draft.beginnings.end()),
                           draft.beginnings.end());
    std::vector<Gazetteer::Slot> slots(std::bit_ceil(draft.names.size() * 3 / 2 + 2),
                                       {kNoKey, 0, 0});
    std::vector<uint32_t> lists;
    for (auto& [name, rows] : draft.names) {
      std::stable_sort(rows.begin(), rows.end(), [&](uint32_t a, uint32_t b) {
        return draft.rows[a].population > draft.rows[b].population;
      });
      size_t i = name & (slots.size() - 1);
      while (slots[i].key != kNoKey) i = (i + 1) & (slots.size() - 1);
      slots[i] = {name, static_cast<uint32_t>(lists.size()), static_cast<uint32_t>(rows.size())};
      lists.insert(lists.end(), rows.begin(), rows.end());
    }
    const Counts counts{slots.size(), draft.beginnings.size(), draft.rows.size(), lists.size(),
                        draft.strings.size()};
    std::string out(reinterpret_cast<const char*>(&counts), sizeof counts);
    append(out, slots);
    append(out, draft.beginnings);
    append(out, draft.rows);
    append(out, lists);
    return out + draft.strings;
  }
};

Result<Gazetteer> Gazetteer::open(std::string_view bytes) {
  Counts counts;
  Gazetteer g;
  if (bytes.size() < sizeof counts) return fail(Code::bad_knowledge, "the gazetteer is cut short");
  std::memcpy(&counts, bytes.data(), sizeof counts);
  bytes.remove_prefix(sizeof counts);
  const bool whole = std::has_single_bit(counts.slots) && take(bytes, counts.slots, g.slots_) &&
                     take(bytes, counts.beginnings, g.beginnings_) &&
                     take(bytes, counts.rows, g.rows_) && take(bytes, counts.lists, g.lists_) &&
                     counts.strings <= bytes.size();
  if (!whole) return fail(Code::bad_knowledge, "the gazetteer is cut short");
  g.strings_ = bytes.substr(0, counts.strings);
  return g;
}

std::span<const uint32_t> Gazetteer::find(Key phrase) const {
  if (added_) {
    if (const auto found = added_->names.find(phrase); found != added_->names.end())
      return found->second;
  }
  if (slots_.empty()) return {};
  const size_t mask = slots_.size() - 1;
  for (size_t i = phrase & mask; slots_[i].key != kNoKey; i = (i + 1) & mask) {
    if (slots_[i].key == phrase) return lists_.subspan(slots_[i].first, slots_[i].count);
  }
  return {};
}

void Gazetteer::fetch(Key phrase) const {
  if (!slots_.empty()) __builtin_prefetch(&slots_[phrase & (slots_.size() - 1)]);
}

bool Gazetteer::begins(Key word) const {
  if (std::binary_search(beginnings_.begin(), beginnings_.end(), word)) return true;
  return added_ && std::binary_search(added_->beginnings.begin(), added_->beginnings.end(), word);
}

Result<std::string> compile_gazetteer(std::string_view tsv, std::string_view file,
                                      std::string_view other_names, std::vector<Error>& problems) {
  Draft draft;
  std::vector<Error> faults;
  read_table(
      file, tsv, "geonames_id name alternatives lat lon country admin1 population feature flags",
      [&](const Row& row) { return add_row(draft, row.cells); }, faults);
  if (!faults.empty()) return Failure(faults.front());
  read_table(
      kOtherNames, other_names, "country name admin1 aliases",
      [&](const Row& row) { return add_other_names(draft, row.cells); }, problems);
  return GazetteerLayout::bytes(draft);
}

}  // namespace sitrep::knowledge
