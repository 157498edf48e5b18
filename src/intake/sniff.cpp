#include "intake/sniff.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "intake/encoding.h"

namespace sitrep {

namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::string_view reason;
};

constexpr auto kMagic = std::to_array<Magic>({
    {"PK\x03\x04"sv, "a zip archive"},
    {"PK\x05\x06"sv, "a zip archive"},
    {"%PDF-"sv, "a PDF document"},
    {"\x89PNG"sv, "a PNG picture"},
    {"\xFF\xD8\xFF"sv, "a JPEG picture"},
    {"GIF8"sv, "a GIF picture"},
    {"RIFF"sv, "a RIFF media file"},
    {"\x7F"
     "ELF"sv,
     "a program"},
    {"SQLite format 3"sv, "an SQLite database"},
    {"\x28\xB5\x2F\xFD"sv, "a zstd archive"},
    {"\xFD"
     "7zXZ"sv,
     "an xz archive"},
    {"BZh"sv, "a bzip2 archive"},
    {"7z\xBC\xAF"sv, "a 7z archive"},
    {"Rar!"sv, "a RAR archive"},
    {"\xD0\xCF\x11\xE0"sv, "an old Office document"},
    {"{\\rtf"sv, "an RTF document"},
    {"OggS"sv, "an Ogg media file"},
    {"ID3"sv, "an MP3 file"},
});

constexpr size_t kLook = 64 * 1024;

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && !is_ascii_space(c) && byte != 0x1B && byte != 0x1A;
}

// A few stray control characters are dropped later; more than that is no text.
bool is_binary(std::string_view head) {
  head = head.substr(0, kLook);
  const auto controls = static_cast<size_t>(std::count_if(head.begin(), head.end(), is_control));
  const auto nuls = static_cast<size_t>(std::count(head.begin(), head.end(), '\0'));
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
  if (is_feed(text)) return Content::feed;
  return is_html(text) ? Content::html : Content::plain;
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
  return count_tags(text.substr(0, 16 * 1024)) >= (start.starts_with('<') ? 2u : 6u);
}

Sniffed sniff(std::string_view head) {
  if (head.starts_with("\x1F\x8B")) return {Content::gzip, "a gzip archive"};
  for (const auto& magic : kMagic) {
    if (head.starts_with(magic.bytes)) return {Content::binary, magic.reason};
  }
  const Wide wide = wide_encoding(head);
  if (wide.width == 0 && is_binary(head)) return {Content::binary, "control characters, not text"};
  if (wide.width == 0) return {text_content(without_mark(head)), {}};
  return {text_content(narrowed(head.substr(0, kLook / 4 * 4), wide)), {}};
}

}  // namespace sitrep
