// Addresses of the web (RFC 3986): taken apart, resolved against a base, and made comparable.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sitrep {

namespace knowledge {
class Lexicon;
}

// scheme "://" authority path "?" query "#" fragment. Views into the address; what is absent is
// nothing, what is there and empty is "".
struct AddressParts {
  std::optional<std::string_view> scheme, authority, query, fragment;
  std::string_view path;
};
AddressParts parts_of(std::string_view address);

// Begins with http:// or https:// and names a host.
bool is_web_address(std::string_view address);

// What a link means on a page (RFC 3986, 5.2). A base that is no web address leaves it as it is.
std::string resolved(std::string_view link, std::string_view base);

// One address for all spellings that lead to one page: scheme and host in lower case, no default
// port, none of the parameters that only say how a reader came (dictionaries/
// tracking_parameters.tsv; none are known where `lexicon` is null). What is no web address stays as
// it is.
std::string canonical_address(std::string_view address, const knowledge::Lexicon* lexicon);

std::string_view without_fragment(std::string_view address);

}  // namespace sitrep
