// zip and tar archives of inputs, from files and through pipes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/dates.h"
#include "intake/archive_reader.h"
#include "intake/record_source.h"
#include "intake/test_archive.h"
#include "intake/test_folder.h"
#include "intake/test_packing.h"
#include "intake/test_reading.h"

namespace sitrep {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

const std::vector<std::string> kFormats = {"zip", "ustar", "gnutar", "pax"};

std::string story(const std::string& town) {
  return "Bridge shelled near " + town + "\n\nGunners shelled a bridge near the town of " + town +
         " on Monday, killing two guards.\n\nNobody claimed the attack.\n";
}

std::string paragraphs() {
  std::string out;
  for (const auto* town : {"Velm", "Orz", "Q"}) out += "<p>" + story(town) + "</p>";
  return out;
}

class PipeBytes : public ByteSource {
 public:
  explicit PipeBytes(std::string bytes) : bytes_(memory_bytes(std::move(bytes))) {}
  Result<size_t> read(char* to, size_t most) override { return bytes_->read(to, most); }

 private:
  std::unique_ptr<ByteSource> bytes_;
};

// What comes of the bytes as a file on disk, called "a".
Read from_file(const std::string& bytes) {
  const TestFolder folder;
  Read read = read_all({folder.write("a", bytes)});
  const auto shorten = [&](std::string& name) {
    if (name.starts_with(folder.path())) name.erase(0, folder.path().size() + 1);
  };
  for (auto& report : read.reports) shorten(report.uri);
  for (auto& error : read.errors) shorten(error.file);
  return read;
}

// The same through a pipe.
Read from_pipe(const std::string& bytes) {
  Read read;
  const InputOptions options;
  const auto records =
      open_records(std::make_unique<PipeBytes>(bytes), "a", options.max_report_bytes);
  if (!records) {
    read.errors.push_back(records.error());
    return read;
  }
  while (auto raw = (*records)->next()) {
    auto report = *raw ? to_report(std::move(**raw), options) : Failure(raw->error());
    if (report) read.reports.push_back(std::move(*report));
    if (!report) read.errors.push_back(report.error());
  }
  return read;
}

std::vector<std::string> uris(const Read& read) {
  std::vector<std::string> out;
  for (const auto& report : read.reports) out.push_back(report.uri);
  return out;
}

std::vector<std::string> refused(const Read& read) {
  std::vector<std::string> out;
  for (const auto& error : read.errors) out.push_back(error.file + ": " + error.message);
  return out;
}

TEST(Archive, EachMemberIsAnInputByItself) {
  const std::string long_name =
      "deep/" + std::string(180, 'n') + "/" + std::string(90, 'f') + ".txt";
  for (const auto& format : kFormats) {
    Members members = {
        {"top/", ""},
        {"top/page.html", "<html><body><article>" + paragraphs() + "</article></body></html>"},
        {"./top/lines.jsonl",
         "{\"id\":\"x\",\"text\":\"Shots were fired.\"}\n{\"text\":\"A guard fell.\"}\n"},
        {"top/.hidden.txt", story("Hid")},
        {"__MACOSX/._b.txt", "junk"},
        {"b.gz", gzip(story("Orz"))}};
    if (format != "ustar") members.emplace_back(long_name, story("Deep"));
    const std::string bytes = made_archive(format, members);
    for (const Read& read :
         {from_file(bytes), from_pipe(bytes), from_file(gzip(bytes)), from_pipe(zstd(bytes))}) {
      std::vector<std::string> expected = {"a#top/page.html", "a#top/lines.jsonl#x",
                                           "a#top/lines.jsonl#2", "a#b.gz"};
      if (format != "ustar") expected.push_back("a#" + long_name);
      EXPECT_EQ(uris(read), expected) << format;
      EXPECT_THAT(refused(read), ElementsAre()) << format;
    }
  }
}

TEST(Archive, StoredMembersOfAZipAndNamesBeyondAscii) {
  const std::string name =
      "Nachrichten/\xC3\x9C"
      "bersicht.txt";
  for (const auto& format : {"zip"s, "pax"s}) {
    const std::string bytes =
        made_archive(format, {{name, story("Velm")}, {"bad\x01\xFF.txt", story("Orz")}},
                     format == "zip" ? "compression=store" : "");
    for (const Read& read : {from_file(bytes), from_pipe(bytes)}) {
      EXPECT_THAT(uris(read), ElementsAre("a#" + name, "a#bad?\uFFFD.txt"));
    }
  }
}

TEST(Archive, ARefusedMemberIsNamedAndTheRestRead) {
  for (const auto& format : kFormats) {
    const std::string bytes = made_archive(format, {{"one.txt", story("Velm")},
                                                    {"empty.txt", ""},
                                                    {"p.png", "\x89PNG\r\n\x1A\n"},
                                                    {"end.txt", story("Orz")}});
    for (const Read& read : {from_file(bytes), from_pipe(bytes)}) {
      EXPECT_THAT(uris(read), ElementsAre("a#one.txt", "a#end.txt"));
      EXPECT_THAT(refused(read),
                  ElementsAre("a#empty.txt: no text in it", "a#p.png: a PNG picture"));
    }
  }
}

TEST(Archive, ADamagedMemberOfAZipIsRefused) {
  Members members = {{"one.txt", story("Velm")}, {"two.txt", ""}, {"end.txt", story("Orz")}};
  for (int i = 0; i < 300; ++i) members[1].second += story("T" + std::to_string(i * 7919 % 1000));
  std::string bytes = made_archive("zip", members);
  const size_t two = bytes.find("two.txt");
  for (size_t i = two + 200; i < two + 230; ++i) bytes[i] = static_cast<char>(~bytes[i]);
  const Read read = from_file(bytes);
  EXPECT_THAT(uris(read), ElementsAre("a#one.txt", "a#end.txt"));
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].file, "a#two.txt");
  EXPECT_EQ(read.errors[0].code, Code::malformed);
}

