#include "keys.h"

#include <cstring>
#include <fstream>
#include <iterator>

namespace sitrep::training {

bool write_keys(const std::string& file, const std::vector<uint32_t>& keys) {
  std::ofstream out(file, std::ios::binary);
  out.write(reinterpret_cast<const char*>(keys.data()),
            static_cast<std::streamsize>(keys.size() * sizeof(uint32_t)));
  return static_cast<bool>(out);
}

std::vector<uint32_t> read_keys(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::vector<uint32_t> keys(bytes.size() / sizeof(uint32_t));
  std::memcpy(keys.data(), bytes.data(), keys.size() * sizeof(uint32_t));
  return keys;
}

}  // namespace sitrep::training
