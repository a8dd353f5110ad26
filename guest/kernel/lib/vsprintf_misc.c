// %pR and %pr (resources), %pb and %pbl (bitmaps), %pt (times), %p4cc (pixel formats).
#include <linux/bitmap.h>
#include <linux/ctype.h>
#include <linux/ioport.h>
#include <linux/kernel.h>
#include <linux/rtc.h>
#include <linux/string.h>
#include <linux/time.h>

#include "format.h"

static const char* resource_kind(unsigned long flags, struct spec* numbers) {
  *numbers = number_spec(10, 0, -1);
  if (flags & IORESOURCE_IO) {
    *numbers = number_spec(16, SPEC_SPECIAL | SPEC_SMALL | SPEC_ZERO, 6);
    return "io  ";
  }
  if (flags & IORESOURCE_MEM) {
    *numbers = number_spec(16, SPEC_SPECIAL | SPEC_SMALL | SPEC_ZERO, 10);
    return "mem ";
  }
  if (flags & IORESOURCE_IRQ) return "irq ";
  if (flags & IORESOURCE_DMA) return "dma ";
  if (flags & IORESOURCE_BUS) {
    *numbers = number_spec(16, SPEC_SMALL | SPEC_ZERO, 2);
    return "bus ";
  }
  *numbers = number_spec(16, SPEC_SPECIAL | SPEC_SMALL | SPEC_ZERO, 10);
  return NULL;
}

static void out_resource_range(struct out* o, const struct resource* res, bool decode,
                               struct spec numbers) {
  if (decode && res->flags & IORESOURCE_UNSET) {
    out_text(o, "size ");
    out_number(o, res->end - res->start + 1, numbers);
    return;
  }
  out_number(o, res->start, numbers);
  if (res->start == res->end) return;
  out_char(o, '-');
  out_number(o, res->end, numbers);
}

void out_resource(struct out* o, const char* fmt, const void* p, struct spec spec) {
  const struct resource* res = p;
  bool decode = fmt[0] == 'R';
  char* start = o->at;
  const char* kind;
  struct spec numbers;
  if (!out_check_pointer(o, p, spec)) return;
  kind = resource_kind(res->flags, &numbers);
  if (!kind) decode = false;
  out_char(o, '[');
  out_text(o, kind ? kind : "??? ");
  out_resource_range(o, res, decode, numbers);
  if (decode) {
    if (res->flags & IORESOURCE_MEM_64) out_text(o, " 64bit");
    if (res->flags & IORESOURCE_PREFETCH) out_text(o, " pref");
    if (res->flags & IORESOURCE_WINDOW) out_text(o, " window");
    if (res->flags & IORESOURCE_DISABLED) out_text(o, " disabled");
  } else {
    out_text(o, " flags ");
    out_number(o, res->flags, number_spec(16, SPEC_SPECIAL | SPEC_SMALL, -1));
  }
  out_char(o, ']');
  out_widen(o, start, spec);
}

static void out_bitmap_list(struct out* o, const unsigned long* bits, int count) {
  unsigned long begin, end;
  bool first = true;
  for_each_set_bitrange(begin, end, bits, (unsigned long)count) {
    if (!first) out_char(o, ',');
    first = false;
    out_number(o, begin, number_spec(10, 0, -1));
    if (end == begin + 1) continue;
    out_char(o, '-');
    out_number(o, end - 1, number_spec(10, 0, -1));
  }
}

static void out_bitmap_words(struct out* o, const unsigned long* bits, int count) {
  int word, top_bits = count % 32 ? count % 32 : 32;
  for (word = DIV_ROUND_UP(count, 32) - 1; word >= 0; word--) {
    u32 value = bits[word] & (~0u >> (32 - top_bits));
    out_number(o, value, number_spec(16, SPEC_SMALL | SPEC_ZERO, DIV_ROUND_UP(top_bits, 4)));
    if (word) out_char(o, ',');
    top_bits = 32;
  }
}

void out_bitmap(struct out* o, const char* fmt, const void* bits, struct spec spec) {
  int count = max(spec.width, 0);
  if (!out_check_pointer(o, bits, spec)) return;
  if (fmt[1] == 'l')
    out_bitmap_list(o, bits, count);
  else
    out_bitmap_words(o, bits, count);
}

static void out_dec(struct out* o, long value, int width) {
  out_number(o, (u64)(s64)value, number_spec(10, SPEC_ZERO | SPEC_SIGN, width));
}

static void out_rtc(struct out* o, const char* options, const struct rtc_time* tm) {
  bool date = *options != 't', time = *options != 'd', raw = false;
  char separator = 'T';
  if (*options == 'd' || *options == 't') options++;
  for (; *options == 'r' || *options == 's'; options++) {
    if (*options == 'r') raw = true;
    if (*options == 's') separator = ' ';
  }
  if (date) {
    out_dec(o, tm->tm_year + (raw ? 0 : 1900), 4);
    out_char(o, '-');
    out_dec(o, tm->tm_mon + (raw ? 0 : 1), 2);
    out_char(o, '-');
    out_dec(o, tm->tm_mday, 2);
  }
  if (date && time) out_char(o, separator);
  if (time) {
    out_dec(o, tm->tm_hour, 2);
    out_char(o, ':');
    out_dec(o, tm->tm_min, 2);
    out_char(o, ':');
    out_dec(o, tm->tm_sec, 2);
  }
}

void out_time(struct out* o, const char* fmt, const void* p, struct spec spec) {
  struct rtc_time rtc = {0};
  struct tm tm;
  if (!out_check_pointer(o, p, spec)) return;
  if (fmt[1] != 'R' && fmt[1] != 'T') {
    out_message(o, "(%pt?)", spec);
    return;
  }
  if (fmt[1] == 'R') {
    rtc = *(const struct rtc_time*)p;
  } else {
    time64_to_tm(*(const time64_t*)p, 0, &tm);
    rtc.tm_sec = tm.tm_sec;
    rtc.tm_min = tm.tm_min;
    rtc.tm_hour = tm.tm_hour;
    rtc.tm_mday = tm.tm_mday;
    rtc.tm_mon = tm.tm_mon;
    rtc.tm_year = tm.tm_year;
  }
  out_rtc(o, fmt + 2, &rtc);  // never widened
}

void out_fourcc(struct out* o, const char* fmt, const void* p, struct spec spec) {
  const u32* fourcc = p;
  char* start = o->at;
  u32 value;
  int i;
  if (fmt[1] != 'c' || fmt[2] != 'c') {
    out_message(o, "(%p4?)", spec);
    return;
  }
  if (!out_check_pointer(o, fourcc, spec)) return;
  value = *fourcc & ~(1u << 31);
  for (i = 0; i < 4; i++) {
    unsigned char c = value >> (8 * i);
    out_char(o, isascii(c) && isprint(c) ? c : '.');
  }
  out_text(o, *fourcc >> 31 ? " big-endian (" : " little-endian (");
  out_number(o, *fourcc, number_spec(16, SPEC_SPECIAL | SPEC_SMALL | SPEC_ZERO, 10));
  out_char(o, ')');
  out_widen(o, start, spec);
}
