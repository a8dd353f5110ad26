// The LZMA decoder, after the description of the format in the LZMA SDK. Linux: 6.1
// lib/xz/xz_dec_lzma2.c.
#include "lzma2.h"

#include <linux/kernel.h>
#include <linux/string.h>

#define HALF 1024
#define SHORTEST_MATCH 2

void lzma_dict_put(struct lzma_dict* d, u8 byte) {
  d->buf[d->at] = byte;
  if (++d->at == d->size) d->at = 0;
  if (d->full < d->size) d->full++;
  d->written++;
}

static u8 dict_get(const struct lzma_dict* d, u32 distance) {
  return d->buf[d->at - distance - 1 + (distance >= d->at ? d->size : 0)];
}

void lzma_reset_models(struct lzma* l) {
  u16* p = (u16*)&l->models;
  size_t i;
  for (i = 0; i < sizeof(l->models) / sizeof(u16); i++) p[i] = HALF;
  memset(l->rep, 0, sizeof(l->rep));
  l->state = 0;
}

bool lzma_properties(struct lzma* l, u8 byte) {
  if (byte > (4 * 5 + 4) * 9 + 8) return false;
  l->pb_mask = (1 << byte / 45) - 1;
  byte %= 45;
  l->lp_mask = (1 << byte / 9) - 1;
  l->lc = byte % 9;
  return l->lc + byte / 9 <= 4;
}

bool lzma_begin(struct lzma* l, const u8* in, size_t size) {
  int i;
  if (size < 5) return false;
  l->in = in + 5;
  l->in_end = in + size;
  l->range = ~0u;
  for (l->code = 0, i = 1; i < 5; i++) l->code = l->code << 8 | in[i];
  l->length = 0;
  return true;
}

static void normalize(struct lzma* l) {
  if (l->range >= 1 << 24) return;
  l->range <<= 8;
  l->code = l->code << 8 | (l->in < l->in_end ? *l->in : 0);
  l->in++;
}

static u32 bit(struct lzma* l, u16* model) {
  u32 bound;
  normalize(l);
  bound = (l->range >> 11) * *model;
  if (l->code < bound) {
    l->range = bound;
    *model += (2048 - *model) >> 5;
    return 0;
  }
  l->range -= bound;
  l->code -= bound;
  *model -= *model >> 5;
  return 1;
}

static u32 direct_bits(struct lzma* l, u32 count) {
  u32 value = 0;
  while (count--) {
    normalize(l);
    l->range >>= 1;
    value <<= 1;
    if (l->code < l->range) continue;
    l->code -= l->range;
    value |= 1;
  }
  return value;
}

static u32 tree(struct lzma* l, u16* models, u32 bits) {
  u32 symbol = 1, i;
  for (i = 0; i < bits; i++) symbol = symbol << 1 | bit(l, &models[symbol]);
  return symbol - (1 << bits);
}

static u32 reverse_tree(struct lzma* l, u16* models, u32 bits) {
  u32 symbol = 1, value = 0, i;
  for (i = 0; i < bits; i++) {
    const u32 b = bit(l, &models[symbol]);
    symbol = symbol << 1 | b;
    value |= b << i;
  }
  return value;
}

static void literal(struct lzma* l, u32 pos) {
  const u32 before = l->dict.full ? dict_get(&l->dict, 0) : 0;
  u16* models =
      l->models.literal + 0x300 * (((pos & l->lp_mask) << l->lc) + (before >> (8 - l->lc)));
  u32 symbol = 1;
  if (l->state >= 7) {
    u32 match = dict_get(&l->dict, l->rep[0]), offset = 0x100;
    while (symbol < 0x100) {
      u32 b, of_match;
      match <<= 1;
      of_match = match & offset;
      b = bit(l, &models[offset + of_match + symbol]);
      symbol = symbol << 1 | b;
      offset &= b ? match : ~match;
    }
  } else {
    while (symbol < 0x100) symbol = symbol << 1 | bit(l, &models[symbol]);
  }
  lzma_dict_put(&l->dict, symbol);
  l->state = l->state < 4 ? 0 : l->state < 10 ? l->state - 3 : l->state - 6;
}

static u32 length_of(struct lzma* l, struct lzma_length* m, u32 pos_state) {
  if (!bit(l, &m->choice)) return SHORTEST_MATCH + tree(l, m->low[pos_state], 3);
  if (!bit(l, &m->choice2)) return SHORTEST_MATCH + 8 + tree(l, m->mid[pos_state], 3);
  return SHORTEST_MATCH + 16 + tree(l, m->high, 8);
}

static u32 distance_of(struct lzma* l, u32 length) {
  const u32 slot = tree(l, l->models.slot[min(length - SHORTEST_MATCH, 3u)], 6);
  const u32 bits = (slot >> 1) - 1;
  u32 distance;
  if (slot < 4) return slot;
  distance = (2 | (slot & 1)) << bits;
  if (slot < 14) return distance + reverse_tree(l, l->models.special + distance - slot, bits);
  distance += direct_bits(l, bits - 4) << 4;
  return distance + reverse_tree(l, l->models.align, 4);
}

static void new_match(struct lzma* l, u32 pos_state) {
  l->state = l->state < 7 ? 7 : 10;
  memmove(l->rep + 1, l->rep, 3 * sizeof(l->rep[0]));
  l->length = length_of(l, &l->models.match, pos_state);
  l->rep[0] = distance_of(l, l->length);
}

static void repeated_match(struct lzma* l, u32 pos_state) {
  u32 which = 0, distance;
  if (!bit(l, &l->models.is_rep0[l->state])) {
    if (!bit(l, &l->models.is_rep0_long[l->state][pos_state])) {
      l->state = l->state < 7 ? 9 : 11;
      l->length = 1;
      return;
    }
  } else if (!bit(l, &l->models.is_rep1[l->state])) {
    which = 1;
  } else {
    which = 2 + bit(l, &l->models.is_rep2[l->state]);
  }
  distance = l->rep[which];
  memmove(l->rep + 1, l->rep, which * sizeof(l->rep[0]));
  l->rep[0] = distance;
  l->state = l->state < 7 ? 8 : 11;
  l->length = length_of(l, &l->models.rep, pos_state);
}

int lzma_decode(struct lzma* l, u32 want) {
  u32 made = 0;
  while (made < want) {
    const u32 pos = l->dict.written, pos_state = pos & l->pb_mask;
    if (!l->length && l->in_have < l->in_end && l->in + LZMA_LONGEST_SYMBOL > l->in_have) break;
    if (l->length) {
      if (l->rep[0] >= l->dict.full) return -1;
      for (; l->length && made < want; l->length--, made++)
        lzma_dict_put(&l->dict, dict_get(&l->dict, l->rep[0]));
    } else if (!bit(l, &l->models.is_match[l->state][pos_state])) {
      literal(l, pos);
      made++;
    } else if (bit(l, &l->models.is_rep[l->state])) {
      repeated_match(l, pos_state);
    } else {
      new_match(l, pos_state);
    }
    if (l->in > l->in_end) return -1;
  }
  return made;
}

bool lzma_finished(struct lzma* l) {
  normalize(l);
  return !l->length && l->in == l->in_end && !l->code;
}
