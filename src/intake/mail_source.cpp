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

}  // namespace

std::unique_ptr<RecordSource> records_of_mail(std::string_view bytes, InputPlace place,
                                              RawInput within) {
  auto mail = parse_mail(bytes);
  if (!mail) {
    mail.error().file = within.file;
    mail.error().record = within.record;
    return std::make_unique<Refused>(mail.error());
  }
  if (within.record > 0) place.file += '#' + std::to_string(within.record);
  return std::make_unique<OneMail>(std::move(*mail), std::move(place), std::move(within));
}

Error too_large_mail(const InputPlace& place, int64_t record) {
  return {Code::too_large, "larger than the limit of " + std::to_string(place.max_bytes) + " bytes",
          place.file, record};
}

namespace {

// A mail alone in its file, read when it is asked for.
class MailFile : public RecordSource {
 public:
  MailFile(ByteWindow window, InputPlace place)
      : window_(std::move(window)), place_(std::move(place)) {}

  std::optional<Result<RawInput>> next() override {
    if (!mail_) {
      const auto more = window_.at_least(place_.max_bytes + 1);
      if (!more) return failed(more.error());
      if (*more) return failed(too_large_mail(place_, 0));
      mail_ = records_of_mail(window_.ahead(), place_, {.file = place_.file});
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

}  // namespace

std::unique_ptr<RecordSource> mail_records(ByteWindow window, InputPlace place) {
  return std::make_unique<MailFile>(std::move(window), std::move(place));
}

}  // namespace sitrep
