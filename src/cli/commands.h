// One function a command. Each gives the exit status.
#pragma once

#include "cli/call.h"
#include "cli/console.h"

namespace sitrep::cli {

int read(const Call& call, Console& console);
int code(const Call& call, Console& console);
int build(const Call& call, Console& console);
int watch(const Call& call, Console& console);
int list(const Call& call, Console& console);
int show(const Call& call, Console& console);
int why(const Call& call, Console& console);
int versions(const Call& call, Console& console);
int brief(const Call& call, Console& console);
int export_records(const Call& call, Console& console);
int correct(const Call& call, Console& console);
int merge(const Call& call, Console& console);
int split(const Call& call, Console& console);
int reject(const Call& call, Console& console);
int undo(const Call& call, Console& console);
int log(const Call& call, Console& console);
int recode(const Call& call, Console& console);
int serve(const Call& call, Console& console);

}  // namespace sitrep::cli
