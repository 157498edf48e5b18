#include "intake/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/dates.h"
#include "core/sha256.h"
#include "core/text.h"
#include "intake/test_folder.h"
#include "intake/test_packing.h"
#include "intake/test_reading.h"

namespace sitrep {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

constexpr std::string_view kStory =
    "Bridge shelled near Velm\n\n"
    "Gunners shelled a bridge near the town of Velm on Monday, killing two guards.\n\n"
    "Nobody claimed the attack.\n";

TEST(Reader, APlainTextFile) {
  const TestFolder folder;
  const std::string file = folder.write("story.txt", kStory);
  const Read read = read_all({file});
  ASSERT_EQ(read.reports.size(), 1u);
  const Report& report = read.reports[0];
  EXPECT_EQ(report.uri, file);
  EXPECT_EQ(report.title, "Bridge shelled near Velm");
  EXPECT_EQ(report.text,
            "Bridge shelled near Velm\n\nGunners shelled a bridge near the town of Velm on Monday, "
            "killing two "
            "guards.\n\nNobody claimed the attack.");
  EXPECT_EQ(report.sha256, sha256_hex(report.text));
  EXPECT_EQ(report.id.size(), 13u);
  EXPECT_EQ(report.id[0], 'r');
  EXPECT_EQ(report.language, "en");
  EXPECT_FALSE(report.published);
}

TEST(Reader, AStatementIsDatedAtItsEnd) {
  const TestFolder folder;
  std::string text = "Statement No. 4\n\n";
  for (int i = 0; i < 12; ++i)
    text += "Our men struck the depot at Velm with six rockets before dawn on Tuesday.\n\n";
  text += "Press office of the Velm Front\n15 October 2024\n";
  const std::string file = folder.write("s.txt", text);
  const Read read = read_all({file});
  ASSERT_EQ(read.reports.size(), 1u);
  ASSERT_TRUE(read.reports[0].published.has_value());
  EXPECT_EQ(iso(*read.reports[0].published->start), "2024-10-15");
}

TEST(Reader, TheSameContentAndOriginHaveTheSameId) {
  const TestFolder folder;
  const std::string a = folder.write("a.txt", kStory);
  const std::string b = folder.write("b.txt", kStory);
  const Read once = read_all({a, b});
  const Read twice = read_all({a});
  EXPECT_EQ(once.reports[0].id, twice.reports[0].id);
  EXPECT_NE(once.reports[0].id, once.reports[1].id);
  EXPECT_EQ(once.reports[0].sha256, once.reports[1].sha256);
}

TEST(Reader, FoldersAreWalkedByName) {
  const TestFolder folder;
  for (auto name : {"b.txt", "a/z.txt", "a/deep/y.txt", "c.txt", ".hidden.txt", "a/.git/x.txt",
                    "b.meta.json"}) {
    folder.write(name, name == "b.meta.json"s ? "{}" : kStory);
  }
  std::vector<std::string> uris;
  for (const auto& report : read_all({folder.path()}).reports) uris.push_back(report.uri);
  EXPECT_THAT(uris, ElementsAre(folder / "a/deep/y.txt", folder / "a/z.txt", folder / "b.txt",
                                folder / "c.txt"));
}

TEST(Reader, RefusalsAreNamedAndTheRestGoesOn) {
  const TestFolder folder;
  const std::string good = folder.write("good.txt", kStory);
  const std::string empty = folder.write("empty.txt", "");
  const std::string blank = folder.write("blank.txt", " \n\t\n");
  std::filesystem::create_symlink(folder / "nowhere", folder / "broken.txt");
  std::filesystem::create_directory(folder / "folder.txt");
  const Read read = read_all(
      {folder / "missing.txt", empty, blank, folder / "broken.txt", folder / "folder.txt", good});
  ASSERT_EQ(read.reports.size(), 1u);
  std::vector<Code> codes;
  for (const auto& error : read.errors) codes.push_back(error.code);
  EXPECT_THAT(codes, ElementsAre(Code::not_found, Code::empty_input, Code::empty_input,
                                 Code::not_found, Code::empty_input));
  EXPECT_EQ(read.errors[0].file, folder / "missing.txt");
  EXPECT_EQ(read.errors[1].file, empty);
}

TEST(Reader, AFolderCannotBeReadAsAFile) {
  const TestFolder folder;
  std::filesystem::create_symlink("/proc/self/mem",
                                  folder / "mem.txt");  // opens, but cannot be read
  const Read read = read_all({folder / "mem.txt"});
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].code, Code::unreadable);
}

