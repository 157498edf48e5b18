#include "intake/feed_fields.h"

#include <array>

#include "core/text.h"
#include "intake/address.h"
#include "intake/feed_names.h"

namespace sitrep {

namespace {

using namespace feed_names;

struct Named {
  std::string_view space;  // empty: of the format itself, whichever
  std::string_view local;
  FeedField field;
};

constexpr auto kNamed = std::to_array<Named>({
    {{}, "title", FeedField::title},
    {kDublinCore, "title", FeedField::title},
    {kFeedBurner, "origLink", FeedField::original_link},
    {{}, "link", FeedField::link},
    {{}, "guid", FeedField::guid},
    {{}, "id", FeedField::guid},
    {{}, "pubDate", FeedField::published},
    {{}, "published", FeedField::published},
    {{}, "issued", FeedField::published},
    {kDublinCore, "date", FeedField::created},
    {kTerms, "issued", FeedField::created},
    {kTerms, "created", FeedField::created},
    {{}, "created", FeedField::created},
    {{}, "updated", FeedField::updated},
    {{}, "modified", FeedField::updated},
    {kTerms, "modified", FeedField::updated},
    {kDublinCore, "creator", FeedField::byline},
    {{}, "author", FeedField::byline},
    {{}, "source", FeedField::source},
    {kContent, "encoded", FeedField::encoded},
    {{}, "content", FeedField::content},
    {{}, "description", FeedField::description},
    {kTerms, "abstract", FeedField::description},
    {kDublinCore, "description", FeedField::description},
    {{}, "summary", FeedField::summary},
    {kMedia, "description", FeedField::media},
});

bool is_of_format(std::string_view space) {
  return space.empty() || space == kAtom || space == kAtom03 || space == kRss10 ||
         space == kRss09 || space == kRss20;
}

std::optional<FeedField> field_of(XmlName name) {
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
}  // namespace

void ItemReader::open(XmlName name, const std::vector<XmlAttribute>& attributes) {
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
  if (*field_ == FeedField::link) linked(attributes);
}

void ItemReader::text(std::string_view utf8) {
  if (!field_) return;
  if (current_.markup) {
    append_escaped(current_.text, utf8);
  } else {
    current_.text += utf8;
  }
}

void ItemReader::close(XmlName name) {
  if (field_ && depth_ == field_depth_) {
    keep();
    field_.reset();
  } else if (field_) {
    inner_end(name);
  }
  --depth_;
}

void ItemReader::begin_item(const std::vector<XmlAttribute>& attributes) {
  base_ = with_base(attributes);
  put(FeedField::about, std::string(value_of(attributes, {kRdf, "about"})));
}

std::string ItemReader::with_base(const std::vector<XmlAttribute>& attributes) const {
  const auto base = value_of(attributes, {kXmlSpace, "base"});
  return base.empty() ? base_ : resolved(base, base_);
}

void ItemReader::put(FeedField field, std::string value) {
  FeedContent& kept = fields_[static_cast<size_t>(field)];
  if (!kept.text.empty() || trim(value).empty()) return;
  kept = {std::move(value)};
  kept.base = base_;
}

// Atom has the address in an attribute, and links of other kinds.
void ItemReader::linked(const std::vector<XmlAttribute>& attributes) {
  const auto rel = value_of(attributes, "rel");
  const auto href = value_of(attributes, "href");
  if (href.empty()) return;
  if (rel.empty() || rel == "alternate") {
    const bool page = current_.type.empty() || current_.type.find("html") != std::string::npos;
    if (page && !page_link_) fields_[static_cast<size_t>(FeedField::link)] = {};
    put(FeedField::link, resolved(href, current_.base));
    page_link_ = page_link_ || page;
  }
  field_.reset();
}

// An author of Atom has a name and an address; a source a title and more. Else it is markup.
void ItemReader::inner_tag(XmlName name, const std::vector<XmlAttribute>& attributes) {
  if (*field_ == FeedField::byline || *field_ == FeedField::source) {
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
    for (const char c : attribute.value) c == '"' ? current_.text += "&quot;" : current_.text += c;
    current_.text += '"';
  }
  current_.text += '>';
}

void ItemReader::inner_end(XmlName name) {
  if (*field_ == FeedField::byline || *field_ == FeedField::source) {
    const bool wanted = name.local == (*field_ == FeedField::byline ? "name" : "title");
    if (wanted && !taken_) taken_ = current_.text;
    current_.text.clear();
    return;
  }
  current_.text.append("</").append(name.local).append(">");
}

void ItemReader::keep() {
  if (taken_) current_.text = std::move(*taken_);
  taken_.reset();
  FeedContent& kept = fields_[static_cast<size_t>(*field_)];
  if (!kept.text.empty() || trim(current_.text).empty()) return;
  kept = std::move(current_);
  if (*field_ == FeedField::guid) guid_is_permalink_ = permalink_;
}

}  // namespace sitrep
