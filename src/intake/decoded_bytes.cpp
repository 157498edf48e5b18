#include "intake/decoded_bytes.h"

#include <algorithm>
#include <utility>

namespace sitrep {

namespace {

// So much of a damaged member is searched for the next one; the others are smaller or not in a row.
constexpr size_t kKept = 1u << 20;

class CountedBytes : public ByteSource {
 public:
  CountedBytes(std::unique_ptr<ByteSource> source, std::shared_ptr<Growth> growth)
      : source_(std::move(source)), growth_(std::move(growth)), sized_(source_->size()) {
    if (sized_) growth_->add_packed(*sized_);
  }
  Result<size_t> read(char* to, size_t most) override {
    auto got = source_->read(to, most);
    if (got && !sized_) growth_->add_packed(*got);
    return got;
  }
  std::optional<uint64_t> size() const override { return sized_; }
  bool seek(uint64_t position) override { return source_->seek(position); }

 private:
  std::unique_ptr<ByteSource> source_;
  std::shared_ptr<Growth> growth_;
  std::optional<uint64_t> sized_;
};

class DecodedBytes : public ByteSource {
 public:
  DecodedBytes(std::unique_ptr<ByteSource> source, PackedInput packed)
      : input_(std::move(source)),
        packed_(std::move(packed)),
        decoder_(make_decoder(packed_.packing)) {}

  Result<size_t> read(char* to, size_t most) override {
    std::span<char> out(to, most);
    while (out.size() == most && !failure_ && !ended_) {
      if (auto step = decode_some(out); !step) failure_ = step.error();
    }
    const size_t got = most - out.size();
    given_ += got;
    if (got == 0 && failure_) return Failure(*failure_);
    if (!packed_.growth->add_unpacked(got)) return grows();
    return got;
  }

  bool seek(uint64_t position) override {
    auto source = input_.release();
    const bool again = position == 0 && source->seek(0);
    input_ = ByteWindow(std::move(source));
    if (!again) return false;
    failure_.reset();
    ended_ = between_members_ = bomb_ = false;
    whole_ = true;
    packed_.growth->take_back(std::exchange(given_, 0));
    used_ = 0;
    decoder_ = make_decoder(packed_.packing);
    return true;
  }

  bool resume() override {
    if (!failure_ || bomb_ || !decoder_->restart()) return false;
    if (!between_members_) input_.take(std::min<size_t>(1, input_.ahead().size()));
    used_ = 0;
    const auto found = find_next();
    if (!found || !*found) return false;
    failure_.reset();
    between_members_ = false;
    return whole_ = true;
  }

  bool whole() const override { return whole_; }

 private:
  std::string_view left() const { return input_.ahead().substr(used_); }

  Failure failed(Code code, std::string_view what) const {
    std::string message(name_of(packed_.packing));
    return fail(code, message.append(what), packed_.file, 0,
                static_cast<int64_t>(input_.position() + used_));
  }

  Failure grows() {
    bomb_ = true;
    failure_ = failed(Code::too_large, " stream grows without measure").value();
    return Failure(*failure_);
  }

  Result<bool> decode_some(std::span<char>& out) {
    if (between_members_) return next_member();
    const size_t room = out.size();
    std::string_view in = left();
    const size_t before = in.size();
    const auto state = decoder_->decode(in, out);
    use(before - in.size());
    whole_ = whole_ && out.size() == room;
    if (state == Decoder::State::member_end) return end_member();
    if (state == Decoder::State::damaged) return damaged();
    if (state == Decoder::State::too_large)
      return failed(Code::too_large, " stream that needs too much memory");
    if (out.size() < room || in.size() < before) return true;
    return more_input();
  }

  void use(size_t bytes) {
    used_ += bytes;
    if (used_ < kKept) return;
    input_.take(used_);
    used_ = 0;
  }

  Result<bool> end_member() {
    input_.take(used_);
    used_ = 0;
    return between_members_ = whole_ = true;
  }

  Failure damaged() const { return failed(Code::malformed, " stream is damaged"); }

  Result<bool> more_input() {
    auto more = input_.more();
    if (!more || *more) return more;
    return failed(Code::malformed, " stream ends early");
  }

  // Zeros pad; what else stands between members is damage.
  Result<bool> next_member() {
    if (auto padding = skip_zeros(); !padding || !*padding) {
      ended_ = true;
      return padding;
    }
    auto full = input_.at_least(kMemberMark);
    if (!full) return full;
    if (find_member(packed_.packing, input_.ahead()) == 0) {
      between_members_ = false;
      return decoder_->restart();
    }
    const int64_t position = static_cast<int64_t>(input_.position());
    auto found = find_next();
    if (!found) return found;
    if (!*found) return ended_ = true;
    Failure failure = damaged();
    failure.value().position = position;
    return failure;
  }

  Result<bool> skip_zeros() {
    for (;;) {
      const size_t at = input_.ahead().find_first_not_of('\0');
      if (at != std::string_view::npos) return input_.take(at), true;
      input_.take(input_.ahead().size());
      auto more = input_.more();
      if (!more || !*more) return more;
    }
  }

  // Takes what stands before the next member; false: there is none.
  Result<bool> find_next() {
    for (;;) {
      const size_t at = find_member(packed_.packing, input_.ahead());
      if (at != std::string_view::npos) return input_.take(at), true;
      const size_t size = input_.ahead().size();
      input_.take(size - std::min(size, kMemberMark - 1));
      auto more = input_.more();
      if (!more || !*more) return more;
    }
  }

  ByteWindow input_;  // begins with the member that is being decoded, if that is not too long
  PackedInput packed_;
  std::unique_ptr<Decoder> decoder_;
  size_t used_ = 0;     // of what is ahead
  uint64_t given_ = 0;  // unpacked
  bool ended_ = false;
  bool between_members_ = false;
  bool bomb_ = false;
  bool whole_ = true;  // all members of which something was given ended
  std::optional<Error> failure_;
};

}  // namespace

std::unique_ptr<ByteSource> counted_bytes(std::unique_ptr<ByteSource> source,
                                          std::shared_ptr<Growth> growth) {
  return std::make_unique<CountedBytes>(std::move(source), std::move(growth));
}

std::unique_ptr<ByteSource> decoded_bytes(std::unique_ptr<ByteSource> source, PackedInput packed) {
  return std::make_unique<DecodedBytes>(std::move(source), std::move(packed));
}

}  // namespace sitrep
