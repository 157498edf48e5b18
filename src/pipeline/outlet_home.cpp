#include "pipeline/outlet_home.h"

#include <algorithm>

#include "core/text.h"

namespace sitrep {

namespace {

using knowledge::Outlet;
using knowledge::OutletHome;

// "KMOV.com", "news@kmov.com" in the text.
void add_addresses(const knowledge::Lexicon& lexicon, const Document& document,
                   std::vector<const Outlet*>& found) {
  for (uint32_t i = 0; i < document.tokens.size(); ++i) {
    std::string_view word = document.word(i);
    word.remove_prefix(word.find('@') + 1);  // nothing where there is none
    const size_t dot = word.find('.');
    if (dot == std::string_view::npos || dot + 2 >= word.size()) continue;
    if (const Outlet* outlet = lexicon.outlet_of_domain(lower_ascii(word))) found.push_back(outlet);
  }
}

// Outlets with a home of their own that the text names.
std::vector<const Outlet*> local_outlets(const knowledge::Lexicon& lexicon,
                                         const Document& document, const Mentions& mentions) {
  std::vector<const Outlet*> found;
  for (const knowledge::Hit& hit : mentions.hits) {
    if (hit.kind == knowledge::Kind::outlet) found.push_back(&lexicon.outlets()[hit.entry]);
  }
  add_addresses(lexicon, document, found);
  std::erase_if(found, [](const Outlet* outlet) { return outlet->home.empty(); });
  return found;
}

// The home of the local outlets that the text names, where they are of one division.
OutletHome home_in_text(const Knowledge& knowledge, const Document& document,
                        const Mentions& mentions) {
  OutletHome home;
  for (const Outlet* outlet : local_outlets(knowledge.lexicon(), document, mentions)) {
    const auto other = find_home(knowledge.lexicon(), knowledge.gazetteer(), *outlet);
    if (!other) continue;
    if (home.country.empty()) home = *other;
    if (other->country != home.country || other->admin1 != home.admin1) return {};
  }
  return home;
}

}  // namespace

OutletHome outlet_home(const Knowledge& knowledge, const Report& report, const Document& document,
                       const Mentions& mentions) {
  const Outlet* outlet = find_outlet(knowledge.lexicon(), report.outlet, report.uri);
  if (!outlet) return home_in_text(knowledge, document, mentions);
  return find_home(knowledge.lexicon(), knowledge.gazetteer(), *outlet).value_or(OutletHome{});
}

}  // namespace sitrep