TEST(Reader, BinaryInputSaysWhatItIs) {
  const TestFolder folder;
  std::string noise;
  for (int i = 0; i < 5000; ++i) noise += static_cast<char>(i * 167 % 256);
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Rar!\x1A\x07rest"s, "RAR"}, {"\x89PNG\r\n\x1A\n", "PNG"}, {noise, "not text"}};
  for (const auto& [bytes, reason] : cases) {
    const Read read = read_all({folder.write("x.txt", bytes)});
    ASSERT_EQ(read.errors.size(), 1u) << reason;
    EXPECT_EQ(read.errors[0].code, Code::binary_input);
    EXPECT_THAT(read.errors[0].message, HasSubstr(reason));
  }
}

TEST(Reader, EachPackingIsTold) {
  const TestFolder folder;
  const std::string story(kStory);
  const std::string skippable = "\x50\x2A\x4D\x18\x04\0\0\0abcd"s;
  for (const auto& bytes :
       {gzip(story), zstd(story), skippable + zstd(story), bzip2(story), xz(story)}) {
    const Read read = read_all({folder.write("story", bytes)});
    ASSERT_EQ(read.reports.size(), 1u);
    EXPECT_EQ(read.reports[0].title, "Bridge shelled near Velm");
  }
  const Read read =
      read_all({folder.write("word", "BZh9 is not what this says.\n\nShots were fired.")});
  EXPECT_EQ(read.reports.size(), 1u);
}

TEST(Reader, GzipIsInflated) {
  const TestFolder folder;
  const Read read = read_all({folder.write("story.gz", gzip(std::string(kStory)))});
  ASSERT_EQ(read.reports.size(), 1u);
  EXPECT_EQ(read.reports[0].title, "Bridge shelled near Velm");
}

TEST(Reader, GzipOfTwoMembersAndAPieceOfOne) {
  const TestFolder folder;
  const std::string line = R"({"text":"Shots were fired at the gate."})" + "\n"s;
  EXPECT_EQ(read_all({folder.write("two.gz", gzip(line) + gzip(line))}).reports.size(), 2u);
  const std::string whole = gzip(std::string(kStory));
  const Read cut = read_all({folder.write("cut.gz", whole.substr(0, whole.size() / 2))});
  ASSERT_EQ(cut.errors.size(), 1u);
  EXPECT_EQ(cut.errors[0].code, Code::malformed);
  EXPECT_EQ(read_all({folder.write("twice.gz", gzip(whole))}).errors[0].code, Code::binary_input);
}

TEST(Reader, AGzipBombIsRefused) {
  const TestFolder folder;
  const Read read = read_all({folder.write("bomb.gz", gzip(std::string(40u << 20, 'a')))});
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].code, Code::too_large);
}

