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
// A field is a mask of adjacent bits: its lowest bit, and the greatest value that fits.
static __always_inline u64 field_multiplier(u64 field) { return field & -field; }
static __always_inline u64 field_mask(u64 field) { return field >> __bf_shf(field); }
#define field_max(field) ((typeof(field))field_mask(field))

// KIND is the type of the word, le32 or u32, which holds a value of type u32.
#define __MM32_FIELD(kind, type, base, to, from)                                  \
  static __always_inline type kind##_encode_bits(base v, base field) {            \
    return to((base)((v & field_mask(field)) << __bf_shf(field)));                \
  }                                                                               \
  static __always_inline base kind##_get_bits(type v, base field) {               \
    return (from(v) & field) >> __bf_shf(field);                                  \
  }                                                                               \
  static __always_inline type kind##_replace_bits(type old, base v, base field) { \
    return (old & ~to(field)) | kind##_encode_bits(v, field);                     \
  }                                                                               \
  static __always_inline void kind##p_replace_bits(type* p, base v, base field) { \
    *p = kind##_replace_bits(*p, v, field);                                       \
  }
#define __MM32_FIELDS(bits)                                                       \
  __MM32_FIELD(le##bits, __le##bits, u##bits, cpu_to_le##bits, le##bits##_to_cpu) \
  __MM32_FIELD(be##bits, __be##bits, u##bits, cpu_to_be##bits, be##bits##_to_cpu) \
  __MM32_FIELD(u##bits, u##bits, u##bits, , )
__MM32_FIELD(u8, u8, u8, , )
__MM32_FIELDS(16)
__MM32_FIELDS(32)
__MM32_FIELDS(64)
#undef __MM32_FIELDS
#undef __MM32_FIELD

void __field_overflow(void);
void __bad_mask(void);

#endif
