// Names of the blocks of a knowledge file.
#pragma once

#include <string_view>

namespace sitrep::knowledge {

inline constexpr std::string_view kDictionaryPrefix = "d/";  // + path below dictionaries/
inline constexpr std::string_view kModelPrefix = "m/";       // + model name
inline constexpr std::string_view kTrieBlock = "trie";
inline constexpr std::string_view kGazetteerBlock = "gazetteer";

}  // namespace sitrep::knowledge