TEST(Reader, JsonLinesKeepWhatParses) {
  const TestFolder folder;
  const std::string file = folder.write(
      "many.jsonl",
      R"({"id":"one","uri":"https://a.example/x","outlet":"A Post","title":"Shots in Velm","byline":"By N. Ame","published":"2011-03-04T09:10:00Z","language":"en","text":"Shots were fired at the gate of Velm.","extra":[1,{"a":2}]})"
      "\n"
      "{\"id\":\"two\", \"text\": \"broken }\n"
      "\n"
      "{\"id\":\"three\",\"title\":null,\"text\":\"A guard was killed in Velm.\"}\n"
      "{\"text\":7}\n"
      "[1,2]\n"
      "{\"text\":\"The last line has no end.\"}");
  const Read read = read_all({file});
  ASSERT_EQ(read.reports.size(), 3u);
  const Report& first = read.reports[0];
  EXPECT_EQ(first.id, "one");
  EXPECT_EQ(first.uri, "https://a.example/x");
  EXPECT_EQ(first.outlet, "A Post");
  EXPECT_EQ(first.text, "Shots in Velm\n\nShots were fired at the gate of Velm.");
  EXPECT_EQ(first.byline, "N. Ame");
  EXPECT_EQ(iso(*first.published->start), "2011-03-04");
  EXPECT_EQ(first.published->basis, Basis::stated);
  EXPECT_EQ(first.published_minute, 550);
  EXPECT_EQ(read.reports[1].uri, file + "#three");
  EXPECT_EQ(read.reports[1].text, "A guard was killed in Velm.");
  EXPECT_EQ(read.reports[2].uri, file + "#7");
  ASSERT_EQ(read.errors.size(), 3u);
  EXPECT_EQ(read.errors[0].code, Code::malformed);
  EXPECT_EQ(read.errors[0].record, 2);
  EXPECT_GT(read.errors[0].position, 200);
  EXPECT_THAT(read.errors[1].message, HasSubstr("text"));
  EXPECT_EQ(read.errors[1].record, 5);
  EXPECT_EQ(read.errors[2].record, 6);
}

TEST(Reader, ArraysAndSingleObjects) {
  const TestFolder folder;
  const Read array = read_all({folder.write(
      "a.json",
      "[ {\"text\":\"Shots, fired: [in] {Velm}.\"},\n {\"text\":\"A \\\"guard\\\" fell.\"} ]")});
  ASSERT_EQ(array.reports.size(), 2u);
  EXPECT_EQ(array.reports[1].text, "A \"guard\" fell.");
  EXPECT_THAT(array.reports[1].uri, testing::EndsWith("#2"));
  const Read object =
      read_all({folder.write("o.json", "{\n  \"text\":\n  \"Shots were fired.\"\n}\n")});
  ASSERT_EQ(object.reports.size(), 1u);
  EXPECT_TRUE(object.errors.empty());
  const Read open =
      read_all({folder.write("c.json", "[{\"text\":\"Shots were fired.\"}, {\"text\":\"cut")});
  EXPECT_EQ(open.reports.size(), 1u);
  ASSERT_EQ(open.errors.size(), 1u);
  EXPECT_EQ(open.errors[0].record, 2);
  EXPECT_EQ(read_all({folder.write("e.json", "[]")}).errors[0].code, Code::empty_input);
}

TEST(Reader, JsonWithoutATextIsMalformedAndAnEmptyTextIsEmpty) {
  const TestFolder folder;
  EXPECT_EQ(read_all({folder.write("a.json", R"({"title":"only this"})")}).errors[0].code,
            Code::malformed);
  EXPECT_EQ(read_all({folder.write("b.json", R"({"text":"  "})")}).errors[0].code,
            Code::empty_input);
}

TEST(Reader, JsonInUtf16) {
  const TestFolder folder;
  std::string wide = "\xFF\xFE";
  for (char c : R"({"text":"Shots were fired."})"s) wide += std::string(1, c) + '\0';
  const Read read = read_all({folder.write("w.json", wide)});
  ASSERT_EQ(read.reports.size(), 1u);
  EXPECT_EQ(read.reports[0].text, "Shots were fired.");
}

TEST(Reader, HalfACharacterInAnEscapeDoesNoHarm) {
  const TestFolder folder;
  const Read read = read_all({folder.write("h.json", R"({"text":"Shots \ud83d were fired."})")});
  for (const auto& report : read.reports) {
    for (size_t i = 0; i < report.text.size();) next_code_point(report.text, i);
    EXPECT_THAT(report.text, StartsWith("Shots "));
  }
}

