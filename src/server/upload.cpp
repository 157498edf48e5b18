#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "core/sha256.h"
#include "core/text.h"
#include "server/jobs.h"

namespace sitrep::server {

namespace {

namespace fs = std::filesystem;

constexpr size_t kLongestName = 120;  // bytes

// The last part of a path, without what a file system or a reader of inputs takes for something
// else.
std::string safe_name(const std::string& given) {
  std::string name = given.substr(given.find_last_of("/\\") + 1);
  for (char& c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '_';
  }
  name.erase(0, std::min(name.find_first_not_of('.'), name.size()));  // those are passed over
  if (name.size() > kLongestName) {
    size_t cut = name.size() - kLongestName;
    while (cut < name.size() && is_continuation(name[cut])) ++cut;
    name.erase(0, cut);  // its ending says what it is
  }
  return name.empty() ? "file" : name;
}

}  // namespace

struct Upload::File {
  std::ofstream stream;
  Sha256 digest;
};

Upload::Upload() = default;
Upload::Upload(Upload&& other) noexcept
    : file_(std::move(other.file_)),
      folder_(std::exchange(other.folder_, {})),
      path_(std::move(other.path_)),
      name_(std::move(other.name_)),
      digest_(std::move(other.digest_)),
      size_(other.size_) {}

Upload& Upload::operator=(Upload&& other) noexcept {
  std::swap(file_, other.file_);
  folder_.swap(other.folder_);
  path_.swap(other.path_);
  name_.swap(other.name_);
  digest_.swap(other.digest_);
  std::swap(size_, other.size_);
  return *this;
}

Upload::~Upload() {
  std::error_code ignored;
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
}

Result<Upload> Upload::create(const std::string& file_name) {
  Upload upload;
  upload.name_ = safe_name(file_name);
  std::error_code failed;
  std::string folder = (fs::temp_directory_path(failed) / "sitrep-upload-XXXXXX").string();
  if (failed || !mkdtemp(folder.data()))
    return fail(Code::io_failed, "there is no room for files that are brought in");
  upload.folder_ = folder;
  upload.path_ = folder + "/" + upload.name_;
  upload.file_ = std::make_unique<File>();
  upload.file_->stream.open(upload.path_, std::ios::binary);
  if (!upload.file_->stream) return fail(Code::io_failed, "the file can't be kept");
  return upload;
}

bool Upload::write(const char* bytes, size_t size) {
  size_ += size;
  file_->digest.add({bytes, size});
  return static_cast<bool>(file_->stream.write(bytes, static_cast<std::streamsize>(size)));
}

Result<void> Upload::finish() {
  file_->stream.close();
  if (!file_->stream) return fail(Code::io_failed, "the file can't be kept: the disk is full?");
  digest_ = file_->digest.hex();
  file_.reset();
  return {};
}

}  // namespace sitrep::server
