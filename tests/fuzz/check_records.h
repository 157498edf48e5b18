// What holds for every input that holds records: each gives a report or a reason, it ends, and it
// gives the same in whatever pieces its bytes come.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "check_report.h"
#include "intake/reader.h"
#include "intake/record_source.h"

namespace sitrep::fuzz {

// Bytes in pieces, as a pipe gives them.
class PieceBytes : public ByteSource {
 public:
  PieceBytes(std::string bytes, size_t piece)
      : bytes_(memory_bytes(std::move(bytes))), piece_(piece) {}
  Result<size_t> read(char* to, size_t most) override {
    return bytes_->read(to, std::min(most, piece_));
  }

 private:
  std::unique_ptr<ByteSource> bytes_;
  size_t piece_;
};

inline std::string line_of(const Result<RawInput>& raw) {
  if (!raw) return "refused " + describe(raw.error());
  return raw->file + ':' + std::to_string(raw->record) + ' ' + raw->fetched.uri + ' ' + raw->bytes;
}

// A line for each record and refusal.
inline std::vector<std::string> read_records(std::unique_ptr<ByteSource> bytes) {
  constexpr uint64_t kMostBytes = 20'000;
  std::vector<std::string> lines;
  auto records = open_records(std::move(bytes), "it", kMostBytes);
  if (!records) {
    must(!records.error().message.empty(), "a refusal gives its reason");
    return lines;
  }
  while (auto raw = (*records)->next()) {
    lines.push_back(line_of(*raw));
    if (!*raw) {
      must(!raw->error().message.empty(), "a refusal gives its reason");
      must(!raw->error().file.empty(), "a refusal names its input");
      continue;
    }
    must((*raw)->bytes.size() <= 16 * kMostBytes, "no record is larger than the limit");
    check(to_report(std::move(**raw), {}));
  }
  must(!lines.empty(), "no input is passed over in silence");
  return lines;
}

inline void same_in_pieces(const std::string& bytes) {
  const auto whole = read_records(std::make_unique<PieceBytes>(bytes, 1u << 20));
  const auto pieces = read_records(std::make_unique<PieceBytes>(bytes, 1 + bytes.size() % 61));
  must(whole == pieces, "pieces of any size give the same");
}

}  // namespace sitrep::fuzz
