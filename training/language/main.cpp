// train_language OUTPUT-FOLDER FILE.conllu[.gz]...: writes tagger.model, lemmatiser.model and
// parser.model.
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "trainers.h"

namespace {

using sitrep::training::Tree;

bool write(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  std::printf("%s: %zu bytes\n", file.c_str(), bytes.size());
  std::fflush(stdout);
  return static_cast<bool>(out);
}

int train(const std::filesystem::path& folder, const std::vector<Tree>& trees) {
  using namespace sitrep::training;
  if (!write(folder / "tagger.model", train_tagger(trees, {}))) return 1;
  const std::string lemmatiser = train_lemmatiser(trees);
  if (!write(folder / "lemmatiser.model", lemmatiser)) return 1;
  return write(folder / "parser.model", train_parser(trees, lemmatiser, {})) ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: train_language OUTPUT-FOLDER FILE.conllu[.gz]...\n");
    return 2;
  }
  std::vector<Tree> trees;
  for (int i = 2; i < argc; ++i) {
    auto file = sitrep::training::read_conllu(argv[i]);
    if (!file) {
      std::fprintf(stderr, "%s\n", sitrep::describe(file.error()).c_str());
      return 1;
    }
    trees.insert(trees.end(), file->begin(), file->end());
  }
  std::printf("%zu sentences\n", trees.size());
  return train(argv[1], trees);
}
