#include "intake/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "core/text.h"
#include "intake/encoding.h"

namespace sitrep {

// What libarchive reads from. It is asked back through C functions.
struct ArchiveReader::Input {
  explicit Input(ByteSource& from) : source(from) {}
  ByteSource& source;
  uint64_t position = 0;
  std::optional<Error> failure;
  std::string buffer = std::string(size_t{64} * 1024, '\0');
};

namespace {

constexpr uint64_t kMostDirectory = 16u << 20;  // some 200,000 members

uint64_t little_endian(std::string_view bytes) {
  uint64_t value = 0;
  for (size_t i = bytes.size(); i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

std::string read_tail(ByteSource& source, uint64_t size) {
  std::string tail(std::min<uint64_t>(size, 65535 + 22), '\0');
  if (!source.seek(size - tail.size())) return {};
  for (size_t at = 0; at < tail.size();) {
    const auto got = source.read(tail.data() + at, tail.size() - at);
    if (!got || *got == 0) return {};
    at += *got;
  }
  return tail;
}

// APPNOTE.TXT 4.3.16: the end of the central directory says its size at byte 12; a directory beyond
// 4 GiB has a size of all ones there.
bool has_small_directory(ByteSource& source) {
  const auto size = source.size();
  if (!size || !source.seek(0)) return false;
  const std::string tail = read_tail(source, *size);
  source.seek(0);
  const size_t end = tail.rfind("PK\x05\x06");
  return end != tail.npos && end + 22 <= tail.size() &&
         little_endian(std::string_view(tail).substr(end + 12, 4)) <= kMostDirectory;
}

std::string tidy_name(std::string name) {
  name = valid_utf8(std::move(name));
  const auto odd = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  std::replace_if(name.begin(), name.end(), odd, '?');
  while (name.starts_with("./")) name.erase(0, 2);
  return name;
}

ArchiveMember member_of(archive* a, archive_entry* entry) {
  const char* name = archive_entry_pathname(entry);
  if (name == nullptr) name = archive_entry_pathname_utf8(entry);
  ArchiveMember member;
  member.name = tidy_name(name == nullptr ? "" : name);
  const auto type = archive_entry_filetype(entry);
  member.is_file = (type == AE_IFREG || type == 0) && !member.name.ends_with('/') &&
                   archive_entry_hardlink(entry) == nullptr;
  member.is_encrypted = archive_entry_is_encrypted(entry) != 0;
  member.position = archive_read_header_position(a);
  return member;
}

}  // namespace

void ArchiveReader::Free::operator()(archive* a) const { archive_read_free(a); }
void ArchiveReader::FreeInput::operator()(Input* input) const { delete input; }

ArchiveReader::ArchiveReader(ByteSource& source, Kind kind, uint64_t most_held)
    : most_held_(most_held), input_(new Input(source)), archive_(archive_read_new()) {
  archive* a = archive_.get();
  const bool seekable = source.size().has_value() && source.seek(0);
  if (kind == Kind::tar) {
    archive_read_support_format_tar(a);
  } else {
    archive_read_support_format_zip_streamable(a);
    if (has_small_directory(source)) archive_read_support_format_zip_seekable(a);
  }
  archive_read_set_read_callback(a, [](archive* self, void* data, const void** bytes) {
    auto& input = *static_cast<Input*>(data);
    *bytes = input.buffer.data();
    const auto got = input.source.read(input.buffer.data(), input.buffer.size());
    if (!got) {
      input.failure = got.error();
      archive_set_error(self, EIO, "%s", got.error().message.c_str());
      return la_ssize_t{ARCHIVE_FATAL};
    }
    input.position += *got;
    return static_cast<la_ssize_t>(*got);
  });
  if (seekable) {
    archive_read_set_seek_callback(a, [](archive*, void* data, la_int64_t offset, int whence) {
      auto& input = *static_cast<Input*>(data);
      const auto size = static_cast<la_int64_t>(input.source.size().value_or(0));
      const auto base = whence == SEEK_SET   ? 0
                        : whence == SEEK_END ? size
                                             : static_cast<la_int64_t>(input.position);
      const la_int64_t to = std::clamp<la_int64_t>(base + offset, 0, size);
      if (!input.source.seek(static_cast<uint64_t>(to))) return la_int64_t{ARCHIVE_FATAL};
      input.position = static_cast<uint64_t>(to);
      return to;
    });
  }
  archive_read_set_callback_data(a, input_.get());
  archive_read_open1(a);
}

Failure ArchiveReader::failure(const char* what) const {
  if (input_->failure) return Failure(*input_->failure);
  const char* why = archive_error_string(archive_.get());
  std::string message(what);
  if (why != nullptr && *why != '\0') message.append(": ").append(lower_ascii(why));
  return fail(Code::malformed, std::move(message), {}, 0,
              archive_read_header_position(archive_.get()));
}

// Their dictionaries are as large as the member's header says, up to 4 GiB. libarchive names a zip
// entry's way of packing behind the format ("ZIP 6.3 (lzma)"), and takes no limit for it.
bool ArchiveReader::holds_all() const {
  const char* format = archive_format_name(archive_.get());
  const std::string_view way = format == nullptr ? "" : format;
  return way.find("lzma") != way.npos || way.find("xz") != way.npos || way.find("ppmd") != way.npos;
}

std::optional<Result<ArchiveMember>> ArchiveReader::next() {
  if (ended_) return std::nullopt;
  held_ = 0;
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(archive_.get(), &entry);
  if (status == ARCHIVE_OK || status == ARCHIVE_WARN) return member_of(archive_.get(), entry);
  ended_ = status == ARCHIVE_EOF || status == ARCHIVE_FATAL;
  if (status == ARCHIVE_EOF) return std::nullopt;
  return failure("damaged archive");
}

Result<size_t> ArchiveReader::read(char* to, size_t most) {
  const auto got = archive_read_data(archive_.get(), to, most);
  if (got < 0) return failure("can't be unpacked");
  held_ += static_cast<uint64_t>(got);
  if (held_ > most_held_ && holds_all())
    return fail(Code::too_large, "packed in a way that would hold all of it in memory");
  return static_cast<size_t>(got);
}

}  // namespace sitrep
