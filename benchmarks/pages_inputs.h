// Pages for measuring: those of a folder, repeated in memory.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

namespace sitrep::benchmarks {

// Each page is a buffer of its own, so that repeats do not lie in the processor's caches.
struct Pages {
  std::vector<std::string> pages;
  size_t different = 0;
  size_t bytes = 0;  // of all

  double mean_bytes() const {
    return pages.empty() ? 0 : static_cast<double>(bytes) / static_cast<double>(pages.size());
  }
};

// The HTML files of a folder, sorted by name; empty where it has none or can't be read.
inline std::vector<std::string> read_pages(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const auto kind = entry.path().extension();
    if (kind == ".html" || kind == ".htm") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> pages;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    pages.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return pages;
}

// Those of half to one and a half times this size.
inline std::vector<std::string> of_size(const std::vector<std::string>& pages, size_t bytes) {
  std::vector<std::string> some;
  std::copy_if(pages.begin(), pages.end(), std::back_inserter(some), [&](const std::string& page) {
    return page.size() >= bytes / 2 && page.size() <= bytes + bytes / 2;
  });
  return some;
}

// In turns, until there are `count`.
inline Pages repeated(const std::vector<std::string>& different, size_t count) {
  Pages out;
  out.different = different.size();
  for (size_t i = 0; i < count && !different.empty(); ++i) {
    out.pages.push_back(different[i % different.size()]);
    out.bytes += out.pages.back().size();
  }
  return out;
}

}  // namespace sitrep::benchmarks
