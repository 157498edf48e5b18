// train_language linear MODELS TAGGED TREES FILE.conllu[.gz]...   tagger.model and
//                                                           lemmatiser.model; the tagger learns
//                                                           from TAGGED and TREES (CoNLL-U without
//                                                           lemmas), too
// train_language export MODELS FOLDER TAGGED FILE...        what the parser's network learns from
// train_language held-out MODELS FOLDER NAME FILE...        what it is measured on
// train_language texts MODELS FOLDER NAME FORM FILE...     the same, without trees; marked.h has
// the forms train_language pack FOLDER WEIGHTS PARSER.model           what it has learnt, as a
// model
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>

#include "examples.h"
#include "pack_parser.h"
#include "tagged.h"
#include "trainers.h"

namespace {

using sitrep::training::Tree;
namespace fs = std::filesystem;

bool write(const fs::path& file, const std::string& bytes) {
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  std::printf("%s: %zu bytes\n", file.c_str(), bytes.size());
  std::fflush(stdout);
  return static_cast<bool>(out);
}

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool read_trees(std::span<char*> files, std::vector<Tree>& trees) {
  for (const char* name : files) {
    auto file = sitrep::training::read_conllu(name);
    if (!file) {
      std::fprintf(stderr, "%s\n", sitrep::describe(file.error()).c_str());
      return false;
    }
    trees.insert(trees.end(), file->begin(), file->end());
  }
  std::printf("%zu sentences\n", trees.size());
  return true;
}

int done(const sitrep::Result<size_t>& written) {
  if (!written) return std::fprintf(stderr, "%s\n", sitrep::describe(written.error()).c_str()), 1;
  std::printf("%zu sentences written\n", *written);
  return 0;
}

bool read_tagged(const char* name, std::string_view tagger, std::vector<Tree>& trees) {
  const auto texts = sitrep::training::read_tagged(name);
  if (!texts) return std::fprintf(stderr, "%s\n", sitrep::describe(texts.error()).c_str()), false;
  trees = sitrep::training::tagged_trees(*texts, tagger);
  return true;
}

int linear(std::span<char*> arguments) {
  std::vector<Tree> trees, tagged;
  if (!read_trees(arguments.subspan(3), trees)) return 1;
  const std::string lemmatiser = sitrep::training::train_lemmatiser(trees);
  if (!read_trees(arguments.subspan(2, 1), trees)) return 1;
  // The tags that are not marked are those of a tagger that has not learnt the others.
  if (!read_tagged(arguments[1], sitrep::training::train_tagger(trees, {}), tagged)) return 1;
  trees.insert(trees.end(), tagged.begin(), tagged.end());
  const fs::path models(arguments[0]);
  const bool written = write(models / "tagger.model", sitrep::training::train_tagger(trees, {})) &&
                       write(models / "lemmatiser.model", lemmatiser);
  return written ? 0 : 1;
}

int export_examples(std::span<char*> arguments) {
  std::vector<Tree> trees;
  const fs::path models(arguments[0]);
  sitrep::training::ExampleOptions options;
  if (!read_trees(arguments.subspan(3), trees) ||
      !read_tagged(arguments[2], read(models / "tagger.model"), options.tagged))
    return 1;
  const std::string lemmatiser = read(models / "lemmatiser.model");
  return done(sitrep::training::export_training(trees, lemmatiser, arguments[1], options));
}

int held_out(std::span<char*> arguments) {
  std::vector<Tree> trees;
  if (!read_trees(arguments.subspan(3), trees)) return 1;
  const fs::path models(arguments[0]);
  return done(sitrep::training::export_held_out(
      trees, {read(models / "tagger.model"), read(models / "lemmatiser.model")}, arguments[1],
      arguments[2]));
}

using TextReader =
    sitrep::Result<std::vector<sitrep::training::MarkedText>> (*)(const std::string&);

TextReader reader_of(const std::string& form) {
  if (form == "marked") return sitrep::training::read_marked;
  if (form == "names") return sitrep::training::read_names;
  if (form == "tagged") return sitrep::training::read_tagged;
  return form == "plain" ? sitrep::training::read_plain : nullptr;
}

int texts(std::span<char*> arguments) {
  const TextReader read_texts = reader_of(arguments[3]);
  if (!read_texts) return std::fprintf(stderr, "%s: not a form\n", arguments[3]), 2;
  std::vector<sitrep::training::MarkedText> all;
  for (const char* name : arguments.subspan(4)) {
    const auto file = read_texts(name);
    if (!file) return std::fprintf(stderr, "%s\n", sitrep::describe(file.error()).c_str()), 1;
    all.insert(all.end(), file->begin(), file->end());
  }
  const fs::path models(arguments[0]);
  return done(sitrep::training::export_texts(
      all, {read(models / "tagger.model"), read(models / "lemmatiser.model")}, arguments[1],
      arguments[2]));
}

int pack(std::span<char*> arguments) {
  const auto blob = sitrep::training::pack_parser(arguments[0], arguments[1]);
  if (!blob) return std::fprintf(stderr, "%s\n", sitrep::describe(blob.error()).c_str()), 1;
  return write(arguments[2], *blob) ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string verb = argc > 1 ? argv[1] : "";
  const std::span<char*> rest(argv + std::min(argc, 2), argv + argc);
  if (verb == "linear" && rest.size() >= 4) return linear(rest);
  if (verb == "export" && rest.size() >= 4) return export_examples(rest);
  if (verb == "held-out" && rest.size() >= 4) return held_out(rest);
  if (verb == "texts" && rest.size() >= 5) return texts(rest);
  if (verb == "pack" && rest.size() == 3) return pack(rest);
  std::fprintf(stderr,
               "usage: train_language linear MODELS TAGGED TREES FILE.conllu...\n"
               "       train_language export MODELS FOLDER TAGGED FILE.conllu...\n"
               "       train_language held-out MODELS FOLDER NAME FILE.conllu...\n"
               "       train_language texts MODELS FOLDER NAME marked|names|tagged|plain FILE...\n"
               "       train_language pack FOLDER WEIGHTS PARSER.model\n");
  return 2;
}
