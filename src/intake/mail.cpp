#include "intake/mail.h"

#include <gmime/gmime.h>

#include <memory>
#include <mutex>

#include "core/text.h"
#include "intake/encoding.h"

namespace sitrep {

namespace {

constexpr int kDeepest = 12;  // multiparts in multiparts
constexpr size_t kMostParts = 1000;
constexpr size_t kMostBoundaries = 4000;
constexpr size_t kMostDashes = 20000;  // lines that begin like a boundary

struct Unref {
  template <typename T>
  void operator()(T* object) const {
    g_object_unref(object);
  }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

void prepare_gmime() {
  static std::once_flag once;
  std::call_once(once, [] { g_mime_init(); });
}

std::string utf8(const char* text, std::string_view charset = {}) {
  if (text == nullptr) return {};
  auto converted = to_utf8(text, charset);
  return converted ? *converted : valid_utf8(text);
}

std::string header(GMimeMessage* message, const char* name) {
  return utf8(g_mime_object_get_header(GMIME_OBJECT(message), name));
}

std::string bytes_of(GMimeStream* memory) {
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, memory.get());
  return bytes_of(memory.get());
}

// A whole mail within the mail, as it would lie in a file.
std::string content_of(GMimeMessage* message) {
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, memory.get());
  return bytes_of(memory.get());
}

std::string file_name(const char* given, size_t number) {
  std::string name = utf8(given);
  std::replace(name.begin(), name.end(), '/', '_');
  std::replace(name.begin(), name.end(), '#', '_');
  return name.empty() ? "part" + std::to_string(number) : name;
}

bool is_type(GMimeObject* object, const char* type, const char* subtype) {
  GMimeContentType* content_type = g_mime_object_get_content_type(object);
  return content_type != nullptr && g_mime_content_type_is_type(content_type, type, subtype);
}

// What no report can be in.
bool is_passed_over(GMimeObject* object) {
  return is_type(object, "image", "*") || is_type(object, "audio", "*") ||
         is_type(object, "video", "*") || is_type(object, "text", "calendar") ||
         is_type(object, "application", "pgp-signature") ||
         is_type(object, "application", "pkcs7-signature") ||
         is_type(object, "application", "x-pkcs7-signature");
}

// Text parts are read in place; "7bit" and other names of no character set are no help.
std::string text_of(GMimeObject* object) {
  const char* charset = g_mime_object_get_content_type_parameter(object, "charset");
  auto text = to_utf8(content_of(GMIME_PART(object)), charset == nullptr ? "" : charset);
  return text ? std::move(*text) : std::string();
}

// RFC 3676: a line that ends with a blank goes on in the next.
std::string unflowed(GMimeObject* object, const std::string& text) {
  const char* format = g_mime_object_get_content_type_parameter(object, "format");
  if (format == nullptr || lower_ascii(format) != "flowed") return text;
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') continue;
    const bool soft = text[i] == '\n' && out.ends_with(' ') && !out.ends_with("\n-- ");
    if (!soft) out += text[i];
  }
  return out;
}

class PartReader {
 public:
  explicit PartReader(Mail& mail) : mail_(mail) {}

  // False: more parts, or deeper ones, than a mail has.
  bool read(GMimeObject* object, int depth) {
    if (object == nullptr) return true;
    if (depth > kDeepest || ++parts_ > kMostParts) return false;
    if (GMIME_IS_MULTIPART(object)) return read_all(GMIME_MULTIPART(object), depth);
    if (GMIME_IS_MESSAGE_PART(object)) {
      read_message(GMIME_MESSAGE_PART(object));
    } else if (GMIME_IS_PART(object)) {
      read_part(GMIME_PART(object));
    }
    return true;
  }

 private:
  bool read_all(GMimeMultipart* multipart, int depth) {
    const int count = g_mime_multipart_get_count(multipart);
    for (int i = 0; i < count; ++i) {
      if (!read(g_mime_multipart_get_part(multipart, i), depth + 1)) return false;
    }
    return true;
  }

  void read_message(GMimeMessagePart* part) {
    GMimeMessage* message = g_mime_message_part_get_message(part);
    if (message != nullptr) attach(nullptr, content_of(message));
  }

  void read_part(GMimePart* part) {
    GMimeObject* object = GMIME_OBJECT(part);
    const bool attached = g_mime_part_is_attachment(part);
    if (!attached && is_type(object, "text", "html")) {
      if (mail_.html.empty()) mail_.html = text_of(object);
    } else if (!attached && is_type(object, "text", "plain")) {
      if (!mail_.text.empty()) mail_.text += "\n\n";
      mail_.text += unflowed(object, text_of(object));
    } else if (!is_passed_over(object)) {
      attach(g_mime_part_get_filename(part), content_of(part));
    }
  }

  void attach(const char* name, std::string bytes) {
    if (!bytes.empty()) mail_.attachments.push_back({file_name(name, parts_), std::move(bytes)});
  }

  Mail& mail_;
  size_t parts_ = 0;
};

void read_sender(GMimeMessage* message, Mail& mail) {
  InternetAddressList* from = g_mime_message_get_from(message);
  if (from == nullptr || internet_address_list_length(from) < 1) return;
  InternetAddress* address = internet_address_list_get_address(from, 0);
  mail.sender = utf8(internet_address_get_name(address));
  if (INTERNET_ADDRESS_IS_MAILBOX(address))
    mail.address = utf8(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)));
}

void read_header(GMimeMessage* message, Mail& mail) {
  mail.subject = utf8(g_mime_message_get_subject(message));
  mail.date = header(message, "Date");
  mail.to_many =
      !header(message, "List-Id").empty() || !header(message, "List-Unsubscribe").empty();
  read_sender(message, mail);
}

Owned<GMimeMessage> message_of(std::string_view bytes) {
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

Failure too_many_parts() { return fail(Code::too_large, "a mail of more parts than can be read"); }

size_t count_of(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
    ++count;
  return count;
}

// Each multipart names a boundary, and each part begins with one; a mail with very many is made to
// exhaust its reader.
bool is_made_to_exhaust(std::string_view bytes) {
  return count_of(bytes, "oundary=") > kMostBoundaries || count_of(bytes, "\n--") > kMostDashes;
}

}  // namespace

Result<Mail> parse_mail(std::string_view bytes) {
  if (is_made_to_exhaust(bytes)) return too_many_parts();
  prepare_gmime();
  const auto message = message_of(bytes);
  if (!message) return fail(Code::malformed, "a mail that does not parse");
  Mail mail;
  read_header(message.get(), mail);
  if (!PartReader(mail).read(g_mime_message_get_mime_part(message.get()), 0))
    return too_many_parts();
  return mail;
}

}  // namespace sitrep
