// From argv to an exit status.
#pragma once

namespace sitrep::cli {

int run(int argc, char** argv);

}  // namespace sitrep::cli
