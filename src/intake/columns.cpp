#include "intake/columns.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "knowledge/lexicon.h"

namespace sitrep {

namespace {

// "Article Text", "article_text" and "ArticleText" are one name.
std::string plain_name(std::string_view column) {
  std::string out;
  for (const char c : column) {
    if (is_word_byte(c)) out += to_lower(c);
  }
  return out;
}

constexpr auto kFields = std::to_array<std::string_view>(
    {"id", "uri", "outlet", "title", "byline", "published", "language", "text", "html"});

bool is_field(std::string_view name) {
  return std::find(kFields.begin(), kFields.end(), name) != kFields.end();
}

}  // namespace

Result<ColumnChoice> parse_column_choice(std::string_view text) {
  const size_t equals = text.find('=');
  const auto field = trim(text.substr(0, equals));
  const auto column = equals == text.npos ? std::string_view() : trim(text.substr(equals + 1));
  if (!is_field(field) || column.empty()) {
    return fail(Code::usage, "\"" + std::string(text) +
                                 "\" is not FIELD=COLUMN; the fields are id, uri, outlet, title, "
                                 "byline, published, language, text and html");
  }
  return ColumnChoice{std::string(field), std::string(column)};
}

std::vector<Columns::Known> Columns::known_names() const {
  std::vector<Known> names;
  if (lexicon_ != nullptr) {
    for (const auto& column : lexicon_->columns())
      names.push_back({plain_name(column.name), column.field});
  }
  for (const auto field : kFields) names.push_back({std::string(field), field});
  return names;
}

std::vector<std::string> Columns::fields_of(const std::vector<std::string>& header) const {
  std::vector<std::string> fields(header.size());
  std::vector<std::string> names;
  for (const auto& column : header) names.push_back(plain_name(column));
  const auto give = [&](const std::string& name, std::string_view field) {
    if (std::find(fields.begin(), fields.end(), field) != fields.end()) return;
    for (size_t i = 0; i < names.size(); ++i) {
      if (names[i] != name || !fields[i].empty()) continue;
      fields[i] = field;
      return;
    }
  };
  for (const auto& [field, column] : chosen_) give(plain_name(column), field);
  for (const auto& [name, field] : known_names()) give(name, field);
  return fields;
}

}  // namespace sitrep
