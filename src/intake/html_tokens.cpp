#include "intake/html_tokens.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "intake/html_entities.h"

namespace sitrep {

namespace {

// In the order of Tag, without `none` and `other`; sorted by name.
constexpr auto kNames = std::to_array<std::string_view>(
    {"a",          "abbr",     "address", "article",  "aside",      "audio",   "b",      "base",
     "blockquote", "body",     "br",      "button",   "canvas",     "caption", "center", "cite",
     "code",       "col",      "dd",      "del",      "details",    "dialog",  "div",    "dl",
     "dt",         "em",       "embed",   "fieldset", "figcaption", "figure",  "font",   "footer",
     "form",       "h1",       "h2",      "h3",       "h4",         "h5",      "h6",     "head",
     "header",     "hr",       "html",    "i",        "iframe",     "img",     "input",  "label",
     "legend",     "li",       "link",    "main",     "map",        "menu",    "meta",   "nav",
     "noscript",   "object",   "ol",      "option",   "p",          "picture", "pre",    "q",
     "s",          "script",   "section", "select",   "small",      "source",  "span",   "strong",
     "style",      "sub",      "summary", "sup",      "svg",        "table",   "tbody",  "td",
     "template",   "textarea", "tfoot",   "th",       "thead",      "time",    "title",  "tr",
     "u",          "ul",       "video",   "wbr"});
static_assert(kNames.size() + 1 == static_cast<size_t>(Tag::other));

bool is_name_char(char c) {
  return is_digit(c) || is_lower(to_lower(c)) || c == '-' || c == ':' || c == '_';
}

Tag tag_named(std::string_view name) {
  std::array<char, 10> lower;
  if (name.size() > lower.size()) return Tag::other;
  std::transform(name.begin(), name.end(), lower.begin(), to_lower);
  const std::string_view wanted(lower.data(), name.size());
  const auto found = std::lower_bound(kNames.begin(), kNames.end(), wanted);
  if (found == kNames.end() || *found != wanted) return Tag::other;
  return static_cast<Tag>(found - kNames.begin() + 1);
}

bool has_raw_text(Tag tag) {
  return tag == Tag::script || tag == Tag::style || tag == Tag::title || tag == Tag::textarea ||
         tag == Tag::iframe;
}

bool is_any(Tag tag, std::initializer_list<Tag> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

constexpr size_t kTags = static_cast<size_t>(Tag::other) + 1;

constexpr auto kBlocks = [] {
  std::array<bool, kTags> blocks{};
  for (Tag tag :
       {Tag::address,   Tag::article, Tag::aside,    Tag::blockquote, Tag::body,   Tag::button,
        Tag::caption,   Tag::center,  Tag::dd,       Tag::details,    Tag::dialog, Tag::div,
        Tag::dl,        Tag::dt,      Tag::fieldset, Tag::figcaption, Tag::figure, Tag::footer,
        Tag::form,      Tag::head,    Tag::header,   Tag::hr,         Tag::html,   Tag::iframe,
        Tag::legend,    Tag::li,      Tag::main,     Tag::menu,       Tag::nav,    Tag::noscript,
        Tag::object,    Tag::ol,      Tag::option,   Tag::p,          Tag::pre,    Tag::section,
        Tag::select,    Tag::summary, Tag::svg,      Tag::table,      Tag::tbody,  Tag::td,
        Tag::template_, Tag::tfoot,   Tag::th,       Tag::thead,      Tag::title,  Tag::tr,
        Tag::ul,        Tag::video,   Tag::audio,    Tag::canvas,     Tag::h1,     Tag::h2,
        Tag::h3,        Tag::h4,      Tag::h5,       Tag::h6}) {
    blocks[static_cast<size_t>(tag)] = true;
  }
  return blocks;
}();

// One name with its value; steps behind both.
struct Attribute {
  std::string_view name;
  std::string_view value;
};

bool next_attribute(std::string_view text, size_t& i, Attribute& out) {
  while (i < text.size() && (is_ascii_space(text[i]) || text[i] == '/')) ++i;
  if (i >= text.size()) return false;
  const size_t begin = i++;
  while (i < text.size() && !is_ascii_space(text[i]) && text[i] != '=') ++i;
  out = {text.substr(begin, i - begin), {}};
  while (i < text.size() && is_ascii_space(text[i])) ++i;
  if (i >= text.size() || text[i] != '=') return true;
  ++i;
  while (i < text.size() && is_ascii_space(text[i])) ++i;
  if (i >= text.size()) return true;
  const bool quoted = text[i] == '"' || text[i] == '\'';
  const size_t end = quoted ? text.find(text[i], i + 1) : text.find_first_of(" \t\r\n\f", i);
  const size_t from = i + quoted;
  const size_t to = std::max(std::min(end, text.size()), from);
  out.value = text.substr(from, to - from);
  i = std::min(to + quoted, text.size());
  return true;
}

// Behind the closing '>' of a tag, quoted values passed over.
size_t tag_end(std::string_view page, size_t at) {
  char quote = 0;
  for (size_t i = at; i < page.size(); ++i) {
    const char c = page[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return i;
    } else if ((c == '"' || c == '\'') && page[i - 1] == '=') {
      quote = c;
    }
  }
  return std::string_view::npos;
}

}  // namespace

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

bool is_void(Tag tag) {
  return is_any(tag, {Tag::base, Tag::br, Tag::col, Tag::embed, Tag::hr, Tag::img, Tag::input,
                      Tag::link, Tag::meta, Tag::source, Tag::wbr});
}

bool is_block(Tag tag) { return kBlocks[static_cast<size_t>(tag)]; }

bool HtmlTokens::next(HtmlToken& token) {
  while (at_ < page_.size()) {
    if (raw_ == Tag::none && page_[at_] == '<') {
      if (read_markup(token)) return true;
      continue;
    }
    const bool raw = raw_ != Tag::none;
    size_t end = at_;
    if (raw) {
      const std::string close = "</" + std::string(kNames[static_cast<size_t>(raw_) - 1]);
      while ((end = page_.find("</", end)) != std::string_view::npos &&
             lower_ascii(page_.substr(end, close.size())) != close) {
        ++end;
      }
    } else {
      end = page_.find('<', at_);
    }
    end = std::min(end, page_.size());
    token = {raw ? HtmlToken::Kind::raw : HtmlToken::Kind::text, raw_, page_.substr(at_, end - at_),
             false};
    at_ = end;
    raw_ = Tag::none;
    return true;
  }
  return false;
}

// False: a comment or such was passed over.
bool HtmlTokens::read_markup(HtmlToken& token) {
  const auto rest = page_.substr(at_);
  if (rest.starts_with("<!--")) return skip_to("-->");
  if (rest.starts_with("<![CDATA[")) return skip_to("]]>");
  if (rest.starts_with("<!") || rest.starts_with("<?")) return skip_to(">");
  const bool tag =
      rest.size() > 1 && (is_lower(to_lower(rest[1])) || (rest[1] == '/' && rest.size() > 2));
  if (tag) return read_tag(token);
  token = {HtmlToken::Kind::text, Tag::none, rest.substr(0, 1), false};
  ++at_;
  return true;
}

bool HtmlTokens::skip_to(std::string_view end) {
  const size_t found = page_.find(end, at_);
  at_ = found == std::string_view::npos ? page_.size() : found + end.size();
  return false;
}

bool HtmlTokens::read_tag(HtmlToken& token) {
  const bool close = page_[at_ + 1] == '/';
  size_t i = at_ + 1 + close;
  const size_t name = i;
  while (i < page_.size() && is_name_char(page_[i])) ++i;
  const size_t end = tag_end(page_, i);
  if (end == std::string_view::npos) {  // a '<' that never closes: the rest is no markup
    at_ = page_.size();
    return false;
  }
  const Tag tag = tag_named(page_.substr(name, i - name));
  token = {close ? HtmlToken::Kind::close : HtmlToken::Kind::open, tag, page_.substr(i, end - i),
           page_[end - 1] == '/'};
  at_ = end + 1;
  if (!close && has_raw_text(tag) && !token.closed) raw_ = tag;
  return true;
}

std::optional<std::string> attribute(std::string_view attributes, std::string_view lower_name) {
  Attribute found;
  for (size_t i = 0; next_attribute(attributes, i, found);) {
    if (found.name.size() == lower_name.size() && lower_ascii(found.name) == lower_name)
      return decoded(found.value);
  }
  return std::nullopt;
}

}  // namespace sitrep
