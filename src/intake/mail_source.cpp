#include "intake/mail_source.h"

#include <deque>

#include "core/text.h"
#include "intake/encoding.h"
#include "intake/html_blocks.h"
#include "intake/mail.h"
#include "intake/mail_text.h"
#include "intake/shapes.h"

namespace sitrep {

namespace {

constexpr int kDeepest = 4;        // inputs within inputs
constexpr size_t kCoverNote = 15;  // words: "see attached"
constexpr std::string_view kHeader = "the mail's header";

// The lines of a page, all of them.
std::string lines_of_page(std::string_view html) {
  std::string text;
  for (const auto& block : cut_blocks(html).blocks) text += block.text + '\n';
  return text;
}

std::string host_of_address(const std::string& address) {
  const size_t at = address.rfind('@');
  return at == address.npos ? std::string() : address.substr(at + 1);
}

void take_header(RawInput& raw, Mail& mail) {
  raw.fields.title = bare_subject(mail.subject);
  raw.hints = {
      .host = host_of_address(mail.address), .sent = mail.date, .from = std::string(kHeader)};
  (mail.to_many ? raw.hints.outlet : raw.hints.byline) = mail.sender;
}

// What a mail passes on is the report; who passes it on, and when, is not.
void take_forwarded(RawInput& raw, Forwarded found, bool with_text) {
  if (with_text) {
    raw.fields.text = without_trimmings(found.text);
    raw.fields.html.reset();
  }
  if (!found.subject.empty()) raw.fields.title = bare_subject(found.subject);
  raw.hints = {.byline = found.sender,
               .host = host_of_address(found.address),
               .sent = found.date,
               .from = "the forwarded mail's header"};
}

// The mail itself, as the fields of a record.
RawInput own_report(Mail& mail) {
  RawInput raw{.kind = RawInput::Kind::fields};
  take_header(raw, mail);
  if (!mail.html.empty()) raw.fields.html = mail.html;
  if (!trim(mail.text).empty()) raw.fields.text = without_trimmings(mail.text);
  if (auto found = find_forwarded(mail.text); !found.text.empty()) {
    take_forwarded(raw, std::move(found), true);
  } else if (trim(mail.text).empty() && !mail.html.empty()) {
    found = find_forwarded(lines_of_page(mail.html));
    if (!found.text.empty()) take_forwarded(raw, std::move(found), false);
  }
  if (raw.fields.title->empty()) raw.fields.title.reset();
  raw.hints.title = raw.fields.title.value_or("");
  return raw;
}

bool is_cover_note(const Mail& mail) {
  return !mail.attachments.empty() &&
         count_words(mail.html.empty() ? mail.text : lines_of_page(mail.html), kCoverNote) <
             kCoverNote;
}

// One mail: its own text, then what is attached to it, each attachment as an input by itself.
class OneMail : public RecordSource {
 public:
  // `within` has the mail's own record and position.
  OneMail(Mail mail, InputPlace place, RawInput within) : place_(std::move(place)) {
    if (!is_cover_note(mail)) {
      own_ = own_report(mail);
      own_->file = within.file;
      own_->record = within.record;
      own_->position = within.position;
    }
    for (auto& part : mail.attachments) attachments_.push_back(std::move(part));
  }

  std::optional<Result<RawInput>> next() override {
    if (own_) return take_own();
    for (;;) {
      if (inner_) {
        if (auto raw = inner_->next()) return raw;
        inner_.reset();
      }
      if (attachments_.empty()) return std::nullopt;
      if (auto opened = open_next(); !opened) return Failure(opened.error());
    }
  }

 private:
  Result<RawInput> take_own() {
    RawInput own = std::move(*own_);
    own_.reset();
    if (own.fields.text && is_link_list(*own.fields.text)) {
      return fail(Code::not_an_article, "a mail that lists links, not a report", own.file,
                  own.record);
    }
    return own;
  }

  Result<bool> open_next() {
    MailPart part = std::move(attachments_.front());
    attachments_.pop_front();
    InputPlace place = place_;
    place.file += '#' + part.name;
    if (++place.depth > kDeepest)
      return fail(Code::too_large, "lies within too many other inputs", place.file);
    auto records = open_records(memory_bytes(std::move(part.bytes)), std::move(place));
    if (!records) return Failure(records.error());
    inner_ = std::move(*records);
    return true;
  }

  InputPlace place_;
  std::optional<RawInput> own_;
  std::deque<MailPart> attachments_;
  std::unique_ptr<RecordSource> inner_;
};

// Nothing but a refusal.
class Refused : public RecordSource {
 public:
  explicit Refused(Error error) : error_(std::move(error)) {}
  std::optional<Result<RawInput>> next() override {
    if (!error_) return std::nullopt;
    Failure failure(std::move(*error_));
    error_.reset();
    return failure;
  }

 private:
  std::optional<Error> error_;
};

std::unique_ptr<RecordSource> open_mail(std::string_view bytes, InputPlace place, RawInput within) {
  auto mail = parse_mail(bytes);
  if (!mail) {
    mail.error().file = within.file;
    mail.error().record = within.record;
    return std::make_unique<Refused>(mail.error());
  }
  if (within.record > 0) place.file += '#' + std::to_string(within.record);
  return std::make_unique<OneMail>(std::move(*mail), std::move(place), std::move(within));
}

Error too_large(const InputPlace& place, int64_t record) {
  return {Code::too_large, "larger than the limit of " + std::to_string(place.max_bytes) + " bytes",
          place.file, record};
}

// A mail alone in its file, read when it is asked for.
class MailFile : public RecordSource {
 public:
  MailFile(ByteWindow window, InputPlace place)
      : window_(std::move(window)), place_(std::move(place)) {}

  std::optional<Result<RawInput>> next() override {
    if (!mail_) {
      const auto more = window_.at_least(place_.max_bytes + 1);
      if (!more) return failed(more.error());
      if (*more) return failed(too_large(place_, 0));
      mail_ = open_mail(window_.ahead(), place_, {.file = place_.file});
    }
    return mail_->next();
  }

 private:
  Failure failed(Error error) {
    mail_ = std::make_unique<Refused>(error);
    mail_->next();
    return Failure(std::move(error));
  }

  ByteWindow window_;
  InputPlace place_;
  std::unique_ptr<RecordSource> mail_;
};

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
    mail_ = open_mail(mail, place_, {.file = place_.file, .record = record_, .position = position});
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
    Failure refused(too_large(place_, record_));
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

std::unique_ptr<RecordSource> mail_records(ByteWindow window, InputPlace place) {
  return std::make_unique<MailFile>(std::move(window), std::move(place));
}

std::unique_ptr<RecordSource> mbox_records(ByteWindow window, InputPlace place) {
  return std::make_unique<Mbox>(std::move(window), std::move(place));
}

}  // namespace sitrep
