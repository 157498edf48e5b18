#include "server/assets.h"

#include <array>
#include <charconv>
#include <utility>

#include "core/text.h"
#include "server/embedded.h"

namespace sitrep::server {

namespace {

constexpr auto kTypes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", kJson},
    {".geojson", "application/geo+json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".webp", "image/webp"},
    {".jpg", "image/jpeg"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".wasm", "application/wasm"},
    {".txt", "text/plain; charset=utf-8"},
});

constexpr std::string_view kNotBuilt =
    "<!doctype html>\n<html lang=\"en\">\n<head><meta "
    "charset=\"utf-8\"><title>Sitrep</title></head>\n"
    "<body>\n<h1>The workbench is not built</h1>\n<p>This program carries no pages: it was built "
    "without <code>workbench/dist</code>. The <a href=\"/api/v1/openapi.json\">interface for "
    "programs</a> is there, and so is <a href=\"/api/v1/brief\">the "
    "brief</a>.</p>\n</body>\n</html>\n";

std::string type_of(std::string_view path) {
  for (const auto& [ending, type] : kTypes) {
    if (path.ends_with(ending)) return std::string(type);
  }
  return "application/octet-stream";
}

// Vite names what lies in assets/ by its content: another content has another name.
std::string_view caching_of(std::string_view path) {
  return path.starts_with("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
}

// A pack is a row of files, each a line "PATH\tETAG\tSIZE\tPACKED SIZE\n" with its bytes and its
// packed bytes behind it.
class PackReader {
 public:
  explicit PackReader(std::string_view pack) : left_(pack) {}

  std::optional<std::pair<std::string, ContentPtr>> next() {
    const size_t line_end = left_.find('\n');
    if (line_end == left_.npos) return std::nullopt;
    const auto cells = split(left_.substr(0, line_end), '\t');
    left_.remove_prefix(line_end + 1);
    if (cells.size() != 4) return std::nullopt;
    auto content = std::make_shared<Content>();
    content->etag = '"' + std::string(cells[1]) + '"';
    content->type = type_of(cells[0]);
    content->cache_control = caching_of(cells[0]);
    content->plain = bytes(cells[2]);
    content->gzipped = bytes(cells[3]);
    return std::pair(std::string(cells[0]), std::move(content));
  }

 private:
  std::string bytes(std::string_view digits) {
    size_t size = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), size);
    const std::string out(left_.substr(0, size));
    left_.remove_prefix(out.size());
    return out;
  }
  std::string_view left_;
};

}  // namespace

Assets::Assets(std::string_view pack) {
  PackReader reader(pack);
  while (auto file = reader.next()) files_.insert(std::move(*file));
}

ContentPtr Assets::find(const std::string& path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : found->second;
}

ContentPtr Assets::page() const {
  if (auto index = find("index.html")) return index;
  static const ContentPtr kNone = make_content(std::string(kNotBuilt), "text/html; charset=utf-8");
  return kNone;
}

const Assets& workbench() {
  static const Assets kAssets(embedded_workbench());
  return kAssets;
}

ContentPtr openapi_document() {
  static const Assets kDocument(embedded_openapi());
  static const ContentPtr kContent = [] {
    const auto found = kDocument.find("openapi.json");
    return found ? found : make_content("{}\n", kJson);
  }();
  return kContent;
}

}  // namespace sitrep::server
