#include "output/countries.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "knowledge/lexicon.h"

namespace sitrep::output {

namespace {

constexpr std::array<std::string_view, 9> kArticleEnds = {"Republic", "Islands",     "Emirates",
                                                          "States",   "Netherlands", "Philippines",
                                                          "Maldives", "Bahamas",     "Comoros"};
constexpr std::array<std::string_view, 4> kArticleStarts = {"United ", "Democratic Republic",
                                                            "Republic of", "Gambia"};

bool takes_article(std::string_view name) {
  const auto ends = [&](std::string_view tail) { return name.ends_with(tail); };
  const auto starts = [&](std::string_view head) { return name.starts_with(head); };
  return std::any_of(kArticleEnds.begin(), kArticleEnds.end(), ends) ||
         std::any_of(kArticleStarts.begin(), kArticleStarts.end(), starts);
}

}  // namespace

Countries Countries::of(const knowledge::Lexicon& lexicon) {
  std::map<std::string, std::string> names;
  for (const auto& country : lexicon.countries()) names.emplace(country.code, country.name);
  return Countries(std::move(names));
}

std::string Countries::name(std::string_view code) const {
  const auto found = names_.find(std::string(code));
  return found == names_.end() ? std::string(code) : found->second;
}

std::string Countries::in_text(std::string_view code) const {
  const std::string plain = name(code);
  return takes_article(plain) ? "the " + plain : plain;
}

std::string Countries::code(std::string_view text) const {
  const std::string wanted = lower_ascii(text);
  for (const auto& [code, name] : names_) {
    if (lower_ascii(code) == wanted || lower_ascii(name) == wanted) return code;
  }
  return {};
}

}  // namespace sitrep::output
