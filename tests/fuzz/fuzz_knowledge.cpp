// Bytes as a knowledge file whose checksum is right and whose blocks need not be.
#include <sys/mman.h>
#include <unistd.h>

#include <cstring>

#include "fuzz.h"
#include "knowledge/archive.h"
#include "language/analyser.h"
#include "sitrep/knowledge.h"

using namespace sitrep::fuzz;

namespace {

constexpr size_t kSumAt = 16;  // behind magic, format and count
constexpr size_t kHead = 24;

void correct_sum(std::string& file) {
  if (file.size() < kHead) return;
  const uint64_t sum = sitrep::knowledge::checksum(std::string_view(file).substr(kHead));
  std::memcpy(file.data() + kSumAt, &sum, sizeof sum);
}

// A file in memory: its path, while it lives.
class MemoryFile {
 public:
  explicit MemoryFile(const std::string& bytes) : descriptor_(memfd_create("knowledge", 0)) {
    const ssize_t put = write(descriptor_, bytes.data(), bytes.size());
    must(put == static_cast<ssize_t>(bytes.size()), "there is memory for the file");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(descriptor_); }
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string bytes(bytes_of(data, size));
  correct_sum(bytes);
  const MemoryFile file(bytes);
  const auto knowledge = sitrep::Knowledge::open(file.path());
  if (!knowledge) {
    must(knowledge.error().code == sitrep::Code::bad_knowledge, "it is refused as bad knowledge");
    return 0;
  }
  const auto model = [&](const char* name) { return knowledge->model(name); };
  (void)sitrep::Analyser::create({model("tagger"), model("lemmatiser"), model("parser")});
  return 0;
}
