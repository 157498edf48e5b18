// mark_entities [MODELS]: reads texts on standard input, each ended by a line of three hyphens, and
// gives them back with marks {text|kind} around what the recogniser finds, as in training/spans.
#include <iostream>
#include <string>

#include "language/entities.h"
#include "models.h"

namespace {

using namespace sitrep;

std::string marked(const Document& document) {
  std::string out;
  uint32_t at = 0;
  for (const Sentence& sentence : document.sentences) {
    for (const EntitySpan& entity : find_entities(document, sentence)) {
      const TextSpan span = document.span_of(entity.tokens);
      out += document.text.substr(at, span.begin - at);
      out += '{';
      out += document.text.substr(span.begin, span.end - span.begin);
      out += '|';
      out += name(entity.kind);
      out += '}';
      at = span.end;
    }
  }
  out += document.text.substr(at);
  return out;
}

std::string read(Analyser& analyser, const std::string& text) {
  Document document;
  analyser.analyse(text, document);
  for (uint32_t s = 0; s < document.sentences.size(); ++s) analyser.parse(document, s);
  return marked(document);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string folder = argc > 1 ? argv[1] : SITREP_MODELS;
  const benchmarks::ModelFiles models(folder);
  auto analyser = Analyser::create(models.views());
  if (!analyser) {
    std::cerr << folder << ": " << describe(analyser.error()) << '\n';
    return 1;
  }
  std::ios::sync_with_stdio(false);
  std::string text;
  for (std::string line; std::getline(std::cin, line);) {
    if (line != "---") {
      text += line + '\n';
      continue;
    }
    std::cout << read(*analyser, text) << "---\n";
    text.clear();
  }
  if (!text.empty()) std::cout << read(*analyser, text);
  return 0;
}
