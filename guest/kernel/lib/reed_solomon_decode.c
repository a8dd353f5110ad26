// Reed-Solomon codes: finding and mending errors.
//
// Syndromes; the polynomial whose roots are the places of errors and erasures (Berlekamp and
// Massey); its roots by trying all (Chien); the values (Forney). The pattern found must have the
// syndromes that were there, or nothing is changed. The polynomials lie in the buffers behind the
// control structure. Linux: 6.1 lib/reed_solomon/decode_rs.c.
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "../bug_at.h"
#include "reed_solomon.h"

struct decoder {
  struct rs_codec* rs;
  int pad, roots_found, degree, omega_degree;
  u16 *lambda, *syndrome, *b, *t, *omega, *root, *reg, *place;
};

static u16 power(const struct decoder* d, int n) { return d->rs->alpha_to[rs_modnn(d->rs, n)]; }

static void set_buffers(struct decoder* d, struct rs_control* control) {
  const int n = control->codec->nroots + 1;
  u16* at = control->buffers;
  d->rs = control->codec;
  d->lambda = at;
  d->syndrome = at + n;
  d->b = at + 2 * n;
  d->t = at + 3 * n;
  d->omega = at + 4 * n;
  d->root = at + 5 * n;
  d->reg = at + 6 * n;
  d->place = at + 7 * n;
}

// In index form. False: they are all zero.
static bool find_syndromes(struct decoder* d, const struct rs_data* data, const u16* par) {
  struct rs_codec* rs = d->rs;
  bool any = false;
  int i, j;
  for (i = 0; i < rs->nroots; i++) {
    const int root = (rs->fcr + i) * rs->prim;
    u16 value = rs_symbol(data, 0) & rs->nn;
    for (j = 1; j < data->length; j++)
      value = rs_times_power(rs, value, root) ^ (rs_symbol(data, j) & rs->nn);
    for (j = 0; j < rs->nroots; j++) value = rs_times_power(rs, value, root) ^ (par[j] & rs->nn);
    any |= value != 0;
    d->syndrome[i] = rs->index_of[value];
  }
  return any;
}

static void locate_erasures(struct decoder* d, int no_eras, const int* eras_pos) {
  struct rs_codec* rs = d->rs;
  int i, j;
  memset(d->lambda, 0, (rs->nroots + 1) * sizeof(u16));
  d->lambda[0] = 1;
  for (i = 0; i < no_eras; i++) {
    const int at = rs_modnn(rs, rs->prim * (rs->nn - 1 - (eras_pos[i] + d->pad)));
    for (j = i + 1; j > 0; j--) d->lambda[j] ^= rs_times_power(rs, d->lambda[j - 1], at);
  }
}

static u16 discrepancy(const struct decoder* d, int step) {
  u16 sum = 0;
  int i;
  for (i = 0; i < step; i++)
    if (d->syndrome[step - i - 1] != d->rs->nn)
      sum ^= rs_times_power(d->rs, d->lambda[i], d->syndrome[step - i - 1]);
  return d->rs->index_of[sum];
}

static void shift_b(struct decoder* d) {
  memmove(&d->b[1], d->b, d->rs->nroots * sizeof(u16));
  d->b[0] = d->rs->nn;
}

static void locate_errors(struct decoder* d, int no_eras) {
  struct rs_codec* rs = d->rs;
  int step, i, length = no_eras;
  for (i = 0; i <= rs->nroots; i++) d->b[i] = rs->index_of[d->lambda[i]];
  for (step = no_eras + 1; step <= rs->nroots; step++) {
    const u16 differs = discrepancy(d, step);
    if (differs == rs->nn) {
      shift_b(d);
      continue;
    }
    d->t[0] = d->lambda[0];
    for (i = 0; i < rs->nroots; i++)
      d->t[i + 1] = d->lambda[i + 1] ^ (d->b[i] == rs->nn ? 0 : power(d, differs + d->b[i]));
    if (2 * length <= step + no_eras - 1) {
      length = step + no_eras - length;
      for (i = 0; i <= rs->nroots; i++)
        d->b[i] =
            d->lambda[i] ? rs_modnn(rs, rs->index_of[d->lambda[i]] - differs + rs->nn) : rs->nn;
    } else {
      shift_b(d);
    }
    memcpy(d->lambda, d->t, (rs->nroots + 1) * sizeof(u16));
  }
  d->degree = 0;
  for (i = 0; i <= rs->nroots; i++) {
    d->lambda[i] = rs->index_of[d->lambda[i]];
    if (d->lambda[i] != rs->nn) d->degree = i;
  }
}

