#include "incidents/publication.h"
namespace sitrep {
std::map<std::string, When> infer_publication(std::span<const Coding>) { return {}; }
}
