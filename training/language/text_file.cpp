#include "text_file.h"

#include <zlib.h>

namespace sitrep::training {

Result<std::string> read_text(const std::string& file) {
  gzFile in = gzopen(file.c_str(), "rb");  // reads plain files too
  if (in == nullptr) return fail(Code::not_found, "no such file", file);
  std::string text;
  char buffer[1 << 16];
  int got = 0;
  while ((got = gzread(in, buffer, sizeof buffer)) > 0)
    text.append(buffer, static_cast<size_t>(got));
  gzclose(in);
  if (got < 0) return fail(Code::unreadable, "damaged gzip file", file);
  return text;
}

}  // namespace sitrep::training