TEST(Archive, ADamagedHeaderOfATarCostsOneMember) {
  std::string bytes = made_archive(
      "ustar", {{"one.txt", story("Velm")}, {"two.txt", story("Q")}, {"end.txt", story("Orz")}});
  bytes[bytes.find("two.txt") + 150] = 'x';
  for (const Read& read : {from_file(bytes), from_pipe(bytes)}) {
    EXPECT_THAT(uris(read), ElementsAre("a#one.txt", "a#end.txt"));
    ASSERT_EQ(read.errors.size(), 1u);
    EXPECT_EQ(read.errors[0].file, "a");
    EXPECT_EQ(read.errors[0].record, 2);
  }
}

TEST(Archive, WhatBreaksOffKeepsTheMembersBefore) {
  for (const auto& format : kFormats) {
    const std::string bytes = made_archive(format, {{"one.txt", story("Velm")},
                                                    {"two.txt", story(std::string(5000, 'x'))},
                                                    {"end.txt", story("Orz")}});
    const std::string cut = bytes.substr(0, bytes.find("two.txt") + 700);
    for (const Read& read : {from_file(cut), from_pipe(cut)}) {
      EXPECT_THAT(uris(read), testing::Contains("a#one.txt")) << format;
      if (format == "zip") continue;  // 5,000 equal letters are packed into less than what is left
      EXPECT_THAT(uris(read), ElementsAre("a#one.txt")) << format;
      EXPECT_GE(read.errors.size(), 1u) << format;
    }
  }
}

TEST(Archive, SidecarsWorkAsInFolders) {
  const std::string sidecar = R"({"outlet":"A Post","published":"2011-03-04"})";
  for (const auto& format : kFormats) {
    for (const auto& name : {"in/story.meta.json", "in/story.txt.meta.json"}) {
      const std::string first = made_archive(
          format, {{name, sidecar}, {"in/story.txt", story("Velm")}, {"other.txt", story("Orz")}});
      const std::string last = made_archive(
          format, {{"in/story.txt", story("Velm")}, {"other.txt", story("Orz")}, {name, sidecar}});
      for (const Read& read :
           {from_file(first), from_pipe(first), from_file(last), from_file(gzip(last))}) {
        ASSERT_EQ(read.reports.size(), 2u);
        EXPECT_EQ(read.reports[0].outlet, "A Post") << format;
        EXPECT_EQ(iso(*read.reports[0].published->start), "2011-03-04");
        EXPECT_EQ(read.reports[1].outlet, "");
        EXPECT_TRUE(read.errors.empty());
      }
      EXPECT_EQ(from_pipe(last).reports.size(), 2u);
    }
  }
}

