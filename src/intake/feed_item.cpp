// One item of a feed of XML.
#include <algorithm>
#include <array>
#include <cstdio>

#include "core/dates.h"
#include "core/text.h"
#include "intake/address.h"
#include "intake/date_text.h"
#include "intake/feed.h"
#include "intake/feed_names.h"
#include "intake/feed_wrap.h"
#include "intake/html_entities.h"
#include "intake/html_tokens.h"

namespace sitrep {

namespace {

using namespace feed_names;

// What elements are called that say the same, whatever the format. The earlier of two that say one
// thing outranks the later.
enum class Field : uint8_t {
  title,
  original_link,
  link,
  guid,
  about,
  published,
  created,
  updated,
  byline,
  source,
  encoded,
  content,
  description,
  summary,
  media,
};
constexpr size_t kFields = static_cast<size_t>(Field::media) + 1;

struct Named {
  std::string_view space;  // empty: of the format itself, whichever
  std::string_view local;
  Field field;
};

constexpr auto kNamed = std::to_array<Named>({
    {{}, "title", Field::title},
    {kDublinCore, "title", Field::title},
    {kFeedBurner, "origLink", Field::original_link},
    {{}, "link", Field::link},
    {{}, "guid", Field::guid},
    {{}, "id", Field::guid},
    {{}, "pubDate", Field::published},
    {{}, "published", Field::published},
    {{}, "issued", Field::published},
    {kDublinCore, "date", Field::created},
    {kTerms, "issued", Field::created},
    {kTerms, "created", Field::created},
    {{}, "created", Field::created},
    {{}, "updated", Field::updated},
    {{}, "modified", Field::updated},
    {kTerms, "modified", Field::updated},
    {kDublinCore, "creator", Field::byline},
    {{}, "author", Field::byline},
    {{}, "source", Field::source},
    {kContent, "encoded", Field::encoded},
    {{}, "content", Field::content},
    {{}, "description", Field::description},
    {kTerms, "abstract", Field::description},
    {kDublinCore, "description", Field::description},
    {{}, "summary", Field::summary},
    {kMedia, "description", Field::media},
});

bool is_of_format(std::string_view space) {
  return space.empty() || space == kAtom || space == kAtom03 || space == kRss10 ||
         space == kRss09 || space == kRss20;
}

std::optional<Field> field_of(XmlName name) {
  for (const Named& known : kNamed) {
    const bool same = known.space.empty() ? is_of_format(name.space) : name.space == known.space;
    if (same && known.local == name.local) return known.field;
  }
  return {};
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
}

// Of one element: its text, or where elements stand in it, its markup.
struct Content {
  std::string text = {};
  bool markup = false;  // elements stood in it
  std::string type = {};
  std::string base = {};
};

class ItemReader : public XmlHandler {
 public:
  explicit ItemReader(const Channel& channel) : base_(channel.base) {}

  void open(XmlName name, const std::vector<XmlAttribute>& attributes) override {
    ++depth_;
    if (depth_ == 2) begin_item(attributes);
    if (depth_ >= 3 && field_ && depth_ > field_depth_) return inner_tag(name, attributes);
    if (depth_ < 3) return;
    field_ = depth_ == 3 || name.space == kMedia ? field_of(name) : std::nullopt;
    if (!field_) return;
    field_depth_ = depth_;
    current_ = {};
    current_.type = lower_ascii(value_of(attributes, "type"));
    current_.base = with_base(attributes);
    permalink_ = lower_ascii(value_of(attributes, "isPermaLink")) != "false";
    if (*field_ == Field::link) linked(attributes);
  }

  void text(std::string_view utf8) override {
    if (!field_) return;
    if (current_.markup) {
      append_escaped(current_.text, utf8);
    } else {
      current_.text += utf8;
    }
  }

  void close(XmlName name) override {
    if (field_ && depth_ == field_depth_) {
      keep();
      field_.reset();
    } else if (field_) {
      inner_end(name);
    }
    --depth_;
  }

  const Content& of(Field field) const { return fields_[static_cast<size_t>(field)]; }
  bool permalink() const { return guid_is_permalink_; }
  const std::string& base() const { return base_; }

 private:
  void begin_item(const std::vector<XmlAttribute>& attributes) {
    base_ = with_base(attributes);
    put(Field::about, std::string(value_of(attributes, {kRdf, "about"})));
  }

  std::string with_base(const std::vector<XmlAttribute>& attributes) const {
    const auto base = value_of(attributes, {kXmlSpace, "base"});
    return base.empty() ? base_ : resolved(base, base_);
  }

  void put(Field field, std::string value) {
    Content& kept = fields_[static_cast<size_t>(field)];
    if (!kept.text.empty() || trim(value).empty()) return;
    kept = {std::move(value)};
    kept.base = base_;
  }

