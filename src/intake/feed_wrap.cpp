#include "intake/feed_wrap.h"

#include <algorithm>
#include <set>

#include "core/text.h"
#include "intake/feed_names.h"

namespace sitrep {

namespace {

bool is_prefix_start(char c) { return is_lower(to_lower(c)) || c == '_'; }
bool is_prefix_char(char c) { return is_prefix_start(c) || is_digit(c) || c == '-' || c == '.'; }

bool is_prefix(std::string_view name) {
  return name.empty() ||
         (is_prefix_start(name.front()) && std::all_of(name.begin(), name.end(), is_prefix_char));
}

constexpr size_t kMostPrefixes = 256;  // more are no feed's

// All that look like prefixes within tags; a few too many do no harm.
void collect_prefixes(std::string_view tag, std::set<std::string, std::less<>>& prefixes) {
  for (size_t colon = tag.find(':'); colon != std::string_view::npos;
       colon = tag.find(':', colon + 1)) {
    size_t begin = colon;
    while (begin > 0 && is_prefix_char(tag[begin - 1])) --begin;
    const auto name = tag.substr(begin, colon - begin);
    const bool named = colon + 1 < tag.size() && is_prefix_start(tag[colon + 1]);
    if (prefixes.size() == kMostPrefixes) return;
    if (named && !name.empty() && is_prefix(name) && name != "xml" && name != "xmlns")
      prefixes.emplace(name);
  }
}

std::set<std::string, std::less<>> used_prefixes(std::string_view xml) {
  std::set<std::string, std::less<>> prefixes;
  for (size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1)) {
    if (xml.substr(at).starts_with("<![CDATA[")) {
      at = std::min(xml.find("]]>", at), xml.size() - 1);
      continue;
    }
    collect_prefixes(xml.substr(at, xml.find_first_of("<>", at + 1) - at), prefixes);
  }
  return prefixes;
}

void declare(std::string& out, std::string_view prefix, std::string_view space) {
  out += prefix.empty() ? " xmlns" : " xmlns:";
  out.append(prefix).append("=\"");
  for (const char c : space) {
    if (c == '"' || c == '<' || c == '&') continue;
    if (static_cast<unsigned char>(c) > 0x20) out += c;
  }
  out += '"';
}

std::string_view usual_space(std::string_view prefix) {
  for (const auto& [name, space] : feed_names::kUsual) {
    if (name == prefix) return space;
  }
  return {};
}

// Where the tag `<name` begins at or after `from`.
size_t find_tag(std::string_view xml, std::string_view tag, size_t from) {
  for (size_t at = xml.find(tag, from); at != std::string_view::npos; at = xml.find(tag, at + 1)) {
    const size_t behind = at + tag.size();
    if (behind < xml.size() &&
        (is_ascii_space(xml[behind]) || xml[behind] == '>' || xml[behind] == '/'))
      return at;
  }
  return std::string_view::npos;
}

void append_without(std::string& out, std::string_view text, std::string_view what) {
  for (size_t at = text.find(what); at != std::string_view::npos; at = text.find(what)) {
    out.append(text.substr(0, at));
    text.remove_prefix(at + what.size());
  }
  out.append(text);
}

std::string without_marks(std::string_view content) {
  std::string opened;
  append_without(opened, content, "<![CDATA[");
  std::string out;
  append_without(out, opened, "]]>");
  return out;
}

// The content of each `name` element, as CDATA; markers of CDATA that were there are gone.
std::string verbatim(std::string_view item, std::string_view name) {
  const std::string open = std::string("<").append(name);
  const std::string close = std::string("</").append(name);
  std::string out;
  size_t at = 0;
  for (;;) {
    const size_t begin = find_tag(item, open, at);
    const size_t inner = begin == item.npos ? item.npos : item.find('>', begin);
    const size_t end = inner == item.npos ? item.npos : find_tag(item, close, inner);
    if (end == item.npos) break;
    out.append(item.substr(at, inner + 1 - at));
    at = end;
    if (item[inner - 1] == '/') {
      out.append(item.substr(inner + 1, end - inner - 1));
      continue;
    }
    out.append("<![CDATA[").append(without_marks(item.substr(inner + 1, end - inner - 1)));
    out.append("]]>");
  }
  return out.append(item.substr(at));
}

}  // namespace

std::string wrapped(std::string_view xml, const Channel& channel, XmlExtent extent) {
  std::string out = "<piece";
  auto prefixes = used_prefixes(xml);
  for (const XmlPrefix& declared : channel.prefixes) {
    if (!is_prefix(declared.prefix)) continue;
    declare(out, declared.prefix, declared.space);
    prefixes.erase(declared.prefix);
  }
  for (const std::string& prefix : prefixes) {
    const auto space = usual_space(prefix);
    declare(out, prefix, space.empty() ? "urn:unknown:" + prefix : std::string(space));
  }
  out.append(">").append(xml);
  if (extent == XmlExtent::whole) out += "</piece>";
  return out;
}

std::string with_verbatim_texts(std::string_view item) {
  std::string out(item);
  for (const auto name :
       {"title", "description", "content:encoded", "content", "summary", "dc:title"})
    out = verbatim(out, name);
  return out;
}

}  // namespace sitrep
