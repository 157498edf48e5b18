// Inputs as named on the command line to the files they stand for, one at a time.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitrep/result.h"

namespace sitrep {

// Goes through files and folders (recursive, sorted by name) in the order given. Hidden files,
// NAME.meta.json sidecars of other files and folders behind links are passed over.
class Walk {
 public:
  explicit Walk(std::vector<std::string> inputs);
  std::optional<Result<std::string>> next();  // a file's path, "-" for standard input

 private:
  Result<bool> open_folder(const std::filesystem::path& folder, bool named);
  std::vector<std::filesystem::path> waiting_;  // last first
  size_t named_ = 0;                            // of these, how many stand as the caller named them
};

inline constexpr size_t kMaxSidecar = 1u << 20;

bool is_sidecar_name(std::string_view name);  // NAME.meta.json

// How the sidecar of a file may be called, the first that is there counts: by the file's full name,
// or by its stem.
std::vector<std::string> sidecar_names(const std::string& file);

// The metadata file of an input, where there is one: beside it, by its full name or its stem.
std::optional<std::string> sidecar_of(const std::string& path);

}  // namespace sitrep