  // Atom has the address in an attribute, and links of other kinds.
  void linked(const std::vector<XmlAttribute>& attributes) {
    const auto rel = value_of(attributes, "rel");
    const auto href = value_of(attributes, "href");
    if (href.empty()) return;
    if (rel.empty() || rel == "alternate") {
      const bool page = current_.type.empty() || current_.type.find("html") != std::string::npos;
      if (page && !page_link_) fields_[static_cast<size_t>(Field::link)] = {};
      put(Field::link, resolved(href, current_.base));
      page_link_ = page_link_ || page;
    }
    field_.reset();
  }

  // An author of Atom has a name and an address; a source a title and more. Else it is markup.
  void inner_tag(XmlName name, const std::vector<XmlAttribute>& attributes) {
    if (*field_ == Field::byline || *field_ == Field::source) {
      current_.text.clear();
      return;
    }
    if (!current_.markup) {
      std::string escaped;
      append_escaped(escaped, current_.text);
      current_.text = std::move(escaped);
      current_.markup = true;
    }
    current_.text.append("<").append(name.local);
    for (const XmlAttribute& attribute : attributes) {
      if (!attribute.name.space.empty()) continue;
      current_.text.append(" ").append(attribute.name.local).append("=\"");
      for (const char c : attribute.value)
        c == '"' ? current_.text += "&quot;" : current_.text += c;
      current_.text += '"';
    }
    current_.text += '>';
  }

  void inner_end(XmlName name) {
    if (*field_ == Field::byline || *field_ == Field::source) {
      const bool wanted = name.local == (*field_ == Field::byline ? "name" : "title");
      if (wanted && !taken_) taken_ = current_.text;
      current_.text.clear();
      return;
    }
    current_.text.append("</").append(name.local).append(">");
  }

  void keep() {
    if (taken_) current_.text = std::move(*taken_);
    taken_.reset();
    Content& kept = fields_[static_cast<size_t>(*field_)];
    if (!kept.text.empty() || trim(current_.text).empty()) return;
    kept = std::move(current_);
    if (*field_ == Field::guid) guid_is_permalink_ = permalink_;
  }

  std::string base_;
  std::array<Content, kFields> fields_;
  Content current_;
  std::optional<Field> field_;
  std::optional<std::string> taken_;
  int depth_ = 0;
  int field_depth_ = 0;
  bool permalink_ = false;
  bool guid_is_permalink_ = false;
  bool page_link_ = false;
};

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

std::string title_of(const Content& title) {
  std::string text = plain_line(title.text);
  // Escaped twice as often as not: "AT&amp;amp;T".
  text = decoded(text);
  return std::string(trim(text));
}

// "desk@daily.example (Jana Holt)": the name.
std::string byline_of(const Content& byline) {
  const std::string text = title_of(byline);
  const size_t open = text.find('(');
  const size_t close = text.rfind(')');
  if (text.find('@') < open && open != std::string::npos && close != std::string::npos &&
      close > open)
    return text.substr(open + 1, close - open - 1);
  return text.find('@') == std::string::npos ? text : std::string();
}

std::string address_of(const ItemReader& item) {
  for (const Field field : {Field::original_link, Field::link, Field::guid, Field::about}) {
    const Content& content = item.of(field);
    if (content.text.empty()) continue;
    const bool names_only = field == Field::guid && !item.permalink();
    const std::string address = names_only ? content.text : resolved(content.text, content.base);
    const bool relative_guid = field == Field::guid && !is_web_address(trim(content.text));
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

FeedText text_of(const Content& content, FeedText::Kind kind) {
  const bool markup = content.markup || has_tags(content.text);
  FeedText text{content.text, kind, markup};
  if (!markup) text.content = decoded(content.text);
  return text;
}

// The longest that is whole; only where none is whole, a summary.
FeedText choose_text(const ItemReader& item) {
  const Content& encoded = item.of(Field::encoded);
  const Content& content = item.of(Field::content);
  const Content& whole = content.text.size() > encoded.text.size() ? content : encoded;
  const Content* part = nullptr;
  for (const Field field : {Field::description, Field::summary, Field::media}) {
    if (part == nullptr && !item.of(field).text.empty()) part = &item.of(field);
  }
  if (!whole.text.empty() && (part == nullptr || part->text.size() <= whole.text.size()))
    return text_of(whole, FeedText::Kind::full);
  if (part == nullptr) return {};
  return text_of(*part, FeedText::Kind::summary);
}

std::string date_of(const ItemReader& item, std::initializer_list<Field> fields) {
  for (const Field field : fields) {
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
  item.title = title_of(read.of(Field::title));
  item.published = date_of(read, {Field::published, Field::created, Field::updated});
  item.updated = date_of(read, {Field::updated});
  item.byline = byline_of(read.of(Field::byline));
  item.source = title_of(read.of(Field::source));
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
