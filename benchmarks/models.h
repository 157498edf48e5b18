// The language models as these programs open them: files of a folder, not the knowledge file.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "language/analyser.h"

#ifndef SITREP_MODELS
#define SITREP_MODELS "models"
#endif

namespace sitrep::benchmarks {

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A file that is missing is empty, which the analyser refuses by name.
struct ModelFiles {
  explicit ModelFiles(const std::string& folder)
      : tagger(read_file(folder + "/tagger.model")),
        lemmatiser(read_file(folder + "/lemmatiser.model")),
        parser(read_file(folder + "/parser.model")) {}
  LanguageModels views() const { return {tagger, lemmatiser, parser}; }

  std::string tagger, lemmatiser, parser;
};

}  // namespace sitrep::benchmarks
