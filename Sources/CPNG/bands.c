// Bands: filter and deflate. Each band is a raw deflate stream of its own that ends on a byte boundary
// (Z_SYNC_FLUSH), so bands joined in order are one stream, whoever made them. Giving a band the previous
// 32 kB as its dictionary saves 0.1 % at this band size and costs a twelfth of the speed: left out.
//
// Whole files of 8.7 MP, RGB, on a 2-core Xeon; size and one-core speed against libpng 1.6.39 at level 6:
//                                   MP/s with 1, 2 jobs   size    libpng   with one method only
//   30 posters, grain of both kinds     34,  67           + 8 %    4.6     zlib level 1: + 14 %
//   the same, grain alike in R, G, B    25,  50           + 8 %    5.0     RUNS: + 38 %, level 1: + 16 %
//   noisy photos                        32,  62           - 1 %    5.0     zlib level 1: + 10 %
//   posters without grain               61, 120           + 4 %   24.9     RUNS: + 10 %
#include "cpng.h"
#include "rows.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

// The three ways to deflate a band. PIXELS and FLAT are zlib levels with shorter searches.
typedef enum { RUNS, PIXELS, FLAT, METHODS } method;

static const struct {
  int level, strategy, good, lazy, nice, chain;
} settings[METHODS] = {
  [RUNS] = {1, Z_RLE, 4, 4, 8, 4},
  [PIXELS] = {3, Z_DEFAULT_STRATEGY, 8, 6, 16, 12},
  [FLAT] = {4, Z_FILTERED, 4, 4, 8, 4},
};

// A band is about this many raw bytes, and a trial deflates that many from its middle.
enum { BAND_BYTES = 256 * 1024, TRIAL_BYTES = 16 * 1024 };

struct cpng_lane {
  size_t row_bytes, pixel_bytes, sample_bytes, stride;
  uint8_t *rows;  // the row above the band and its own rows, each after CPNG_PAD zero bytes
  uint8_t *filtered[CPNG_FILTERS];
  uint8_t *band;
  uint8_t *trial;
  size_t trial_capacity;
  z_stream streams[METHODS];
};

static size_t row_bytes(const cpng_layout *layout) {
  return layout->width * layout->channels * layout->sample_bytes;
}

size_t cpng_band_rows(const cpng_layout *layout) {
  size_t rows = BAND_BYTES / (row_bytes(layout) + 1);
  if (rows == 0) rows = 1;
  return rows < layout->height ? rows : layout->height;
}

static int make_stream(z_stream *stream, method which) {
  return deflateInit2(stream, settings[which].level, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL,
    settings[which].strategy) != Z_OK;
}

static int make_buffers(cpng_lane *lane, size_t rows) {
  int missing = !(lane->rows = calloc(rows + 1, lane->stride));
  for (int i = 0; i < CPNG_FILTERS; i++) missing |= !(lane->filtered[i] = malloc(lane->row_bytes));
  missing |= !(lane->band = malloc((lane->row_bytes + 1) * rows));
  lane->trial_capacity = deflateBound(&lane->streams[RUNS], TRIAL_BYTES);
  missing |= !(lane->trial = malloc(lane->trial_capacity));
  return missing;
}

cpng_lane *cpng_lane_new(const cpng_layout *layout) {
  cpng_lane *lane = calloc(1, sizeof *lane);
  if (!lane) return NULL;
  lane->row_bytes = row_bytes(layout);
  lane->pixel_bytes = layout->channels * layout->sample_bytes;
  lane->sample_bytes = layout->sample_bytes;
  // Rounded up so that every row lies on a whole 32 bytes.
  lane->stride = (lane->row_bytes + 2 * CPNG_PAD - 1) / CPNG_PAD * CPNG_PAD;
  int failed = 0;
  for (int i = 0; i < METHODS; i++) failed |= make_stream(&lane->streams[i], i);
  if (!failed) failed = make_buffers(lane, cpng_band_rows(layout));
  if (!failed) return lane;
  cpng_lane_free(lane);
  return NULL;
}

void cpng_lane_free(cpng_lane *lane) {
  if (!lane) return;
  for (int i = 0; i < METHODS; i++) deflateEnd(&lane->streams[i]);
  for (int i = 0; i < CPNG_FILTERS; i++) free(lane->filtered[i]);
  free(lane->rows);
  free(lane->band);
  free(lane->trial);
  free(lane);
}

