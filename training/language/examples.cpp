#include "examples.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>

#include "keys.h"
#include "language/lemmatiser.h"
#include "language/tagger.h"
#include "language/word_ids.h"
#include "perceptron.h"
#include "trainers.h"

namespace sitrep::training {

namespace {

constexpr uint32_t kMinCount = 2;  // words met less often share the unknown word's row

// A sentence as the program would see it, beside its gold tree.
struct Seen {
  const Tree* gold = nullptr;
  std::string text;
  Document document;
};

// Runs of trees, since neighbours are of one text.
bool in_fold(size_t tree, int fold, int folds) {
  return static_cast<int>(tree / 50 % static_cast<size_t>(folds)) == fold;
}

class Reader {
 public:
  Reader(std::string_view tagger, std::string_view lemmatiser)
      : tagger_(*Tagger::open(tagger)), lemmatiser_(*Lemmatiser::open(lemmatiser)) {}

  // The document's text lies in `seen`, which therefore stays where it is.
  void read(const Tree& tree, CaseVariant variant, Seen& seen) {
    seen.gold = &tree;
    fill_document(in_case(tree, variant), seen.text, seen.document);
    tagger_.tag(seen.document, seen.document.sentences[0]);
    lemmatiser_.lemmatise(seen.document, seen.document.sentences[0]);
  }

 private:
  Tagger tagger_;
  Lemmatiser lemmatiser_;
};

std::vector<std::unique_ptr<Seen>> read_in_folds(const std::vector<Tree>& trees,
                                                 const std::string& lemmatiser,
                                                 const ExampleOptions& options) {
  std::vector<std::unique_ptr<Seen>> all;
  Random random(options.seed);
  for (int fold = 0; fold < options.folds; ++fold) {
    std::vector<Tree> others;
    for (size_t i = 0; i < trees.size(); ++i) {
      if (!in_fold(i, fold, options.folds)) others.push_back(trees[i]);
    }
    const std::string tagger = train_tagger(others, {.epochs = 5});
    Reader reader(tagger, lemmatiser);
    for (size_t i = 0; i < trees.size(); ++i) {
      if (!in_fold(i, fold, options.folds)) continue;
      reader.read(trees[i], CaseVariant::as_is, *all.emplace_back(std::make_unique<Seen>()));
      if (random.unit() >= options.variants) continue;
      const auto variant = random.unit() < 0.7 ? CaseVariant::upper : CaseVariant::lower;
      reader.read(trees[i], variant, *all.emplace_back(std::make_unique<Seen>()));
    }
  }
  return all;
}

// Keys met often enough, the commonest first.
std::vector<uint32_t> common_keys(const std::map<uint32_t, uint32_t>& counts) {
  std::vector<std::pair<uint32_t, uint32_t>> order;
  for (const auto& [key, count] : counts) {
    if (count >= kMinCount && key != 0) order.push_back({count, key});
  }
  std::sort(order.rbegin(), order.rend());
  std::vector<uint32_t> keys;
  keys.reserve(order.size());
  for (const auto& [count, key] : order) keys.push_back(key);
  return keys;
}

struct Keys {
  std::vector<uint32_t> words, lemmas;
};

Keys find_keys(const std::vector<std::unique_ptr<Seen>>& all) {
  std::map<uint32_t, uint32_t> words, lemmas;
  std::string scratch;
  for (const auto& seen : all) {
    const Document& document = seen->document;
    const CaseMode mode = case_mode(document, document.sentences[0]);
    for (uint32_t i = 0; i < document.tokens.size(); ++i) {
      const Token& token = document.tokens[i];
      ++words[traits_of(document.word(i), token.shape, mode, i == 0, scratch).word];
      ++lemmas[lemma_vocabulary_key(token)];
    }
  }
  return {common_keys(words), common_keys(lemmas)};
}

class IntWriter {
 public:
  IntWriter(const std::filesystem::path& file, const Keys& keys)
      : out_(file, std::ios::binary),
        words_(Vocabulary::pack(keys.words)),
        lemmas_(Vocabulary::pack(keys.lemmas)),
        rows_(*Vocabulary::open(words_), *Vocabulary::open(lemmas_)) {}

  void add(const Seen& seen) {
    const Tree& gold = *seen.gold;
    put(gold.size());
    fill_word_ids(seen.document, seen.document.sentences[0], rows_, scratch_, ids_);
    for (size_t i = 0; i < gold.size(); ++i) {
      for (uint32_t id : ids_[i]) put(id);
      put(static_cast<size_t>(gold[i].tag) * 64 + static_cast<size_t>(gold[i].fine));
      put(gold[i].head == kNoHead ? gold.size() : static_cast<size_t>(gold[i].head));
      put(static_cast<size_t>(gold[i].rel));
    }
  }
  bool finish() { return static_cast<bool>(out_.flush()); }

 private:
  void put(size_t value) {
    const auto v = static_cast<uint32_t>(value);
    out_.write(reinterpret_cast<const char*>(&v), sizeof v);
  }

  std::ofstream out_;
  std::string words_, lemmas_;
  WordRows rows_;
  std::string scratch_;
  std::vector<WordIds> ids_;
};

}  // namespace

Result<size_t> export_training(const std::vector<Tree>& trees, const std::string& lemmatiser,
                               const std::string& folder, const ExampleOptions& options) {
  const auto all = read_in_folds(trees, lemmatiser, options);
  const Keys keys = find_keys(all);
  const std::filesystem::path out(folder);
  const bool kept =
      write_keys(out / "words.keys", keys.words) && write_keys(out / "lemmas.keys", keys.lemmas);
  IntWriter writer(out / "train.ints", keys);
  for (const auto& seen : all) writer.add(*seen);
  if (!kept || !writer.finish()) return fail(Code::io_failed, "cannot write", folder);
  return all.size();
}

Result<size_t> export_held_out(const std::vector<Tree>& trees, const LinearModels& models,
                               const std::string& folder, const std::string& name) {
  const std::filesystem::path out(folder);
  IntWriter writer(out / (name + ".ints"),
                   {read_keys(out / "words.keys"), read_keys(out / "lemmas.keys")});
  Reader reader(models.tagger, models.lemmatiser);
  Seen seen;
  for (const Tree& tree : trees) {
    reader.read(tree, CaseVariant::as_is, seen);
    writer.add(seen);
  }
  if (!writer.finish()) return fail(Code::io_failed, "cannot write", folder);
  return trees.size();
}

}  // namespace sitrep::training
