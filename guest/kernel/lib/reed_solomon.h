// Reed-Solomon: data of bytes or of 16-bit symbols, inverted or not, as both coders see it.
#ifndef MM32_REED_SOLOMON_H
#define MM32_REED_SOLOMON_H

#include <linux/rslib.h>

struct rs_data {
  u8* bytes;  // one of the two, or none when only the syndromes are known
  u16* words;
  int length;
  u16 inverted;  // what every symbol is taken with
};

static inline u16 rs_symbol(const struct rs_data* data, int i) {
  return (data->bytes ? data->bytes[i] : data->words[i]) ^ data->inverted;
}

/* a times the primitive element to the power n; a and the result are field elements. */
static inline u16 rs_times_power(struct rs_codec* rs, u16 a, int n) {
  return a ? rs->alpha_to[rs_modnn(rs, rs->index_of[a] + n)] : 0;
}

int rs_decode(struct rs_control* control, struct rs_data* data, u16* par, u16* s, int no_eras,
              int* eras_pos, u16* corr);

#endif
