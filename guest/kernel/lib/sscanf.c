// sscanf: %d %i %u %o %x %s %c %n %[…] %*… with widths and the qualifiers hh h l ll L z.
//
// Kernel habits: white space in the format matches any, %s needs no terminator beyond white space,
// an unknown conversion or a width of 0 ends the scan, literal characters must match exactly. %*
// passes over the format up to white space or a '%', whatever stands there, and over a word of the
// input. Linux: lib/vsprintf.c (vsscanf).
#include <linux/bitmap.h>
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "parse.h"

struct scan {
  const char* at;
  const char* begin;
  va_list args;
};

struct conversion {
  int width;  // -1: none
  int qualifier;
};

static const char* parse_conversion(const char* fmt, struct conversion* c) {
  c->width = -1;
  c->qualifier = 0;
  if (isdigit(*fmt)) {
    c->width = 0;
    while (isdigit(*fmt)) c->width = c->width * 10 + (*fmt++ - '0');
  }
  if (*fmt == 'h' || _tolower(*fmt) == 'l' || *fmt == 'z') {
    c->qualifier = *fmt++;
    if (*fmt == c->qualifier && (*fmt == 'h' || *fmt == 'l')) {
      c->qualifier = *fmt == 'h' ? 'H' : 'L';
      fmt++;
    }
  }
  return fmt;
}

static void store_number(struct scan* s, int qualifier, u64 value) {
  switch (qualifier) {
    case 'H':
      *va_arg(s->args, u8*) = value;
      break;
    case 'h':
      *va_arg(s->args, u16*) = value;
      break;
    case 'L':
      *va_arg(s->args, u64*) = value;
      break;
    default:
      *va_arg(s->args, u32*) = value;
      break;
  }
}

static bool scan_char(struct scan* s, const struct conversion* c) {
  int width = c->width == -1 ? 1 : c->width;
  char* to = va_arg(s->args, char*);
  do {
    *to++ = *s->at++;
  } while (--width > 0 && *s->at);
  return true;
}

static bool scan_word(struct scan* s, const struct conversion* c) {
  int width = c->width == -1 ? SHRT_MAX : c->width;
  char* to = va_arg(s->args, char*);
  s->at = skip_spaces(s->at);
  for (; *s->at && !isspace(*s->at) && width; width--) *to++ = *s->at++;
  *to = '\0';
  return true;
}

// %[set]: *fmt stands behind the '['. A width is required, as in the kernel.
static bool scan_set(struct scan* s, const struct conversion* c, const char** fmt) {
  DECLARE_BITMAP(set, 256) = {0};
  bool inverted = **fmt == '^', any = false;
  int width = c->width;
  char* to;
  if (c->width == -1) return false;
  if (inverted) (*fmt)++;
  for (; **fmt && **fmt != ']'; (*fmt)++, any = true) __set_bit((u8) * *fmt, set);
  if (**fmt != ']' || !any) return false;
  (*fmt)++;
  to = va_arg(s->args, char*);
  if (!*s->at || test_bit((u8)*s->at, set) == inverted) return false;
  for (; *s->at && test_bit((u8)*s->at, set) != inverted && width; width--) *to++ = *s->at++;
  *to = '\0';
  return true;
}

static bool scan_number(struct scan* s, const struct conversion* c, char letter) {
  unsigned int base = letter == 'o' ? 8 : _tolower(letter) == 'x' ? 16 : letter == 'i' ? 0 : 10;
  bool is_signed = letter == 'd' || letter == 'i';
  size_t width = c->width > 0 ? c->width : SHRT_MAX;
  const char* digits;
  char *end, first;
  u64 value;
  s->at = skip_spaces(s->at);
  digits = s->at;
  if (is_signed && *digits == '-') {
    if (width == 1) return false;
    digits++;
    width--;
  }
  first = *digits;
  if (!first || (base == 16 && !isxdigit(first)) || (base == 10 && !isdigit(first)) ||
      (base == 8 && !isodigit(first)) || (base == 0 && !isdigit(first)))
    return false;
  value = parse_simple(digits, &end, base, width);
  if (digits != s->at) value = -value;
  store_number(s, c->qualifier, value);
  s->at = end;
  return true;
}

// %*: 0, or -1 when the scan ends. A set cannot be skipped.
static int scan_skipped(struct scan* s, const char** fmt) {
  if (!*s->at) return -1;
  for (; **fmt && **fmt != '%' && !isspace(**fmt); (*fmt)++)
    if (**fmt == '[') return -1;
  while (*s->at && !isspace(*s->at)) s->at++;
  return 0;
}

// One conversion: 1 stored, 0 done without storing, -1 the scan ends.
static int scan_conversion(struct scan* s, const char** fmt) {
  struct conversion c;
  char letter;
  bool ok;
  if (**fmt == '*') return scan_skipped(s, fmt);
  *fmt = parse_conversion(*fmt, &c);
  if (c.width == 0) return -1;
  letter = *(*fmt);
  if (letter) (*fmt)++;
  if (letter == 'n') {
    *va_arg(s->args, int*) = s->at - s->begin;
    return 0;
  }
  if (!*s->at) return -1;
  if (letter == '%') return *s->at++ == '%' ? 0 : -1;
  switch (letter) {
    case 'c':
      ok = scan_char(s, &c);
      break;
    case 's':
      ok = scan_word(s, &c);
      break;
    case '[':
      ok = scan_set(s, &c, fmt);
      break;
    case 'd':
    case 'i':
    case 'o':
    case 'u':
    case 'x':
    case 'X':
      ok = scan_number(s, &c, letter);
      break;
    default:
      ok = false;
  }
  return ok ? 1 : -1;
}

int vsscanf(const char* buf, const char* fmt, va_list args) {
  struct scan s = {.at = buf, .begin = buf};
  int count = 0, result;
  va_copy(s.args, args);
  while (*fmt) {
    if (isspace(*fmt)) {
      fmt = skip_spaces(fmt);
      s.at = skip_spaces(s.at);
    } else if (*fmt != '%') {
      if (*fmt++ != *s.at++) break;
    } else {
      fmt++;
      result = scan_conversion(&s, &fmt);
      if (result < 0) break;
      count += result;
    }
  }
  va_end(s.args);
  return count;
}
EXPORT_SYMBOL(vsscanf);

int sscanf(const char* buf, const char* fmt, ...) {
  va_list args;
  int count;
  va_start(args, fmt);
  count = vsscanf(buf, fmt, args);
  va_end(args);
  return count;
}
EXPORT_SYMBOL(sscanf);
