// Fields of registers.
#ifndef _LINUX_BITFIELD_H
#define _LINUX_BITFIELD_H

#include <asm/byteorder.h>
#include <linux/build_bug.h>

#define __bf_shf(x) (__builtin_ffsll(x) - 1)
#define FIELD_MAX(_mask) ((typeof(_mask))((_mask) >> __bf_shf(_mask)))
#define FIELD_FIT(_mask, _val) (!((((typeof(_mask))_val) << __bf_shf(_mask)) & ~(_mask)))
#define FIELD_PREP(_mask, _val) (((typeof(_mask))(_val) << __bf_shf(_mask)) & (_mask))
#define FIELD_PREP_CONST(_mask, _val) (((_val) << __builtin_ctzll(_mask)) & (_mask))
#define FIELD_GET(_mask, _reg) ((typeof(_mask))(((_reg) & (_mask)) >> __bf_shf(_mask)))
#define FIELD_MODIFY(_mask, _reg_p, _val) \
  (*(_reg_p) = (*(_reg_p) & ~(_mask)) | FIELD_PREP(_mask, _val))
#define __MM32_FIELD(bits)                                                                       \
  static __always_inline u##bits u##bits##_encode_bits(u##bits v, u##bits field) {               \
    return (v << __bf_shf(field)) & field;                                                       \
  }                                                                                              \
  static __always_inline u##bits u##bits##_get_bits(u##bits v, u##bits field) {                  \
    return (v & field) >> __bf_shf(field);                                                       \
  }                                                                                              \
  static __always_inline u##bits u##bits##_replace_bits(u##bits old, u##bits v, u##bits field) { \
    return (old & ~field) | u##bits##_encode_bits(v, field);                                     \
  }                                                                                              \
  static __always_inline void u##bits##p_replace_bits(u##bits* p, u##bits v, u##bits field) {    \
    *p = u##bits##_replace_bits(*p, v, field);                                                   \
  }
__MM32_FIELD(8)
__MM32_FIELD(16)
__MM32_FIELD(32)
__MM32_FIELD(64)
#undef __MM32_FIELD

void __field_overflow(void);
void __bad_mask(void);

#endif
