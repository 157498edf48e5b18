// XML 1.0 with namespaces, read by expat with its limits on, after the faults that feeds have are
// mended.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct XmlName {
  std::string_view space;  // address of the namespace; empty: none
  std::string_view local;
  bool operator==(const XmlName&) const = default;
};

struct XmlAttribute {
  XmlName name;
  std::string_view value;
};

inline constexpr std::string_view kXmlSpace = "http://www.w3.org/XML/1998/namespace";

// Views live until the call returns.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void open(XmlName name, const std::vector<XmlAttribute>& attributes) = 0;
  virtual void close(XmlName name) = 0;
  virtual void text(std::string_view utf8) = 0;
};

struct XmlFault {
  std::string message;
  size_t position = 0;  // byte of the text
};

enum class XmlExtent : uint8_t { whole, beginning };  // beginning: it may end anywhere

// The first fault ends the reading; what was read before it has gone to the handler. The text is
// UTF-8 whatever it declares; document types and all that they define are refused.
std::optional<XmlFault> read_xml(std::string_view utf8, XmlHandler& handler, XmlExtent extent);

// Mends what would end the reading without need: bare & and <, the entities of HTML, references to
// what is no character of XML, control characters. Well-formed XML without entities stays as it is.
std::string mended_xml(std::string_view utf8);

// The value of an attribute without a namespace; empty: none.
std::string_view value_of(const std::vector<XmlAttribute>& attributes, std::string_view local);
// The same for one of a namespace.
std::string_view value_of(const std::vector<XmlAttribute>& attributes, XmlName name);

}  // namespace sitrep
