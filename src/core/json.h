// A small, fast JSON writer: appends to one string, keeps the commas right.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(double number);
  void value(bool flag) { raw(flag ? "true" : "false"); }
  void null() { raw("null"); }
  template <std::integral T>
  void value(T number) {
    raw(std::to_string(number));
  }
  // The string, or null where it is empty.
  void value_or_null(std::string_view text) { text.empty() ? null() : value(text); }
  // Ready-made JSON.
  void raw(std::string_view json);

  template <typename T>
  void field(std::string_view name, const T& content) {
    key(name);
    value(content);
  }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  std::string& out_;
  bool comma_ = false;
};

void append_json_string(std::string& out, std::string_view text);

}  // namespace sitrep
