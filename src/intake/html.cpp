#include "intake/html.h"

namespace sitrep {
Page read_html(std::string_view) { return {}; }
std::string declared_encoding(std::string_view) { return {}; }
}  // namespace sitrep
