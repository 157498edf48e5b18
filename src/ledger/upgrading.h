// A ledger of the format before the present one is brought to it when it is opened to write.
#pragma once

#include "ledger/sqlite.h"

namespace sitrep::ledger {

inline constexpr int kUpgradable = 9;  // the format that can be

void upgrade(Database& database);  // in one transaction; nothing, if another process has done so

}  // namespace sitrep::ledger
