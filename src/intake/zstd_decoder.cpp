// WARC files in zstd (https://iipc.github.io/warc-specifications/specifications/warc-zstd/) have a
// frame a record, and may begin with a skippable frame that holds the dictionary of all: four bytes
// 0x184D2A5D and four of its size, little endian, then the dictionary, itself a zstd frame or not.
#include "intake/zstd_decoder.h"

#include <zstd.h>
#include <zstd_errors.h>

#include <string>

namespace sitrep {

namespace {

using namespace std::string_view_literals;

constexpr auto kDictionaryFrame = "\x5D\x2A\x4D\x18"sv;
constexpr auto kFrame = "\x28\xB5\x2F\xFD"sv;
constexpr size_t kHead = 8;
constexpr size_t kMostDictionary = 16u << 20;

struct Free {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

size_t little_endian(std::string_view four) {
  size_t value = 0;
  for (size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(four[i]);
  return value;
}

class ZstdDecoder : public Decoder {
 public:
  ZstdDecoder() : context_(ZSTD_createDCtx()) {}

  State decode(std::string_view& in, std::span<char>& out) override {
    if (!context_) return State::too_large;
    if (!begun_) {
      const State state = begin(in);
      if (!begun_) return state;
    }
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{out.data(), out.size(), 0};
    const size_t left = ZSTD_decompressStream(context_.get(), &to, &from);
    in.remove_prefix(from.pos);
    out = out.subspan(to.pos);
    if (ZSTD_isError(left)) return is_size(left) ? State::too_large : State::damaged;
    return left == 0 ? State::member_end : State::going;
  }

  bool restart() override {
    return context_ && !ZSTD_isError(ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only));
  }

 private:
  // Takes the dictionary, if there is one, once all of it is there.
  State begin(std::string_view& in) {
    if (in.size() < kHead) return State::going;
    if (in.starts_with(kDictionaryFrame)) {
      const size_t size = little_endian(in.substr(4));
      if (size > kMostDictionary) return State::too_large;
      if (in.size() < kHead + size) return State::going;
      if (!load(std::string(in.substr(kHead, size)))) return State::damaged;
      in.remove_prefix(kHead + size);
    }
    begun_ = true;
    return State::going;
  }

  bool load(std::string dictionary) {
    if (dictionary.starts_with(kFrame)) dictionary = unpacked(dictionary);
    return !dictionary.empty() && !ZSTD_isError(ZSTD_DCtx_loadDictionary(
                                      context_.get(), dictionary.data(), dictionary.size()));
  }

  static bool is_size(size_t error) {
    const auto code = ZSTD_getErrorCode(error);
    return code == ZSTD_error_frameParameter_windowTooLarge || code == ZSTD_error_memory_allocation;
  }

  static std::string unpacked(const std::string& frame) {
    const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size == 0 || size > kMostDictionary) return {};  // the codes for "unknown" are larger, too
    std::string out(size, '\0');
    const size_t got = ZSTD_decompress(out.data(), out.size(), frame.data(), frame.size());
    return ZSTD_isError(got) ? std::string() : out.substr(0, got);
  }

  std::unique_ptr<ZSTD_DCtx, Free> context_;
  bool begun_ = false;
};

}  // namespace

bool is_zstd(std::string_view head) {
  const bool skippable = head.size() >= 4 && (head[0] & 0xF0) == 0x50;
  return head.starts_with(kFrame) || (skippable && head.substr(1, 3) == kDictionaryFrame.substr(1));
}

std::unique_ptr<Decoder> zstd_decoder() { return std::make_unique<ZstdDecoder>(); }

}  // namespace sitrep
