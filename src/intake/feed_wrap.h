// A piece of a feed made into XML that stands by itself.
#pragma once

#include <string>
#include <string_view>

#include "intake/feed.h"
#include "intake/xml.h"

namespace sitrep {

// The piece inside an element that declares every prefix it uses: as the feed's root does, else as
// feeds usually mean it, else as some namespace of its own.
std::string wrapped(std::string_view xml, const Channel& channel, XmlExtent extent);

// What may be saved of an item that does not parse: the texts of its well-known elements become
// CDATA, whatever markup stands in them.
std::string with_verbatim_texts(std::string_view item);

}  // namespace sitrep
