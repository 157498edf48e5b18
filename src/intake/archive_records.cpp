// Members of a zip or tar archive, each an input by itself: ARCHIVE#NAME.
#include <algorithm>
#include <utility>

#include "intake/archive_sidecars.h"
#include "intake/record_source.h"

namespace sitrep {

namespace {

using Kind = ArchiveReader::Kind;

// As in folders: names that begin with a dot, of a file or of a folder above it.
bool is_hidden(std::string_view name) {
  for (size_t begin = 0; begin < name.size();) {
    const size_t end = std::min(name.find('/', begin), name.size());
    const auto part = name.substr(begin, end - begin);
    if (part.starts_with('.') && part != "." && part != "..") return true;
    begin = end + 1;
  }
  return false;
}

// Formats that are zip archives inside, by the member that each of them must have.
std::string_view document_format(std::string_view member) {
  if (member == "[Content_Types].xml") return "an Office document";
  if (member == "mimetype") return "an OpenDocument file or EPUB book";
  if (member == "META-INF/MANIFEST.MF") return "a Java archive";
  return {};
}

// What a first pass finds, where the archive can be read twice.
struct Survey {
  ArchiveSidecars sidecars;
  std::vector<Error> refusals;
  std::string_view format;  // of a document that is no archive to its users
};

// Damage is passed over here: it comes again when the members are read.
Survey survey(ByteSource& bytes, Kind kind, const std::string& file) {
  constexpr size_t kMostRefusals = 100;
  Survey found;
  ArchiveReader reader(bytes, kind);
  while (auto member = reader.next()) {
    if (!*member || !(*member)->is_file || (*member)->is_encrypted) continue;
    const std::string& name = (*member)->name;
    if (kind == Kind::zip && found.format.empty()) found.format = document_format(name);
    if (!is_sidecar_name(name) || is_hidden(name)) continue;
    auto added = found.sidecars.add(name, reader);
    if (added || found.refusals.size() >= kMostRefusals) continue;
    added.error().file = std::string(file).append("#").append(name);
    found.refusals.push_back(added.error());
  }
  return found;
}

// The member that a reader came to last.
class MemberBytes : public ByteSource {
 public:
  MemberBytes(ArchiveReader& reader, std::shared_ptr<Growth> growth)
      : reader_(reader), growth_(std::move(growth)) {}

  Result<size_t> read(char* to, size_t most) override {
    if (failure_) return Failure(*failure_);
    auto got = reader_.read(to, most);
    if (got && !growth_->add_unpacked(*got))
      got = fail(Code::too_large, "the archive grows without measure");
    if (!got) failure_ = got.error();
    return got;
  }

 private:
  ArchiveReader& reader_;
  std::shared_ptr<Growth> growth_;
  std::optional<Error> failure_;
};

class ArchiveRecords : public RecordSource {
 public:
  ArchiveRecords(std::unique_ptr<ByteSource> bytes, Kind kind, InputPlace place)
      : bytes_(std::move(bytes)), place_(std::move(place)), kind_(kind) {
    if (bytes_->seek(0)) {
      survey_ = survey(*bytes_, kind_, place_.file);
      std::reverse(survey_.refusals.begin(), survey_.refusals.end());
      surveyed_ = bytes_->seek(0);
    }
    reader_.emplace(*bytes_, kind_);
  }

  std::optional<Result<RawInput>> next() override {
    for (;;) {
      if (!survey_.format.empty()) return refuse_document();
      if (!survey_.refusals.empty()) return next_refusal();
      if (auto raw = next_of_member()) return raw;
      if (done_) return std::nullopt;
      if (auto refused = next_member()) return Failure(std::move(*refused));
    }
  }

 private:
  using Refusal = std::optional<Error>;

  std::optional<Result<RawInput>> refuse_document() {
    if (std::exchange(done_, true)) return std::nullopt;
    return fail(Code::binary_input, std::string(survey_.format), place_.file);
  }

  std::optional<Result<RawInput>> next_refusal() {
    Failure refusal(std::move(survey_.refusals.back()));
    survey_.refusals.pop_back();
    return refusal;
  }

  Error error(Code code, std::string message) const {
    return Error{code, std::move(message), member_file_, 0, -1};
  }

  Refusal next_member() {
    auto member = place_.growth->beyond_measure() ? std::nullopt : reader_->next();
    if (!member) {
      done_ = true;
      return std::nullopt;
    }
    ++count_;
    if (!*member) return damaged((*member).error());
    damaged_ = false;
    if (!place_.growth->add_member()) {
      done_ = true;
      member_file_ = place_.file;
      return error(Code::too_large, "more than 10 million members");
    }
    return open_member(**member);
  }

  // Many in a row are one.
  Refusal damaged(Error error) {
    done_ = reader_->ended();
    error.file = place_.file;
    error.record = count_;
    return std::exchange(damaged_, true) ? Refusal() : Refusal(std::move(error));
  }

  Refusal open_member(const ArchiveMember& member) {
    if (!member.is_file || is_hidden(member.name)) return std::nullopt;
    member_ = member.name;
    member_file_ = place_.file + '#' + member.name;
    if (member.is_encrypted) return error(Code::unreadable, "it is encrypted");
    if (is_sidecar_name(member.name)) return surveyed_ ? Refusal() : keep_sidecar();
    if (kind_ == Kind::zip) survey_.format = document_format(member.name);
    if (!survey_.format.empty()) return std::nullopt;
    InputPlace inner = place_;
    inner.file = member_file_;
    ++inner.depth;
    auto records =
        open_records(std::make_unique<MemberBytes>(*reader_, place_.growth), std::move(inner));
    if (!records) return of_member(records.error());
    records_ = std::move(*records);
    return std::nullopt;
  }

  // Of an archive that is read but once: it serves the members behind it.
  Refusal keep_sidecar() {
    const auto added = survey_.sidecars.add(member_, *reader_);
    return added ? Refusal() : of_member(added.error());
  }

  Error of_member(Error error) const {
    if (error.file.empty()) error.file = member_file_;
    return error;
  }

  std::optional<Result<RawInput>> next_of_member() {
    if (!records_) return std::nullopt;
    auto raw = records_->next();
    if (!raw) {
      records_.reset();
      return std::nullopt;
    }
    if (!*raw) return Failure(of_member(raw->error()));
    if ((*raw)->record == 0 && (*raw)->file == member_file_) add_sidecar(**raw);
    return raw;
  }

  void add_sidecar(RawInput& raw) const {
    auto sidecar = survey_.sidecars.of(member_);
    if (!sidecar) return;
    raw.sidecar_file = place_.file + '#' + sidecar->name;
    raw.sidecar = std::move(sidecar->json);
  }

  std::unique_ptr<ByteSource> bytes_;
  InputPlace place_;
  Kind kind_;
  Survey survey_;
  bool surveyed_ = false;
  std::optional<ArchiveReader> reader_;
  std::unique_ptr<RecordSource> records_;  // of the member read last; reads from reader_
  std::string member_;
  std::string member_file_;
  int64_t count_ = 0;
  bool damaged_ = false;  // the member before could not be found
  bool done_ = false;
};

}  // namespace

std::unique_ptr<RecordSource> archive_records(std::unique_ptr<ByteSource> bytes, Kind kind,
                                              InputPlace place) {
  return std::make_unique<ArchiveRecords>(std::move(bytes), kind, std::move(place));
}

}  // namespace sitrep
