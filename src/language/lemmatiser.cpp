#include "language/lemmatiser.h"

#include <algorithm>

#include "core/text.h"
#include "language/analyser.h"
#include "language/morphology.h"

namespace sitrep {

namespace {

uint64_t pair_number(TagPair tags) {
  return (static_cast<uint64_t>(tags.tag) << 8) | static_cast<uint64_t>(tags.fine);
}

// Empty rules are the lexicon's shape of "nothing here".
bool fits(const LemmaRule& rule, size_t texts) {
  return rule.text <= texts && rule.length <= texts - rule.text;
}

}  // namespace

uint32_t lemma_word_key(std::string_view lower, TagPair tags) {
  return feature_hash(300, key(lower), pair_number(tags));
}

uint32_t lemma_ending_key(std::string_view ending, TagPair tags) {
  return feature_hash(301, key(ending), pair_number(tags), ending.size());
}

void append_lemma_input(std::string& out, std::string_view word) {
  for (size_t i = 0; i < word.size(); ++i) {
    const bool curly = word.substr(i, 3) == "\u2019" || word.substr(i, 3) == "\u2018";
    out += curly ? '\'' : to_lower(word[i]);
    if (curly) i += 2;
  }
}

Result<Lemmatiser> Lemmatiser::open(std::string_view blob) {
  auto reader = BlobReader::open(blob, BlobKind::lemmatiser);
  if (!reader) return tl::unexpected(reader.error());
  auto rules = KeyedTable<LemmaRule>::open(reader->section(0));
  if (!rules) return tl::unexpected(rules.error());
  Lemmatiser lemmatiser;
  lemmatiser.rules_ = *rules;
  lemmatiser.texts_ = reader->section(1);
  for (size_t i = 0; i < rules->slots(); ++i) {
    if (!fits(rules->slot(i), lemmatiser.texts_.size()))
      return fail(Code::bad_knowledge, "language model: lemmatiser damaged");
  }
  lemmatiser.known_.resize(kKnown);
  return lemmatiser;
}

std::string Lemmatiser::pack(const std::vector<LemmaRule>& rules, const std::string& texts,
                             const std::map<uint32_t, std::string>& morphology) {
  BlobWriter blob;
  blob.add(KeyedTable<LemmaRule>::pack(rules));
  blob.add(texts);
  Morphology::write(blob, morphology);
  return blob.finish(BlobKind::lemmatiser);
}

void Lemmatiser::apply(const LemmaRule& rule, std::string& out) const {
  const size_t strip = rule.strip == LemmaRule::kWhole ? out.size() : rule.strip;
  if (strip > out.size()) return;
  out.resize(out.size() - strip);
  out += texts_.substr(rule.text, rule.length);
}

void Lemmatiser::lemma(std::string_view word, TagPair tags, std::string& out) const {
  out.clear();
  append_lemma_input(out, word);
  const LemmaRule whole = rules_.find(lemma_word_key(out, tags));
  if (whole.used) return apply(whole, out);
  const std::string_view lower = out;
  for (size_t n = std::min(kMaxEnding, lower.size()); n-- > 0;) {
    const std::string_view ending = lower.substr(lower.size() - n - 1);
    const LemmaRule rule = rules_.find(lemma_ending_key(ending, tags));
    if (rule.used) return apply(rule, out);
  }
}

Key Lemmatiser::lemma_key(std::string_view word, TagPair tags) {
  lemma(word, tags, lower_);
  normal_.clear();
  append_normal(normal_, lower_);
  return key(normal_);
}

void Lemmatiser::lemmatise(Document& document, const Sentence& sentence) {
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    Token& token = document.tokens[i];
    const TagPair tags{token.tag, token.fine};
    // Forms lose apostrophes ('s, s), so length is part of a known word's name.
    const Key name =
        extend(extend(token.form, pair_number(tags)), token.span.end - token.span.begin);
    Known& known = known_[name % kKnown];
    if (known.word != name) known = {name, lemma_key(document.word(i), tags)};
    token.lemma = known.lemma;
  }
}

}  // namespace sitrep
