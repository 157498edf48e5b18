// The records of one open input.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "intake/archive_reader.h"
#include "intake/byte_source.h"
#include "intake/columns.h"
#include "intake/decoded_bytes.h"
#include "intake/raw_reader.h"

namespace sitrep {

class RecordSource {
 public:
  virtual ~RecordSource() = default;
  virtual std::optional<Result<RawInput>> next() = 0;
};

// Where an input lies, and what holds for all that lies in it.
struct InputPlace {
  std::string file = {};                // what its refusals call it
  uint64_t max_bytes = 0;               // of one report
  int depth = 0;                        // inputs round it: mails, archives
  Columns columns = {};                 // of tables
  std::shared_ptr<Growth> growth = {};  // of the input that lies in no other; empty: this is it
};

// Looks at the first bytes and picks the source that fits; unpacks on the way. A source that gives
// nothing else refuses the input as empty.
Result<std::unique_ptr<RecordSource>> open_records(std::unique_ptr<ByteSource> bytes,
                                                   InputPlace place);

// Of an input that lies in no other.
Result<std::unique_ptr<RecordSource>> open_records(std::unique_ptr<ByteSource> bytes,
                                                   const std::string& file, uint64_t max_bytes);

// Each kind by itself.
std::unique_ptr<RecordSource> warc_records(ByteWindow window, InputPlace place,
                                           std::optional<Error> damage_before = {});
std::unique_ptr<RecordSource> archive_records(std::unique_ptr<ByteSource> bytes,
                                              ArchiveReader::Kind kind, InputPlace place);
std::unique_ptr<RecordSource> json_lines(ByteWindow window, std::string file, uint64_t max_bytes);
std::unique_ptr<RecordSource> json_items(ByteWindow window, std::string file, uint64_t max_bytes);
std::unique_ptr<RecordSource> xml_feed(ByteWindow window, std::string file, uint64_t max_bytes);
Result<std::unique_ptr<RecordSource>> json_feed(ByteWindow window, const std::string& file,
                                                uint64_t max_bytes);

}  // namespace sitrep
