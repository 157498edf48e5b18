#include <algorithm>

#include "core/text.h"
#include "intake/mail_source.h"

namespace sitrep {

namespace {

bool has_time(std::string_view line) {
  for (size_t i = line.find(':'); i != line.npos; i = line.find(':', i + 1)) {
    if (i >= 2 && i + 2 < line.size() && is_digit(line[i - 1]) && is_digit(line[i + 1]))
      return true;
  }
  return false;
}

// "From " lines of the text have a ">" before them.
std::string unescaped(std::string_view mail) {
  std::string out;
  out.reserve(mail.size());
  for (size_t begin = 0; begin < mail.size();) {
    const size_t end = std::min(mail.find('\n', begin), mail.size() - 1) + 1;
    auto line = mail.substr(begin, end - begin);
    const size_t marks = line.find_first_not_of('>');
    if (marks != line.npos && marks > 0 && line.substr(marks).starts_with("From "))
      line.remove_prefix(1);
    out += line;
    begin = end;
  }
  return out;
}

// Mails one behind the other (RFC 4155), each behind a blank line and "From ADDRESS DATE".
class Mbox : public RecordSource {
 public:
  Mbox(ByteWindow window, InputPlace place)
      : window_(std::move(window)), place_(std::move(place)) {}

  std::optional<Result<RawInput>> next() override {
    for (;;) {
      if (mail_) {
        if (auto raw = mail_->next()) return raw;
        mail_.reset();
      }
      if (done_) return std::nullopt;
      if (auto opened = open_next(); !opened) {
        done_ = done_ || opened.error().code != Code::too_large;
        return Failure(opened.error());
      }
    }
  }

 private:
  Result<bool> open_next() {
    ++record_;
    const auto size = mail_size();
    if (!size) return Failure(size.error());
    if (*size > place_.max_bytes) return skip();
    if (*size == 0) return true;
    const auto head = std::min(window_.ahead().find('\n'), *size - 1) + 1;  // the line "From "
    const auto position = static_cast<int64_t>(window_.position());
    const std::string mail = unescaped(window_.ahead().substr(head, *size - head));
    window_.take(*size);
    if (trim(mail).empty()) return true;
    mail_ = records_of_mail(mail, place_,
                            {.file = place_.file, .record = record_, .position = position});
    return true;
  }

  // Bytes up to the next mail or the end, or just more than the limit.
  Result<size_t> mail_size() {
    for (size_t seen = 0;;) {
      if (const auto size = boundary(seen)) return *size;
      if (window_.ahead().size() > place_.max_bytes) return window_.ahead().size();
      const size_t before = window_.ahead().size();
      const auto more = window_.more();
      if (!more) return Failure(more.error());
      if (!*more) {
        done_ = true;
        return before;
      }
      seen = before > kBoundaryLine ? before - kBoundaryLine : 0;
    }
  }

  // Where the next mail begins, looked for from `from`.
  std::optional<size_t> boundary(size_t from) const {
    const auto text = window_.ahead();
    for (size_t at = text.find("\nFrom ", from); at != text.npos;
         at = text.find("\nFrom ", at + 1)) {
      if (at == 0) continue;
      const bool blank = text[at - 1] == '\n' || (at > 1 && text.substr(at - 2, 2) == "\n\r");
      const auto line = text.substr(at + 1, kBoundaryLine);
      if (blank && has_time(line.substr(0, line.find('\n')))) return at + 1;
    }
    return std::nullopt;
  }

  Failure skip() {
    Failure refused(too_large_mail(place_, record_));
    for (;;) {
      if (const auto size = boundary(0)) {
        window_.take(*size);
        return refused;
      }
      const size_t ahead = window_.ahead().size();
      window_.take(ahead > kBoundaryLine ? ahead - kBoundaryLine : 0);
      const auto more = window_.more();
      if (!more || !*more) {
        done_ = true;
        return refused;
      }
    }
  }

  static constexpr size_t kBoundaryLine = 300;  // bytes; more than one has
  ByteWindow window_;
  InputPlace place_;
  std::unique_ptr<RecordSource> mail_;
  int64_t record_ = 0;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<RecordSource> mbox_records(ByteWindow window, InputPlace place) {
  return std::make_unique<Mbox>(std::move(window), std::move(place));
}

}  // namespace sitrep
