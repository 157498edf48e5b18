#include "intake/archive_sidecars.h"

#include "intake/walk.h"

namespace sitrep {

namespace {

constexpr size_t kMostHeld = 64u << 20;

Result<std::string> read_member(ArchiveReader& reader) {
  std::string bytes(kMaxSidecar + 1, '\0');
  size_t size = 0;
  while (size < bytes.size()) {
    const auto got = reader.read(bytes.data() + size, bytes.size() - size);
    if (!got) return Failure(got.error());
    if (*got == 0) break;
    size += *got;
  }
  if (size == bytes.size()) return fail(Code::too_large, "a sidecar of more than 1 MiB");
  bytes.resize(size);
  return bytes;
}

}  // namespace

Result<bool> ArchiveSidecars::add(const std::string& name, ArchiveReader& reader) {
  if (full_) return false;
  auto json = read_member(reader);
  if (!json) return Failure(json.error());
  full_ = held_ + json->size() + name.size() > kMostHeld;
  if (full_) {
    return fail(Code::too_large, "sidecars of more than 64 MiB: this and later ones are left out");
  }
  held_ += json->size() + name.size();
  json_[name] = std::move(*json);
  return true;
}

std::optional<Sidecar> ArchiveSidecars::of(const std::string& member) const {
  if (json_.empty()) return std::nullopt;
  for (auto& name : sidecar_names(member)) {
    const auto found = json_.find(name);
    if (found != json_.end()) return Sidecar{found->first, found->second};
  }
  return std::nullopt;
}

}  // namespace sitrep
