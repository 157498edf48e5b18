// A small knowledge compiled in memory, for tests: dictionaries and a gazetteer given as TSV texts.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "knowledge/gazetteer.h"
#include "knowledge/lexicon.h"
#include "knowledge/lexicon_builder.h"
#include "knowledge/trie.h"

namespace sitrep::knowledge {

class SmallWorld {
 public:
  // Name below dictionaries/ and text, header included: {"countries.tsv", "code\tname..."}.
  using Files = std::vector<std::pair<std::string, std::string>>;

  // `gazetteer`: rows of `geonames_id name alternatives lat lon country admin1 population feature
  // flags`, no header. Throws std::runtime_error with the first problem.
  explicit SmallWorld(Files files, const std::string& gazetteer = {}) : files_(std::move(files)) {
    TrieBuilder trie;
    LexiconBuilder builder(lexicon_, &trie);
    for (const auto& [name, text] : files_) builder.add_file(name, text);
    builder.finish();
    if (!builder.problems().empty()) throw std::runtime_error(describe(builder.problems().front()));
    set_trie(trie.bytes());
    open_gazetteer(gazetteer);
  }
  SmallWorld(const SmallWorld&) = delete;
  SmallWorld& operator=(const SmallWorld&) = delete;

  const Lexicon& lexicon() const { return lexicon_; }
  const Gazetteer& gazetteer() const { return gazetteer_; }

 private:
  void set_trie(std::string bytes) {
    trie_bytes_ = std::move(bytes);
    auto trie = std::make_shared<Trie>();
    if (!Trie::open(trie_bytes_, *trie)) throw std::runtime_error("the trie is cut short");
    lexicon_.trie_ = std::move(trie);
  }

  void open_gazetteer(const std::string& rows) {
    const std::string header =
        "geonames_id\tname\talternatives\tlat\tlon\tcountry\tadmin1\tpopulation\tfeature\tflags\n";
    std::vector<Error> problems;
    auto compiled = compile_gazetteer(header + rows, "gazetteer", {}, problems);
    if (!compiled) throw std::runtime_error(describe(compiled.error()));
    gazetteer_bytes_ = std::move(*compiled);
    auto opened = Gazetteer::open(gazetteer_bytes_);
    if (!opened) throw std::runtime_error(describe(opened.error()));
    gazetteer_ = *opened;
  }

  Files files_;
  std::string trie_bytes_;
  std::string gazetteer_bytes_;
  Lexicon lexicon_;
  Gazetteer gazetteer_;
};

}  // namespace sitrep::knowledge
