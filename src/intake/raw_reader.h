// The sequential half of intake: inputs to raw records, reading no further than asked.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "intake/columns.h"
#include "intake/metadata.h"
#include "intake/walk.h"
#include "sitrep/result.h"
#include "sitrep/values.h"

namespace sitrep {

namespace knowledge {
class Lexicon;
}

struct Channel;

struct InputOptions {
  uint64_t max_report_bytes = 16u << 20;        // of one report, before it is parsed
  const knowledge::Lexicon* lexicon = nullptr;  // page furniture, outlets; may be left out
  std::vector<ColumnChoice> columns = {};       // of tables: outrank columns.tsv
};

// What the wrapping of a report says, such as a mail's header: it counts where neither the record,
// nor the page, nor the text say it.
struct Hints {
  std::string title = {};
  std::string byline = {};
  std::string outlet = {};
  std::string host = {};  // of who sent it, looked up among the outlets
  std::string sent = {};  // a date, as written
  std::string made = {};  // the date of a file, as written; counts last
  std::string from = {};  // what hints so: "the mail's header"
};

// What is known of a page beside its bytes: from a WARC record and the HTTP answer in it.
struct Fetched {
  std::string uri = {};
  std::string charset = {};
  std::optional<Day> day = {};  // in UTC; it was not published much later
};

// One report's bytes as they lie in the input, and where they lie.
struct RawInput {
  // The whole of a file; one JSON record of it; one whose fields its source has read; one item of a
  // feed.
  enum class Kind : uint8_t { document, json, fields, feed_item };
  Kind kind = Kind::document;
  std::string file = {};   // path as given, with names below folders
  std::string bytes = {};  // of one record, or of the whole inflated file
  Metadata fields = {};    // instead of the bytes, for Kind::fields
  Hints hints = {};
  std::string sidecar_file = {};  // empty: none
  std::string sidecar = {};       // its JSON
  Fetched fetched = {};
  int64_t record = 0;    // 1-based line of JSON Lines, item of a JSON array, record of a WARC file;
                         // 0: a whole file
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
  bool is_whole_file(const RawInput& raw) const;
  Walk walk_;
  InputOptions options_;
  std::unique_ptr<RecordSource> records_;  // of the file being read
  std::string file_;
};

}  // namespace sitrep
