// One item of a feed of XML.
#include <algorithm>

#include "core/text.h"
#include "intake/address.h"
#include "intake/date_text.h"
#include "intake/feed.h"
#include "intake/feed_fields.h"
#include "intake/feed_wrap.h"
#include "intake/html_entities.h"
#include "intake/html_tokens.h"

namespace sitrep {

namespace {

// Text of a line, without markup and line breaks.
std::string plain_line(std::string_view html) {
  std::string out;
  HtmlTokens tokens(html);
  for (HtmlToken token; tokens.next(token);) {
    if (token.kind == HtmlToken::Kind::text) append_decoded(out, token.text);
    if (token.kind != HtmlToken::Kind::text && is_block(token.tag)) out += ' ';
  }
  return out;
}

std::string title_of(const FeedContent& title) {
  std::string text = plain_line(title.text);
  // Escaped twice as often as not: "AT&amp;amp;T".
  text = decoded(text);
  return std::string(trim(text));
}

// "desk@daily.example (Jana Holt)": the name.
std::string byline_of(const FeedContent& byline) {
  const std::string text = title_of(byline);
  const size_t open = text.find('(');
  const size_t close = text.rfind(')');
  if (text.find('@') < open && open != std::string::npos && close != std::string::npos &&
      close > open)
    return text.substr(open + 1, close - open - 1);
  return text.find('@') == std::string::npos ? text : std::string();
}

std::string address_of(const ItemReader& item) {
  for (const FeedField field :
       {FeedField::original_link, FeedField::link, FeedField::guid, FeedField::about}) {
    const FeedContent& content = item.of(field);
    if (content.text.empty()) continue;
    const bool names_only = field == FeedField::guid && !item.permalink();
    const std::string address = names_only ? content.text : resolved(content.text, content.base);
    const bool relative_guid = field == FeedField::guid && !is_web_address(trim(content.text));
    if (!names_only && !relative_guid && is_web_address(address)) return address;
  }
  return {};
}

bool has_tags(std::string_view text) {
  for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (is_lower(to_lower(next)) || next == '/' || next == '!') return true;
  }
  return false;
}

FeedText text_of(const FeedContent& content, FeedText::Kind kind) {
  const bool markup = content.markup || has_tags(content.text);
  FeedText text{content.text, kind, markup};
  if (!markup) text.content = decoded(content.text);
  return text;
}

// The longest that is whole; only where none is whole, a summary.
FeedText choose_text(const ItemReader& item) {
  const FeedContent& encoded = item.of(FeedField::encoded);
  const FeedContent& content = item.of(FeedField::content);
  const FeedContent& whole = content.text.size() > encoded.text.size() ? content : encoded;
  const FeedContent* part = nullptr;
  for (const FeedField field : {FeedField::description, FeedField::summary, FeedField::media}) {
    if (part == nullptr && !item.of(field).text.empty()) part = &item.of(field);
  }
  if (!whole.text.empty() && (part == nullptr || part->text.size() <= whole.text.size()))
    return text_of(whole, FeedText::Kind::full);
  if (part == nullptr) return {};
  return text_of(*part, FeedText::Kind::summary);
}

std::string date_of(const ItemReader& item, std::initializer_list<FeedField> fields) {
  for (const FeedField field : fields) {
    if (const auto text = trim(item.of(field).text); !text.empty()) return feed_date(text);
  }
  return {};
}

bool is_empty(const FeedItem& item) {
  return item.title.empty() && item.text.content.empty() && item.address.empty();
}

FeedItem item_of(const ItemReader& read) {
  FeedItem item;
  item.address = address_of(read);
  item.title = title_of(read.of(FeedField::title));
  item.published = date_of(read, {FeedField::published, FeedField::created, FeedField::updated});
  item.updated = date_of(read, {FeedField::updated});
  item.byline = byline_of(read.of(FeedField::byline));
  item.source = title_of(read.of(FeedField::source));
  item.text = choose_text(read);
  return item;
}

Failure fault_of(const XmlFault& fault) {
  return fail(Code::malformed, "XML that does not parse: " + fault.message, {}, 0, 0);
}

Result<FeedItem> read_xml_item(std::string_view xml, const Channel& channel) {
  const std::string mended = mended_xml(xml);
  ItemReader first(channel);
  auto fault = read_xml(wrapped(mended, channel, XmlExtent::whole), first, XmlExtent::whole);
  if (!fault) return item_of(first);
  ItemReader second(channel);
  const std::string verbatim = mended_xml(with_verbatim_texts(xml));
  const auto again =
      read_xml(wrapped(verbatim, channel, XmlExtent::whole), second, XmlExtent::whole);
  FeedItem saved = item_of(again ? first : second);
  if (is_empty(saved)) return fault_of(*fault);
  return saved;
}

}  // namespace

Result<FeedItem> read_item(std::string_view item, const Channel& channel) {
  return channel.format == Channel::Format::json ? read_json_item(item, channel)
                                                 : read_xml_item(item, channel);
}

}  // namespace sitrep
