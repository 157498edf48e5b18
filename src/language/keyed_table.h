// A closed hash table in a section of a model: entries with a 32-bit `key` and a mark `used`.
//
// An entry lies in its home slot or the next free one behind it; the slot at the end is never used,
// so that every search ends, and its key is the number of home slots.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "language/blob.h"

namespace sitrep {

template <typename Entry>
class KeyedTable {
 public:
  static Result<KeyedTable> open(std::string_view section) {
    KeyedTable table;
    table.slots_ = Packed<Entry>(section);
    const size_t n = table.slots_.size();
    const bool sound = n > 0 && section.size() % sizeof(Entry) == 0 && !table.slots_[n - 1].used;
    if (!sound) return fail(Code::bad_knowledge, "language model: table damaged");
    table.home_ = std::min<size_t>(table.slots_[n - 1].key, n - 1);
    return table;
  }

  // The order of the entries does not matter; of two with one key either may be found.
  static std::string pack(std::vector<Entry> entries) {
    const size_t home = entries.size() * 3 / 2 + 1;
    std::vector<Entry> slots(home);
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.key < b.key; });
    for (Entry entry : entries) {
      size_t at = slot_of(entry.key, home);
      while (at < slots.size() && slots[at].used) ++at;
      if (at >= slots.size()) slots.resize(at + 1);
      entry.used = 1;
      slots[at] = entry;
    }
    slots.resize(slots.size() + 1);
    slots.back().key = static_cast<uint32_t>(home);
    return std::string(reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof(Entry));
  }

  // Into the cache, for a find to come.
  void fetch(uint32_t key) const {
    if (slots_.size() > 0) __builtin_prefetch(slots_.address(slot_of(key, home_)));
  }

  // What is not there comes back as an empty entry, not `used`.
  Entry find(uint32_t key) const {
    if (slots_.size() == 0) return {};
    const size_t last = slots_.size() - 1;
    for (size_t at = slot_of(key, home_); at < last; ++at) {
      const Entry entry = slots_[at];
      if (!entry.used) break;
      if (entry.key == key) return entry;
    }
    return {};
  }

  // Slots, used or not, for checking them.
  size_t slots() const { return slots_.size(); }
  Entry slot(size_t i) const { return slots_[i]; }

 private:
  static size_t slot_of(uint32_t key, size_t home) {
    return static_cast<size_t>((uint64_t{key} * home) >> 32);
  }

  Packed<Entry> slots_;
  size_t home_ = 0;
};

}  // namespace sitrep
