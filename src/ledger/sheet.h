// A coding and its row: made ready for storing, and read back. Both ways are the slow part of
// adding, so they run on all cores.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "knowledge/lexicon.h"
#include "sitrep/coding.h"

namespace sitrep::ledger {

// A coding ready to be stored. All of it is valid UTF-8.
struct Sheet {
  Report report;
  std::string knowledge;  // version that it was coded with
  std::string captions;   // JSON array
  std::string packed;     // the coding's JSON without the text, packed
  std::string sketch;     // the coding's, packed
};

// A row of `reports` as it came out, and the coding in it.
struct Filed {
  uint32_t number = 0;
  Coding coding;  // as it was given: undated reports are undated
  std::string dateline;
  std::string captions;
  std::string packed;
  std::string packed_again;        // the recoding; empty: none
  std::optional<Coding> recoding;  // coded again with the publication day that was inferred
  std::string duplicate_of;        // as stored

  const Coding& current() const { return recoding ? *recoding : coding; }
};

using Sheets = std::vector<std::shared_ptr<const Sheet>>;

Sheet make_sheet(Coding coding, const knowledge::Lexicon& lexicon);
Sheets make_sheets(std::vector<Coding> codings, const knowledge::Lexicon& lexicon);

// Unpacks and parses in place. Throws Failed when one is damaged.
void read_sheets(std::vector<Filed>& rows);

std::string pack_coding(Coding& coding);
Coding unpack_coding(const std::string& packed,
                     const Report& like);  // takes over what the JSON doesn't hold

}  // namespace sitrep::ledger
