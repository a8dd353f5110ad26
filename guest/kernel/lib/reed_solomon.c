// Reed-Solomon codes: the fields, shared by all that ask for the same one, and encoding.
//
// A field element is a polynomial over GF(2) (poly form), or the logarithm of one (index form, nn
// stands for zero). Linux: 6.1 lib/reed_solomon/reed_solomon.c, encode_rs.c.
#include "reed_solomon.h"

#include <linux/errno.h>
#include <linux/export.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "../bug_at.h"

static LIST_HEAD(codecs);
static DEFINE_MUTEX(codecs_lock);

// The powers of the primitive element. False: the polynomial is not primitive.
static bool fill_field(struct rs_codec* rs) {
  int i, power = 1;
  rs->index_of[0] = rs->nn;
  rs->alpha_to[rs->nn] = 0;
  if (rs->gfpoly == 0) power = rs->gffunc(0);
  for (i = 0; i < rs->nn; i++) {
    rs->index_of[power] = i;
    rs->alpha_to[i] = power;
    if (rs->gfpoly == 0) {
      power = rs->gffunc(power);
      continue;
    }
    power <<= 1;
    if (power & (1 << rs->mm)) power ^= rs->gfpoly;
    power &= rs->nn;
  }
  return power == rs->alpha_to[0];
}

// The product of (x - root) over the roots.
static void fill_generator(struct rs_codec* rs) {
  u16* g = rs->genpoly;
  int i, k, root = rs->fcr * rs->prim;
  for (rs->iprim = 1; rs->iprim % rs->prim;) rs->iprim += rs->nn;
  rs->iprim /= rs->prim;
  g[0] = 1;
  for (i = 0; i < rs->nroots; i++, root += rs->prim) {
    g[i + 1] = 1;
    for (k = i; k > 0; k--) g[k] = g[k - 1] ^ rs_times_power(rs, g[k], root);
    g[0] = rs_times_power(rs, g[0], root);
  }
  for (i = 0; i <= rs->nroots; i++) g[i] = rs->index_of[g[i]];
}

static void free_codec(struct rs_codec* rs) {
  kfree(rs->alpha_to);
  kfree(rs->index_of);
  kfree(rs->genpoly);
  kfree(rs);
}

static struct rs_codec* make_codec(const struct rs_codec* wanted, gfp_t gfp) {
  struct rs_codec* rs = kzalloc(sizeof(*rs), gfp);
  if (!rs) return NULL;
  *rs = *wanted;
  rs->nn = (1 << rs->mm) - 1;
  rs->alpha_to = kmalloc_array(rs->nn + 1, sizeof(u16), gfp);
  rs->index_of = kmalloc_array(rs->nn + 1, sizeof(u16), gfp);
  rs->genpoly = kmalloc_array(rs->nroots + 1, sizeof(u16), gfp);
  if (!rs->alpha_to || !rs->index_of || !rs->genpoly || !fill_field(rs)) {
    free_codec(rs);
    return NULL;
  }
  fill_generator(rs);
  rs->users = 1;
  list_add(&rs->list, &codecs);
  return rs;
}

static struct rs_codec* find_codec(const struct rs_codec* wanted) {
  struct rs_codec* rs;
  list_for_each_entry(rs, &codecs, list) {
    if (rs->mm != wanted->mm || rs->gfpoly != wanted->gfpoly || rs->gffunc != wanted->gffunc ||
        rs->fcr != wanted->fcr || rs->prim != wanted->prim || rs->nroots != wanted->nroots)
      continue;
    rs->users++;
    return rs;
  }
  return NULL;
}

static struct rs_control* init(const struct rs_codec* wanted, gfp_t gfp) {
  const int mm = wanted->mm;
  struct rs_control* control;
  if (mm < 1 || wanted->fcr < 0 || wanted->fcr >= 1 << mm || wanted->prim <= 0 ||
      wanted->prim >= 1 << mm || wanted->nroots < 0 || wanted->nroots >= 1 << mm)
    return NULL;
  control = kzalloc(sizeof(*control) + 8 * (wanted->nroots + 1) * sizeof(u16), gfp);
  if (!control) return NULL;
  mutex_lock(&codecs_lock);
  control->codec = find_codec(wanted) ?: make_codec(wanted, gfp);
  mutex_unlock(&codecs_lock);
  if (control->codec) return control;
  kfree(control);
  return NULL;
}

struct rs_control* init_rs_gfp(int symsize, int gfpoly, int fcr, int prim, int nroots, gfp_t gfp) {
  const struct rs_codec wanted = {
      .mm = symsize, .gfpoly = gfpoly, .fcr = fcr, .prim = prim, .nroots = nroots};
  return init(&wanted, gfp);
}
EXPORT_SYMBOL_GPL(init_rs_gfp);

struct rs_control* init_rs_non_canonical(int symsize, int (*gffunc)(int), int fcr, int prim,
                                         int nroots) {
  const struct rs_codec wanted = {
      .mm = symsize, .gffunc = gffunc, .fcr = fcr, .prim = prim, .nroots = nroots};
  return init(&wanted, GFP_KERNEL);
}
EXPORT_SYMBOL_GPL(init_rs_non_canonical);

void free_rs(struct rs_control* control) {
  struct rs_codec* rs;
  if (!control) return;
  rs = control->codec;
  mutex_lock(&codecs_lock);
  if (!--rs->users) {
    list_del(&rs->list);
    free_codec(rs);
  }
  mutex_unlock(&codecs_lock);
  kfree(control);
}
EXPORT_SYMBOL_GPL(free_rs);

// The parity goes on from what it is, so that a block may come in pieces.
static int encode(struct rs_codec* rs, const struct rs_data* data, u16* par) {
  const int pad = rs->nn - rs->nroots - data->length;
  int i, j;
  if (pad < 0 || pad >= rs->nn) return -ERANGE;
  for (i = 0; i < data->length; i++) {
    const u16 feedback = (rs_symbol(data, i) & rs->nn) ^ par[0];
    const u16 index = rs->index_of[feedback];
    if (index != rs->nn)
      for (j = 1; j < rs->nroots; j++)
        par[j] ^= rs->alpha_to[rs_modnn(rs, index + rs->genpoly[rs->nroots - j])];
    memmove(&par[0], &par[1], sizeof(u16) * (rs->nroots - 1));
    par[rs->nroots - 1] = index == rs->nn ? 0 : rs->alpha_to[rs_modnn(rs, index + rs->genpoly[0])];
  }
  return 0;
}

int encode_rs8(struct rs_control* control, uint8_t* data, int len, uint16_t* par, uint16_t invmsk) {
  const struct rs_data in = {.bytes = data, .length = len, .inverted = invmsk};
  return encode(control->codec, &in, par);
}
EXPORT_SYMBOL_GPL(encode_rs8);

int decode_rs8(struct rs_control* control, uint8_t* data, uint16_t* par, int len, uint16_t* s,
               int no_eras, int* eras_pos, uint16_t invmsk, uint16_t* corr) {
  struct rs_data in = {.bytes = data, .length = len, .inverted = invmsk};
  return rs_decode(control, &in, par, s, no_eras, eras_pos, corr);
}
EXPORT_SYMBOL_GPL(decode_rs8);

int decode_rs16(struct rs_control* control, uint16_t* data, uint16_t* par, int len, uint16_t* s,
                int no_eras, int* eras_pos, uint16_t invmsk, uint16_t* corr) {
  struct rs_data in = {.words = data, .length = len, .inverted = invmsk};
  return rs_decode(control, &in, par, s, no_eras, eras_pos, corr);
}
EXPORT_SYMBOL_GPL(decode_rs16);
