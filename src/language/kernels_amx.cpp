// Products in tiles: registers of up to 16 rows of 64 bytes, of which one instruction multiplies
// two and adds the product to a third. The weights' layout (kernels.h) is the one it takes.
#include "language/kernels.h"

#if defined(__x86_64__)
#if defined(__AMX_INT8__) && defined(__linux__)
#include <cpuid.h>
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

namespace sitrep {

namespace {

constexpr size_t kTile = 16;  // words, fours of inputs or outputs of a tile

// Tiles 0 to 3: sums, of two blocks of words times two of outputs; 4 and 5: inputs of the words; 6
// and 7: weights.
struct alignas(64) TileShapes {
  uint8_t palette = 1;
  uint8_t start = 0;
  uint8_t reserved[14] = {};
  uint16_t row_bytes[16] = {};
  uint8_t rows[16] = {};
};

// Words and inputs are parted evenly, so that all tiles of a kind have one shape. The last block of
// words may begin inside the one before it, whose sums it then writes again.
struct Parting {
  size_t words = 0;  // of a block
  size_t blocks = 0;
  size_t fours = 0;  // of inputs, of a step
  size_t steps = 0;
};

Parting parting_of(const Product& p) {
  Parting parting;
  parting.blocks = (p.words + kTile - 1) / kTile;
  parting.words = (p.words + parting.blocks - 1) / parting.blocks;
  const size_t fours = p.in / kInputs;
  parting.steps = (fours + kTile - 1) / kTile;
  parting.fours = fours / parting.steps;
  return parting;
}

void set_shapes(const Parting& parting) {
  TileShapes shapes;
  for (size_t tile = 0; tile < 8; ++tile) {
    const bool inputs = tile == 4 || tile == 5, weights = tile > 5;
    shapes.rows[tile] = static_cast<uint8_t>(weights ? parting.fours : parting.words);
    shapes.row_bytes[tile] =
        static_cast<uint16_t>(inputs ? parting.fours * kInputs : kOutputs * kInputs);
  }
  // The intrinsics of some compilers (GCC 12) do not say what memory they read.
  asm volatile("" : : "r"(&shapes) : "memory");
  _tile_loadconfig(&shapes);
}

// Two blocks of words where kPairs, times outputs from j on: 32 where kWide, else 16.
template <bool kPairs, bool kWide>
void multiply_tiles(const Product& p, const Parting& parting, size_t first, size_t second,
                    size_t j) {
  _tile_zero(0);
  if constexpr (kWide) _tile_zero(1);
  if constexpr (kPairs) _tile_zero(2);
  if constexpr (kPairs && kWide) _tile_zero(3);
  const size_t weights_row = p.out * kInputs, size = parting.fours * kInputs;
  for (size_t step = 0; step < parting.steps; ++step) {
    const char* weights = p.weights + step * parting.fours * weights_row + j * kInputs;
    const uint8_t* x = p.x + step * size;
    _tile_loadd(6, weights, weights_row);
    _tile_loadd(4, x + first * p.in, p.in);
    _tile_dpbusd(0, 4, 6);
    if constexpr (kWide) {
      _tile_loadd(7, weights + kOutputs * kInputs, weights_row);
      _tile_dpbusd(1, 4, 7);
    }
    if constexpr (kPairs) {
      _tile_loadd(5, x + second * p.in, p.in);
      _tile_dpbusd(2, 5, 6);
    }
    if constexpr (kPairs && kWide) _tile_dpbusd(3, 5, 7);
  }
  const size_t y_row = p.out * sizeof(int32_t);
  int32_t* y = p.y + first * p.out + j;
  _tile_stored(0, y, y_row);
  if constexpr (kWide) _tile_stored(1, y + kOutputs, y_row);
  y = p.y + second * p.out + j;
  if constexpr (kPairs) _tile_stored(2, y, y_row);
  if constexpr (kPairs && kWide) _tile_stored(3, y + kOutputs, y_row);
}

template <bool kWide>
void multiply_columns(const Product& p, const Parting& parting, size_t j) {
  const auto begin = [&](size_t block) {
    return std::min(block * parting.words, p.words - parting.words);
  };
  size_t block = 0;
  for (; block + 2 <= parting.blocks; block += 2)
    multiply_tiles<true, kWide>(p, parting, begin(block), begin(block + 1), j);
  if (block < parting.blocks)
    multiply_tiles<false, kWide>(p, parting, begin(block), begin(block), j);
}

}  // namespace

// The system hands these registers, eight kilobytes of them, out only to processes that ask.
bool may_use_tiles() {
  constexpr unsigned kTiles = 1u << 24, kTilesOfBytes = 1u << 25;
  constexpr int kAsk = 0x1023, kTileData = 18;  // ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
  unsigned a = 0, b = 0, c = 0, features = 0;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &features)) return false;
  if (!(features & kTiles) || !(features & kTilesOfBytes)) return false;
  return syscall(SYS_arch_prctl, kAsk, kTileData) == 0;
}

// Shapes belong to the thread; they are set and given back here, so that no call sees another's.
void multiply_in_tiles(const Product& p) {
  if (p.words == 0 || p.in == 0) return kAvx512Kernels.multiply(p);
  const Parting parting = parting_of(p);
  if (parting.steps * parting.fours * kInputs != p.in) return kAvx512Kernels.multiply(p);
  set_shapes(parting);
  size_t j = 0;
  for (; j + 2 * kOutputs <= p.out; j += 2 * kOutputs) multiply_columns<true>(p, parting, j);
  if (j < p.out) multiply_columns<false>(p, parting, j);
  _tile_release();
}

}  // namespace sitrep

#else
namespace sitrep {
bool may_use_tiles() { return false; }
void multiply_in_tiles(const Product& p) { kAvx512Kernels.multiply(p); }
}  // namespace sitrep
#endif
#endif
