// zstd streams (RFC 8878), with the dictionary that a WARC file may begin with.
#pragma once

#include <memory>
#include <string_view>

#include "intake/decoder.h"

namespace sitrep {

std::unique_ptr<Decoder> zstd_decoder();

// Whether a frame begins so: one of data, or a skippable one, as pzstd writes before each.
bool is_zstd(std::string_view head);

}  // namespace sitrep
