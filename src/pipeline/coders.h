// Reports coded on any number of threads, each with a coder of its own.
#pragma once

#include <tbb/enumerable_thread_specific.h>

#include <optional>
#include <stdexcept>

#include "sitrep/pipeline.h"

namespace sitrep {

class Coders {
 public:
  // Fails where no report can be coded at all.
  static Result<Coders> create(const Knowledge& knowledge) {
    auto first = Coder::create(knowledge);
    if (!first) return Failure(first.error());
    return Coders(knowledge);
  }

  // Many at once.
  Coding code(Report report) {
    std::optional<Coder>& own = coders_.local();
    if (!own) {
      auto made = Coder::create(*knowledge_);
      if (!made) throw std::runtime_error(describe(made.error()));
      own.emplace(std::move(*made));
    }
    return own->code(std::move(report));
  }

 private:
  explicit Coders(const Knowledge& knowledge) : knowledge_(&knowledge) {}
  const Knowledge* knowledge_;
  tbb::enumerable_thread_specific<std::optional<Coder>> coders_;
};

}  // namespace sitrep
