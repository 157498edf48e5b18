// The fields of one item of an XML feed, whatever its format calls them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "intake/feed.h"
#include "intake/xml.h"

namespace sitrep {

// What elements are called that say the same, whatever the format. The earlier of two that say one
// thing outranks the later.
enum class FeedField : uint8_t {
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
constexpr size_t kFeedFields = static_cast<size_t>(FeedField::media) + 1;

// Of one element: its text, or where elements stand in it, its markup.
struct FeedContent {
  std::string text = {};
  bool markup = false;  // elements stood in it
  std::string type = {};
  std::string base = {};
};

class ItemReader : public XmlHandler {
 public:
  explicit ItemReader(const Channel& channel) : base_(channel.base) {}

  void open(XmlName name, const std::vector<XmlAttribute>& attributes) override;
  void text(std::string_view utf8) override;
  void close(XmlName name) override;

  const FeedContent& of(FeedField field) const { return fields_[static_cast<size_t>(field)]; }
  bool permalink() const { return guid_is_permalink_; }  // whether the guid is an address

 private:
  void begin_item(const std::vector<XmlAttribute>& attributes);
  std::string with_base(const std::vector<XmlAttribute>& attributes) const;
  void put(FeedField field, std::string value);
  void linked(const std::vector<XmlAttribute>& attributes);
  void inner_tag(XmlName name, const std::vector<XmlAttribute>& attributes);
  void inner_end(XmlName name);
  void keep();

  std::string base_;
  std::array<FeedContent, kFeedFields> fields_;
  FeedContent current_;
  std::optional<FeedField> field_;
  std::optional<std::string> taken_;
  int depth_ = 0;
  int field_depth_ = 0;
  bool permalink_ = false;
  bool guid_is_permalink_ = false;
  bool page_link_ = false;
};

}  // namespace sitrep