TEST(Archive, BadSidecarsAreRefusedByName) {
  const std::string bytes = made_archive("zip", {{"a.txt", story("Velm")},
                                                 {"a.meta.json", "{"},
                                                 {"b.meta.json", std::string((1u << 20) + 9, ' ')},
                                                 {"b.txt", story("Orz")}});
  const Read read = from_file(bytes);
  EXPECT_THAT(uris(read), ElementsAre("a#b.txt"));
  EXPECT_THAT(refused(read), ElementsAre("a#b.meta.json: a sidecar of more than 1 MiB",
                                         HasSubstr("a#a.meta.json: ")));
}

TEST(Archive, ArchivesInArchivesEndAtThree) {
  std::string bytes = story("Velm");
  std::string name = "story.txt";
  for (int depth = 1; depth <= 4; ++depth) {
    bytes = made_archive(depth % 2 ? "zip" : "pax", {{name, bytes}, {"beside.txt", story("Orz")}});
    name = "inner" + std::to_string(depth);
    const Read read = from_file(bytes);
    if (depth < 4) {
      EXPECT_EQ(read.reports.size(), static_cast<size_t>(depth) + 1);
      EXPECT_TRUE(read.errors.empty());
    } else {
      EXPECT_EQ(read.reports.size(), 3u);
      EXPECT_THAT(refused(read),
                  ElementsAre("a#inner3#inner2#inner1: archives in archives, more than 3 deep"));
    }
    if (depth == 3) {
      EXPECT_EQ(read.reports[0].uri, "a#inner2#inner1#story.txt");
    }
  }
}

