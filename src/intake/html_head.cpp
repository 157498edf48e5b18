#include "intake/html_head.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "core/text.h"
#include "intake/html_entities.h"

namespace sitrep {

namespace {

using simdjson::dom::element;

enum class Fact { published, modified, byline, site, title, address };

struct MetaName {
  std::string_view name;
  Fact fact;
  int rank;  // lower is better
};

constexpr auto kMetaNames = std::to_array<MetaName>({
    {"article:published_time", Fact::published, 2},
    {"datepublished", Fact::published, 2},
    {"og:article:published_time", Fact::published, 2},
    {"parsely-pub-date", Fact::published, 3},
    {"sailthru.date", Fact::published, 3},
    {"publish-date", Fact::published, 3},
    {"publish_date", Fact::published, 3},
    {"publishdate", Fact::published, 3},
    {"published_time", Fact::published, 3},
    {"pubdate", Fact::published, 3},
    {"publication_date", Fact::published, 3},
    {"article.published", Fact::published, 3},
    {"ptime", Fact::published, 3},
    {"dc.date.issued", Fact::published, 3},
    {"dc.date", Fact::published, 4},
    {"dcterms.created", Fact::published, 4},
    {"dc.date.created", Fact::published, 4},
    {"date", Fact::published, 5},
    {"og:pubdate", Fact::published, 3},
    {"cxenseparse:recs:publishtime", Fact::published, 4},
    {"article:modified_time", Fact::modified, 2},
    {"lastmod", Fact::modified, 3},
    {"last-modified", Fact::modified, 3},
    {"datemodified", Fact::modified, 3},
    {"author", Fact::byline, 3},
    {"article:author", Fact::byline, 4},
    {"parsely-author", Fact::byline, 2},
    {"byl", Fact::byline, 2},
    {"dc.creator", Fact::byline, 3},
    {"sailthru.author", Fact::byline, 3},
    {"og:site_name", Fact::site, 2},
    {"application-name", Fact::site, 4},
    {"og:title", Fact::title, 1},
    {"twitter:title", Fact::title, 2},
    {"og:url", Fact::address, 2},
});

std::string tidy(std::string_view text) {
  std::string out;
  for (char c : decoded(text)) {
    if (!is_ascii_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string string_at(const element& object, std::string_view name) {
  std::string_view text;
  return object[name].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

// "Name", {"name": "Name"} or a list of either.
std::string names_at(const element& value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) return string_at(value, "name");
  std::string names;
  for (const element item : list) {
    const std::string name = names_at(item);
    if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

bool is_article_type(const element& object) {
  const std::string type =
      names_at(object["@type"].error() == simdjson::SUCCESS ? object["@type"].value() : object);
  return type.find("Article") != std::string::npos || type.find("Posting") != std::string::npos ||
         type.find("Report") != std::string::npos || type == "ClaimReview";  // a fact check
}

void set_if_empty(std::string& to, std::string value) {
  if (to.empty()) to = tidy(value);
}

void read_article(const element& object, PageFacts& facts) {
  set_if_empty(facts.headline, string_at(object, "headline"));
  set_if_empty(facts.published, string_at(object, "datePublished"));
  set_if_empty(facts.modified, string_at(object, "dateModified"));
  set_if_empty(facts.address, string_at(object, "url"));
  set_if_empty(facts.body, string_at(object, "articleBody"));
  element found;
  if (object["author"].get(found) == simdjson::SUCCESS) set_if_empty(facts.byline, names_at(found));
  if (object["publisher"].get(found) == simdjson::SUCCESS)
    set_if_empty(facts.site, names_at(found));
}

// Articles anywhere in a JSON-LD block: alone, in a list, in a @graph.
void read_json_ld(const element& value, PageFacts& facts, int depth) {
  if (depth > 6) return;
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS) {
    for (const element item : list) read_json_ld(item, facts, depth + 1);
    return;
  }
  if (!value.is_object()) return;
  if (is_article_type(value)) read_article(value, facts);
  for (std::string_view inside : {"@graph", "mainEntity", "mainEntityOfPage"}) {
    element found;
    if (value[inside].get(found) == simdjson::SUCCESS) read_json_ld(found, facts, depth + 1);
  }
}

// Pages often break their JSON-LD by line ends in strings, and by commas behind the last item.
std::string mended(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  size_t comma = std::string::npos;  // the last mark outside strings, if it is one
  bool inside = false;
  for (size_t i = 0; i < json.size(); ++i) {
    const char c = json[i] >= 0 && json[i] < ' ' ? ' ' : json[i];
    if (!inside && (c == ']' || c == '}') && comma != std::string::npos) out[comma] = ' ';
    out += c;
    if (inside && c == '\\' && i + 1 < json.size()) {
      out += json[++i];
    } else if (c == '"') {
      inside = !inside;
    }
    if (c != ' ') comma = !inside && c == ',' ? out.size() - 1 : std::string::npos;
  }
  return out;
}

PageFacts facts_of_json_ld(std::string_view text) {
  const std::string json = mended(text);
  simdjson::dom::parser parser;
  element root;
  PageFacts facts;
  if (parser.parse(json).get(root) == simdjson::SUCCESS) read_json_ld(root, facts, 0);
  return facts;
}

void replace_if_said(std::string& to, const std::string& value) {
  if (!value.empty()) to = value;
}

bool is_link(std::string_view text) { return text.find("://") != std::string_view::npos; }

}  // namespace

void FactReader::open(Tag tag, std::string_view attributes) {
  if (tag == Tag::meta) {
    meta(attributes);
  } else if (tag == Tag::link) {
    if (attribute(attributes, "rel").value_or("") == "canonical") {
      set_if_empty(facts_.address, attribute(attributes, "href").value_or(""));
    }
  } else if (tag == Tag::html) {
    set_if_empty(facts_.language, attribute(attributes, "lang").value_or(""));
  } else if (tag == Tag::time) {
    time(attributes);
  } else if (tag == Tag::script) {
    json_ld_ = attributes.find("ld+json") != std::string_view::npos;
  }
}

void FactReader::raw(Tag tag, std::string_view text) {
  if (tag == Tag::title) set_if_empty(facts_.title, std::string(text));
  if (tag != Tag::script || !json_ld_) return;
  const PageFacts found = facts_of_json_ld(text);
  if (facts_.headline.empty()) facts_.headline = found.headline;
  if (facts_.body.size() < found.body.size()) facts_.body = found.body;
  if (published_rank_ > 1 && !found.published.empty()) {
    facts_.published = found.published;
    facts_.published_from = "the page's JSON-LD";
    published_rank_ = 1;
  }
  if (byline_rank_ > 1 && !found.byline.empty()) {
    facts_.byline = found.byline;
    byline_rank_ = 1;
  }
  replace_if_said(facts_.modified, found.modified);
  replace_if_said(facts_.site, found.site);
  if (facts_.address.empty()) facts_.address = found.address;
}

void FactReader::meta(std::string_view attributes) {
  std::string name = attribute(attributes, "property").value_or("");
  if (name.empty()) name = attribute(attributes, "name").value_or("");
  if (name.empty()) name = attribute(attributes, "itemprop").value_or("");
  if (name.empty()) return;
  name = lower_ascii(name);
  const auto* known = std::find_if(kMetaNames.begin(), kMetaNames.end(),
                                   [&](const auto& m) { return m.name == name; });
  if (known == kMetaNames.end()) return;
  const std::string value = tidy(attribute(attributes, "content").value_or(""));
  if (value.empty()) return;
  if (known->fact == Fact::published && known->rank < published_rank_) {
    facts_.published = value;
    facts_.published_from = "the page's meta tag " + name;
    published_rank_ = known->rank;
  } else if (known->fact == Fact::byline && known->rank < byline_rank_ && !is_link(value)) {
    facts_.byline = value;
    byline_rank_ = known->rank;
  }
  if (known->fact == Fact::modified) set_if_empty(facts_.modified, value);
  if (known->fact == Fact::site) set_if_empty(facts_.site, value);
  if (known->fact == Fact::title) set_if_empty(facts_.og_title, value);
  if (known->fact == Fact::address) facts_.address = value;
}

// The first <time> of a page is mostly the article's; one that says so is trusted more.
void FactReader::time(std::string_view attributes) {
  const auto when = attribute(attributes, "datetime");
  if (!when || when->empty()) return;
  const std::string role = attribute(attributes, "itemprop").value_or("");
  const int rank = role == "datePublished" || attribute(attributes, "pubdate") ? 3 : 6;
  if (rank >= published_rank_ || role == "dateModified") return;
  facts_.published = *when;
  facts_.published_from = "the page's first <time>";
  published_rank_ = rank;
}

}  // namespace sitrep
