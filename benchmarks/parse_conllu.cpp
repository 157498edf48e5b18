// parse_conllu [MODELS]: reads CoNLL-U on standard input, gives it back with our lemmas, tags and
// trees over its words. parse_conllu --text [MODELS]: reads text, and cuts it into sentences and
// words too; the last cell then says the kind of a word's mention ("Kind=people") and where no
// blank follows ("SpaceAfter=No").
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>

#include "core/text.h"
#include "language/lemmatiser.h"
#include "language/morphology.h"
#include "models.h"

namespace {

using namespace sitrep;

// The lines of one sentence, and those among them that are words.
struct Block {
  std::vector<std::string> lines;
  std::vector<size_t> words;
  std::vector<std::string> notes;  // of each word; empty where the words were given
  std::string text;
  Document document;
};

// What is known of words and their tags.
struct Words {
  const Lemmatiser& lemmatiser;
  const Morphology& morphology;
};

bool is_word(const std::string& line) {
  size_t i = 0;
  while (i < line.size() && is_digit(line[i])) ++i;
  return i > 0 && i < line.size() && line[i] == '\t';
}

void add_word(Block& block, const std::string& line) {
  const auto cells = split(line, '\t');
  Token token;
  token.span.begin = static_cast<uint32_t>(block.text.size());
  block.text += cells.size() > 1 ? cells[1] : "_";
  token.span.end = static_cast<uint32_t>(block.text.size());
  block.text += ' ';
  block.document.tokens.push_back(token);
}

void build_document(Block& block) {
  block.text.clear();
  block.document.clear();
  for (size_t line : block.words) add_word(block, block.lines[line]);
  block.document.text = block.text;
  Sentence sentence;
  sentence.last = static_cast<uint32_t>(block.words.size());
  block.document.sentences.push_back(sentence);
}

// Penn's tags of punctuation, which Fine does not keep apart.
std::string_view xpos(const Block& block, size_t word, bool& open_quote) {
  const Token& token = block.document.tokens[word];
  if (token.fine != Fine::punct && token.fine != Fine::other && token.fine != Fine::SYM) {
    return name(token.fine);
  }
  const std::string_view form = block.document.word(static_cast<uint32_t>(word));
  if (form == "$" || form == "\u20AC" || form == "\u00A3") return "$";
  if (token.fine == Fine::SYM) return "SYM";
  if (token.fine == Fine::other) {
    return token.tag == Tag::PROPN || form.find('@') != form.npos ? "ADD" : "GW";
  }
  if (form == "\"" || form == "'") return (open_quote = !open_quote) ? "``" : "''";
  if (form == "\u201C" || form == "\u2018" || form == "``") return "``";
  if (form == "\u201D" || form == "\u2019" || form == "''") return "''";
  if (form == "(" || form == "[" || form == "<" || form == "<<" || form == "{") return "-LRB-";
  if (form == ")" || form == "]" || form == ">" || form == ">>" || form == "}") return "-RRB-";
  if (form == "-")
    return token.rel == Rel::punct && word > 0 && word + 1 < block.words.size() ? "HYPH" : ":";
  if (form == ":" || form == ";" || form == "\u2014" || form == "\u2013" || form == "--")
    return ":";
  if (form == "," || form == "/" || form == "...") return ",";
  if (form.find_first_of(".?!") != form.npos) return ".";
  return "NFP";
}

std::string cells_of(const Block& block, size_t word, const Words& words_of, bool& quote) {
  const Token& token = block.document.tokens[word];
  std::string lemma;
  words_of.lemmatiser.lemma(block.document.word(static_cast<uint32_t>(word)),
                            {token.tag, token.fine}, lemma);
  std::string out = lemma.empty() ? "_" : lemma;
  out += '\t';
  out += name(token.tag);
  out += '\t';
  out += xpos(block, word, quote);
  out += '\t';
  out += words_of.morphology.features(block.document.word(static_cast<uint32_t>(word)),
                                      {token.tag, token.fine});
  out += '\t';
  out += std::to_string(token.head + 1);
  out += '\t';
  out += name(token.rel);
  return out;
}

void print(Block& block, const Words& words_of) {
  size_t word = 0;
  bool quote = false;
  for (size_t i = 0; i < block.lines.size(); ++i) {
    if (word < block.words.size() && block.words[word] == i) {
      const std::string& line = block.lines[i];
      const size_t form = line.find('\t', line.find('\t') + 1);
      std::cout << line.substr(0, form) << '\t' << cells_of(block, word, words_of, quote) << "\t_\t"
                << (block.notes.empty() ? "_" : block.notes[word]) << '\n';
      ++word;
    } else {
      std::cout << block.lines[i] << '\n';
    }
  }
  std::cout << '\n';
}

struct Clock {
  double tags = 0;
  double trees = 0;
  size_t words = 0;
};

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void finish(Block& block, Analyser& analyser, const Words& words_of, Clock& clock) {
  if (!block.words.empty()) {
    build_document(block);
    auto start = std::chrono::steady_clock::now();
    analyser.tag(block.document);
    clock.tags += seconds_since(start);
    start = std::chrono::steady_clock::now();
    analyser.parse(block.document, 0);
    clock.trees += seconds_since(start);
    clock.words += block.words.size();
  }
  if (!block.lines.empty()) print(block, words_of);
  block.lines.clear();
  block.words.clear();
}

std::string notes_of(const Document& document, uint32_t word) {
  const Token& token = document.tokens[word];
  const bool glued =
      word + 1 < document.tokens.size() && !(document.tokens[word + 1].shape & kSpaceBefore);
  std::string notes;
  if (token.entity != EntityKind::none) notes.append("Kind=").append(name(token.entity));
  if (glued) notes.append(notes.empty() ? "" : "|").append("SpaceAfter=No");
  return notes.empty() ? "_" : notes;
}

// One sentence of the document as a block of its own.
void cut_out(const Document& document, const Sentence& sentence, Block& block) {
  block.lines.clear(), block.words.clear(), block.notes.clear(), block.document.clear();
  block.document.text = document.text;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    Token token = document.tokens[i];
    if (token.head != kNoHead) token.head -= static_cast<int32_t>(sentence.first);
    block.document.tokens.push_back(token);
    std::string form(document.word(i));
    std::replace(form.begin(), form.end(), '\n', ' ');
    block.words.push_back(block.lines.size());
    block.notes.push_back(notes_of(document, i));
    block.lines.push_back(std::to_string(i - sentence.first + 1) + '\t' + form + "\t_");
  }
}

