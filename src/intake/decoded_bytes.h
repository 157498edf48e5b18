// What a compressed source unpacks to, in pieces.
#pragma once

#include <memory>
#include <string>

#include "intake/byte_source.h"
#include "intake/decoder.h"

namespace sitrep {

// How much one input has grown by unpacking, over all its layers. Text never packs better than 250
// times; deflate ends at 1032.
class Growth {
 public:
  explicit Growth(uint64_t packed = 0) : packed_(packed) {}
  void add_packed(uint64_t bytes) { packed_ += bytes; }
  void take_back(uint64_t bytes) { unpacked_ -= bytes; }  // it is read again from the start
  // False: it grows like a bomb.
  [[nodiscard]] bool add_unpacked(uint64_t bytes) {
    unpacked_ += bytes;
    return !beyond_measure();
  }
  bool beyond_measure() const { return unpacked_ > kFree && unpacked_ / kRatio > packed_; }
  // Of archives; false: there are too many.
  [[nodiscard]] bool add_member() { return ++members_ <= kMostMembers; }

 private:
  static constexpr uint64_t kFree = 16u << 20;  // growth is looked at only beyond so much
  static constexpr uint64_t kRatio = 250;
  static constexpr uint64_t kMostMembers = 10'000'000;
  uint64_t packed_ = 0;
  uint64_t unpacked_ = 0;
  uint64_t members_ = 0;
};

// The same bytes, counted into `growth` as packed: all at once where the size is known, so that
// what is read twice counts once.
std::unique_ptr<ByteSource> counted_bytes(std::unique_ptr<ByteSource> source,
                                          std::shared_ptr<Growth> growth);

struct PackedInput {
  Packing packing = Packing::gzip;
  std::string file;  // for failures; their position is in the packed bytes
  std::shared_ptr<Growth> growth;
};

// Of one or many members. Zeros behind the last are padding, other bytes are passed over if no
// member stands behind them. After damage it resumes at the next gzip, zstd or bzip2 member.
std::unique_ptr<ByteSource> decoded_bytes(std::unique_ptr<ByteSource> source, PackedInput packed);

}  // namespace sitrep
