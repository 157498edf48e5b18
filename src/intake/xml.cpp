#include "intake/xml.h"

#include <expat.h>

#include <array>
#include <limits>
#include <memory>

#include "core/text.h"
#include "intake/html_entities.h"

namespace sitrep {

namespace {

constexpr char kSeparator = '\n';  // between namespace and local name; in neither
constexpr int kDeepest = 256;

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

XmlName name_of(const XML_Char* name) {
  const std::string_view whole(name);
  const size_t at = whole.rfind(kSeparator);
  if (at == std::string_view::npos) return {{}, whole};
  return {whole.substr(0, at), whole.substr(at + 1)};
}

struct Reading {
  XML_Parser parser = nullptr;
  XmlHandler* handler = nullptr;
  std::vector<XmlAttribute> attributes = {};
  int depth = 0;
  const char* refused = nullptr;

  void stop(const char* reason) {
    refused = reason;
    XML_StopParser(parser, XML_FALSE);
  }
};

void on_open(void* user, const XML_Char* name, const XML_Char** attributes) {
  auto& reading = *static_cast<Reading*>(user);
  if (++reading.depth > kDeepest) return reading.stop("elements within elements without measure");
  reading.attributes.clear();
  for (; attributes[0] != nullptr; attributes += 2)
    reading.attributes.push_back({name_of(attributes[0]), attributes[1]});
  reading.handler->open(name_of(name), reading.attributes);
}

void on_close(void* user, const XML_Char* name) {
  auto& reading = *static_cast<Reading*>(user);
  --reading.depth;
  reading.handler->close(name_of(name));
}

void on_text(void* user, const XML_Char* text, int size) {
  static_cast<Reading*>(user)->handler->text({text, static_cast<size_t>(size)});
}

void on_document_type(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  static_cast<Reading*>(user)->stop("a document type where none may stand");
}

bool is_name_start(char c) {
  return is_lower(to_lower(c)) || c == '_' || c == ':' || (c & 0x80) != 0;
}

bool is_xml_char(char32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c < 0xD800) ||
         (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c <= 0x10FFFF);
}

class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text) {}

  std::string run() {
    out_.reserve(text_.size() + text_.size() / 16);
    while (at_ < text_.size()) {
      const size_t plain = at_;
      while (at_ < text_.size() && is_plain(text_[at_])) ++at_;
      out_.append(text_.substr(plain, at_ - plain));
      if (at_ < text_.size()) step();
    }
    return std::move(out_);
  }

 private:
  static bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '&' && c != '<' && c != '\xEF';
  }

  void step() {
    const char c = text_[at_];
    if (c == '&') return reference();
    if (c == '<') return markup();
    if (c == '\xEF') return last_of_plane();
    if (is_ascii_space(c) && c != '\v' && c != '\f') out_ += c;
    ++at_;
  }

  // U+FFFE and U+FFFF are no characters.
  void last_of_plane() {
    const auto three = text_.substr(at_, 3);
    if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
      out_ += "\uFFFD";
      at_ += 3;
    } else {
      out_ += text_[at_++];
    }
  }

  void reference() {
    size_t end = at_ + 1;
    while (end < text_.size() && end - at_ < 32 && (is_word_byte(text_[end]) || text_[end] == '#'))
      ++end;
    if (end == text_.size() || text_[end] != ';' || end == at_ + 1) return bare("&amp;");
    const auto whole = text_.substr(at_, end + 1 - at_);
    at_ = end + 1;
    constexpr auto kOfXml =
        std::to_array<std::string_view>({"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"});
    for (const auto known : kOfXml) {
      if (whole == known) return static_cast<void>(out_ += whole);
    }
    character(whole);
  }

  void character(std::string_view whole) {
    const std::string decoded_text = decoded(whole);
    if (decoded_text == whole) {
      out_.append("&amp;").append(whole.substr(1));
      return;
    }
    size_t i = 0;
    const char32_t point = next_code_point(decoded_text, i);
    if (!is_xml_char(point)) return;
    if (point == U'<' || point == U'&') {
      out_ += point == U'<' ? "&lt;" : "&amp;";
    } else {
      out_ += decoded_text;
    }
  }

  void bare(std::string_view instead) {
    out_ += instead;
    ++at_;
  }

  void markup() {
    const auto rest = text_.substr(at_);
    if (rest.starts_with("<![CDATA[")) return verbatim("]]>");
    if (rest.starts_with("<!--")) return skip("-->");
    if (rest.starts_with("<?")) return skip("?>");
    const char next = rest.size() > 1 ? rest[1] : ' ';
    const bool closes = next == '/' && rest.size() > 2 && is_name_start(rest[2]);
    if (!closes && !is_name_start(next)) return bare("&lt;");
    out_ += '<';
    ++at_;
  }

  // Nothing in it is markup; but no control character may stand even there.
  void verbatim(std::string_view end) {
    const size_t found = text_.find(end, at_);
    const size_t behind = found == std::string_view::npos ? text_.size() : found + end.size();
    for (; at_ < behind; ++at_) {
      if (static_cast<unsigned char>(text_[at_]) >= 0x20 || text_[at_] == '\n' ||
          text_[at_] == '\r' || text_[at_] == '\t') {
        if (text_[at_] == '\xEF') {
          last_of_plane();
          --at_;
        } else {
          out_ += text_[at_];
        }
      }
    }
  }

  void skip(std::string_view end) {
    const size_t found = text_.find(end, at_);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  }

  std::string_view text_;
  std::string out_;
  size_t at_ = 0;
};

}  // namespace

std::optional<XmlFault> read_xml(std::string_view utf8, XmlHandler& handler, XmlExtent extent) {
  if (utf8.size() > std::numeric_limits<int>::max())
    return XmlFault{"too much XML in one piece", 0};
  const std::unique_ptr<XML_ParserStruct, FreeParser> parser(
      XML_ParserCreateNS("UTF-8", kSeparator));
  if (!parser) return XmlFault{"expat has no memory", 0};
  Reading reading{parser.get(), &handler};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_open, on_close);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_document_type);
  const bool whole = extent == XmlExtent::whole;
  if (XML_Parse(parser.get(), utf8.data(), static_cast<int>(utf8.size()), whole) == XML_STATUS_OK)
    return std::nullopt;
  const XML_Index position = XML_GetCurrentByteIndex(parser.get());
  return XmlFault{
      reading.refused ? reading.refused : XML_ErrorString(XML_GetErrorCode(parser.get())),
      position < 0 ? utf8.size() : static_cast<size_t>(position)};
}

std::string mended_xml(std::string_view utf8) { return Mender(utf8).run(); }

std::string_view value_of(const std::vector<XmlAttribute>& attributes, XmlName name) {
  for (const XmlAttribute& attribute : attributes) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

std::string_view value_of(const std::vector<XmlAttribute>& attributes, std::string_view local) {
  return value_of(attributes, XmlName{{}, local});
}

}  // namespace sitrep
