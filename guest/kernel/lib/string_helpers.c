// Escaping and unescaping of text, and sizes in units for people.
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/math64.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/string_helpers.h>

static const char special_letters[] = "\n\r\t\v\f\a\e\"\\";
static const char special_escapes[] = "nrtvfae\"\\";

static char letter_value(char letter) {
  return special_letters[strchr(special_escapes, letter) - special_escapes];
}

// What one escape sequence of source text means: its length and value, 0 when it is not one.
static int unescape_one(const char* s, unsigned int flags, char* value) {
  int digits;
  if (flags & UNESCAPE_SPACE && *s && strchr("nrtvf", *s)) {
    *value = letter_value(*s);
    return 1;
  }
  if (flags & UNESCAPE_OCTAL && isodigit(*s)) {
    int v = 0;
    for (digits = 0; digits < 3 && isodigit(s[digits]) && v * 8 + s[digits] - '0' <= 255; digits++)
      v = v * 8 + s[digits] - '0';
    *value = v;
    return digits;
  }
  if (flags & UNESCAPE_HEX && *s == 'x' && hex_to_bin(s[1]) >= 0) {
    int low = hex_to_bin(s[2]);
    *value = low < 0 ? hex_to_bin(s[1]) : hex_to_bin(s[1]) << 4 | low;
    return low < 0 ? 2 : 3;
  }
  if (flags & UNESCAPE_SPECIAL && *s && strchr("\"\\ae", *s)) {
    *value = letter_value(*s);
    return 1;
  }
  return 0;
}

int string_unescape(char* src, char* dst, size_t size, unsigned int flags) {
  char* out = dst;
  if (!size) size = SIZE_MAX;
  while (*src && --size) {
    int used;
    if (src[0] == '\\' && src[1] && size > 1) {
      src++;
      size--;
      used = unescape_one(src, flags, out);
      if (used) {
        src += used;
        out++;
        continue;
      }
      *out++ = '\\';
    }
    *out++ = *src++;
  }
  *out = '\0';
  return out - dst;
}
EXPORT_SYMBOL(string_unescape);

struct escaped {
  char* at;
  char* end;
};

static void emit(struct escaped* o, char c) {
  if (o->at < o->end) *o->at = c;
  o->at++;
}

static bool escape_letter(struct escaped* o, unsigned char c, const char* letters) {
  const char* letter = c ? strchr(letters, c) : NULL;
  if (!letter) return false;
  emit(o, '\\');
  emit(o, special_escapes[strchr(special_letters, c) - special_letters]);
  return true;
}

// One character, by the first class of `flags` that applies; as it is when none does.
static void escape_one(struct escaped* o, unsigned char c, unsigned int flags) {
  if (flags & ESCAPE_SPACE && escape_letter(o, c, "\n\r\t\v\f")) return;
  if (flags & ESCAPE_SPECIAL && escape_letter(o, c, "\a\e\"\\")) return;
  if (flags & ESCAPE_NULL && !c) {
    emit(o, '\\');
    emit(o, '0');
    return;
  }
  if (flags & ESCAPE_OCTAL) {
    emit(o, '\\');
    emit(o, '0' + (c >> 6));
    emit(o, '0' + ((c >> 3) & 7));
    emit(o, '0' + (c & 7));
    return;
  }
  if (flags & ESCAPE_HEX) {
    emit(o, '\\');
    emit(o, 'x');
    emit(o, hex_asc_hi(c));
    emit(o, hex_asc_lo(c));
    return;
  }
  emit(o, c);
}

static bool passes(unsigned char c, unsigned int flags, const char* only) {
  bool in_only = only && strchr(only, c);  // a zero byte counts as in it
  bool is_dict = only && *only;
  if (!(flags & ESCAPE_APPEND) && is_dict && !in_only) return true;
  if (flags & ESCAPE_APPEND && in_only) return false;
  if (flags & ESCAPE_NAP && isascii(c) && isprint(c)) return true;
  if (flags & ESCAPE_NA && isascii(c)) return true;
  return flags & ESCAPE_NP && isprint(c);
}

int string_escape_mem(const char* src, size_t isz, char* dst, size_t osz, unsigned int flags,
                      const char* only) {
  struct escaped o = {dst, dst + osz};
  while (isz--) {
    unsigned char c = *src++;
    if (passes(c, flags, only))
      emit(&o, c);
    else
      escape_one(&o, c, flags);
  }
  return o.at - dst;
}
EXPORT_SYMBOL(string_escape_mem);

void string_get_size(u64 size, u64 blk_size, enum string_size_units units, char* buf, int len) {
  static const char* const units_10[] = {"B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"};
  static const char* const units_2[] = {"B",   "KiB", "MiB", "GiB", "TiB",
                                        "PiB", "EiB", "ZiB", "YiB"};
  static const unsigned int rounding[] = {500, 50, 5};
  const u32 divisor = units == STRING_UNITS_10 ? 1000 : 1024;
  u32 remainder = 0;
  int i = 0, j;
  char fraction[8] = "";
  if (!blk_size) size = 0;
  if (!size) goto print;
  while (blk_size >> 32) {
    do_div(blk_size, divisor);
    i++;
  }
  while (size >> 32) {
    do_div(size, divisor);
    i++;
  }
  size *= blk_size;
  while (size >= divisor) {
    remainder = do_div(size, divisor);
    i++;
  }
  // three significant digits
  j = (u32)size >= 100 ? 0 : (u32)size >= 10 ? 1 : 2;
  if (units == STRING_UNITS_2) remainder = remainder * 1000 >> 10;
  remainder += rounding[j];
  if (remainder >= 1000) {
    remainder -= 1000;
    size++;
  }
  if (j) {
    snprintf(fraction, sizeof(fraction), ".%03u", remainder);
    fraction[j + 1] = '\0';
  }
print:
  snprintf(buf, len, "%u%s %s", (u32)size, fraction,
           i >= 9 ? "UNK" : (units == STRING_UNITS_10 ? units_10 : units_2)[i]);
}
EXPORT_SYMBOL(string_get_size);

char* kstrdup_quotable(const char* src, gfp_t gfp) {
  const int flags = ESCAPE_HEX;
  const char* specials = "\f\n\r\t\v\a\e\\\"";
  size_t length, escaped;
  char* copy;
  if (!src) return NULL;
  length = strlen(src);
  escaped = string_escape_mem(src, length, NULL, 0, flags, specials);
  copy = kmalloc(escaped + 1, gfp);
  if (!copy) return NULL;
  string_escape_mem(src, length, copy, escaped, flags, specials);
  copy[escaped] = '\0';
  return copy;
}
EXPORT_SYMBOL_GPL(kstrdup_quotable);

void kfree_strarray(char** array, size_t n) {
  size_t i;
  if (!array) return;
  for (i = 0; i < n; i++) kfree(array[i]);
  kfree(array);
}
EXPORT_SYMBOL_GPL(kfree_strarray);

char** kasprintf_strarray(gfp_t gfp, const char* prefix, size_t n) {
  char** names = kcalloc(n + 1, sizeof(*names), gfp);
  size_t i;
  if (!names) return NULL;
  for (i = 0; i < n; i++) {
    names[i] = kasprintf(gfp, "%s-%zu", prefix, i);
    if (!names[i]) {
      kfree_strarray(names, i);
      return NULL;
    }
  }
  return names;
}
EXPORT_SYMBOL_GPL(kasprintf_strarray);
