// One pass over the members of a zip or tar archive, through libarchive. zip: stored, deflate and
// what else libarchive unpacks, zip64, sizes behind the data. tar: ustar, old and GNU forms, pax.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "intake/byte_source.h"

struct archive;

namespace sitrep {

struct ArchiveMember {
  std::string name;  // UTF-8, without "./" before it and control characters in it
  bool is_file = true;
  bool is_encrypted = false;
  int64_t position = 0;  // of its header
};

class ArchiveReader {
 public:
  enum class Kind : uint8_t { zip, tar };

  // `source` stands at its beginning and outlives the reader. A zip archive is read by its central
  // directory where the source can seek and the directory is not too large to be held; else in the
  // order in which its members stand.
  // `most_held`: bytes of one member by LZMA, XZ or PPMd, whose unpacking holds all that it gave.
  ArchiveReader(ByteSource& source, Kind kind, uint64_t most_held = uint64_t{128} << 20);

  // Empty: the end. After a failure the next may still be there; see ended().
  std::optional<Result<ArchiveMember>> next();
  bool ended() const { return ended_; }

  // The bytes of the member that came last; 0: its end.
  Result<size_t> read(char* to, size_t most);

 private:
  struct Free {
    void operator()(archive* a) const;
  };
  struct Input;
  struct FreeInput {
    void operator()(Input* input) const;
  };
  Failure failure(const char* what) const;
  bool holds_all() const;

  uint64_t most_held_;
  uint64_t held_ = 0;  // of the member that came last
  std::unique_ptr<Input, FreeInput> input_;
  std::unique_ptr<archive, Free> archive_;
  bool ended_ = false;
};

}  // namespace sitrep
