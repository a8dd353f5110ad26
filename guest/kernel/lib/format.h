// The parts of vsnprintf, shared by its files.
//
// An Out is the rest of the caller's buffer. Its position may pass the end: then nothing is
// written, only counted, which is how vsnprintf knows the full length (F1). A Spec is one decoded
// conversion: %[flags][width][.precision][qualifier]type. Semantics: Linux 6.1 lib/vsprintf.c.
#ifndef GUEST_KERNEL_LIB_FORMAT_H
#define GUEST_KERNEL_LIB_FORMAT_H

#include <linux/types.h>
#include <stdarg.h>

struct out {
  char* at;
  char* end;
};

enum spec_flag {
  SPEC_SIGN = 1,     // signed number
  SPEC_LEFT = 2,     // '-'
  SPEC_PLUS = 4,     // '+'
  SPEC_SPACE = 8,    // ' '
  SPEC_ZERO = 16,    // '0'
  SPEC_SMALL = 32,   // lower-case digits
  SPEC_SPECIAL = 64  // '#'
};

struct spec {
  unsigned int flags;
  unsigned int base;
  int width;      // -1: none
  int precision;  // -1: none
  int qualifier;  // 'h', 'H' (hh), 'l', 'L' (ll), 'z', 't' or 0
};

static inline void out_char(struct out* o, char c) {
  if (o->at < o->end) *o->at = c;
  o->at++;
}
void out_text(struct out* o, const char* text);                   // the bytes, no padding
void out_number(struct out* o, u64 value, struct spec spec);      // SPEC_SIGN: value is an s64
void out_string(struct out* o, const char* s, struct spec spec);  // s is known to be readable
void out_message(struct out* o, const char* message, struct spec spec);
void out_pointer_value(struct out* o, const void* p, struct spec spec);
// Pads what was written since `start` to spec.width, on the side that the flags say.
void out_widen(struct out* o, char* start, struct spec spec);
// False after writing "(null)" or "(efault)" instead of what p points to.
bool out_check_pointer(struct out* o, const void* p, struct spec spec);

// %p and the letters after it, which start at fmt.
void out_pointer(struct out* o, const char* fmt, const void* p, struct spec spec);
// Families of %p in files of their own.
void out_ip(struct out* o, const char* fmt, const void* p, struct spec spec);
void out_mac(struct out* o, const char* fmt, const void* p, struct spec spec);
void out_uuid(struct out* o, const char* fmt, const void* p, struct spec spec);
void out_resource(struct out* o, const char* fmt, const void* res, struct spec spec);
void out_flags(struct out* o, const char* fmt, const void* flags, struct spec spec);
void out_time(struct out* o, const char* fmt, const void* time, struct spec spec);
void out_bitmap(struct out* o, const char* fmt, const void* bits, struct spec spec);
void out_fourcc(struct out* o, const char* fmt, const void* p, struct spec spec);

static inline struct spec number_spec(unsigned int base, unsigned int flags, int width) {
  struct spec spec = {.flags = flags, .base = base, .width = width, .precision = -1};
  return spec;
}

const char* errname(int err);  // "-EINVAL", or NULL

#endif
