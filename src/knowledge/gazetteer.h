// Populated places of the world, used in place from the knowledge file: found by the key of their
// name.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/hash.h"
#include "sitrep/result.h"

namespace sitrep::knowledge {

// One row, as it lies in the file. Strings are offsets into the gazetteer's string block.
struct GazetteerRow {
  float lat = 0, lon = 0;
  uint32_t geonames_id = 0;  // 0: not known
  uint32_t population = 0;   // 0: not known
  uint32_t name = 0;         // offset and length of the name, of the first-level division's name
  uint32_t admin1 = 0;
  uint16_t name_length = 0;
  uint16_t admin1_length = 0;
  char country[2] = {0, 0};
  char feature = 'P';  // GeoNames class: P place, A division, L area, S spot, H water, T height
  uint8_t flags = 0;   // 1: capital of a country, 2: capital of a division
};

inline constexpr uint8_t kAddedRow = 4;  // flag of a row that a user's file added

// Places that a user's files add: their indices go on behind the gazetteer's own.
struct AddedPlaces {
  std::vector<GazetteerRow> rows;
  std::string strings;
  boost::unordered_flat_map<Key, std::vector<uint32_t>> names;  // with what the gazetteer has, too
  std::vector<Key> beginnings;                                  // sorted
};

class Gazetteer {
 public:
  // `bytes` is the compiled section; it must outlive the gazetteer.
  static Result<Gazetteer> open(std::string_view bytes);
  // Rows whose name or alternative name has this phrase key (core/hash.h, extend() over normal
  // words; joining marks left out), most populous first. Indices into rows().
  std::span<const uint32_t> find(Key phrase) const;
  void fetch(Key phrase) const;  // into the cache, for a find to come
  std::span<const GazetteerRow> rows() const { return rows_; }  // without those added
  const GazetteerRow& row(uint32_t index) const {
    return index < rows_.size() ? rows_[index] : added_->rows[index - rows_.size()];
  }
  std::string_view name(const GazetteerRow& row) const {
    return strings_of(row).substr(row.name, row.name_length);
  }
  std::string_view admin1(const GazetteerRow& row) const {
    return strings_of(row).substr(row.admin1, row.admin1_length);
  }
  // Instead of what was added before.
  void set_added(std::shared_ptr<const AddedPlaces> added) { added_ = std::move(added); }
  const AddedPlaces* added() const { return added_.get(); }
  // Is some name of two words or more that begins with this word's key known? Lets a scan stop
  // early.
  bool begins(Key word) const;

 private:
  friend struct GazetteerLayout;
  struct Slot {  // open addressing over phrase keys
    Key key;
    uint32_t first;
    uint32_t count;
  };
  std::string_view strings_of(const GazetteerRow& row) const {
    return row.flags & kAddedRow ? std::string_view(added_->strings) : strings_;
  }
  std::shared_ptr<const AddedPlaces> added_;
  std::span<const GazetteerRow> rows_;
  std::span<const Slot> slots_;
  std::span<const uint32_t> lists_;
  std::span<const Key> beginnings_;  // sorted
  std::string_view strings_;
};

// Compiles rows of a TSV (`geonames_id name alternatives lat lon country admin1 population feature
// flags`) into the section that open() reads. `other_names` is the text of the dictionary
// kOtherNames (`country name admin1 aliases`), or empty; what is wrong with its rows goes to
// `problems`.
inline constexpr std::string_view kOtherNames = "city_names.tsv";
Result<std::string> compile_gazetteer(std::string_view tsv, std::string_view file,
                                      std::string_view other_names, std::vector<Error>& problems);

}  // namespace sitrep::knowledge