TEST(Reader, SidecarsOutrankTheText) {
  const TestFolder folder;
  folder.write("story.txt", "By Some Body\nMarch 1, 2010\n\nShots were fired at the gate.\n");
  folder.write(
      "story.meta.json",
      R"({"title":"Shots in Velm","published":"4 March 2011","outlet":"A Post","byline":"N. Ame","uri":"https://a.example/s","id":"s1","text":"not this"})");
  const Read read = read_all({folder.path()});
  ASSERT_EQ(read.reports.size(), 1u);
  const Report& report = read.reports[0];
  EXPECT_EQ(report.id, "s1");
  EXPECT_EQ(report.uri, "https://a.example/s");
  EXPECT_EQ(report.text, "Shots in Velm\n\nShots were fired at the gate.");
  EXPECT_EQ(iso(*report.published->start), "2011-03-04");
  EXPECT_EQ(report.byline, "N. Ame");
}

TEST(Reader, ASidecarByFullNameAndABrokenOne) {
  const TestFolder folder;
  const std::string file = folder.write("story.txt", kStory);
  folder.write("story.txt.meta.json", R"({"outlet":"A Post"})");
  EXPECT_EQ(read_all({file}).reports[0].outlet, "A Post");
  folder.write("story.txt.meta.json", "{");
  const Read read = read_all({file, folder / "story.txt.meta.json"});
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_EQ(read.errors[0].file, folder / "story.txt.meta.json");
}

TEST(Reader, TheLimitHoldsForFilesLinesAndItems) {
  const TestFolder folder;
  const InputOptions small{.max_report_bytes = 1000};
  const std::string big = R"({"text":")" + std::string(5000, 'x') + R"("})";
  const std::string good = R"({"text":"Shots were fired."})";
  EXPECT_EQ(read_all({folder.write("a.txt", std::string(1001, 'x'))}, small).errors[0].code,
            Code::too_large);
  const auto around = [&](const std::string& between) {
    std::string bytes = good;
    return bytes.append(between).append(big).append(between).append(good);
  };
  std::string array = "[";
  array.append(around(",")).append("]");
  for (const auto& bytes : {around("\n"), array}) {
    const Read read = read_all({folder.write("b.json", bytes)}, small);
    EXPECT_EQ(read.reports.size(), 2u);
    ASSERT_EQ(read.errors.size(), 1u);
    EXPECT_EQ(read.errors[0].code, Code::too_large);
    EXPECT_EQ(read.errors[0].record, 2);
  }
}

TEST(Reader, AHugeLineTakesLinearTime) {
  const TestFolder folder;
  std::string line;
  while (line.size() < 15u << 20)
    line += "Shots were fired at the gate of Velm, and a guard (AP) fell. ";
  const Read read = read_all({folder.write("huge.txt", line)});
  ASSERT_EQ(read.reports.size(), 1u);
  EXPECT_GT(read.reports[0].text.size(), 15u << 20);
}

TEST(Reader, ManyHugeInputsOfOneSign) {
  const TestFolder folder;
  for (char c : "<([{\"\\&-. \n"s) {
    const Read read = read_all({folder.write("odd.txt", std::string(1u << 20, c))});
    EXPECT_LE(read.reports.size() + read.errors.size(), 2u) << c;
  }
}

TEST(Reader, OtherLanguagesAreNotEnglish) {
  const TestFolder folder;
  const Read read = read_all({folder.write("es.txt",
                                           "Los soldados llegaron a la ciudad por la noche y "
                                           "cerraron las calles que llevan al puerto, seg\xC3\xBAn "
                                           "dijo el alcalde. La poblaci\xC3\xB3n no pudo salir de "
                                           "las casas hasta el lunes por la tarde.")});
  EXPECT_EQ(read.reports[0].language, "und");
}

}  // namespace
}  // namespace sitrep
