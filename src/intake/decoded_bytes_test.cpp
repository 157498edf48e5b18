#include "intake/decoded_bytes.h"

#include <gtest/gtest.h>

#include "intake/test_packing.h"

namespace sitrep {
namespace {

using namespace std::string_literals;

constexpr Packing kAll[] = {Packing::gzip, Packing::zlib,  Packing::deflate, Packing::brotli,
                            Packing::zstd, Packing::bzip2, Packing::xz};

std::string noise(size_t size) {
  std::string out;
  uint32_t state = 12345;
  while (out.size() < size) {
    state = state * 1664525 + 1013904223;
    out += "abcdefghijklmnopqrstuvwxyz     "[state >> 27];
  }
  return out;
}

std::unique_ptr<ByteSource> decoded(const std::string& bytes, Packing packing) {
  return decoded_bytes(memory_bytes(bytes),
                       {packing, "it", std::make_shared<Growth>(bytes.size())});
}

struct Drained {
  std::string bytes;
  std::vector<Error> errors;
};

// All of it, behind damage too, in pieces of `piece` bytes.
Drained drain(ByteSource& source, size_t piece = 1000) {
  Drained drained;
  std::string buffer(piece, '\0');
  for (;;) {
    const auto got = source.read(buffer.data(), buffer.size());
    if (!got) {
      drained.errors.push_back(got.error());
      if (!source.resume()) return drained;
    } else if (*got == 0) {
      return drained;
    } else {
      drained.bytes.append(buffer, 0, *got);
    }
  }
}

TEST(DecodedBytes, EachPackingGivesItsTextBack) {
  for (const std::string& text : {""s, "x"s, noise(1000), noise(400'000)}) {
    for (const Packing packing : kAll) {
      for (const size_t piece : {size_t{7}, size_t{70'000}}) {
        const auto drained = drain(*decoded(packed(text, packing), packing), piece);
        EXPECT_EQ(drained.bytes.size(), text.size()) << name_of(packing);
        EXPECT_TRUE(drained.bytes == text && drained.errors.empty()) << name_of(packing);
      }
    }
  }
}

TEST(DecodedBytes, WhatIsCutGivesWhatItHasAndThenFails) {
  const std::string text = noise(400'000);
  for (const Packing packing : kAll) {
    std::string cut = packed(text, packing);
    cut.resize(cut.size() * 3 / 4);
    const auto drained = drain(*decoded(cut, packing));
    EXPECT_TRUE(text.starts_with(drained.bytes)) << name_of(packing);
    EXPECT_EQ(drained.errors.size(), 1u) << name_of(packing);
    EXPECT_GE(drained.bytes.size(), packing == Packing::bzip2 ? 0u : 100'000u) << name_of(packing);
  }
}

TEST(DecodedBytes, MembersBehindEachOtherAreOneStream) {
  for (const Packing packing : {Packing::gzip, Packing::zstd, Packing::bzip2, Packing::xz}) {
    const std::string two = packed("one", packing) + packed("two", packing);
    for (const std::string& end : {""s, std::string(700, '\0'), "rubbish"s}) {
      const auto drained = drain(*decoded(two + end, packing));
      EXPECT_EQ(drained.bytes, "onetwo") << name_of(packing);
      EXPECT_TRUE(drained.errors.empty()) << name_of(packing);
    }
  }
}

TEST(DecodedBytes, ReadingGoesOnBehindADamagedMember) {
  for (const Packing packing : {Packing::gzip, Packing::zstd, Packing::bzip2}) {
    const std::string first = packed(noise(2000), packing);
    std::string bad = packed(noise(3000), packing);
    for (size_t i = bad.size() / 2; i < bad.size() / 2 + 9; ++i)
      bad[i] = static_cast<char>(~bad[i]);
    const auto drained = drain(*decoded(first + bad + packed("the end", packing), packing));
    EXPECT_EQ(drained.errors.size(), 1u) << name_of(packing);
    EXPECT_TRUE(drained.bytes.starts_with(noise(2000))) << name_of(packing);
    EXPECT_TRUE(drained.bytes.ends_with("the end")) << name_of(packing);
    EXPECT_GE(drained.errors[0].position, static_cast<int64_t>(first.size()));
    EXPECT_LE(drained.errors[0].position, static_cast<int64_t>(first.size() + bad.size()));
  }
}

// As pzstd writes them, before each member.
TEST(DecodedBytes, SkippableFramesOfZstd) {
  const std::string skip = "\x50\x2A\x4D\x18\x04\0\0\0abcd"s;
  const auto drained =
      drain(*decoded(skip + zstd("one") + skip + zstd("two") + skip, Packing::zstd));
  EXPECT_EQ(drained.bytes, "onetwo");
  EXPECT_TRUE(drained.errors.empty());
}

// The member before the rubbish is sound, and the source says so.
TEST(DecodedBytes, RubbishBetweenMembersIsDamageOfNeither) {
  const auto source = decoded(gzip("one") + "rubbish" + gzip("two"), Packing::gzip);
  std::string buffer(100, '\0');
  EXPECT_EQ(source->read(buffer.data(), 100), 3u);
  EXPECT_FALSE(source->read(buffer.data(), 100).has_value());
  EXPECT_TRUE(source->whole());
  EXPECT_TRUE(source->resume());
  EXPECT_EQ(source->read(buffer.data(), 100), 3u);
  EXPECT_EQ(buffer.substr(0, 3), "two");
}

TEST(DecodedBytes, AWrongChecksumIsFoundOut) {
  std::string bad = gzip("one");
  bad[bad.size() - 6] = static_cast<char>(bad[bad.size() - 6] ^ 1);
  const auto source = decoded(bad, Packing::gzip);
  const auto drained = drain(*source);
  EXPECT_EQ(drained.errors.size(), 1u);
  EXPECT_FALSE(source->whole());
}

TEST(DecodedBytes, CanBeReadAgain) {
  const std::string text = noise(300'000);
  const auto source = decoded(gzip(text), Packing::gzip);
  std::string buffer(100'000, '\0');
  ASSERT_TRUE(source->read(buffer.data(), buffer.size()).has_value());
  ASSERT_TRUE(source->seek(0));
  EXPECT_EQ(drain(*source).bytes, text);
  EXPECT_FALSE(source->seek(5));
}

TEST(DecodedBytes, ABombIsRefusedForGood) {
  const std::string bomb = gzip(std::string(40u << 20, 'a'));
  const auto drained = drain(*decoded(bomb + gzip("x"), Packing::gzip), 1u << 20);
  ASSERT_EQ(drained.errors.size(), 1u);
  EXPECT_EQ(drained.errors[0].code, Code::too_large);
  EXPECT_LT(drained.bytes.size(), 18u << 20);
}

TEST(DecodedBytes, AZstdStreamThatBeginsWithItsDictionary) {
  const std::string dictionary = noise(5000);
  std::string raw = "\x5D\x2A\x4D\x18";
  for (const int shift : {0, 8, 16, 24}) raw += static_cast<char>(dictionary.size() >> shift);
  raw += dictionary;
  std::string squeezed = "\x5D\x2A\x4D\x18";
  const std::string frame = zstd(dictionary);
  for (const int shift : {0, 8, 16, 24}) squeezed += static_cast<char>(frame.size() >> shift);
  squeezed += frame;
  const std::string text = noise(4000);
  const std::string records = zstd(text, dictionary) + zstd("x", dictionary);
  EXPECT_LT(records.size(), 200u);  // the dictionary is needed
  for (const auto& head : {raw, squeezed}) {
    const auto drained = drain(*decoded(head + records, Packing::zstd));
    EXPECT_TRUE(drained.errors.empty());
    EXPECT_TRUE(drained.bytes == text + "x");
  }
  EXPECT_EQ(drain(*decoded("\x5D\x2A\x4D\x18\xFF\xFF\xFF\x7Fxxxx", Packing::zstd)).errors[0].code,
            Code::too_large);
}

}  // namespace
}  // namespace sitrep
