// A mail (RFC 5322) and its parts (MIME, RFC 2045 to 2049), parsed by GMime.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sitrep/result.h"

namespace sitrep {

struct MailPart {
  std::string name;   // of the file, else "part2": the number of the part; no slashes
  std::string bytes;  // with the transfer encoding undone
};

// Strings are UTF-8; those of the header have their encoded words (RFC 2047) undone.
struct Mail {
  std::string subject;
  std::string sender;    // the name in From, may be empty
  std::string address;   // the address in From
  std::string date;      // as written
  bool to_many = false;  // from a mailing list or a newsletter: List-Id, List-Unsubscribe
  std::string text;      // text/plain parts to be read in place, may be empty
  std::string html;      // the first text/html part, may be empty
  std::vector<MailPart> attachments;  // readable ones: no pictures, sound, signatures
};

// Is this how a mail begins? Its header has From with an address, and To, Date or the like.
bool is_mail(std::string_view head);

// A mail behind a line "From ADDRESS DATE": a file of many (mbox, RFC 4155).
bool is_mbox(std::string_view head);

// Fails with malformed where it is no mail, too_large where it has more parts than a mail has.
Result<Mail> parse_mail(std::string_view bytes);

}  // namespace sitrep
