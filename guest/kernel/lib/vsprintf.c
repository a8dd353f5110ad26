// vsnprintf and its relatives: decoding of the format and the standard conversions.
//
// Differences from the C library that kernel code relies on: no floating point; %#x of zero has its
// prefix; a precision does not switch '0' off; unknown conversions end the output with a warning.
#include <linux/bug.h>
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/string.h>

#include "bug_at.h"
#include "format.h"

void out_text(struct out* o, const char* text) {
  while (*text) out_char(o, *text++);
}

static void out_repeat(struct out* o, char c, int count) {
  while (count-- > 0) out_char(o, c);
}

// Digits of value in reverse order; returns their number.
static int reverse_digits(char* digits, u64 value, const struct spec* spec) {
  const char* set = spec->flags & SPEC_SMALL ? "0123456789abcdef" : "0123456789ABCDEF";
  int count = 0;
  u32 low;
  while (value >> 32) {
    u32 digit = do_div(value, spec->base);
    digits[count++] = set[digit];
  }
  low = (u32)value;
  do {
    digits[count++] = set[low % spec->base];
    low /= spec->base;
  } while (low);
  return count;
}

static char take_sign(u64* value, const struct spec* spec) {
  if (!(spec->flags & SPEC_SIGN)) return 0;
  if ((s64)*value < 0) {
    *value = -*value;
    return '-';
  }
  if (spec->flags & SPEC_PLUS) return '+';
  return spec->flags & SPEC_SPACE ? ' ' : 0;
}

void out_number(struct out* o, u64 value, struct spec spec) {
  char digits[3 * sizeof(u64)];
  char sign = take_sign(&value, &spec);
  bool is_zero = value == 0;
  int prefix = 0, count, width = spec.width, precision;
  if (spec.flags & SPEC_SPECIAL) prefix = spec.base == 16 ? 2 : (spec.base == 8 && !is_zero);
  if (spec.flags & SPEC_LEFT) spec.flags &= ~SPEC_ZERO;
  count = reverse_digits(digits, value, &spec);
  precision = max(count, spec.precision);
  width -= precision + prefix + (sign != 0);
  if (!(spec.flags & (SPEC_ZERO | SPEC_LEFT))) {
    out_repeat(o, ' ', width);
    width = 0;
  }
  if (sign) out_char(o, sign);
  if (prefix) out_char(o, '0');
  if (prefix == 2) out_char(o, spec.flags & SPEC_SMALL ? 'x' : 'X');
  if (!(spec.flags & SPEC_LEFT)) {
    out_repeat(o, '0', width);
    width = 0;
  }
  out_repeat(o, '0', precision - count);
  while (count > 0) out_char(o, digits[--count]);
  out_repeat(o, ' ', width);
}

void out_widen(struct out* o, char* start, struct spec spec) {
  int length = o->at - start, spaces = spec.width - length, i;
  if (spaces <= 0) return;
  if (spec.flags & SPEC_LEFT) {
    out_repeat(o, ' ', spaces);
    return;
  }
  for (i = length - 1; i >= 0; i--) {
    if (start + i + spaces < o->end) start[i + spaces] = start[i];
  }
  for (i = 0; i < spaces; i++) {
    if (start + i < o->end) start[i] = ' ';
  }
  o->at += spaces;
}

void out_string(struct out* o, const char* s, struct spec spec) {
  char* start = o->at;
  int limit = spec.precision;
  while (limit-- && *s) out_char(o, *s++);
  out_widen(o, start, spec);
}

void out_message(struct out* o, const char* message, struct spec spec) {
  if (spec.precision == -1) spec.precision = 2 * sizeof(void*);
  out_string(o, message, spec);
}

bool out_check_pointer(struct out* o, const void* p, struct spec spec) {
  if (p && (unsigned long)p >= PAGE_SIZE && !IS_ERR_VALUE(p)) return true;
  out_message(o, p ? "(efault)" : "(null)", spec);
  return false;
}

