#include "intake/sniff.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "intake/encoding.h"
#include "intake/mail.h"
#include "intake/table.h"
#include "intake/warc_header.h"
#include "intake/zstd_decoder.h"

namespace sitrep {

namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::string_view reason;
};

constexpr auto kMagic = std::to_array<Magic>({
    {"\x89PNG"sv, "a PNG picture"},
    {"\xFF\xD8\xFF"sv, "a JPEG picture"},
    {"GIF8"sv, "a GIF picture"},
    {"RIFF"sv, "a RIFF media file"},
    {"\x7F"
     "ELF"sv,
     "a program"},
    {"SQLite format 3"sv, "an SQLite database"},
    {"7z\xBC\xAF"sv, "a 7z archive"},
    {"Rar!"sv, "a RAR archive"},
    {"\xD0\xCF\x11\xE0"sv, "an old Office document"},
    {"{\\rtf"sv, "an RTF document"},
    {"OggS"sv, "an Ogg media file"},
    {"ID3"sv, "an MP3 file"},
});

struct Container {
  std::string_view bytes;
  Sniffed sniffed;
};

const auto kContainers = std::to_array<Container>({
    {"\x1F\x8B"sv, {Content::packed, "a gzip archive", Packing::gzip}},
    {"\xFD"
     "7zXZ\0"sv,
     {Content::packed, "an xz archive", Packing::xz}},
    {"PK\x03\x04"sv, {Content::zip, "a zip archive"}},
    {"PK\x05\x06"sv, {Content::zip, "a zip archive"}},  // an empty one
    {"PK\x07\x08"sv, {Content::zip, "a zip archive"}},  // in parts
});

constexpr size_t kLook = size_t{64} * 1024;

bool is_bzip2(std::string_view head) {
  const auto block =
      head.substr(std::min<size_t>(head.size(), 4), 6);  // or its end, of an empty one
  return head.starts_with("BZh") && (block == "1AY&SY" || block == "\x17\x72\x45\x38\x50\x90");
}

// "ustar" of POSIX and GNU; the older form has but its checksum, six octal digits at 148, which is
// the sum of all bytes of the header with spaces in its own place.
bool is_tar(std::string_view head) {
  constexpr size_t kBlock = 512;
  constexpr size_t kSumAt = 148;
  constexpr size_t kSumSize = 8;
  if (head.size() < kBlock) return false;
  size_t sum = kSumSize * ' ';
  for (size_t i = 0; i < kBlock; ++i) {
    if (i < kSumAt || i >= kSumAt + kSumSize) sum += static_cast<unsigned char>(head[i]);
  }
  const auto digits = trim(head.substr(kSumAt, 7));
  size_t stated = 0;
  for (size_t i = 0; i < digits.size() && digits[i] >= '0' && digits[i] <= '7'; ++i) {
    stated = stated * 8 + static_cast<size_t>(digits[i] - '0');
  }
  return head[0] != '\0' && sum == stated;
}

// Without branches and with small sums, so that compilers look at many bytes at once.
template <typename Is>
size_t count_bytes(std::string_view text, Is is) {
  size_t count = 0;
  while (!text.empty()) {
    const auto some = text.substr(0, 255);
    uint8_t sum = 0;
    for (const char c : some) sum = static_cast<uint8_t>(sum + is(static_cast<uint8_t>(c)));
    count += sum;
    text.remove_prefix(some.size());
  }
  return count;
}

uint8_t is_control(uint8_t byte) {
  const bool space = static_cast<uint8_t>(byte - '\t') <= '\r' - '\t';
  return (byte < 0x20) & !space & (byte != 0x1B) & (byte != 0x1A);
}

// A few stray control characters are dropped later; more than that is no text.
bool is_binary(std::string_view head) {
  head = head.substr(0, kLook);
  const size_t controls = count_bytes(head, is_control);
  const size_t nuls = count_bytes(head, [](uint8_t byte) { return byte == 0; });
  return (nuls >= 3 && controls * 200 > head.size()) ||
         (controls >= 3 && controls * 20 > head.size());
}

bool starts_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(),
                                                   [](char a, char b) { return a == to_lower(b); });
}

