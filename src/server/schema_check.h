// JSON Schema as far as workbench/openapi.json uses it.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

namespace sitrep::server::test {

class SchemaCheck {
 public:
  using Json = nlohmann::json;
  explicit SchemaCheck(const Json& document) : document_(document) {}

  // The first thing that is wrong, with where it is; empty: nothing.
  std::string problem(const Json& value, const Json& schema, const std::string& at = "") const {
    if (schema.contains("$ref")) {
      const std::string ref = schema["$ref"];
      return problem(value, document_.at(Json::json_pointer(ref.substr(1))), at);
    }
    if (schema.contains("anyOf")) return of_any(value, schema["anyOf"], at);
    if (schema.contains("type") && !is_of(value, schema["type"]))
      return at + ": not " + schema["type"].dump();
    if (schema.contains("enum") && std::ranges::find(schema["enum"], value) == schema["enum"].end())
      return at + ": " + value.dump() + " is none of " + schema["enum"].dump();
    if (schema.contains("minimum") && value.is_number() && value < schema["minimum"])
      return at + ": too small";
    if (value.is_array()) return of_items(value, schema, at);
    if (value.is_object()) return of_members(value, schema, at);
    return {};
  }

 private:
  static bool is_of(const Json& value, const Json& type) {
    if (type.is_array())
      return std::ranges::any_of(type, [&](const Json& each) { return is_of(value, each); });
    const std::string name = type;
    return (name == "null" && value.is_null()) || (name == "string" && value.is_string()) ||
           (name == "integer" && value.is_number_integer()) ||
           (name == "number" && value.is_number()) || (name == "boolean" && value.is_boolean()) ||
           (name == "array" && value.is_array()) || (name == "object" && value.is_object());
  }

  std::string of_any(const Json& value, const Json& schemas, const std::string& at) const {
    const auto fits = [&](const Json& schema) { return problem(value, schema, at).empty(); };
    return std::ranges::any_of(schemas, fits) ? "" : at + ": fits none of its forms";
  }

  std::string of_items(const Json& value, const Json& schema, const std::string& at) const {
    if (schema.contains("maxItems") && value.size() > schema["maxItems"]) return at + ": too long";
    if (!schema.contains("items")) return {};
    for (size_t i = 0; i < value.size(); ++i) {
      const std::string wrong = problem(value[i], schema["items"], at + "/" + std::to_string(i));
      if (!wrong.empty()) return wrong;
    }
    return {};
  }

  std::string of_members(const Json& value, const Json& schema, const std::string& at) const {
    for (const Json& name : schema.value("required", Json::array())) {
      if (!value.contains(name.get<std::string>())) return at + ": without " + name.dump();
    }
    const Json members = schema.value("properties", Json::object());
    for (const auto& [name, member] : value.items()) {
      if (members.contains(name)) {
        const std::string wrong = problem(member, members[name], at + "/" + name);
        if (!wrong.empty()) return wrong;
      } else if (schema.value("additionalProperties", true) == false) {
        return at + ": " + name + " is not described";
      }
    }
    return {};
  }

  const Json document_;
};

}  // namespace sitrep::server::test