static void out_character(struct out* o, char c, struct spec spec) {
  if (!(spec.flags & SPEC_LEFT)) out_repeat(o, ' ', spec.width - 1);
  out_char(o, c);
  if (spec.flags & SPEC_LEFT) out_repeat(o, ' ', spec.width - 1);
}

/* What a signed field of 24 bits holds, and one of 16. */
#define FIELD_WIDTH_MAX ((1 << 23) - 1)
#define PRECISION_MAX ((1 << 15) - 1)

static int parse_int(const char** fmt) {
  unsigned int value = 0;
  while (isdigit(**fmt)) value = value * 10 + (*(*fmt)++ - '0');
  return value;
}

/* One that stands in the format loses its upper bits. */
static int literal_width(const char** fmt) { return (int)((u32)parse_int(fmt) << 8) >> 8; }
static int literal_precision(const char** fmt) { return max((int)(s16)parse_int(fmt), 0); }

static int argument_width(int width) {
  if (WARN_ONCE_AT(width > FIELD_WIDTH_MAX || width < -FIELD_WIDTH_MAX, "lib/vsprintf.c", 2693,
                   "field width %d too large", width))
    width = clamp(width, -FIELD_WIDTH_MAX, FIELD_WIDTH_MAX);
  return width;
}

static noinline int set_precision(int precision) {
  if (WARN_ONCE_AT(precision > PRECISION_MAX, "lib/vsprintf.c", 2702, "precision %d too large",
                   precision))
    precision = PRECISION_MAX;
  return max(precision, 0);
}

static unsigned int parse_flags(const char** fmt) {
  unsigned int flags = 0;
  for (;; (*fmt)++) {
    switch (**fmt) {
      case '-':
        flags |= SPEC_LEFT;
        break;
      case '+':
        flags |= SPEC_PLUS;
        break;
      case ' ':
        flags |= SPEC_SPACE;
        break;
      case '#':
        flags |= SPEC_SPECIAL;
        break;
      case '0':
        flags |= SPEC_ZERO;
        break;
      default:
        return flags;
    }
  }
}

static int parse_qualifier(const char** fmt) {
  int qualifier = **fmt;
  if (qualifier != 'h' && _tolower(qualifier) != 'l' && qualifier != 'z' && qualifier != 'Z' &&
      qualifier != 't')
    return 0;
  (*fmt)++;
  if (qualifier == 'Z') return 'z';
  if (**fmt == qualifier && (qualifier == 'h' || qualifier == 'l')) {
    (*fmt)++;
    return qualifier == 'l' ? 'L' : 'H';
  }
  return qualifier;
}

struct arguments {
  va_list list;
};

static void parse_width_precision(const char** fmt, struct arguments* args, struct spec* spec) {
  spec->width = spec->precision = -1;
  if (isdigit(**fmt)) {
    spec->width = literal_width(fmt);
  } else if (**fmt == '*') {
    (*fmt)++;
    spec->width = argument_width(va_arg(args->list, int));
    if (spec->width < 0) {
      spec->flags |= SPEC_LEFT;
      spec->width = -spec->width;
    }
  }
  if (**fmt != '.') return;
  (*fmt)++;
  if (isdigit(**fmt)) {
    spec->precision = literal_precision(fmt);
  } else if (**fmt == '*') {
    (*fmt)++;
    spec->precision = set_precision(va_arg(args->list, int));
  }
}

static u64 next_number(struct arguments* args, const struct spec* spec) {
  bool is_signed = spec->flags & SPEC_SIGN || spec->qualifier == 't';  // %tx widens a sign, too
  unsigned int value;
  if (spec->qualifier == 'L') return va_arg(args->list, u64);
  value = va_arg(args->list, unsigned int);
  if (spec->qualifier == 'H') return is_signed ? (u64)(signed char)value : (u8)value;
  if (spec->qualifier == 'h') return is_signed ? (u64)(short)value : (u16)value;
  return is_signed ? (u64)(int)value : value;
}

