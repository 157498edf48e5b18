// The linguistic analysis of one report: sentences, tokens with tags and lemmas, dependency trees
// where asked for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/hash.h"
#include "sitrep/enums.h"
#include "sitrep/values.h"

namespace sitrep {

// Universal part-of-speech tags (universaldependencies.org/u/pos).
enum class Tag : uint8_t {
  X,
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
};

// The finer Penn tags that carry tense, number and voice.
enum class Fine : uint8_t {
  none,
  CC,
  CD,
  DT,
  EX,
  FW,
  IN,
  JJ,
  JJR,
  JJS,
  LS,
  MD,
  NN,
  NNP,
  NNPS,
  NNS,
  PDT,
  POS,
  PRP,
  PRPS,
  RB,
  RBR,
  RBS,
  RP,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WPS,
  WRB,
  punct,
  other,
};

// Universal relations with the few subtypes that roles depend on. Since UD 2.15 obl:tmod and
// obl:npmod are one relation, obl:unmarked (so for nmod): the parser gives obl_npmod and nmod_npmod
// for these. nmod_desc: a title, "President Bush".
enum class Rel : uint8_t {
  none,
  root,
  nsubj,
  nsubj_pass,
  csubj,
  csubj_pass,
  obj,
  iobj,
  ccomp,
  xcomp,
  obl,
  obl_agent,
  obl_tmod,
  obl_npmod,
  vocative,
  expl,
  dislocated,
  advcl,
  advcl_relcl,
  advmod,
  discourse,
  aux,
  aux_pass,
  cop,
  mark,
  nmod,
  nmod_poss,
  nmod_tmod,
  nmod_npmod,
  appos,
  nummod,
  acl,
  acl_relcl,
  amod,
  det,
  det_predet,
  clf,
  case_,
  conj,
  cc,
  cc_preconj,
  fixed,
  flat,
  flat_foreign,
  compound,
  compound_prt,
  list,
  parataxis,
  orphan,
  goeswith,
  reparandum,
  punct,
  dep,
  nmod_desc,
  nsubj_outer,
  csubj_outer,
};

constexpr size_t kEntityKinds = Names<EntityKind>::kAll.size();

std::string_view name(Tag tag);
std::string_view name(Fine tag);
std::string_view name(Rel rel);  // as in CoNLL-U: "nsubj:pass"
Tag parse_tag(std::string_view upos);
Fine parse_fine(std::string_view xpos);
Rel parse_rel(std::string_view deprel);  // an unknown subtype becomes its main relation

// What a token looks like, as bits.
enum Shape : uint8_t {
  kCapitalised = 1,  // first letter upper case
  kAllUpper = 2,     // two letters or more, all upper case
  kHasDigit = 4,
  kNumeric = 8,       // digits with separators only
  kSpaceBefore = 16,  // white space, or the text's start, before it
  kQuote = 32,        // a quotation mark of any shape
};

constexpr int32_t kNoHead = -1;

constexpr size_t kContext = 128;  // numbers that the parser's network makes of a word

struct Token {
  TextSpan span;
  Key form = kNoKey;   // key of the normal form (core/text.h)
  Key lemma = kNoKey;  // key of the lemma's normal form
  int32_t head =
      kNoHead;  // index in Document::tokens; kNoHead for a root or while its sentence is not parsed
  Tag tag = Tag::X;
  Fine fine = Fine::none;
  Rel rel = Rel::none;
  uint8_t shape = 0;
  EntityKind entity =
      EntityKind::none;  // of the mention that holds it, where its sentence is parsed
};

struct Sentence {
  uint32_t first = 0;  // token indices, half open
  uint32_t last = 0;
  TextSpan span;
  bool parsed = false;
  bool paragraph_start = false;
  bool shouting = false;  // mostly capitals: headline or wire copy, case says nothing
  bool heading =
      false;  // a title line: first line, or a short line without a full stop between paragraphs
};

// Token indices, half open.
struct TokenRange {
  uint32_t first = 0;
  uint32_t last = 0;
  bool operator==(const TokenRange&) const = default;
  bool contains(uint32_t token) const { return first <= token && token < last; }
  bool overlaps(const TokenRange& o) const { return first < o.last && o.first < last; }
  uint32_t size() const { return last - first; }
};

struct Document {
  std::string_view text;  // the report's; must outlive the document
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  // What the parser's network makes of each word in its sentence: kContext bytes a token, kZero
  // (kernels.h) standing for 0. Empty while no sentence is parsed.
  std::vector<uint8_t> contexts;

  std::string_view word(uint32_t token) const {
    const TextSpan s = tokens[token].span;
    return text.substr(s.begin, s.end - s.begin);
  }
  std::string_view slice(TokenRange range) const {
    const TextSpan s = span_of(range);
    return text.substr(s.begin, s.end - s.begin);
  }
  TextSpan span_of(TokenRange range) const {
    return {tokens[range.first].span.begin, tokens[range.last - 1].span.end};
  }
  // Its kContext bytes; none while no sentence is parsed.
  std::span<const uint8_t> context(uint32_t token) const {
    if (contexts.empty()) return {};
    return std::span(contexts).subspan(token * kContext, kContext);
  }
  uint32_t sentence_of(uint32_t token) const;  // index of the sentence that holds it
  void clear() { tokens.clear(), sentences.clear(), contexts.clear(), text = {}; }
};

}  // namespace sitrep
