// Codings as the ledger keeps them: zlib over their JSON, which repeats itself a lot.
#pragma once

#include <string>
#include <string_view>

namespace sitrep::ledger {

std::string pack(std::string_view bytes);
std::string unpack(std::string_view packed);  // throws Failed (corrupt_ledger) when it is damaged

}  // namespace sitrep::ledger
