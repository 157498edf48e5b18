#include "intake/walk.h"

#include <algorithm>

namespace sitrep {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kSidecar = ".meta.json";

bool has_owner(const fs::path& sidecar) {
  std::string stem = sidecar.filename().string();
  stem.resize(stem.size() - kSidecar.size());
  std::error_code error;
  const fs::path folder = sidecar.has_parent_path() ? sidecar.parent_path() : fs::path(".");
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (name == stem || (name.starts_with(stem + ".") && !is_sidecar_name(name))) return true;
  }
  return false;
}

Failure failure_of(const std::error_code& error, const fs::path& path) {
  const bool missing = error == std::errc::no_such_file_or_directory;
  return fail(missing ? Code::not_found : Code::unreadable, error.message(), path.string());
}

}  // namespace

Walk::Walk(std::vector<std::string> inputs) : named_(inputs.size()) {
  waiting_.assign(inputs.rbegin(), inputs.rend());
}

std::optional<Result<std::string>> Walk::next() {
  while (!waiting_.empty()) {
    const fs::path path = std::move(waiting_.back());
    const bool named = waiting_.size() <= named_;
    waiting_.pop_back();
    named_ = std::min(named_, waiting_.size());
    if (named && path == "-") return path.string();
    std::error_code error;
    const auto status = fs::status(path, error);
    if (error || !fs::exists(status)) {
      return failure_of(error ? error : std::make_error_code(std::errc::no_such_file_or_directory),
                        path);
    }
    if (fs::is_directory(status)) {
      if (!named && fs::is_symlink(path, error)) continue;  // could lead in a circle
      if (auto opened = open_folder(path, named); !opened) return Failure(opened.error());
      continue;
    }
    if (!named && !fs::is_regular_file(status)) continue;
    if (is_sidecar_name(path.string()) && (!named || has_owner(path))) continue;
    return path.string();
  }
  return std::nullopt;
}

Result<bool> Walk::open_folder(const fs::path& folder, bool named) {
  std::error_code error;
  std::vector<fs::path> names;
  for (auto it = fs::directory_iterator(folder, error); !error && it != fs::directory_iterator();
       it.increment(error)) {
    if (!it->path().filename().string().starts_with('.')) names.push_back(it->path());
  }
  if (error) return failure_of(error, folder);
  if (named && names.empty()) return fail(Code::empty_input, "an empty folder", folder.string());
  std::sort(names.rbegin(), names.rend());
  waiting_.insert(waiting_.end(), names.begin(), names.end());
  return true;
}

bool is_sidecar_name(std::string_view name) { return name.ends_with(kSidecar); }

std::vector<std::string> sidecar_names(const std::string& file) {
  std::vector<std::string> names;
  for (fs::path name = file; !name.filename().empty(); name.replace_extension()) {
    names.push_back(name.string().append(kSidecar));
    if (!name.has_extension()) break;
  }
  return names;
}

std::optional<std::string> sidecar_of(const std::string& path) {
  if (path == "-") return std::nullopt;
  std::error_code error;
  for (auto& name : sidecar_names(path)) {
    if (fs::is_regular_file(name, error)) return std::move(name);
  }
  return std::nullopt;
}

}  // namespace sitrep
