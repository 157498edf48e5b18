// The words of a mail that are news: without what its client and its lists put around them.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

// What a mail passes on from another one, with that one's own header.
struct Forwarded {
  std::string subject;
  std::string sender;
  std::string address;
  std::string date;
  std::string text;  // empty: nothing is forwarded
};

// The innermost mail that stands in the text behind "Forwarded message" and its like.
Forwarded find_forwarded(std::string_view text);

// Without quotations (unless all is quoted), the signature below "-- ", and the lines of lists.
std::string without_trimmings(std::string_view text);

// "Re: Fwd: [alerts] Rockets hit Marib" to "Rockets hit Marib".
std::string bare_subject(std::string_view subject);

// A digest: one short piece after the other, each with its link, and no text of its own.
bool is_link_list(std::string_view text);

}  // namespace sitrep
