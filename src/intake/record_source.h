// The records of one open input.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "intake/byte_source.h"
#include "intake/raw_reader.h"

namespace sitrep {

class RecordSource {
 public:
  virtual ~RecordSource() = default;
  virtual std::optional<Result<RawInput>> next() = 0;
};

// Looks at the first bytes and picks the source that fits; inflates gzip on the way.
Result<std::unique_ptr<RecordSource>> open_records(std::unique_ptr<ByteSource> bytes,
                                                   const std::string& file, uint64_t max_bytes);

// Each kind by itself.
std::unique_ptr<RecordSource> json_lines(ByteWindow window, std::string file, uint64_t max_bytes);
std::unique_ptr<RecordSource> json_items(ByteWindow window, std::string file, uint64_t max_bytes);
std::unique_ptr<RecordSource> xml_feed(ByteWindow window, std::string file, uint64_t max_bytes);
Result<std::unique_ptr<RecordSource>> json_feed(ByteWindow window, const std::string& file,
                                                uint64_t max_bytes);

}  // namespace sitrep
