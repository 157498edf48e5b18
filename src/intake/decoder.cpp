#include "intake/decoder.h"

#include <brotli/decode.h>
#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>

#include <algorithm>
#include <limits>

#include "intake/zstd_decoder.h"

namespace sitrep {

namespace {

using namespace std::string_view_literals;

constexpr uint64_t kMostXzMemory = 160u << 20;  // `xz -9` needs 65 MiB

// The libraries that are built like zlib count what is left in a struct of their own.
template <typename Stream>
void point(Stream& stream, std::string_view in, std::span<char> out) {
  using Byte = std::remove_reference_t<decltype(*stream.next_in)>;
  using Out = std::remove_reference_t<decltype(*stream.next_out)>;
  using Count = decltype(stream.avail_in);
  const auto count = [](size_t size) {
    return static_cast<Count>(std::min<size_t>(size, std::numeric_limits<unsigned>::max()));
  };
  stream.next_in = reinterpret_cast<Byte*>(const_cast<char*>(in.data()));
  stream.avail_in = count(in.size());
  stream.next_out = reinterpret_cast<Out*>(out.data());
  stream.avail_out = count(out.size());
}

template <typename Stream>
void advance(const Stream& stream, std::string_view& in, std::span<char>& out) {
  in.remove_prefix(static_cast<size_t>(reinterpret_cast<const char*>(stream.next_in) - in.data()));
  out = out.subspan(static_cast<size_t>(reinterpret_cast<char*>(stream.next_out) - out.data()));
}

class ZlibDecoder : public Decoder {
 public:
  explicit ZlibDecoder(int window_bits) { ready_ = inflateInit2(&stream_, window_bits) == Z_OK; }
  ZlibDecoder(const ZlibDecoder&) = delete;
  ZlibDecoder& operator=(const ZlibDecoder&) = delete;
  ~ZlibDecoder() override {
    if (ready_) inflateEnd(&stream_);
  }

  State decode(std::string_view& in, std::span<char>& out) override {
    if (!ready_) return State::too_large;
    point(stream_, in, out);
    const int status = inflate(&stream_, Z_NO_FLUSH);
    advance(stream_, in, out);
    if (status == Z_STREAM_END) return State::member_end;
    return status == Z_OK || status == Z_BUF_ERROR ? State::going : State::damaged;
  }
  bool restart() override { return ready_ && inflateReset(&stream_) == Z_OK; }

 private:
  z_stream stream_ = {};
  bool ready_ = false;
};

class Bzip2Decoder : public Decoder {
 public:
  Bzip2Decoder() { Bzip2Decoder::restart(); }
  Bzip2Decoder(const Bzip2Decoder&) = delete;
  Bzip2Decoder& operator=(const Bzip2Decoder&) = delete;
  ~Bzip2Decoder() override { end(); }

  State decode(std::string_view& in, std::span<char>& out) override {
    if (!ready_) return State::too_large;
    point(stream_, in, out);
    const int status = BZ2_bzDecompress(&stream_);
    advance(stream_, in, out);
    if (status == BZ_STREAM_END) return State::member_end;
    return status == BZ_OK ? State::going : State::damaged;
  }
  bool restart() override {
    end();
    stream_ = {};
    return ready_ = BZ2_bzDecompressInit(&stream_, 0, 0) == BZ_OK;
  }

 private:
  void end() {
    if (ready_) BZ2_bzDecompressEnd(&stream_);
    ready_ = false;
  }
  bz_stream stream_ = {};
  bool ready_ = false;
};

class XzDecoder : public Decoder {
 public:
  XzDecoder() { XzDecoder::restart(); }
  XzDecoder(const XzDecoder&) = delete;
  XzDecoder& operator=(const XzDecoder&) = delete;
  ~XzDecoder() override { lzma_end(&stream_); }

  State decode(std::string_view& in, std::span<char>& out) override {
    point(stream_, in, out);
    const lzma_ret status = lzma_code(&stream_, LZMA_RUN);
    advance(stream_, in, out);
    if (status == LZMA_STREAM_END) return State::member_end;
    if (status == LZMA_MEMLIMIT_ERROR || status == LZMA_MEM_ERROR) return State::too_large;
    return status == LZMA_OK || status == LZMA_BUF_ERROR ? State::going : State::damaged;
  }
  bool restart() override { return lzma_stream_decoder(&stream_, kMostXzMemory, 0) == LZMA_OK; }

 private:
  lzma_stream stream_ = LZMA_STREAM_INIT;
};

class BrotliDecoder : public Decoder {
 public:
  BrotliDecoder() { BrotliDecoder::restart(); }

  State decode(std::string_view& in, std::span<char>& out) override {
    if (!state_) return State::too_large;
    size_t in_left = in.size();
    size_t out_left = out.size();
    auto* next_in = reinterpret_cast<const uint8_t*>(in.data());
    auto* next_out = reinterpret_cast<uint8_t*>(out.data());
    const auto status = BrotliDecoderDecompressStream(state_.get(), &in_left, &next_in, &out_left,
                                                      &next_out, nullptr);
    in = in.substr(in.size() - in_left);
    out = out.subspan(out.size() - out_left);
    if (status == BROTLI_DECODER_RESULT_SUCCESS) return State::member_end;
    return status == BROTLI_DECODER_RESULT_ERROR ? State::damaged : State::going;
  }
  bool restart() override {
    state_.reset(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr));
    return state_ != nullptr;
  }

 private:
  struct Destroy {
    void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
  };
  std::unique_ptr<BrotliDecoderState, Destroy> state_;
};

// `member` has kMemberMark bytes.
bool may_begin(Packing packing, std::string_view member) {
  switch (packing) {
    case Packing::gzip:  // and no reserved flags
      return member.starts_with("\x1F\x8B\x08"sv) && (member[3] & 0xE0) == 0;
    case Packing::zstd:
      return is_zstd(member);
    case Packing::xz:
      return member.starts_with(
          "\xFD"
          "7zXZ\0"sv);
    case Packing::bzip2:
      return member.starts_with("BZh") && member.substr(4, 6) == "1AY&SY";
    default:
      return false;
  }
}

}  // namespace

std::string_view name_of(Packing packing) {
  constexpr std::string_view kNames[] = {"gzip", "zlib",  "deflate", "brotli",
                                         "zstd", "bzip2", "xz"};
  return kNames[static_cast<size_t>(packing)];
}

std::unique_ptr<Decoder> make_decoder(Packing packing) {
  switch (packing) {
    case Packing::gzip:
      return std::make_unique<ZlibDecoder>(MAX_WBITS + 16);
    case Packing::zlib:
      return std::make_unique<ZlibDecoder>(MAX_WBITS);
    case Packing::deflate:
      return std::make_unique<ZlibDecoder>(-MAX_WBITS);
    case Packing::brotli:
      return std::make_unique<BrotliDecoder>();
    case Packing::zstd:
      return zstd_decoder();
    case Packing::bzip2:
      return std::make_unique<Bzip2Decoder>();
    case Packing::xz:
      return std::make_unique<XzDecoder>();
  }
  return nullptr;
}

size_t find_member(Packing packing, std::string_view bytes) {
  for (size_t at = 0; at + kMemberMark <= bytes.size(); ++at) {
    if (may_begin(packing, bytes.substr(at, kMemberMark))) return at;
  }
  return bytes.npos;
}

}  // namespace sitrep
