// The sequential half of intake: inputs to raw records, reading no further than asked.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "intake/walk.h"
#include "sitrep/result.h"

namespace sitrep {

namespace knowledge {
class Lexicon;
}

struct Channel;

struct InputOptions {
  uint64_t max_report_bytes = 16u << 20;        // of one report, before it is parsed
  const knowledge::Lexicon* lexicon = nullptr;  // page furniture, outlets; may be left out
};

// One report's bytes as they lie in the input, and where they lie.
struct RawInput {
  // The whole of a file; one JSON record of it; one item of a feed.
  enum class Kind : uint8_t { document, json, feed_item };
  Kind kind = Kind::document;
  std::string file = {};          // path as given, with names below folders
  std::string bytes = {};         // of one record, or of the whole inflated file
  std::string sidecar_file = {};  // empty: none
  std::string sidecar = {};       // its JSON
  int64_t record = 0;    // 1-based line of JSON Lines, item of a JSON array; 0: a whole file
  int64_t position = 0;  // of the record in the inflated file
  std::shared_ptr<const Channel> channel = {};  // of a feed's item
};

class RecordSource;

class RawReader {
 public:
  RawReader(std::vector<std::string> inputs, InputOptions options);
  RawReader(RawReader&&) noexcept;
  ~RawReader();

  // The next record or refusal; a refused input does not end the others. Empty: all inputs are
  // read.
  std::optional<Result<RawInput>> next();

 private:
  Result<bool> open(const std::string& file);
  Walk walk_;
  InputOptions options_;
  std::unique_ptr<RecordSource> records_;  // of the file being read
  std::string file_;
  bool any_ = false;  // something came of that file
};

}  // namespace sitrep