void read_text(Analyser& analyser, const Words& words_of) {
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  Document document;
  analyser.analyse(text, document);
  Block block;
  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    analyser.parse(document, s);
    cut_out(document, document.sentences[s], block);
    print(block, words_of);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool from_text = argc > 1 && std::string_view(argv[1]) == "--text";
  const int rest = from_text ? 2 : 1;
  const std::string folder = argc > rest ? argv[rest] : SITREP_MODELS;
  const benchmarks::ModelFiles models(folder);
  auto analyser = Analyser::create(models.views());
  const auto lemmatiser = Lemmatiser::open(models.lemmatiser);
  const auto morphology = Morphology::open(models.lemmatiser);
  if (!analyser || !lemmatiser || !morphology) {
    std::cerr << folder << ": "
              << describe(!analyser     ? analyser.error()
                          : !lemmatiser ? lemmatiser.error()
                                        : morphology.error())
              << '\n';
    return 1;
  }
  std::ios::sync_with_stdio(false);
  const Words words_of{*lemmatiser, *morphology};
  if (from_text) {
    read_text(*analyser, words_of);
    return 0;
  }
  Block block;
  Clock clock;
  for (std::string line; std::getline(std::cin, line);) {
    if (line.empty()) {
      finish(block, *analyser, words_of, clock);
      continue;
    }
    if (is_word(line)) block.words.push_back(block.lines.size());
    block.lines.push_back(line);
  }
  finish(block, *analyser, words_of, clock);
  std::fprintf(stderr, "%zu words, tags %.0f words/s, trees %.0f words/s\n", clock.words,
               static_cast<double>(clock.words) / clock.tags,
               static_cast<double>(clock.words) / clock.trees);
  return 0;
}
