// Runs tests/cases/sentences: texts and the sentences they are cut into.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/text.h"
#include "language/analyser.h"

namespace sitrep {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> split_at(const std::string& text, const std::string& line) {
  std::vector<std::string> parts;
  size_t begin = 0;
  for (size_t at = 0; (at = text.find(line, begin)) != std::string::npos;
       begin = at + line.size()) {
    parts.push_back(text.substr(begin, at - begin));
  }
  parts.push_back(text.substr(begin));
  return parts;
}

// Runs of white space as one space.
std::string squeezed(std::string_view text) {
  std::string out;
  for (char c : trim(text)) {
    const bool space = is_ascii_space(c);
    if (!space || out.back() != ' ') out += space ? ' ' : c;
  }
  return out;
}

std::string sentences_of(std::string_view text) {
  Document document;
  tokenise(text, document);
  std::string out;
  for (const Sentence& sentence : document.sentences) {
    out +=
        squeezed(text.substr(sentence.span.begin, sentence.span.end - sentence.span.begin)) + "\n";
  }
  return out;
}

TEST(Sentences, AreCutAsInTheCases) {
  size_t cases = 0;
  const std::filesystem::path folder = std::string(SITREP_SOURCE_DIR) + "/tests/cases/sentences";
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() != ".txt") continue;
    for (const std::string& text : split_at(read_file(file.path()), "====\n")) {
      const auto parts = split_at(text, "----\n");
      ASSERT_EQ(parts.size(), 2u) << text;
      EXPECT_EQ(sentences_of(parts[0]), parts[1]) << file.path();
      ++cases;
    }
  }
  EXPECT_GE(cases, 250u);
}

}  // namespace
}  // namespace sitrep
