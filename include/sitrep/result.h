// How every stage reports what went wrong: a value or an Error, never a print or an exit.
#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

namespace sitrep {

// The one table of failures, shared by library, command line and server.
enum class Code : uint8_t {
  usage,           // the call itself is wrong
  not_found,       // no such file, incident or field
  unreadable,      // the file is there but could not be read
  empty_input,     // nothing in it
  binary_input,    // not text
  bad_encoding,    // bytes that no known encoding explains
  too_large,       // over a stated limit
  malformed,       // JSON, TSV or HTML that does not parse
  not_an_article,  // a consent page, an index, an error page
  bad_dictionary,  // a dictionary line that can't be used
  bad_knowledge,   // the compiled knowledge is missing, damaged or of another version
  newer_ledger,    // written by a later version
  corrupt_ledger,  // not a ledger, or damaged
  busy,            // another process is writing
  io_failed,       // disk full, permission
};

// Where in which input: `file` a path or uri, `record` a 1-based line or item (0: none), `position`
// a byte offset (-1: none).
struct Error {
  Code code = Code::malformed;
  std::string message;
  std::string file;
  int64_t record = 0;
  int64_t position = -1;
};

template <typename T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

inline Failure fail(Code code, std::string message, std::string file = {}, int64_t record = 0,
                    int64_t position = -1) {
  return Failure(Error{code, std::move(message), std::move(file), record, position});
}

// "FILE:RECORD: message (byte N)", as printed behind an input's name.
std::string describe(const Error& error);

}  // namespace sitrep
