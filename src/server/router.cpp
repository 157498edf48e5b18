#include "server/router.h"

#include <optional>

#include "core/text.h"

namespace sitrep::server {

namespace {

// The names in place of the braces, where the path is one of the template's.
std::optional<std::vector<std::string>> fitted(std::string_view shape,
                                               const std::vector<std::string>& path) {
  const auto wanted = split(shape.substr(1), '/');
  if (wanted.size() != path.size()) return std::nullopt;
  std::vector<std::string> names;
  for (size_t i = 0; i < path.size(); ++i) {
    if (wanted[i].starts_with('{') && !path[i].empty()) {
      names.push_back(path[i]);
    } else if (wanted[i] != path[i]) {
      return std::nullopt;
    }
  }
  return names;
}

}  // namespace

void Router::add(std::vector<Route> routes) {
  for (Route& route : routes) routes_.push_back(std::move(route));
}

Match Router::find(std::string_view method, const std::vector<std::string>& path) const {
  Match out;
  const std::string_view wanted = method == "HEAD" ? "GET" : method;
  for (const Route& route : routes_) {
    auto names = fitted(route.path, path);
    if (!names) continue;
    if (route.method == wanted) return {&route, std::move(*names), false};
    out.other_method = true;
  }
  return out;
}

}  // namespace sitrep::server
