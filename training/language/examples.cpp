#include "examples.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <unordered_map>

#include "core/text.h"
#include "keys.h"
#include "language/analyser.h"
#include "language/lemmatiser.h"
#include "language/tagger.h"
#include "language/word_ids.h"
#include "perceptron.h"
#include "tagged.h"
#include "trainers.h"

namespace sitrep::training {

namespace {

constexpr double kCapitals = 0.3;  // share of marked texts that come again in capitals
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
  // `text` must outlive the document.
  void read(const std::string& text, Document& document) {
    tokenise(text, document);
    for (const Sentence& sentence : document.sentences) {
      tagger_.tag(document, sentence);
      lemmatiser_.lemmatise(document, sentence);
    }
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
    std::vector<Tree> others = options.tagged;
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

// Adds the keys of the words that have vectors and are not there yet. Gives each key's line,
// from 1.
std::vector<uint32_t> add_vector_words(std::istream& lines, std::vector<uint32_t>& keys) {
  std::unordered_map<uint32_t, size_t> rows;
  for (size_t i = 0; i < keys.size(); ++i) rows.emplace(keys[i], i);
  std::vector<uint32_t> line_of(keys.size(), 0);
  std::string scratch;
  uint32_t number = 0;
  for (std::string word; std::getline(lines, word);) {
    ++number;
    if (word.empty()) continue;
    const uint32_t key = traits_of(word, 0, CaseMode::normal, false, scratch).word;
    if (key == 0) continue;
    const auto [row, is_new] = rows.emplace(key, keys.size());
    if (is_new) {
      keys.push_back(key);
      line_of.push_back(0);
    }
    if (line_of[row->second] == 0) line_of[row->second] = number;
  }
  return line_of;
}

MarkedText in_capitals(MarkedText marked) {
  for (char& c : marked.text) c = is_lower(c) ? static_cast<char>(c - 32) : c;
  return marked;
}

bool may_be_noun(Tag tag) {
  return tag == Tag::NOUN || tag == Tag::PROPN || tag == Tag::ADJ || tag == Tag::X ||
         tag == Tag::NUM;
}

// As the ints have it.
uint32_t entity_of(const Token& token, const MarkedText& marked) {
  constexpr auto kNone = static_cast<uint32_t>(EntityKind::none);
  for (const Mark& mark : marked.marks) {
    const bool inside = mark.span.begin < token.span.end && token.span.begin < mark.span.end;
    if (inside) return mark.kind ? static_cast<uint32_t>(*mark.kind) : kUnsaid;
  }
  const bool none = marked.unmarked == Unmarked::none ||
                    (marked.unmarked == Unmarked::no_name && !may_be_noun(token.tag));
  return none ? kNone : kUnsaid;
}

// The same for a word's tags, where a mark says them.
uint32_t tags_of(const Token& token, const MarkedText& marked) {
  const auto tags = marked_tags(marked, token);
  return tags ? static_cast<uint32_t>(tags->tag) * 64 + static_cast<uint32_t>(tags->fine) : kUnsaid;
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
      put(gold[i].kind ? static_cast<size_t>(*gold[i].kind) : kUnsaid);
    }
  }

  void add(const Document& document, const Sentence& sentence, const MarkedText& marked) {
    put(sentence.last - sentence.first);
    fill_word_ids(document, sentence, rows_, scratch_, ids_);
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      for (uint32_t id : ids_[t - sentence.first]) put(id);
      put(tags_of(document.tokens[t], marked));
      for (int i = 0; i < 2; ++i) put(kUnsaid);
      put(entity_of(document.tokens[t], marked));
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

Result<size_t> export_texts(const std::vector<MarkedText>& texts, const LinearModels& models,
                            const std::string& folder, const std::string& name) {
  const std::filesystem::path out(folder);
  IntWriter writer(out / (name + ".ints"),
                   {read_keys(out / "words.keys"), read_keys(out / "lemmas.keys")});
  Reader reader(models.tagger, models.lemmatiser);
  Random random(1);
  Document document;
  size_t sentences = 0;
  const auto add = [&](const MarkedText& marked) {
    reader.read(marked.text, document);
    for (const Sentence& sentence : document.sentences) writer.add(document, sentence, marked);
    sentences += document.sentences.size();
  };
  for (const MarkedText& marked : texts) {
    add(marked);
    if (marked.unmarked == Unmarked::none && random.unit() < kCapitals) add(in_capitals(marked));
  }
  if (!writer.finish()) return fail(Code::io_failed, "cannot write", folder);
  return sentences;
}

Result<size_t> export_training(const std::vector<Tree>& trees, const std::string& lemmatiser,
                               const std::string& folder, const ExampleOptions& options) {
  const auto all = read_in_folds(trees, lemmatiser, options);
  Keys keys = find_keys(all);
  const std::filesystem::path out(folder);
  std::ifstream vector_words(out / "vectors.words");
  const std::vector<uint32_t> lines = add_vector_words(vector_words, keys.words);
  const bool kept = write_keys(out / "words.keys", keys.words) &&
                    write_keys(out / "words.vectors", lines) &&
                    write_keys(out / "lemmas.keys", keys.lemmas);
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
