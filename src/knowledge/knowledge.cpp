#include "sitrep/knowledge.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include "knowledge/archive.h"
#include "knowledge/gazetteer.h"
#include "knowledge/geonames.h"
#include "knowledge/lexicon_builder.h"
#include "knowledge/sections.h"

namespace sitrep {

namespace {

// A file's bytes, mapped read-only.
class Mapping {
 public:
  static Result<Mapping> open(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return fail(Code::bad_knowledge, std::strerror(errno), path.string());
    struct stat info {};
    Mapping mapping;
    if (fstat(file, &info) == 0 && info.st_size > 0) {
      mapping.size_ = static_cast<size_t>(info.st_size);
      mapping.data_ = mmap(nullptr, mapping.size_, PROT_READ, MAP_SHARED, file, 0);
    }
    ::close(file);
    if (mapping.data_ == MAP_FAILED)
      return fail(Code::bad_knowledge, "can't be mapped", path.string());
    return mapping;
  }
  Mapping(Mapping&& other) noexcept : data_(other.data_), size_(other.size_) {
    other.data_ = MAP_FAILED;
  }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  Mapping& operator=(Mapping&&) = delete;
  ~Mapping() {
    if (data_ != MAP_FAILED) munmap(data_, size_);
  }
  // Gives the pages back that only the checksum has read; what is used comes again.
  void forget() const { madvise(data_, size_, MADV_DONTNEED); }
  std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

 private:
  Mapping() = default;
  void* data_ = MAP_FAILED;
  size_t size_ = 0;
};

}  // namespace

struct Knowledge::State {
  explicit State(Mapping m) : mapping(std::move(m)) {}
  Mapping mapping;
  std::string version;
  knowledge::Lexicon lexicon;
  std::optional<knowledge::Gazetteer> gazetteer;
  std::map<std::string_view, std::string_view> models;
};

Knowledge::Knowledge(std::unique_ptr<State> state) : state_(std::move(state)) {}
Knowledge::Knowledge(Knowledge&&) noexcept = default;
Knowledge& Knowledge::operator=(Knowledge&&) noexcept = default;
Knowledge::~Knowledge() = default;

Result<Knowledge> Knowledge::open(const std::filesystem::path& file) {
  auto mapping = Mapping::open(file);
  if (!mapping) return Failure(mapping.error());
  auto state = std::make_unique<State>(std::move(*mapping));
  const auto blocks = knowledge::unpack(state->mapping.bytes());
  if (!blocks) {
    Error error = blocks.error();
    error.file = file.string();
    return Failure(error);
  }
  state->version = fmt::format("{:016x}", knowledge::checksum(state->mapping.bytes()));
  knowledge::LexiconBuilder builder(state->lexicon);
  for (const auto& [name, bytes] : *blocks) {
    if (name.starts_with(knowledge::kDictionaryPrefix)) {
      builder.add_file(name.substr(knowledge::kDictionaryPrefix.size()), bytes);
    } else if (name.starts_with(knowledge::kModelPrefix)) {
      state->models[name.substr(knowledge::kModelPrefix.size())] = bytes;
    } else if (name == knowledge::kTrieBlock) {
      auto trie = std::make_shared<knowledge::Trie>();
      if (!knowledge::Trie::open(bytes, *trie))
        return fail(Code::bad_knowledge, "the trie is cut short", file.string());
      state->lexicon.trie_ = std::move(trie);
    } else if (name == knowledge::kGazetteerBlock) {
      auto gazetteer = knowledge::Gazetteer::open(bytes);
      if (!gazetteer) return Failure(gazetteer.error());
      state->gazetteer = std::move(*gazetteer);
    }
  }
  builder.finish();
  state->mapping.forget();
  if (!state->gazetteer)
    return fail(Code::bad_knowledge, "there is no gazetteer in it", file.string());
  return Knowledge(std::move(state));
}

Result<std::vector<Error>> Knowledge::add_gazetteer(const std::filesystem::path& file) {
  std::error_code broken;
  std::ifstream in(file, std::ios::binary);
  if (!std::filesystem::is_regular_file(file, broken) || !in)
    return fail(Code::not_found, "no such file", file.string());
  const std::string text(std::istreambuf_iterator<char>(in), {});
  std::vector<Error> problems;
  knowledge::add_geonames(text, file.string(), *state_->gazetteer, problems);
  state_->version = fmt::format(
      "{:016x}",
      extend(knowledge::checksum(text), std::strtoull(state_->version.c_str(), nullptr, 16)));
  return problems;
}

Result<Knowledge> Knowledge::open_default() {
  if (const char* named = std::getenv("SITREP_KNOWLEDGE")) return open(named);
  std::error_code ignored;
  const auto here = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
  for (const auto& place : {here / "sitrep.knowledge", here / "../share/sitrep/sitrep.knowledge"}) {
    if (std::filesystem::exists(place, ignored)) return open(place);
  }
  return fail(Code::bad_knowledge,
              "sitrep.knowledge is not beside the program (set SITREP_KNOWLEDGE)", here.string());
}

std::string_view Knowledge::version() const { return state_->version; }
const knowledge::Lexicon& Knowledge::lexicon() const { return state_->lexicon; }
const knowledge::Gazetteer& Knowledge::gazetteer() const { return *state_->gazetteer; }

std::string_view Knowledge::model(std::string_view name) const {
  const auto found = state_->models.find(name);
  return found == state_->models.end() ? std::string_view{} : found->second;
}

}  // namespace sitrep
