// %pI4, %pI6, %pIS, %pM and %pU: addresses of networks, and UUIDs.
#include <linux/kernel.h>
#include <linux/string.h>

#include "format.h"

static const char hex_digits[] = "0123456789abcdef";

static void out_hex8(struct out* o, u8 byte) {
  out_char(o, hex_digits[byte >> 4]);
  out_char(o, hex_digits[byte & 15]);
}

static void out_ip4(struct out* o, const u8* addr, char order, bool leading_zeros) {
  bool reversed = order == 'h' || order == 'l';
  int i;
  for (i = 0; i < 4; i++) {
    u8 part = addr[reversed ? 3 - i : i];
    if (i) out_char(o, '.');
    out_number(o, part, number_spec(10, SPEC_ZERO, leading_zeros ? 3 : -1));
  }
}

static void out_ip6(struct out* o, const u8* addr, bool colons) {
  int i;
  for (i = 0; i < 16; i++) {
    if (colons && i && i % 2 == 0) out_char(o, ':');
    out_hex8(o, addr[i]);
  }
}

// The longest run of at least two zero words among the first `words`; -1 when there is none.
static int longest_zero_run(const u8* addr, int words, int* length) {
  int best = -1, i, j;
  *length = 1;
  for (i = 0; i < words; i++) {
    for (j = i; j < words && !addr[2 * j] && !addr[2 * j + 1]; j++) {
    }
    if (j - i > *length) {
      *length = j - i;
      best = i;
    }
  }
  return best;
}

static bool embeds_ip4(const u8* addr) {
  static const u8 mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  bool isatap = (addr[8] & ~2) == 0 && addr[9] == 0 && addr[10] == 0x5e && addr[11] == 0xfe;
  return !memcmp(addr, mapped, 12) || isatap;
}

static void out_ip6_compressed(struct out* o, const u8* addr) {
  bool ip4 = embeds_ip4(addr), colon = false;
  int words = ip4 ? 6 : 8, length, i;
  int run = longest_zero_run(addr, words, &length);
  for (i = 0; i < words; i++) {
    if (i == run) {
      if (colon || i == 0) out_char(o, ':');
      out_char(o, ':');
      colon = false;
      i += length - 1;
      continue;
    }
    if (colon) out_char(o, ':');
    out_number(o, (addr[2 * i] << 8) | addr[2 * i + 1], number_spec(16, SPEC_SMALL, -1));
    colon = true;
  }
  if (!ip4) return;
  if (colon) out_char(o, ':');
  out_ip4(o, addr + 12, 'n', false);
}

static void out_port(struct out* o, const u8* port) {
  out_char(o, ':');
  out_number(o, (port[0] << 8) | port[1], number_spec(10, 0, -1));
}

static u32 big_endian(const u8* p) {
  return (u32)p[0] << 24 | (u32)p[1] << 16 | (u32)p[2] << 8 | p[3];
}

static void out_sockaddr6(struct out* o, char kind, const char* options, const u8* sa) {
  const bool port = strchr(options, 'p'), flow = strchr(options, 'f'), scope = strchr(options, 's');
  const bool brackets = port || flow || scope;

  if (brackets) out_char(o, '[');
  if (strchr(options, 'c') && kind == 'I')
    out_ip6_compressed(o, sa + 8);
  else
    out_ip6(o, sa + 8, kind == 'I');
  if (brackets) out_char(o, ']');
  if (port) out_port(o, sa + 2);
  if (flow) {
    out_char(o, '/');
    out_number(o, big_endian(sa + 4) & 0x0fffffff, number_spec(10, 0, -1));
  }
  if (scope) {
    out_char(o, '%');
    out_number(o, *(const u32*)(sa + 24), number_spec(10, 0, -1));
  }
}

// struct sockaddr_in and sockaddr_in6, by the options p (port), f (flow), s (scope), c
// (compressed), h, l, n, b (order of an IPv4 address's bytes).
static void out_sockaddr(struct out* o, char kind, const char* options, const u8* sa) {
  u16 family = sa[0] | (sa[1] << 8);
  if (family == 2) {
    char order = 'n';
    const char* option;
    for (option = options; *option; option++)
      if (strchr("hlnb", *option)) order = *option;
    out_ip4(o, sa + 4, order, kind == 'i');
    if (strchr(options, 'p')) out_port(o, sa + 2);
  } else if (family == 10) {
    out_sockaddr6(o, kind, options, sa);
  } else {
    out_text(o, "(einval)");
  }
}

void out_ip(struct out* o, const char* fmt, const void* p, struct spec spec) {
  char* start = o->at;
  char options[8];
  int i = 0;
  if (fmt[1] != '4' && fmt[1] != '6' && fmt[1] != 'S') {
    out_message(o, fmt[0] == 'I' ? "(%pI?)" : "(%pi?)", spec);
    return;
  }
  if (!out_check_pointer(o, p, spec)) return;
  while (i < 7 && fmt[2 + i] && strchr("pfschnbl", fmt[2 + i])) {
    options[i] = fmt[2 + i];
    i++;
  }
  options[i] = '\0';
  if (fmt[1] == '4')
    out_ip4(o, p, options[0], fmt[0] == 'i');
  else if (fmt[1] == 'S')
    out_sockaddr(o, fmt[0], options, p);
  else if (fmt[0] == 'I' && options[0] == 'c')
    out_ip6_compressed(o, p);
  else
    out_ip6(o, p, fmt[0] == 'I');
  out_widen(o, start, spec);
}

void out_mac(struct out* o, const char* fmt, const void* p, struct spec spec) {
  const u8* addr = p;
  char separator = fmt[1] == 'F' ? '-' : ':';
  char* start = o->at;
  int i;
  if (!out_check_pointer(o, addr, spec)) return;
  for (i = 0; i < 6; i++) {
    if (i && fmt[0] == 'M') out_char(o, separator);
    out_hex8(o, addr[fmt[1] == 'R' ? 5 - i : i]);
  }
  out_widen(o, start, spec);
}

void out_uuid(struct out* o, const char* fmt, const void* p, struct spec spec) {
  const u8* uuid = p;
  static const u8 big[16] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  static const u8 little[16] = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
  const u8* order = fmt[1] == 'L' || fmt[1] == 'l' ? little : big;
  unsigned int flags = SPEC_ZERO | (fmt[1] == 'L' || fmt[1] == 'B' ? 0 : SPEC_SMALL);
  char* start = o->at;
  int i;
  if (!out_check_pointer(o, uuid, spec)) return;
  for (i = 0; i < 16; i++) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out_char(o, '-');
    out_number(o, uuid[order[i]], number_spec(16, flags, 2));
  }
  out_widen(o, start, spec);
}
