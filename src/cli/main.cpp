// The program `sitrep`. All it can do is in the library; this room only reads the call and prints.
#include "cli/app.h"

int main(int argc, char** argv) { return sitrep::cli::run(argc, argv); }
