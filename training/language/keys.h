// Vocabularies on their way to the network's trainer and back: 32-bit keys, one after the other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sitrep::training {

bool write_keys(const std::string& file, const std::vector<uint32_t>& keys);
std::vector<uint32_t> read_keys(const std::string& file);

}  // namespace sitrep::training
