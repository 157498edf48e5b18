// compile_knowledge DICTIONARIES MODELS OUT: what the build runs to make the knowledge file.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "knowledge/compiler.h"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: compile_knowledge DICTIONARIES MODELS OUT\n", stderr);
    return 2;
  }
  const auto compiled = sitrep::knowledge::compile(argv[1], argv[2]);
  for (const auto& problem : compiled.problems) {
    std::fprintf(stderr, "%s\n", sitrep::describe(problem).c_str());
  }
  if (!compiled.problems.empty()) return 1;
  const std::string part = std::string(argv[3]) + ".part";
  std::ofstream out(part, std::ios::binary);
  out.write(compiled.bytes.data(), static_cast<std::streamsize>(compiled.bytes.size()));
  out.close();
  if (!out) {
    std::fprintf(stderr, "%s: can't be written\n", part.c_str());
    return 1;
  }
  std::filesystem::rename(part, argv[3]);
  return 0;
}
