// JSON Lines, and JSON objects that stand in an array or behind each other, cut into records
// without parsing them.
#include <algorithm>

#include "core/text.h"
#include "intake/record_source.h"

namespace sitrep {

namespace {

// A coding may be so many times as large as a report, for the sentences stand in it with every
// claim.
constexpr uint64_t kCodingPerReport = 16;

class JsonSource : public RecordSource {
 public:
  JsonSource(ByteWindow window, std::string file, uint64_t max_bytes)
      : window_(std::move(window)), file_(std::move(file)), max_bytes_(max_bytes) {
    if (window_.ahead().starts_with("\xEF\xBB\xBF")) window_.take(3);
  }

 protected:
  Failure refuse(Code code, std::string message) const {
    return fail(code, std::move(message), file_, record_, static_cast<int64_t>(window_.position()));
  }
  // Of the record that the window begins with.
  uint64_t limit() const {
    const auto head = window_.ahead();
    return head.starts_with("{\"report\"") ? kCodingPerReport * max_bytes_ : max_bytes_;
  }
  Failure too_large() const {
    return refuse(Code::too_large,
                  "larger than the limit of " + std::to_string(limit()) + " bytes");
  }
  Failure stop(Error error) {
    done_ = true;
    return Failure(std::move(error));
  }
  RawInput taken(size_t size) {
    RawInput raw{.kind = RawInput::Kind::json,
                 .file = file_,
                 .bytes = std::string(window_.ahead().substr(0, size)),
                 .record = record_,
                 .position = static_cast<int64_t>(window_.position())};
    window_.take(size);
    return raw;
  }

  ByteWindow window_;
  std::string file_;
  uint64_t max_bytes_;
  int64_t record_ = 0;
  bool done_ = false;
};

class JsonLines : public JsonSource {
 public:
  using JsonSource::JsonSource;

  std::optional<Result<RawInput>> next() override {
    while (!done_) {
      ++record_;
      const auto size = line_size();
      if (!size) return stop(size.error());
      if (*size > limit()) return skip_line();
      if (done_ && *size == 0) break;
      if (trim(window_.ahead().substr(0, *size)).empty()) {
        take_line(*size);
        continue;
      }
      RawInput raw = taken(*size);
      take_line(0);
      return raw;
    }
    return std::nullopt;
  }

 private:
  // Bytes up to the line's end, or just more than the limit.
  Result<size_t> line_size() {
    size_t seen = 0;
    for (;;) {
      const size_t end = window_.ahead().find('\n', seen);
      if (end != std::string_view::npos) return end;
      seen = window_.ahead().size();
      if (seen > limit()) return seen;
      const auto more = window_.more();
      if (!more) return Failure(more.error());
      if (!*more) {
        done_ = true;
        return seen;
      }
    }
  }

  void take_line(size_t size) {
    window_.take(std::min(size + 1, window_.ahead().size()));  // with its \n
  }

  Failure skip_line() {
    Failure refused = too_large();
    for (;;) {
      const size_t end = window_.ahead().find('\n');
      if (end != std::string_view::npos) {
        window_.take(end + 1);
        return refused;
      }
      window_.take(window_.ahead().size());
      const auto more = window_.more();
      if (!more || !*more) {
        done_ = true;
        return refused;
      }
    }
  }
};

class JsonItems : public JsonSource {
 public:
  using JsonSource::JsonSource;

  std::optional<Result<RawInput>> next() override {
    while (!done_) {
      const auto first = next_char();
      if (!first) return stop(first.error());
      if (*first == '\0') return end_of_input();
      if (*first == '[' && !in_array_ && record_ == 0) {
        in_array_ = true;
        window_.take(1);
      } else if (*first == ']' && in_array_) {
        in_array_ = false;
        closed_ = true;
        window_.take(1);
      } else if (*first == ',' && in_array_) {
        window_.take(1);
      } else {
        return item(*first);
      }
    }
    return std::nullopt;
  }

 private:
  Result<char> next_char() {
    for (;;) {
      const size_t at = window_.ahead().find_first_not_of(" \t\r\n");
      if (at != std::string_view::npos) {
        window_.take(at);
        return window_.ahead().front();
      }
      window_.take(window_.ahead().size());
      const auto more = window_.more();
      if (!more) return Failure(more.error());
      if (!*more) return '\0';
    }
  }

  std::optional<Result<RawInput>> end_of_input() {
    done_ = true;
    if (!in_array_) return std::nullopt;
    return refuse(Code::malformed, "the array is not closed");
  }

  std::optional<Result<RawInput>> item(char first) {
    ++record_;
    if (closed_ || (first != '{' && !in_array_)) {
      return stop(refuse(Code::malformed, "something stands behind the JSON").value());
    }
    depth_ = 0;
    in_string_ = escaped_ = false;
    size_t seen = 0;
    for (;;) {
      if (const auto size = scan(seen)) return *size <= max_bytes_ ? give(*size) : pass_over(*size);
      seen = window_.ahead().size();
      if (seen > max_bytes_) return skip_item(seen);
      const auto more = window_.more();
      if (!more) return stop(more.error());
      if (!*more) return stop(refuse(Code::malformed, "the object is not closed").value());
    }
  }

  // The size of the item that begins the window, once its end is seen; `from` is where the last
  // scan ended.
  std::optional<size_t> scan(size_t from) {
    const auto text = window_.ahead();
    for (size_t i = from; i < text.size(); ++i) {
      if (in_string_) {
        step_string(text[i]);
        continue;
      }
      if (depth_ == 0 && i > 0 && (text[i] == ',' || text[i] == ']' || is_ascii_space(text[i])))
        return i;
      if (text[i] == '"') in_string_ = true;
      if (text[i] == '{' || text[i] == '[') ++depth_;
      if (text[i] == '}' || text[i] == ']') {
        if (--depth_ <= 0) return i + 1;
      }
    }
    return std::nullopt;
  }

  void step_string(char c) {
    if (escaped_) {
      escaped_ = false;
    } else if (c == '\\') {
      escaped_ = true;
    } else if (c == '"') {
      in_string_ = false;
    }
  }

  Result<RawInput> give(size_t size) { return taken(size); }

  Result<RawInput> pass_over(size_t size) {
    Failure refused = too_large();
    window_.take(size);
    return refused;
  }

  Failure skip_item(size_t seen) {
    Failure refused = too_large();
    window_.take(seen);
    for (;;) {
      const auto more = window_.more();
      if (!more || !*more) {
        done_ = true;
        return refused;
      }
      if (const auto size = scan(0)) {
        window_.take(*size);
        return refused;
      }
      window_.take(window_.ahead().size());
    }
  }

  bool in_array_ = false;
  bool closed_ = false;
  bool in_string_ = false;
  bool escaped_ = false;
  int64_t depth_ = 0;
};

}  // namespace

std::unique_ptr<RecordSource> json_lines(ByteWindow window, std::string file, uint64_t max_bytes) {
  return std::make_unique<JsonLines>(std::move(window), std::move(file), max_bytes);
}

std::unique_ptr<RecordSource> json_items(ByteWindow window, std::string file, uint64_t max_bytes) {
  return std::make_unique<JsonItems>(std::move(window), std::move(file), max_bytes);
}

}  // namespace sitrep
