// Reed-Solomon codes over symbols of up to 16 bits. Linux: 6.1 include/linux/rslib.h.
#ifndef _RSLIB_H_
#define _RSLIB_H_

#include <linux/gfp.h>
#include <linux/list.h>
#include <linux/types.h>

struct rs_codec {
  int mm;              // bits of a symbol
  int nn;              // symbols of a block; as an index: of zero
  uint16_t* alpha_to;  // powers of the primitive element
  uint16_t* index_of;  // and their logarithms
  uint16_t* genpoly;   // as indices
  int nroots;
  int fcr;
  int prim;
  int iprim;
  int gfpoly;
  int (*gffunc)(int);
  int users;
  struct list_head list;
};
struct rs_control {
  struct rs_codec* codec;
  uint16_t buffers[];
};

int encode_rs8(struct rs_control* rs, uint8_t* data, int len, uint16_t* par, uint16_t invmsk);
int decode_rs8(struct rs_control* rs, uint8_t* data, uint16_t* par, int len, uint16_t* s,
               int no_eras, int* eras_pos, uint16_t invmsk, uint16_t* corr);
int encode_rs16(struct rs_control* rs, uint16_t* data, int len, uint16_t* par, uint16_t invmsk);
int decode_rs16(struct rs_control* rs, uint16_t* data, uint16_t* par, int len, uint16_t* s,
                int no_eras, int* eras_pos, uint16_t invmsk, uint16_t* corr);
struct rs_control* init_rs_gfp(int symsize, int gfpoly, int fcr, int prim, int nroots, gfp_t gfp);
struct rs_control* init_rs_non_canonical(int symsize, int (*func)(int), int fcr, int prim,
                                         int nroots);
void free_rs(struct rs_control* rs);
static inline struct rs_control* init_rs(int symsize, int gfpoly, int fcr, int prim, int nroots) {
  return init_rs_gfp(symsize, gfpoly, fcr, prim, nroots, GFP_KERNEL);
}
static inline int rs_modnn(struct rs_codec* rs, int x) {
  while (x >= rs->nn) {
    x -= rs->nn;
    x = (x >> rs->mm) + (x & rs->nn);
  }
  return x;
}

#endif
