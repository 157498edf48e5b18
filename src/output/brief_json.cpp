#include "output/brief_json.h"

#include "core/json.h"

namespace sitrep::output {

namespace {

class Writer {
 public:
  std::string write(const Brief& brief) {
    w_.begin_object();
    w_.field("title", brief.title);
    w_.field("lead", brief.lead);
    list("in_brief", brief.in_brief);
    w_.field("left_out_of_brief", brief.left_out_of_brief);
    list("days", brief.days);
    list("background", brief.background);
    list("unattributed", brief.unattributed);
    list("sources", brief.sources);
    w_.end_object();
    return std::move(out_);
  }

 private:
  template <typename T>
  void list(std::string_view name, const std::vector<T>& items) {
    w_.key(name), w_.begin_array();
    for (const T& item : items) put(item);
    w_.end_array();
  }

  void put(int number) { w_.value(number); }
  void put(const std::string& text) { w_.value(text); }
  void put(const Line& line) {
    w_.begin_object();
    w_.field("text", line.text);
    list("refs", line.refs);
    w_.end_object();
  }
  void put(const Quote& quote) {
    w_.begin_object();
    w_.field("text", quote.text);
    w_.field("who", quote.who);
    list("refs", quote.refs);
    w_.end_object();
  }
  void put(const Dispute& dispute) {
    w_.begin_object();
    w_.field("title", dispute.title);
    list("positions", dispute.positions);
    w_.end_object();
  }
  void put(const Entry& entry) {
    w_.begin_object();
    w_.field("id", entry.id);
    w_.key("headline"), put(entry.headline);
    list("details", entry.details);
    list("quotes", entry.quotes);
    list("disputes", entry.disputes);
    list("corrections", entry.corrections);
    list("growth", entry.growth);
    w_.key("grade"), w_.value_or_null(entry.grade);
    w_.end_object();
  }
  void put(const CountrySection& section) {
    w_.begin_object();
    w_.key("title"), w_.value_or_null(section.title);
    list("entries", section.entries);
    w_.end_object();
  }
  void put(const DaySection& day) {
    w_.begin_object();
    w_.field("title", day.title);
    list("countries", day.countries);
    w_.end_object();
  }
  void put(const Source& source) {
    w_.begin_object();
    w_.field("report", source.report);
    w_.field("outlet", source.outlet);
    w_.key("title"), w_.value_or_null(source.title);
    w_.key("date"), w_.value_or_null(source.date);
    w_.field("date_inferred", source.date_inferred);
    w_.key("uri"), w_.value_or_null(source.uri);
    w_.end_object();
  }

  std::string out_;
  JsonWriter w_{out_};
};

}  // namespace

std::string json(const Brief& brief) { return Writer().write(brief); }

}  // namespace sitrep::output
