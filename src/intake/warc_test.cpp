// WARC files as crawlers write them, and as they break.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "core/dates.h"
#include "intake/test_folder.h"
#include "intake/test_packing.h"
#include "intake/test_reading.h"

namespace sitrep {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;

std::string page(const std::string& town, const std::string& extra = {}) {
  return "<!doctype html><html><head><title>Bridge shelled near " + town + "</title>" + extra +
         "</head><body><article><h1>Bridge shelled near " + town +
         "</h1><p>Gunners shelled a bridge near the town of " + town +
         " on Monday, killing two guards, officials said.</p><p>Nobody claimed the attack, and the "
         "mayor " +
         "asked for help from the capital.</p></article></body></html>";
}

struct Made {
  std::string type = "response";
  std::string uri = "https://news.example/a";
  std::string media = "application/http; msgtype=response";
  std::string date = "2024-10-16T04:05:06Z";
  std::string end = "\r\n\r\n";
  int64_t length_off = 0;  // what its Content-Length says too much
};

std::string record(const std::string& block, const Made& made = {}) {
  return "WARC/1.0\r\nWARC-Type: " + made.type + "\r\nWARC-Target-URI: " + made.uri +
         "\r\nWARC-Date: " + made.date +
         "\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: " + made.media +
         "\r\nContent-Length: " +
         std::to_string(static_cast<int64_t>(block.size()) + made.length_off) + "\r\n\r\n" + block +
         made.end;
}

std::string answer(const std::string& body,
                   const std::string& fields = "Content-Type: text/html\r\n",
                   const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body;
}

std::string info() {
  return record("software: test\r\n", {.type = "warcinfo", .media = "application/warc-fields"});
}

std::string three(const std::string& middle) {
  return record(answer(page("Velm")), {.uri = "https://news.example/1"}) + middle +
         record(answer(page("Orz")), {.uri = "https://news.example/3"});
}

std::vector<std::string> uris(const Read& read) {
  std::vector<std::string> out;
  for (const auto& report : read.reports) out.push_back(report.uri);
  return out;
}

Read read_warc(const std::string& bytes, InputOptions options = {}) {
  const TestFolder folder;
  return read_all({folder.write("crawl", bytes)}, options);
}

TEST(Warc, AnswersAreReportsOfTheirAddress) {
  const Read read = read_warc(
      info() +
      record("GET / HTTP/1.1\r\n\r\n",
             {.type = "request", .media = "application/http; msgtype=request"}) +
      record(answer(page("Velm")), {.uri = "https://news.example/a"}) +
      record("fetchTimeMs: 20", {.type = "metadata", .media = "application/warc-fields"}));
  EXPECT_TRUE(read.errors.empty());
  ASSERT_EQ(read.reports.size(), 1u);
  EXPECT_EQ(read.reports[0].uri, "https://news.example/a");
  EXPECT_EQ(read.reports[0].title, "Bridge shelled near Velm");
  EXPECT_THAT(read.reports[0].text, HasSubstr("the mayor asked for help"));
  EXPECT_FALSE(read.reports[0].published);
}

TEST(Warc, AnAddressIsUtf8) {
  const Read read =
      read_warc(record(answer(page("Velm")), {.uri = "https://news.example/\xE9t\xE9"}));
  ASSERT_EQ(read.reports.size(), 1u);
  EXPECT_EQ(read.reports[0].uri, "https://news.example/\uFFFDt\uFFFD");
}

TEST(Warc, EachPackingWholeAndByRecord) {
  const std::vector<std::string> records = {
      info(), record(answer(page("Velm")), {.uri = "https://n.example/1"}),
      record(answer(page("Orz")), {.uri = "https://n.example/2"})};
  for (const Packing packing : {Packing::gzip, Packing::zstd, Packing::bzip2, Packing::xz}) {
    std::string by_record;
    std::string all;
    for (const auto& one : records) {
      by_record += packed(one, packing);
      all += one;
    }
    for (const auto& bytes : {by_record, packed(all, packing)}) {
      const Read read = read_warc(bytes);
      EXPECT_TRUE(read.errors.empty()) << name_of(packing);
      EXPECT_THAT(uris(read), ElementsAre("https://n.example/1", "https://n.example/2"));
    }
  }
}

TEST(Warc, ResourcesAndConversionsOfTextAreRead) {
  const std::string text =
      "Bridge shelled near Velm\n\nGunners shelled a bridge near Velm on Monday, killing two.\n";
  const Read read = read_warc(
      record(text,
             {.type = "conversion", .uri = "https://news.example/wet", .media = "text/plain"}) +
      record(page("Orz"),
             {.type = "resource", .uri = "<https://news.example/res>", .media = "text/html"}) +
      record("notes of the crawl",
             {.type = "resource", .uri = "metadata://gnu.org/log", .media = "text/plain"}) +
      record(
          "User-agent: *",
          {.type = "resource", .uri = "https://news.example/robots.txt", .media = "text/plain"}) +
      record("20240101 1.2.3.4", {.uri = "dns:news.example", .media = "text/dns"}));
  EXPECT_TRUE(read.errors.empty());
  EXPECT_THAT(uris(read), ElementsAre("https://news.example/wet", "https://news.example/res"));
}

TEST(Warc, WhatIsNothingToReadIsCountedNotListed) {
  std::string bytes = record(answer(page("Velm")));
  for (int i = 0; i < 40; ++i) {
    bytes += record(
        answer("gone", "Content-Type: text/html\r\n", i < 30 ? "404 Not Found" : "301 Moved"));
    bytes += record(answer("body { color: red }", "Content-Type: text/css\r\n"));
  }
  bytes += record(answer("{\"a\":1}", "Content-Type: application/ld+json; charset=utf-8\r\n"));
  const Read read = read_warc(bytes);
  EXPECT_EQ(read.reports.size(), 1u);
  ASSERT_EQ(read.errors.size(), 2u);
  EXPECT_THAT(
      read.errors[0].message,
      HasSubstr("answers without success, passed over, by HTTP status: 40 (404: 30, 301: 10)"));
  EXPECT_THAT(
      read.errors[1].message,
      HasSubstr(
          "records that are no text, passed over: 41 (text/css: 40, application/ld+json: 1)"));
}

TEST(Warc, BodiesAreUnpacked) {
  const std::string html = page("Velm");
  const auto coded = [&](const std::string& coding, const std::string& body) {
    return record(answer(body, "Content-Type: text/html\r\nContent-Encoding: " + coding + "\r\n"));
  };
  std::string chunks;
  for (size_t at = 0; at < html.size(); at += 100) {
    const std::string piece = html.substr(at, 100);
    char size[16];
    snprintf(size, sizeof size, "%zx", piece.size());
    chunks += size + ";x=y\r\n"s + piece + "\r\n";
  }
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  const std::string fine[] = {
      coded("gzip", gzip(html)),
      coded("deflate", packed(html, Packing::zlib)),
      coded("deflate", packed(html, Packing::deflate)),
      coded("br", brotli(html)),
      coded("zstd", zstd(html)),
      coded("br, gzip", gzip(brotli(html))),
      record(answer(chunks + "0\r\n\r\n", chunked)),
      record(answer(chunks, chunked)),  // breaks off before its last chunk
      record(answer(html, chunked)),    // the crawler has put it together
      coded("gzip", html),              // and has unpacked it
      coded("br", html),
      coded("gzip", gzip(html + std::string(3000, ' ') + page("Q")).substr(0, 350)),  // breaks off
  };
  int which = 0;
  for (const auto& bytes : fine) {
    const Read read = read_warc(bytes);
    ASSERT_EQ(read.reports.size(), 1u)
        << which << (read.errors.empty() ? "" : read.errors[0].message);
    EXPECT_EQ(read.reports[0].title, "Bridge shelled near Velm") << which;
    ++which;
  }
  const Read bad =
      read_warc(three(coded("gzip", "\x1F\x8B\x08\0\0\0\0\0\0\3\xFF\xFF\xFF\1\2\3\4\5\6"s)));
  EXPECT_EQ(bad.reports.size(), 2u);
  ASSERT_EQ(bad.errors.size(), 1u);
  EXPECT_EQ(bad.errors[0].record, 2);
  EXPECT_GT(bad.errors[0].position, 500);
}

TEST(Warc, ABodyThatGrowsIsRefused) {
  const std::string body = gzip(std::string(30u << 20, 'a'));
  const Read read = read_warc(
      three(record(answer(body, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"))));
  EXPECT_EQ(read.reports.size(), 2u);
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].code, Code::too_large);
  EXPECT_EQ(read.errors[0].record, 2);
}

TEST(Warc, TheCharsetOfTheAnswerCounts) {
  // "Мост обстрелян": no byte order mark, no meta tag, and a page too short to guess from.
  const std::string body =
      "<html><title>\xCC\xEE\xF1\xF2</title><body><article><p>\xCC\xEE\xF1\xF2 in Velm was shelled "
      "on "
      "Monday by gunners, and two guards were killed, said officials in the "
      "town.</p></article></body></html>";
  const Read read =
      read_warc(record(answer(body, "Content-Type: text/html; charset=\"windows-1251\"\r\n")));
  ASSERT_EQ(read.reports.size(), 1u);
  EXPECT_EQ(read.reports[0].title, "\u041C\u043E\u0441\u0442");
}

TEST(Warc, NoPageIsPublishedAfterItWasFetched) {
  const auto with = [](const std::string& day) {
    return record(
        answer(page("Velm", "<meta property=\"article:published_time\" content=\"" + day + "\">")));
  };
  const Read read = read_warc(with("2024-10-15T20:00:00Z") + with("2024-10-17T01:00:00+10:00") +
                              with("2024-12-31"));
  ASSERT_EQ(read.reports.size(), 3u);
  EXPECT_EQ(iso(*read.reports[0].published->start), "2024-10-15");
  EXPECT_EQ(iso(*read.reports[1].published->start), "2024-10-17");
  EXPECT_FALSE(read.reports[2].published);
}

TEST(Warc, LineEndsBetweenRecordsMayBeMissingOrMore) {
  for (const std::string& end : {""s, "\r\n"s, "\n"s, "\n\n"s, "\r\n\r\n\r\n"s}) {
    const Read read =
        read_warc(three(record(answer(page("Q")), {.uri = "https://news.example/2", .end = end})));
    EXPECT_TRUE(read.errors.empty()) << end.size();
    EXPECT_EQ(read.reports.size(), 3u) << end.size();
  }
}

TEST(Warc, AWrongLengthCostsOneRecord) {
  for (const int64_t off : {-50, 13, 300, 5000, 70'000'000}) {
    const Read read = read_warc(three(record(answer(page("Q")), {.length_off = off})));
    EXPECT_THAT(uris(read), ElementsAre("https://news.example/1", "https://news.example/3")) << off;
    ASSERT_EQ(read.errors.size(), 1u) << off;
    EXPECT_EQ(read.errors[0].record, 2) << off;
    EXPECT_GT(read.errors[0].position, 500) << off;
  }
}

TEST(Warc, ARecordLargerThanAReportIsPassedOver) {
  const InputOptions small{.max_report_bytes = 2000};
  const Read read = read_warc(three(record(answer(std::string(400'000, 'x')))), small);
  EXPECT_THAT(uris(read), ElementsAre("https://news.example/1", "https://news.example/3"));
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].code, Code::too_large);
  EXPECT_EQ(read.errors[0].record, 2);
  const Made note{.type = "metadata", .media = "text/plain"};
  EXPECT_TRUE(read_warc(three(record(std::string(400'000, 'x'), note)), small).errors.empty());
}

TEST(Warc, BrokenHeadersCostOneRecord) {
  const std::string good = record(answer(page("Q")));
  const auto without = [&](const std::string& field) {
    std::string bad = good;
    bad[bad.find(field)] = 'X';
    return bad;
  };
  for (const auto& bad :
       {without("WARC-Type"), without("Content-Length"), without("WARC/1.0"), "rubbish\r\n\r\n"s,
        "WARC/1.0\r\n"s + std::string(100'000, 'x') + "\r\n\r\n"}) {
    const Read read = read_warc(three(bad));
    EXPECT_THAT(uris(read), ElementsAre("https://news.example/1", "https://news.example/3"));
    ASSERT_EQ(read.errors.size(), 1u);
    EXPECT_EQ(read.errors[0].code, Code::malformed);
  }
}

TEST(Warc, ManyBeginningsTakeLinearTime) {
  std::string marks;
  while (marks.size() < 4u << 20) marks += "WARC/1.0\r\n";
  const auto begun = std::chrono::steady_clock::now();
  const Read read = read_warc(marks + record(answer(page("Velm"))));
  EXPECT_EQ(read.reports.size(), 1u);
  EXPECT_EQ(read.errors.size(), 1u);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(20));
}

TEST(Warc, WhatBreaksOffIsRefusedAndTheRestKept) {
  const std::string whole = three(record(answer(page("Q"))));
  const Read read = read_warc(whole.substr(0, whole.size() - 300));
  EXPECT_EQ(read.reports.size(), 2u);
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].record, 3);
}

TEST(Warc, ADamagedMemberCostsItsRecord) {
  const std::string one = gzip(record(answer(page("Velm")), {.uri = "https://news.example/1"}));
  const std::string two = gzip(record(answer(page("Q")), {.uri = "https://news.example/2"}));
  const std::string end = gzip(record(answer(page("Orz")), {.uri = "https://news.example/3"}));
  for (const size_t at :
       {size_t{0}, size_t{3}, size_t{14}, two.size() / 3, two.size() / 2, two.size() - 6}) {
    std::string bad = two;
    for (size_t i = at; i < std::min(at + 9, bad.size()); ++i) bad[i] = static_cast<char>(~bad[i]);
    for (const bool first : {false, true}) {
      const Read read = read_warc(first && at > 3 ? bad + one + end : one + bad + end);
      EXPECT_THAT(uris(read), ElementsAre("https://news.example/1", "https://news.example/3"))
          << at;
      ASSERT_EQ(read.errors.size(), 1u) << at;
      EXPECT_EQ(read.errors[0].record, first && at > 3 ? 1 : 2) << at;
    }
  }
}

TEST(Warc, ALineOfANewsTextIsNoRecord) {
  const std::string body = page("Velm") + "\nWARC/1.0\r\nis how such files begin";
  const Read read = read_warc(three(record(answer(body), {.uri = "https://news.example/2"})));
  EXPECT_TRUE(read.errors.empty());
  EXPECT_EQ(read.reports.size(), 3u);
}

TEST(Warc, ThePlacesOfPagesAreRecords) {
  const Read read = read_warc(three(record(answer("<html><body><p>Too short.</p></body></html>"))));
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_THAT(read.errors[0].file, EndsWith("/crawl"));
  EXPECT_EQ(read.errors[0].record, 2);
}

TEST(Warc, NoContentAtAllIsSaid) {
  const Read read = read_warc(info());
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].code, Code::empty_input);
}

}  // namespace
}  // namespace sitrep
