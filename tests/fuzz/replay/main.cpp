// replay_TARGET FOLDER: every file of the folder through the fuzz target, without libFuzzer.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "fuzz.h"

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int argc, char** argv) {
  const auto files = argc == 2 ? files_of(argv[1]) : std::vector<fs::path>();
  if (files.empty()) {
    std::fputs("usage: replay_TARGET FOLDER_WITH_FILES\n", stderr);
    return 2;
  }
  for (const auto& file : files) {
    std::fprintf(stderr, "%s\n", file.c_str());  // the last one printed is the one that failed
    const std::string bytes = content_of(file);
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  }
  std::printf("%zu files replayed\n", files.size());
  return 0;
}
