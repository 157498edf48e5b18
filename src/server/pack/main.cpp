// pack_assets FOLDER_OR_FILE OUT: the files of a folder, or one file, as a pack that
// src/server/assets.cpp reads. Files that get smaller by it are packed with gzip, too.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/sha256.h"
#include "server/gzip.h"

namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> files_of(const fs::path& from) {
  std::vector<fs::path> files;
  if (fs::is_regular_file(from)) files.push_back(from);
  if (fs::is_directory(from)) {
    for (const auto& entry : fs::recursive_directory_iterator(from)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string packed(const fs::path& path, const std::string& name) {
  const std::string plain = content_of(path);
  std::string small = sitrep::server::gzip(plain, sitrep::server::kSmallest);
  if (small.size() >= plain.size()) small.clear();
  return name + '\t' + sitrep::sha256_hex(plain).substr(0, 20) + '\t' +
         std::to_string(plain.size()) + '\t' + std::to_string(small.size()) + '\n' + plain + small;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "pack_assets FOLDER_OR_FILE OUT\n");
    return 2;
  }
  const fs::path from = argv[1];
  std::ofstream out(argv[2], std::ios::binary);
  for (const fs::path& path : files_of(from)) {
    const bool alone = path == from;
    out << packed(
        path, alone ? path.filename().string() : path.lexically_relative(from).generic_string());
  }
  if (out.flush()) return 0;
  std::fprintf(stderr, "%s: can't be written\n", argv[2]);
  return 1;
}
