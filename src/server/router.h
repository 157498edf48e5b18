// Which route a request takes.
#pragma once

#include <httplib.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/problem.h"
#include "server/query.h"

namespace sitrep::server {

class Api;

// A request that passed the policy, on its way to an answer.
struct Call {
  const httplib::Request& request;
  httplib::Response& response;
  std::vector<std::string> names = {};  // what stands in place of the braces of the route's path
  Query query = {};
  std::string body = {};                           // of a route that takes JSON
  const httplib::ContentReader* reader = nullptr;  // of one that takes bytes
  std::string user = {};  // whom the token names, else the server's own; empty: nobody known
};

using Handler = std::function<Outcome<void>(Api&, Call&)>;
enum class Body : uint8_t { none, json, bytes };

struct Route {
  std::string_view method;  // GET (which HEAD takes, too) or POST
  std::string_view path;    // "/api/v1/incidents/{id}/why"
  Handler handler;
  std::vector<std::string_view> parameters = {};
  Body body = Body::none;
};

struct Match {
  const Route* route = nullptr;  // null: none
  std::vector<std::string> names;
  bool other_method = false;  // the path is there, for another method
};

class Router {
 public:
  void add(std::vector<Route> routes);
  Match find(std::string_view method, const std::vector<std::string>& path) const;
  const std::vector<Route>& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
};

}  // namespace sitrep::server
