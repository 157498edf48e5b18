// Which column of a table is which field of a report.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sitrep/result.h"

namespace sitrep {

namespace knowledge {
class Lexicon;
}

struct ColumnChoice {
  std::string field;   // as in a JSON record
  std::string column;  // as the table's first row has it
};

// "text=Body"; a usage error where there is no such field.
Result<ColumnChoice> parse_column_choice(std::string_view text);

class Columns {
 public:
  Columns() = default;
  Columns(std::vector<ColumnChoice> chosen, const knowledge::Lexicon* lexicon)
      : chosen_(std::move(chosen)), lexicon_(lexicon) {}

  // The field that each column of the header is, in its order; empty: none. A field is given to one
  // column: the one that was chosen, else the one whose name stands first in columns.tsv.
  std::vector<std::string> fields_of(const std::vector<std::string>& header) const;

 private:
  struct Known {
    std::string name;  // letters and digits of a column's name
    std::string_view field;
  };
  std::vector<Known> known_names() const;
  std::vector<ColumnChoice> chosen_;
  const knowledge::Lexicon* lexicon_ = nullptr;  // null: the fields' own names only
};

}  // namespace sitrep
