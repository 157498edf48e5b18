// zstd streams (RFC 8878), with the dictionary that a WARC file may begin with.
#pragma once

#include <memory>

#include "intake/decoder.h"

namespace sitrep {

std::unique_ptr<Decoder> zstd_decoder();

}  // namespace sitrep
