#include "server/gzip.h"

#include <zlib.h>

namespace sitrep::server {

std::string gzip(std::string_view bytes, int level) {
  constexpr int kWindow = 15 + 16;  // the largest, with gzip's header
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, kWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // read only
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(done ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

}  // namespace sitrep::server
