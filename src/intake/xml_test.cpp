#include "intake/xml.h"

#include <gtest/gtest.h>

namespace sitrep {
namespace {

class Text : public XmlHandler {
 public:
  void open(XmlName name, const std::vector<XmlAttribute>&) override {
    text_.append("<").append(name.local).append(">");
  }
  void close(XmlName name) override { text_.append("</").append(name.local).append(">"); }
  void text(std::string_view utf8) override { text_ += utf8; }
  const std::string& all() const { return text_; }

 private:
  std::string text_;
};

std::string read(std::string_view xml) {
  Text text;
  const auto fault = read_xml(mended_xml(xml), text, XmlExtent::whole);
  return fault ? "fault: " + fault->message : text.all();
}

TEST(Xml, WellFormedStaysAsItIs) {
  const std::string xml = "<a b=\"1\">x &amp; &lt;y&gt; &#233;<![CDATA[ <b> & ]]></a>";
  EXPECT_EQ(read(xml), "<a>x & <y> \u00E9 <b> & </a>");
}

TEST(Xml, EntitiesOfHtmlAndBareAmpersands) {
  EXPECT_EQ(read("<a>x&nbsp;y &mdash; z</a>"), "<a>x\u00A0y \u2014 z</a>");
  EXPECT_EQ(read("<a>Q & A, AT&T, &nonsense; &;</a>"), "<a>Q & A, AT&T, &nonsense; &;</a>");
  EXPECT_EQ(read("<a>?x=1&copy=2&lt=3</a>"), "<a>?x=1&copy=2&lt=3</a>");
}

TEST(Xml, ReferencesToNoCharacter) {
  EXPECT_EQ(read("<a>x&#0;y&#x1F;z&#8;</a>"), "<a>x\uFFFDyz</a>");
  EXPECT_EQ(read("<a>&#60;b&#38;</a>"), "<a><b&</a>");
}

TEST(Xml, LoneBrackets) {
  EXPECT_EQ(read("<a>3 < 4 <3 <- x</a>"), "<a>3 < 4 <3 <- x</a>");
  EXPECT_EQ(read("<a>end <"), "fault: no element found");
}

TEST(Xml, ControlCharacters) {
  EXPECT_EQ(read("<a>x\x0By\x01<![CDATA[\x02 z]]>\xEF\xBF\xBF</a>"), "<a>xy z\uFFFD</a>");
}

TEST(Xml, NothingThatADocumentTypeDefines) {
  const std::string bomb =
      "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>";
  Text text;
  EXPECT_EQ(read_xml(bomb, text, XmlExtent::whole)->message,
            "a document type where none may stand");
  EXPECT_EQ(text.all(), "");
}

TEST(Xml, DepthIsBounded) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  EXPECT_EQ(read(deep), "fault: elements within elements without measure");
}

}  // namespace
}  // namespace sitrep
