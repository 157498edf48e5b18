// Where named days fall: fixed dates, weekdays of months, and the moving feasts of four calendars.
#pragma once

#include <optional>

#include "mentions/times_words.h"

namespace sitrep::calendar {

struct Feast {
  Day first;
  int days = 1;
  bool uncertain = false;  // moon sighting moves it by a day
};

Day western_easter(int year);
Day orthodox_easter(int year);                  // as a date of the Gregorian calendar
Day islamic_day(int year, int month, int day);  // tabular calendar, year of the Hijra
Day hebrew_day(int year, int month, int day);   // Nisan is month 1, Tishri 7

// The day that a name stands for in a Gregorian year; for Islamic feasts that fall twice, the
// first.
std::optional<Feast> feast(const times::NamedDay& day, int year);

}  // namespace sitrep::calendar
