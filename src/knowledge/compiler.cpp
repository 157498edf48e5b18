#include "knowledge/compiler.h"

#include <zlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "knowledge/actor_patterns.h"
#include "knowledge/archive.h"
#include "knowledge/gazetteer.h"
#include "knowledge/lexicon_builder.h"
#include "knowledge/outlets.h"
#include "knowledge/sections.h"

namespace sitrep::knowledge {

namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string read_gzip(const fs::path& path) {
  std::string out;
  if (gzFile file = gzopen(path.c_str(), "rb")) {
    char buffer[1 << 16];
    for (int n = 0; (n = gzread(file, buffer, sizeof buffer)) > 0;)
      out.append(buffer, static_cast<size_t>(n));
    gzclose(file);
  }
  return out;
}

std::vector<fs::path> files_below(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> files;
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
    if (entry.is_regular_file() && entry.path().extension() == extension)
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

Blocks dictionary_blocks(const fs::path& folder, std::vector<Error>& problems) {
  Blocks blocks;
  std::string countries;
  std::string patterns;
  for (const fs::path& path : files_below(folder, ".tsv")) {
    const std::string name = path.lexically_relative(folder).generic_string();
    blocks.emplace_back(std::string(kDictionaryPrefix) + name, read_file(path));
    if (name == "countries.tsv") countries = blocks.back().second;
    if (name == "actor_patterns.tsv") patterns = blocks.back().second;
  }
  blocks.emplace_back(std::string(kDictionaryPrefix) + std::string(kGeneratedActors),
                      expand_actor_patterns(countries, patterns, problems));
  return blocks;
}

// Fills `lexicon`, whose texts are those of `dictionaries`.
std::string trie_of(const Blocks& dictionaries, Lexicon& lexicon, std::vector<Error>& problems) {
  TrieBuilder trie;
  LexiconBuilder builder(lexicon, &trie);
  for (const auto& [name, text] : dictionaries) {
    builder.add_file(std::string_view(name).substr(kDictionaryPrefix.size()), text);
  }
  builder.finish();
  problems.insert(problems.end(), builder.problems().begin(), builder.problems().end());
  return trie.bytes();
}

std::string_view text_of(const Blocks& dictionaries, std::string_view file) {
  for (const auto& [name, text] : dictionaries) {
    if (std::string_view(name).substr(kDictionaryPrefix.size()) == file) return text;
  }
  return {};
}

// Empty where there are problems.
std::string gazetteer_of(const fs::path& models, const Blocks& dictionaries, const Lexicon& lexicon,
                         std::vector<Error>& problems) {
  const std::string tsv = read_gzip(models / "gazetteer.tsv.gz");
  auto compiled =
      compile_gazetteer(tsv, "gazetteer.tsv.gz", text_of(dictionaries, kOtherNames), problems);
  const auto gazetteer = compiled ? Gazetteer::open(*compiled) : Failure(compiled.error());
  if (!gazetteer) return problems.push_back(gazetteer.error()), std::string();
  check_homes(lexicon, *gazetteer, problems);
  return std::move(*compiled);
}

}  // namespace

Compiled compile(const fs::path& dictionaries, const fs::path& models) {
  Compiled result;
  if (!fs::is_directory(dictionaries)) {
    result.problems.push_back({Code::not_found, "no such folder", dictionaries.string()});
    return result;
  }
  Blocks blocks = dictionary_blocks(dictionaries, result.problems);
  Lexicon lexicon;
  std::string trie = trie_of(blocks, lexicon, result.problems);
  std::string gazetteer = gazetteer_of(models, blocks, lexicon, result.problems);
  blocks.emplace_back(kTrieBlock, std::move(trie));
  blocks.emplace_back(kGazetteerBlock, std::move(gazetteer));
  for (const fs::path& path : files_below(models, ".model")) {
    blocks.emplace_back(std::string(kModelPrefix) + path.stem().string(), read_file(path));
  }
  if (result.problems.empty()) result.bytes = pack(blocks);
  return result;
}

}  // namespace sitrep::knowledge
