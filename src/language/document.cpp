#include "language/document.h"

#include <algorithm>
#include <array>

namespace sitrep {

namespace {

constexpr auto kTags = std::to_array<std::string_view>(
    {"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
     "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"});

constexpr auto kFines = std::to_array<std::string_view>(
    {"_",   "CC",   "CD",  "DT",  "EX",  "FW",  "IN",   "JJ",  "JJR", "JJS", "LS",  "MD",  "NN",
     "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM", "TO",
     "UH",  "VB",   "VBD", "VBG", "VBN", "VBP", "VBZ",  "WDT", "WP",  "WP$", "WRB", ".",   "XX"});

// UD 2.15 joined obl:tmod with obl:npmod, and nmod:tmod with nmod:npmod, as ":unmarked".
constexpr auto kRels = std::to_array<std::string_view>(
    {"_",           "root",         "nsubj",      "nsubj:pass",   "csubj",         "csubj:pass",
     "obj",         "iobj",         "ccomp",      "xcomp",        "obl",           "obl:agent",
     "obl:tmod",    "obl:unmarked", "vocative",   "expl",         "dislocated",    "advcl",
     "advcl:relcl", "advmod",       "discourse",  "aux",          "aux:pass",      "cop",
     "mark",        "nmod",         "nmod:poss",  "nmod:tmod",    "nmod:unmarked", "appos",
     "nummod",      "acl",          "acl:relcl",  "amod",         "det",           "det:predet",
     "clf",         "case",         "conj",       "cc",           "cc:preconj",    "fixed",
     "flat",        "flat:foreign", "compound",   "compound:prt", "list",          "parataxis",
     "orphan",      "goeswith",     "reparandum", "punct",        "dep",           "nmod:desc",
     "nsubj:outer", "csubj:outer"});

constexpr auto kPunctuationTags =
    std::to_array<std::string_view>({",", ":", "''", "``", "-LRB-", "-RRB-", "HYPH", "NFP"});

static_assert(kTags.size() == static_cast<size_t>(Tag::VERB) + 1);
static_assert(kFines.size() == static_cast<size_t>(Fine::other) + 1);
static_assert(kRels.size() == static_cast<size_t>(Rel::csubj_outer) + 1);

template <typename Table>
int find(const Table& table, std::string_view text) {
  const auto at = std::find(table.begin(), table.end(), text);
  return at == table.end() ? -1 : static_cast<int>(at - table.begin());
}

}  // namespace

std::string_view name(Tag tag) { return kTags[static_cast<size_t>(tag)]; }
std::string_view name(Fine tag) { return kFines[static_cast<size_t>(tag)]; }
std::string_view name(Rel rel) { return kRels[static_cast<size_t>(rel)]; }

Tag parse_tag(std::string_view upos) {
  const int at = find(kTags, upos);
  return at < 0 ? Tag::X : static_cast<Tag>(at);
}

Fine parse_fine(std::string_view xpos) {
  if (xpos.empty()) return Fine::none;
  const int at = find(kFines, xpos);
  if (at >= 0) return static_cast<Fine>(at);
  return find(kPunctuationTags, xpos) >= 0 ? Fine::punct : Fine::other;
}

Rel parse_rel(std::string_view deprel) {
  if (deprel == "obl:npmod") return Rel::obl_npmod;
  if (deprel == "nmod:npmod") return Rel::nmod_npmod;
  const int whole = find(kRels, deprel);
  if (whole >= 0) return static_cast<Rel>(whole);
  const int main = find(kRels, deprel.substr(0, deprel.find(':')));
  return main < 0 ? Rel::dep : static_cast<Rel>(main);
}

uint32_t Document::sentence_of(uint32_t token) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                      [](uint32_t t, const Sentence& s) { return t < s.first; });
  return static_cast<uint32_t>(after - sentences.begin()) - 1;
}

}  // namespace sitrep