uint8_t *cpng_lane_row(cpng_lane *lane, size_t row) { return lane->rows + row * lane->stride + CPNG_PAD; }

// The file's samples of two bytes are big-endian; the machines that Maquette runs on are not.
static void to_file_order(uint8_t *row, size_t count) {
  uint16_t *samples = (uint16_t *)row;
  for (size_t i = 0; i < count / 2; i++) samples[i] = (uint16_t)(samples[i] << 8 | samples[i] >> 8);
}

// Filters a row all five ways and writes the one with the least sum of absolute residuals.
static void filter_row(cpng_lane *lane, size_t y, uint8_t *out) {
  const uint8_t *row = cpng_lane_row(lane, y), *above = cpng_lane_row(lane, y - 1);
  int best = 0;
  uint64_t best_cost = UINT64_MAX;
  for (int type = 0; type < CPNG_FILTERS; type++) {
    cpng_filter_row(type, row, above, lane->filtered[type], lane->row_bytes, lane->pixel_bytes);
    uint64_t cost = cpng_row_cost(lane->filtered[type], lane->row_bytes);
    if (cost < best_cost) best_cost = cost, best = type;
  }
  out[0] = (uint8_t)best;
  memcpy(out + 1, lane->filtered[best], lane->row_bytes);
}

static size_t filter_rows(cpng_lane *lane, size_t count) {
  for (size_t y = 0; y <= count && lane->sample_bytes == 2; y++) {
    to_file_order(cpng_lane_row(lane, y), lane->row_bytes);
  }
  for (size_t y = 1; y <= count; y++) filter_row(lane, y, lane->band + (y - 1) * (lane->row_bytes + 1));
  return count * (lane->row_bytes + 1);
}

// Deflates all of `input`; 0 if `out` was too small, which deflateBound rules out.
static size_t deflate_all(cpng_lane *lane, method which, const uint8_t *input, size_t count, int flush,
  uint8_t *out, size_t capacity) {
  z_stream *stream = &lane->streams[which];
  deflateReset(stream);
  deflateTune(stream, settings[which].good, settings[which].lazy, settings[which].nice,
    settings[which].chain);
  stream->next_in = (Bytef *)input;
  stream->avail_in = (uInt)count;
  stream->next_out = out;
  stream->avail_out = (uInt)capacity;
  int status = deflate(stream, flush);
  int done = status == (flush == Z_FINISH ? Z_STREAM_END : Z_OK) && stream->avail_out > 0;
  return done && stream->avail_in == 0 ? capacity - stream->avail_out : 0;
}

// Run lengths unless a search for repeated pixels saves 4 % of the sample; a sample that shrinks to less
// than a sixth is flat, and there the longer search is quick.
static method choose_method(cpng_lane *lane, size_t count) {
  size_t sample = count < TRIAL_BYTES ? count : TRIAL_BYTES;
  const uint8_t *middle = lane->band + (count - sample) / 2;
  size_t size[2];
  for (method which = RUNS; which <= PIXELS; which++) {
    size[which] = deflate_all(lane, which, middle, sample, Z_FINISH, lane->trial, lane->trial_capacity);
  }
  if (size[PIXELS] * 6 < sample) return FLAT;
  return size[PIXELS] * 25 < size[RUNS] * 24 ? PIXELS : RUNS;
}

int cpng_lane_make_band(cpng_lane *lane, size_t rows, int is_last, cpng_band *band) {
  size_t count = filter_rows(lane, rows);
  method which = choose_method(lane, count);
  // The flush adds an empty stored block, 5 bytes at most, that deflateBound does not count.
  size_t capacity = deflateBound(&lane->streams[which], count) + 16;
  uint8_t *data = malloc(capacity);
  if (!data) return 1;
  int flush = is_last ? Z_FINISH : Z_SYNC_FLUSH;
  size_t length = deflate_all(lane, which, lane->band, count, flush, data, capacity);
  if (length == 0) {
    free(data);
    return 1;
  }
  uint8_t *shrunk = realloc(data, length);
  uint32_t adler = (uint32_t)adler32(1, lane->band, (uInt)count);
  *band = (cpng_band){shrunk ? shrunk : data, length, count, adler};
  return 0;
}

void cpng_band_free(cpng_band *band) {
  free(band->data);
  band->data = NULL;
}