// False: there are not as many as the degree says, or one lies before the block.
static bool find_roots(struct decoder* d) {
  struct rs_codec* rs = d->rs;
  int i, j, place = rs->iprim - 1;
  memcpy(&d->reg[1], &d->lambda[1], rs->nroots * sizeof(u16));
  d->roots_found = 0;
  for (i = 1; i <= rs->nn && d->roots_found < d->degree; i++) {
    u16 value = 1;
    for (j = d->degree; j > 0; j--) {
      if (d->reg[j] == rs->nn) continue;
      d->reg[j] = rs_modnn(rs, d->reg[j] + j);
      value ^= rs->alpha_to[d->reg[j]];
    }
    if (!value) {
      if (place < d->pad) return false;
      d->root[d->roots_found] = i;
      d->place[d->roots_found++] = place;
    }
    place = rs_modnn(rs, place + rs->iprim);
  }
  return d->roots_found == d->degree;
}

static void find_omega(struct decoder* d) {
  struct rs_codec* rs = d->rs;
  int i, j;
  d->omega_degree = d->degree - 1;
  for (i = 0; i <= d->omega_degree; i++) {
    u16 sum = 0;
    for (j = i; j >= 0; j--)
      if (d->syndrome[i - j] != rs->nn && d->lambda[j] != rs->nn)
        sum ^= power(d, d->syndrome[i - j] + d->lambda[j]);
    d->omega[i] = rs->index_of[sum];
  }
}

// The value at one root, 0 where nothing is wrong.
static u16 value_at(const struct decoder* d, int root) {
  struct rs_codec* rs = d->rs;
  u16 above = 0, below = 0, scale;
  int i;
  for (i = d->omega_degree; i >= 0; i--)
    if (d->omega[i] != rs->nn) above ^= power(d, d->omega[i] + i * root);
  if (!above) return 0;
  scale = power(d, root * (rs->fcr - 1) + rs->nn);
  for (i = min(d->degree, rs->nroots - 1) & ~1; i >= 0; i -= 2)
    if (d->lambda[i + 1] != rs->nn) below ^= power(d, d->lambda[i + 1] + i * root);
  return power(d, rs->index_of[above] + rs->index_of[scale] + rs->nn - rs->index_of[below]);
}

// Do the values in b at the places found make the syndromes?
static bool explains_syndromes(const struct decoder* d) {
  struct rs_codec* rs = d->rs;
  int i, j;
  for (i = 0; i < rs->nroots; i++) {
    u16 sum = 0;
    for (j = 0; j < d->roots_found; j++)
      sum ^= rs_times_power(rs, d->b[j], (rs->fcr + i) * rs->prim * (rs->nn - d->place[j] - 1));
    if (sum != rs->alpha_to[d->syndrome[i]]) return false;
  }
  return true;
}

static void mend(const struct decoder* d, struct rs_data* data, u16* par) {
  int i;
  for (i = 0; i < d->roots_found; i++) {
    const int at = d->place[i] - d->pad;
    if (d->place[i] >= d->rs->nn - d->rs->nroots)
      par[at - data->length] ^= d->b[i];
    else if (data->bytes)
      data->bytes[at] ^= d->b[i];
    else
      data->words[at] ^= d->b[i];
  }
}

static void report(const struct decoder* d, int* eras_pos, u16* corr) {
  int i, n = 0;
  for (i = 0; i < d->roots_found; i++) {
    if (!d->b[i]) continue;
    corr[n] = d->b[i];
    eras_pos[n++] = d->place[i] - d->pad;
  }
}

static bool all_zero(const struct decoder* d, const u16* s) {
  int i;
  for (i = 0; i < d->rs->nroots; i++)
    if (s[i] != d->rs->nn) return false;
  return true;
}

int rs_decode(struct rs_control* control, struct rs_data* data, u16* par, u16* s, int no_eras,
              int* eras_pos, u16* corr) {
  struct decoder d;
  int j, mended = 0;
  set_buffers(&d, control);
  d.pad = d.rs->nn - d.rs->nroots - data->length;
  BUG_ON_AT(d.pad < 0 || d.pad >= d.rs->nn - d.rs->nroots, "lib/reed_solomon/decode_rs.c", 43);
  if (s) {
    d.syndrome = s;
    if (all_zero(&d, s)) return 0;
  } else if (!find_syndromes(&d, data, par)) {
    return 0;
  }
  locate_erasures(&d, no_eras, eras_pos);
  locate_errors(&d, no_eras);
  if (!d.degree || !find_roots(&d)) return -EBADMSG;
  find_omega(&d);
  for (j = d.roots_found - 1; j >= 0; j--) {
    d.b[j] = value_at(&d, d.root[j]);
    mended += d.b[j] != 0;
  }
  if (!explains_syndromes(&d)) return -EBADMSG;
  if (corr && eras_pos)
    report(&d, eras_pos, corr);
  else if ((data->bytes || data->words) && par)
    mend(&d, data, par);
  return mended;
}
