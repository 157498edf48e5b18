// zip and tar archives in memory, for tests.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <utility>
#include <vector>

namespace sitrep {

using Members = std::vector<std::pair<std::string, std::string>>;  // names and contents

// `format`: "zip", "ustar", "gnutar", "pax"; `options` of libarchive: "compression=store".
inline std::string made_archive(const std::string& format, const Members& members,
                                const std::string& options = {}) {
  size_t size = 1u << 20;
  for (const auto& [name, content] : members) size += 2 * name.size() + content.size() + 4096;
  std::string out(size, '\0');
  archive* a = archive_write_new();
  archive_write_set_format_by_name(a, format.c_str());
  archive_write_add_filter_none(a);
  archive_write_set_bytes_in_last_block(a, 1);
  archive_write_set_passphrase(a, "secret");
  archive_write_set_options(a, options.c_str());
  archive_write_open_memory(a, out.data(), out.size(), &size);
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_write_header(a, entry);
    archive_write_data(a, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  out.resize(size);
  return out;
}

}  // namespace sitrep
