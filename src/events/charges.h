// Who is held for an event, by the word above it: "a man was charged with killing two women", "two
// were arrested over the shooting", "convicted of the murder of".
#pragma once

#include "events/draft.h"
#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

// `head`: the event's word, of a sentence with this tree.
void add_charged(const Reading& reading, const Tree& tree, uint32_t sentence, uint32_t head,
                 Draft& draft);

// "A man has been arrested on suspicion of laying it": whoever is held, charged or tried is no more
// than suspected or accused, whatever makes him the doer.
void doubt_charged(const Reading& reading, std::vector<Draft>& events);

// "Lynched two men accused of stealing cattle": what is laid to those whom another draft of the
// sentence hits, with no toll of its own, is why they were hit and no event. To be asked before
// days and places are given to drafts.
void leave_out_pretexts(const Reading& reading, const Tree& tree, std::vector<Draft>& drafts,
                        size_t first_draft);

}  // namespace sitrep
