#include "pack_parser.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "keys.h"
#include "language/network_sections.h"
#include "language/word_ids.h"

namespace sitrep::training {

namespace {

namespace at = network_sections;

struct Matrix {
  size_t rows = 0, columns = 0;
  std::vector<float> values;  // row by row
};

class Weights {
 public:
  // A text header, "name rows columns" a line, ended by an empty line; then all numbers.
  static Result<Weights> read(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    Weights weights;
    std::vector<std::string> order;
    for (std::string line; std::getline(in, line) && !line.empty();) {
      std::istringstream cells(line);
      std::string name;
      Matrix matrix;
      cells >> name >> matrix.rows >> matrix.columns;
      weights.matrices_[name] = matrix;
      order.push_back(name);
    }
    for (const std::string& name : order) {
      Matrix& matrix = weights.matrices_[name];
      matrix.values.resize(matrix.rows * matrix.columns);
      in.read(reinterpret_cast<char*>(matrix.values.data()),
              static_cast<std::streamsize>(matrix.values.size() * sizeof(float)));
    }
    if (!in || order.empty()) return fail(Code::malformed, "not weights, or cut short", file);
    return weights;
  }
  const Matrix& operator[](const std::string& name) const { return matrices_.at(name); }
  uint32_t shape(size_t i) const { return static_cast<uint32_t>(matrices_.at("shape").values[i]); }

 private:
  std::map<std::string, Matrix> matrices_;
};

// Matrices of as many rows side by side, each of its outputs padded with zeros.
Matrix side_by_side(const std::vector<const Matrix*>& parts) {
  Matrix all;
  all.rows = parts[0]->rows;
  for (const Matrix* part : parts) all.columns += padded_outputs(part->columns);
  all.values.assign(all.rows * all.columns, 0.0f);
  size_t begin = 0;
  for (const Matrix* part : parts) {
    for (size_t i = 0; i < part->rows; ++i) {
      for (size_t j = 0; j < part->columns; ++j)
        all.values[i * all.columns + begin + j] = part->values[i * part->columns + j];
    }
    begin += padded_outputs(part->columns);
  }
  return all;
}

void add_vocabularies(BlobWriter& blob, const std::string& folder) {
  blob.add(Vocabulary::pack(read_keys(folder + "/words.keys")));
  blob.add(Vocabulary::pack(read_keys(folder + "/lemmas.keys")));
}

uint32_t count_rows(const std::string& folder) {
  const std::string words = Vocabulary::pack(read_keys(folder + "/words.keys"));
  const std::string lemmas = Vocabulary::pack(read_keys(folder + "/lemmas.keys"));
  return WordRows(*Vocabulary::open(words), *Vocabulary::open(lemmas)).rows();
}

// Returns the unit: what 1 in the table stands for.
float add_table(BlobWriter& blob, const Matrix& table, size_t rows) {
  float largest = 1e-6f;
  for (float x : table.values) largest = std::max(largest, std::abs(x));
  const float unit = largest / 127.0f;
  std::string bytes;
  for (size_t i = 0; i < rows * table.columns; ++i)
    bytes += static_cast<char>(std::lround(table.values[i] / unit));
  blob.add(bytes);
  return unit;
}

void add_vectors(BlobWriter& blob, const Weights& w, float table_unit) {
  std::vector<float> all{table_unit};
  for (const char* name : {"root", "root_parent", "distance"})
    all.insert(all.end(), w[name].values.begin(), w[name].values.end());
  blob.add(all);
}

void add_names(BlobWriter& blob, const Weights& w) {
  std::string tags, relations;
  for (float value : w["tags"].values) {
    tags += static_cast<char>(static_cast<int>(value) / 64);
    tags += static_cast<char>(static_cast<int>(value) % 64);
  }
  for (float value : w["labels"].values) relations += static_cast<char>(value);
  blob.add(tags);
  blob.add(relations);
}

void add_views(BlobWriter& blob, const Weights& w) {
  const Matrix views = side_by_side(
      {&w["dep.w"], &w["head.w"], &w["child.w"], &w["parent.w"], &w["tag.w"], &w["entity.w"]});
  Matrix nothing{1, w["parent.w"].columns, {}};
  nothing.values.assign(nothing.columns, 0.0f);
  const Matrix biases = side_by_side(
      {&w["dep.b"], &w["head.b"], &w["label.b"], &nothing, &w["tag.b"], &w["entity.b"]});
  Dense::write(blob, views.rows, views.values, biases.values);
}

void add_layer(BlobWriter& blob, const Weights& w, const std::string& number) {
  const Matrix &f = w[number + "f.w"], &b = w[number + "b.w"];
  Matrix both{f.rows, f.columns + b.columns, {}};
  for (size_t i = 0; i < f.rows; ++i) {
    for (const Matrix* m : {&f, &b})
      both.values.insert(both.values.end(), m->values.begin() + static_cast<long>(i * m->columns),
                         m->values.begin() + static_cast<long>((i + 1) * m->columns));
  }
  Dense::write(blob, both.rows, both.values, std::vector<float>(both.columns, 0.0f));
  std::vector<float> gates;
  for (const char* way : {"f", "b"}) {
    for (const char* part : {".v", ".bias"}) {
      const Matrix& m = w[number + way + part];
      gates.insert(gates.end(), m.values.begin(), m.values.end());
    }
  }
  blob.add(gates);
}

}  // namespace

Result<std::string> pack_parser(const std::string& folder, const std::string& file) {
  const auto weights = Weights::read(file);
  if (!weights) return Failure(weights.error());
  const Weights& w = *weights;
  const at::Shape shape{w.shape(0), w.shape(1), w.shape(2),
                        w.shape(3), w.shape(4), static_cast<uint32_t>(w["entity.w"].columns)};
  const uint32_t rows = count_rows(folder);
  if (w["table"].rows < rows) return fail(Code::malformed, "fewer rows than words", file);
  BlobWriter blob;
  blob.add(std::string(reinterpret_cast<const char*>(&shape), sizeof shape));
  add_vocabularies(blob, folder);
  const float unit = add_table(blob, w["table"], rows);
  add_vectors(blob, w, unit);
  add_names(blob, w);
  add_views(blob, w);
  Dense::write(blob, w["arc.w"].rows, w["arc.w"].values, w["arc.b"].values);
  Dense::write(blob, w["label.w"].rows, w["label.w"].values, w["label.c"].values);
  for (uint32_t i = 0; i < shape.layers; ++i) add_layer(blob, w, std::to_string(i));
  return blob.finish(BlobKind::parser);
}

}  // namespace sitrep::training
