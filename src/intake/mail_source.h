// The reports of a mail, or of a file of many mails: what it says itself, and what is attached.
#pragma once

#include <memory>
#include <string>

#include "intake/record_source.h"

namespace sitrep {

std::unique_ptr<RecordSource> mail_records(ByteWindow window, InputPlace place);
std::unique_ptr<RecordSource> mbox_records(ByteWindow window, InputPlace place);

// Of one mail; `within` has the file, record and position of its own report.
std::unique_ptr<RecordSource> records_of_mail(std::string_view bytes, InputPlace place,
                                              RawInput within);
Error too_large_mail(const InputPlace& place, int64_t record);

}  // namespace sitrep
