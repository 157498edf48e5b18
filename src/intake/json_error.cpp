// Finds where JSON breaks, which the fast parser does not say. Only ever run on a record that did
// not parse.
#include <string>

#include "core/text.h"
#include "intake/metadata.h"

namespace sitrep {

namespace {

class JsonCheck {
 public:
  explicit JsonCheck(std::string_view json) : json_(json) {}

  size_t run() {
    if (!value()) return at_;
    while (!open_.empty()) {
      if (!rest_of_container()) return at_;
    }
    skip_space();
    return at_ == json_.size() ? std::string_view::npos : at_;
  }

 private:
  char look() {
    skip_space();
    return at_ < json_.size() ? json_[at_] : '\0';
  }
  void skip_space() {
    while (at_ < json_.size() && is_ascii_space(json_[at_])) ++at_;
  }

  // A scalar, or the opening of a container with the way to its first value.
  bool value() {
    for (;;) {
      const char c = look();
      if (c == '"') return string();
      if (c != '{' && c != '[') return scalar();
      ++at_;
      const char close = c == '{' ? '}' : ']';
      if (look() == close) return ++at_, true;
      open_ += close;
      if (c == '{' && !name()) return false;
    }
  }

  bool rest_of_container() {
    const char c = look();
    if (c == open_.back()) {
      ++at_;
      open_.pop_back();
      return true;
    }
    if (c != ',') return false;
    ++at_;
    return (open_.back() != '}' || name()) && value();
  }

  bool name() {
    if (look() != '"' || !string() || look() != ':') return false;
    return ++at_, true;
  }

  bool string() {
    for (++at_; at_ < json_.size(); ++at_) {
      const auto c = static_cast<unsigned char>(json_[at_]);
      if (c == '"') return ++at_, true;
      if (c < 0x20 || (c == '\\' && !escape())) return false;
    }
    return false;
  }

  bool escape() {
    const char c = ++at_ < json_.size() ? json_[at_] : '\0';
    if (c != 'u')
      return c != '\0' && std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos;
    for (int i = 0; i < 4; ++i) {
      if (++at_ >= json_.size() ||
          std::string_view("0123456789abcdefABCDEF").find(json_[at_]) == std::string_view::npos) {
        return false;
      }
    }
    return true;
  }

  bool scalar() {
    const auto rest = json_.substr(std::min(at_, json_.size()));
    for (std::string_view word : {"true", "false", "null"}) {
      if (rest.starts_with(word)) return at_ += word.size(), true;
    }
    const size_t size = std::min(rest.find_first_not_of("+-.0123456789eE"), rest.size());
    if (size == 0) return false;
    at_ += size;
    return true;
  }

  std::string_view json_;
  std::string open_;  // the brackets that are still to close
  size_t at_ = 0;
};

}  // namespace

size_t first_json_error(std::string_view json) { return JsonCheck(json).run(); }

}  // namespace sitrep
