#include "language/blob.h"

namespace sitrep {

namespace {

constexpr std::string_view kMagic = "SITREPLM";
constexpr uint32_t kVersion = 1;
constexpr size_t kHeader = 40;
constexpr size_t kAlignment = 64;  // a line of the processor's cache
constexpr size_t kChecked = 32;    // what the checksum covers begins here

uint64_t checksum(std::string_view bytes) {
  uint64_t h = bytes.size() * 0x9E3779B97F4A7C15ull;
  size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    h = (h ^ load<uint64_t>(bytes.data() + i)) * 0x2545F4914F6CDD1Dull;
    h ^= h >> 32;
  }
  for (; i < bytes.size(); ++i) h = (h ^ static_cast<unsigned char>(bytes[i])) * 1099511628211ull;
  return h;
}

template <typename T>
void put(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof(T));
}

size_t aligned(size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

Failure damaged(const char* what) {
  return fail(Code::bad_knowledge, std::string("language model: ") + what);
}

}  // namespace

Result<BlobReader> BlobReader::open(std::string_view blob, BlobKind kind) {
  if (blob.size() < kHeader) return damaged("too short");
  if (blob.substr(0, 8) != kMagic) return damaged("not a model");
  if (load<uint32_t>(blob.data() + 8) != kVersion) return damaged("of another version");
  if (load<uint32_t>(blob.data() + 12) != static_cast<uint32_t>(kind)) return damaged("wrong kind");
  if (load<uint64_t>(blob.data() + 16) != blob.size()) return damaged("cut short");
  if (load<uint64_t>(blob.data() + 24) != checksum(blob.substr(kChecked)))
    return damaged("damaged");
  const uint64_t count = load<uint32_t>(blob.data() + 32);
  if (kHeader + count * 16 > blob.size()) return damaged("damaged");
  BlobReader reader;
  for (uint64_t i = 0; i < count; ++i) {
    const auto offset = load<uint64_t>(blob.data() + kHeader + i * 16);
    const auto size = load<uint64_t>(blob.data() + kHeader + i * 16 + 8);
    if (offset > blob.size() || size > blob.size() - offset) return damaged("damaged");
    reader.sections_.push_back(blob.substr(offset, size));
  }
  return reader;
}

std::string BlobWriter::finish(BlobKind kind) const {
  std::string table, data;
  put(table, static_cast<uint32_t>(sections_.size()));
  put(table, uint32_t{0});
  const size_t head = kHeader + sections_.size() * 16, start = aligned(head);
  data.resize(start - head, '\0');
  for (const std::string& section : sections_) {
    put(table, static_cast<uint64_t>(head + data.size()));
    put(table, static_cast<uint64_t>(section.size()));
    data += section;
    data.resize(aligned(head + data.size()) - head, '\0');
  }
  const std::string body = table + data;
  std::string blob(kMagic);
  put(blob, kVersion);
  put(blob, static_cast<uint32_t>(kind));
  put(blob, static_cast<uint64_t>(kChecked + body.size()));
  put(blob, checksum(body));
  return blob + body;
}

}  // namespace sitrep