static void out_string_argument(struct out* o, const char* s, struct spec spec) {
  if (out_check_pointer(o, s, spec)) out_string(o, s, spec);
}

// Sets the base and the signedness of a number's letter; false for any other letter.
static bool number_letter(char letter, struct spec* spec) {
  switch (letter) {
    case 'd':
    case 'i':
      spec->flags |= SPEC_SIGN;
      return true;
    case 'u':
      return true;
    case 'o':
      spec->base = 8;
      return true;
    case 'x':
      spec->flags |= SPEC_SMALL;
      fallthrough;
    case 'X':
      spec->base = 16;
      return true;
    default:
      return false;
  }
}

// The function that warns in Linux.
static noinline void format_decode(char letter) {
  WARN_ONCE_AT(1, "lib/vsprintf.c", 2661, "Please remove unsupported %%%c in format string\n",
               letter);
}

// One conversion. False for a letter that means nothing: the rest cannot be trusted.
static bool out_conversion(struct out* o, const char** fmt, struct arguments* args) {
  struct spec spec = {.flags = parse_flags(fmt), .base = 10};
  char letter;
  parse_width_precision(fmt, args, &spec);
  spec.qualifier = parse_qualifier(fmt);
  letter = *(*fmt);
  if (letter) (*fmt)++;
  switch (letter) {
    case '%':
      out_char(o, '%');
      return true;
    case 'c':
      out_character(o, (char)va_arg(args->list, int), spec);
      return true;
    case 's':
      out_string_argument(o, va_arg(args->list, const char*), spec);
      return true;
    case 'p':
      out_pointer(o, *fmt, va_arg(args->list, void*), spec);
      while (isalnum(**fmt)) (*fmt)++;
      return true;
  }
  if (!number_letter(letter, &spec)) {
    format_decode(letter);
    return false;
  }
  out_number(o, next_number(args, &spec), spec);
  return true;
}

int vsnprintf(char* buf, size_t size, const char* fmt, va_list list) {
  struct out o = {buf, buf + size};
  struct arguments args;
  if (WARN_ON_ONCE_AT(size > INT_MAX, "lib/vsprintf.c", 2743)) return 0;
  if (o.end < buf) {
    o.end = (char*)-1;
    size = o.end - buf;
  }
  va_copy(args.list, list);
  while (*fmt) {
    if (*fmt != '%') {
      out_char(&o, *fmt++);
      continue;
    }
    fmt++;
    if (!out_conversion(&o, &fmt, &args)) break;
  }
  va_end(args.list);
  if (size) *(o.at < o.end ? o.at : o.end - 1) = '\0';
  return o.at - buf;
}
EXPORT_SYMBOL(vsnprintf);

int vscnprintf(char* buf, size_t size, const char* fmt, va_list args) {
  int length;
  if (!size) return 0;
  length = vsnprintf(buf, size, fmt, args);
  return (size_t)length < size ? length : (int)size - 1;
}
EXPORT_SYMBOL(vscnprintf);

int vsprintf(char* buf, const char* fmt, va_list args) {
  return vsnprintf(buf, INT_MAX, fmt, args);
}
EXPORT_SYMBOL(vsprintf);

int snprintf(char* buf, size_t size, const char* fmt, ...) {
  va_list args;
  int length;
  va_start(args, fmt);
  length = vsnprintf(buf, size, fmt, args);
  va_end(args);
  return length;
}
EXPORT_SYMBOL(snprintf);

int scnprintf(char* buf, size_t size, const char* fmt, ...) {
  va_list args;
  int length;
  va_start(args, fmt);
  length = vscnprintf(buf, size, fmt, args);
  va_end(args);
  return length;
}
EXPORT_SYMBOL(scnprintf);

int sprintf(char* buf, const char* fmt, ...) {
  va_list args;
  int length;
  va_start(args, fmt);
  length = vsnprintf(buf, INT_MAX, fmt, args);
  va_end(args);
  return length;
}
EXPORT_SYMBOL(sprintf);