std::string_view skip_to_markup(std::string_view text) {
  for (;;) {
    text = trim(text);
    const bool comment = text.starts_with("<!--");
    if (!comment && !text.starts_with("<?")) return text;
    const size_t end = text.find(comment ? "-->" : "?>");
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + (comment ? 3 : 2));
  }
}

size_t count_tags(std::string_view text) {
  constexpr auto kTags = std::to_array<std::string_view>(
      {"<p>", "<p ", "</p>", "<div", "</div", "<br", "<a href", "<span", "<meta", "<body", "</a>"});
  size_t count = 0;
  for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const auto rest = text.substr(at, 8);
    count += std::any_of(kTags.begin(), kTags.end(),
                         [&](auto tag) { return starts_ignoring_case(rest, tag); });
  }
  return count;
}

// By its root element, whatever prefix that has; or behind what a server's script complained about.
bool is_feed(std::string_view text) {
  constexpr size_t kComplaints = 2048;
  text = text.substr(0, kLook);
  if (text.substr(0, kComplaints).find("<rss version=") != std::string_view::npos) return true;
  text = skip_to_markup(text);
  if (starts_ignoring_case(text, "<!doctype")) text = trim(text.substr(text.find('>') + 1));
  if (!text.starts_with('<')) return false;
  const size_t end = std::min(text.find_first_of(" \t\r\n/>", 1), text.size());
  const std::string name = lower_ascii(text.substr(1, std::min(end, size_t{64}) - 1));
  const std::string local = name.substr(name.find(':') + 1);  // npos + 1 is 0
  return local == "rss" || local == "feed" || name == "rdf:rdf";
}

std::string_view without_mark(std::string_view head) {
  return head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head;
}

Content text_content(std::string_view text) {
  const auto start = trim(text);
  const auto inner = start.empty() ? start : trim(start.substr(1));
  if (start.starts_with('{') && (inner.starts_with('"') || inner.starts_with('}'))) {
    return Content::json_object;
  }
  if (start.starts_with('[') && (inner.starts_with('{') || inner.starts_with(']'))) {
    return Content::json_array;
  }
  if (is_mbox(text)) return Content::mbox;
  if (is_mail(text)) return Content::mail;
  if (is_feed(text)) return Content::feed;
  if (is_html(text)) return Content::html;
  return is_table(text) ? Content::table : Content::plain;
}

}  // namespace

bool is_json_feed(std::string_view head) {
  constexpr size_t kWhereVersionsStand = 4096;
  head = head.substr(0, kWhereVersionsStand);
  return head.find("\"https://jsonfeed.org/version/") != std::string_view::npos ||
         head.find("\"https:\\/\\/jsonfeed.org\\/version\\/") != std::string_view::npos;
}

bool is_html(std::string_view text) {
  text = text.substr(0, kLook);
  const auto start = skip_to_markup(text);
  for (auto tag :
       {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<article"sv, "<title"sv, "<meta"sv}) {
    if (starts_ignoring_case(start, tag)) return true;
  }
  return count_tags(text.substr(0, kLook / 4)) >= (start.starts_with('<') ? 2u : 6u);
}

Sniffed sniff(std::string_view head) {
  for (const auto& container : kContainers) {
    if (head.starts_with(container.bytes)) return container.sniffed;
  }
  if (head.starts_with("%PDF-")) return {Content::pdf, {}};
  if (is_zstd(head)) return {Content::packed, "a zstd archive", Packing::zstd};
  if (is_bzip2(head)) return {Content::packed, "a bzip2 archive", Packing::bzip2};
  if (is_tar(head)) return {Content::tar, "a tar archive"};
  if (is_warc_mark(head)) return {Content::warc, "a WARC archive"};
  for (const auto& magic : kMagic) {
    if (head.starts_with(magic.bytes)) return {Content::binary, magic.reason};
  }
  const Wide wide = wide_encoding(head);
  if (wide.width == 0 && is_binary(head)) return {Content::binary, "control characters, not text"};
  if (wide.width == 0) return {text_content(without_mark(head)), {}};
  return {text_content(narrowed(head.substr(0, kLook / 4 * 4), wide)), {}};
}

}  // namespace sitrep
