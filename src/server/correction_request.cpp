#include "server/correction_request.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <ctime>

#include "core/text.h"
#include "incidents/typed_value.h"

namespace sitrep::server {

namespace {

using simdjson::dom::element;

constexpr size_t kLongestName = 100;
constexpr size_t kLongestReason = 2000;
constexpr size_t kMostOthers = 1000;

// Members of an object by name; the first that is of another type is what is wrong.
class Members {
 public:
  explicit Members(element object) : object_(object) {}

  std::string text(std::string_view name) {
    element value;
    if (!find(name, value)) return {};
    std::string_view text;
    if (value.get(text)) wrong(name, "a string");
    return std::string(text);
  }

  // A value may be a number, too: 5 is "5".
  std::string typed(std::string_view name) {
    element value;
    int64_t number = 0;
    if (find(name, value) && !value.get(number)) return std::to_string(number);
    return text(name);
  }

  std::optional<int64_t> number(std::string_view name) {
    element value;
    int64_t number = 0;
    if (!find(name, value)) return std::nullopt;
    if (value.get(number)) wrong(name, "a whole number");
    return number;
  }

  std::vector<std::string> texts(std::string_view name) {
    std::vector<std::string> out;
    element value;
    if (!find(name, value)) return out;
    simdjson::dom::array all;
    if (value.get(all) || all.size() > kMostOthers) {
      wrong(name, "a list of strings");
      return out;
    }
    for (const element each : all) {
      std::string_view text;
      if (each.get(text)) wrong(name, "a list of strings");
      out.emplace_back(text);
    }
    return out;
  }

  std::vector<std::pair<std::string, std::string>> changes() {
    std::vector<std::pair<std::string, std::string>> out;
    element value;
    if (has("field")) out.emplace_back(text("field"), typed("value"));
    if (!find("changes", value)) return out;
    simdjson::dom::array all;
    if (value.get(all) || all.size() > Names<CorrectedField>::kAll.size()) {
      wrong("changes", "a list of fields with their values");
      return out;
    }
    for (const element each : all) {
      Members members(each);
      out.emplace_back(members.text("field"), members.typed("value"));
      if (!members.problem_.empty()) problem_ = members.problem_;
    }
    return out;
  }

  void allow(std::initializer_list<std::string_view> names) {
    simdjson::dom::object members;
    if (object_.get(members)) return wrong("the body", "an object");
    for (const auto& [key, value] : members) {
      if (std::ranges::find(names, key) == names.end())
        problem_ = fmt::format("there is no member '{}' here", key);
    }
  }

  const std::string& problem() const { return problem_; }

 private:
  bool has(std::string_view name) {
    element value;
    return find(name, value);
  }
  bool find(std::string_view name, element& value) {
    return !object_.at_key(name).get(value) && !value.is_null();
  }
  void wrong(std::string_view name, std::string_view wanted) {
    if (problem_.empty()) problem_ = fmt::format("{}: not {}", name, wanted);
  }
  element object_;
  std::string problem_;
};

bool is_one_line(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

Trouble not_possible(std::string message) { return trouble(422, std::move(message)); }

Outcome<CorrectionKind> kind_of(const std::string& action) {
  const auto kind = parse<CorrectionKind>(action);
  if (!kind) {
    return not_possible("action: '" + action +
                        "' is none of correct, merge, split, reject or undo");
  }
  return *kind;
}

std::string now() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))); }

}  // namespace

Outcome<CorrectionRequest> read_correction(std::string_view json) {
  simdjson::dom::parser parser;
  element root;
  if (const auto error = parser.parse(simdjson::padded_string(json)).get(root))
    return trouble(400, std::string("the body is no JSON: ") + simdjson::error_message(error));
  Members members(root);
  members.allow({"action", "incident", "others", "field", "value", "changes", "number", "reason",
                 "user", "revision"});
  CorrectionRequest out;
  const std::string action = members.text("action");
  out.incident = members.text("incident");
  out.others = members.texts("others");
  out.changes = members.changes();
  out.number = members.number("number");
  out.reason = members.text("reason");
  out.user = std::string(trim(members.text("user")));
  out.revision = members.number("revision");
  if (!members.problem().empty()) return not_possible(members.problem());
  if (out.user.size() > kLongestName || !is_one_line(out.user))
    return not_possible("user: not a name of at most 100 bytes");
  if (out.reason.size() > kLongestReason) return not_possible("reason: longer than 2,000 bytes");
  const auto kind = kind_of(action);
  if (!kind) return Trouble(kind.error());
  out.kind = *kind;
  if (out.incident.empty() && out.kind != CorrectionKind::undo)
    return not_possible("incident: none is given");
  return out;
}

Outcome<CorrectionOrder> order_of(const CorrectionRequest& request, const std::string& by,
                                  const Knowledge& knowledge) {
  CorrectionOrder order;
  order.kind = request.kind;
  order.incident = request.incident;
  order.others = request.others;
  order.undoes = request.number;
  order.signature = {by, now(), request.reason};
  if (request.kind != CorrectionKind::correct) return order;
  for (const auto& [field, value] : request.changes) {
    auto change = read_change(field + "=" + value, knowledge.lexicon(), knowledge.gazetteer());
    if (!change) return not_possible(change.error().message);
    order.changes.push_back(std::move(*change));
  }
  return order;
}

}  // namespace sitrep::server