TEST(Archive, ABombIsRefusedAndEndsItsInput) {
  Members members;
  for (int i = 0; i < 60; ++i)
    members.emplace_back(std::to_string(i) + ".txt", std::string(1u << 20, 'a'));
  const std::string bytes = made_archive("zip", members);
  ASSERT_LT(bytes.size(), 100'000u);
  const std::string nested = made_archive("zip", {{"in.zip", bytes}});
  for (const Read& read : {from_file(bytes), from_pipe(bytes), from_file(nested)}) {
    EXPECT_LT(read.reports.size(), 30u);
    ASSERT_EQ(read.errors.size(), 1u);
    EXPECT_EQ(read.errors[0].code, Code::too_large);
    EXPECT_THAT(read.errors[0].message, HasSubstr("grows without measure"));
  }
}

TEST(Archive, AMemberLargerThanAReportIsRefused) {
  const std::string bytes = made_archive(
      "pax", {{"big.txt", std::string((16u << 20) + 1, 'x')}, {"b.txt", story("Orz")}});
  for (const Read& read : {from_file(bytes), from_pipe(bytes)}) {
    EXPECT_THAT(uris(read), ElementsAre("a#b.txt"));
    ASSERT_EQ(read.errors.size(), 1u);
    EXPECT_EQ(read.errors[0].file, "a#big.txt");
  }
}

TEST(Archive, EncryptedMembersAreRefused) {
  const std::string bytes =
      made_archive("zip", {{"one.txt", story("Velm")}}, "encryption=zipcrypt");
  for (const Read& read : {from_file(bytes), from_pipe(bytes)}) {
    EXPECT_THAT(refused(read), ElementsAre("a#one.txt: it is encrypted"));
  }
}

// Python's zipfile made it: one.txt by LZMA, two.txt by deflate.
std::string zip_with_lzma() {
  constexpr std::string_view kHex =
      "504b03043f0002000e0000002158747c99397c00000084000000070000006f6e652e747874090405005d"
      "0000800000211c8926585dee9e7fdf71e32045b60a34074c3931484f76f1a3d8a624a674e8cd34dad405"
      "65e1b9e57f58674b2a7145602a86ccb386ffbbc79a5e133411c98f740a5ddd96cfebcfecc2bea9a0181f"
      "e058422650684f5f629c2e9613b4bbac89cf8587ec4a5dde8836a028d35fff85ef8000504b0304140000"
      "00080000002158cb39d91568000000820000000700000074776f2e7478743dccc10dc2400c44d1bbab98"
      "02508ae0c209a8c189cd6615634bbb8ea2503d0424cef3e69f5b95a2e8b39aa9c0951beeed457459ddb5"
      "f5ffc2187ff44b7256646c8e781c1ce1b8860bef272cd5ac7a416e81b272933e10dd620cd93119d7e727"
      "76dc3993a765a037504b01023f033f0002000e0000002158747c99397c00000084000000070000000000"
      "0000000000008001000000006f6e652e747874504b0102140314000000080000002158cb39d915680000"
      "00820000000700000000000000000000008001a100000074776f2e747874504b05060000000002000200"
      "6a0000002e0100000000";
  std::string bytes;
  for (size_t i = 0; i < kHex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(std::string(kHex.substr(i, 2)), nullptr, 16));
  return bytes;
}

TEST(Archive, LzmaIsUnpackedUpToWhatMayBeHeld) {
  EXPECT_EQ(from_file(zip_with_lzma()).reports.size(), 2U);
  const auto bytes = memory_bytes(zip_with_lzma());
  ArchiveReader reader(*bytes, ArchiveReader::Kind::zip, 50);
  std::string to(1000, ' ');
  ASSERT_TRUE(reader.next().value());
  EXPECT_EQ(reader.read(to.data(), to.size()).error().code, Code::too_large);
  ASSERT_TRUE(reader.next().value());
  EXPECT_GT(reader.read(to.data(), to.size()).value(), 50U);  // by deflate, which holds 32 KiB
}

TEST(Archive, DocumentsThatAreZipInsideAreNamed) {
  const Members word = {{"word/document.xml", story("Velm")}, {"[Content_Types].xml", "<Types/>"}};
  const Read office = from_file(made_archive("zip", word));
  EXPECT_THAT(refused(office), ElementsAre("a: an Office document"));
  EXPECT_TRUE(office.reports.empty());
  const Members odt = {{"mimetype", "application/vnd.oasis.opendocument.text"},
                       {"content.xml", story("V")}};
  for (const Read& read :
       {from_file(made_archive("zip", odt)), from_pipe(made_archive("zip", odt))}) {
    EXPECT_THAT(refused(read), ElementsAre("a: an OpenDocument file or EPUB book"));
    EXPECT_TRUE(read.reports.empty());
  }
  const Read beside = from_file(
      made_archive("zip", {{"r.docx", made_archive("zip", word)}, {"b.txt", story("Orz")}}));
  EXPECT_THAT(uris(beside), UnorderedElementsAre("a#r.docx#word/document.xml", "a#b.txt"));
}

TEST(Archive, AnArchiveOfNothing) {
  for (const auto& bytes : {made_archive("zip", {}), made_archive("zip", {{"in/", ""}}),
                            made_archive("pax", {{"in/", ""}})}) {
    const Read read = from_file(bytes);
    ASSERT_EQ(read.errors.size(), 1u);
    EXPECT_EQ(read.errors[0].code, Code::empty_input);
  }
}

TEST(Archive, AWarcFileInATar) {
  const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + story("Velm");
  const std::string warc =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://n.example/1\r\nContent-Type: "
      "application/http\r\nContent-Length: " +
      std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
  const Read read = from_file(made_archive(
      "ustar", {{"c.warc.gz", gzip(warc)}, {"bad.warc", warc.substr(0, warc.size() - 90)}}));
  EXPECT_THAT(uris(read), ElementsAre("https://n.example/1"));
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].file, "a#bad.warc");
  EXPECT_EQ(read.errors[0].record, 1);
}

}  // namespace
}  // namespace sitrep
