// Hexadecimal: single digits, strings of bytes, and dumps.
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/minmax.h>

const char hex_asc[] = "0123456789abcdef";
EXPORT_SYMBOL(hex_asc);
const char hex_asc_upper[] = "0123456789ABCDEF";
EXPORT_SYMBOL(hex_asc_upper);

int hex_to_bin(unsigned char ch) {
  unsigned char lower = ch | 0x20;
  if (ch >= '0' && ch <= '9') return ch - '0';
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}
EXPORT_SYMBOL(hex_to_bin);

int hex2bin(u8* dst, const char* src, size_t count) {
  while (count--) {
    int high = hex_to_bin(*src++), low;
    if (high < 0) return -EINVAL;
    low = hex_to_bin(*src++);
    if (low < 0) return -EINVAL;
    *dst++ = (high << 4) | low;
  }
  return 0;
}
EXPORT_SYMBOL(hex2bin);

char* bin2hex(char* dst, const void* src, size_t count) {
  const u8* byte = src;
  while (count--) dst = hex_byte_pack(dst, *byte++);
  return dst;
}
EXPORT_SYMBOL(bin2hex);

// A position in a line that may be shorter than what is to be written to it.
struct line {
  char* text;
  size_t used, size;
};

static bool put(struct line* line, char c) {
  if (line->used + 1 >= line->size) return false;
  line->text[line->used++] = c;
  return true;
}

static bool put_group(struct line* line, const u8* bytes, int size) {
  int i;
  for (i = size - 1; i >= 0; i--) {  // little endian: the highest byte is printed first
    if (!put(line, hex_asc_hi(bytes[i])) || !put(line, hex_asc_lo(bytes[i]))) return false;
  }
  return true;
}

static bool put_text(struct line* line, const u8* bytes, size_t len, size_t column) {
  size_t i;
  while (line->used < column) {
    if (!put(line, ' ')) return false;
  }
  for (i = 0; i < len; i++) {
    if (!put(line, isascii(bytes[i]) && isprint(bytes[i]) ? bytes[i] : '.')) return false;
  }
  return true;
}

int hex_dump_to_buffer(const void* buf, size_t len, int rowsize, int groupsize, char* linebuf,
                       size_t linebuflen, bool ascii) {
  struct line line = {linebuf, 0, linebuflen};
  const u8* bytes = buf;
  int groups, i, column;
  if (rowsize != 16 && rowsize != 32) rowsize = 16;
  len = min_t(size_t, len, rowsize);
  if (!is_power_of_2(groupsize) || groupsize > 8 || len % groupsize) groupsize = 1;
  groups = len / groupsize;
  column = rowsize * 2 + rowsize / groupsize + 1;
  if (!linebuflen) goto overflow;
  for (i = 0; i < groups; i++) {
    if (i && !put(&line, ' ')) goto overflow;
    if (!put_group(&line, bytes + i * groupsize, groupsize)) goto overflow;
  }
  if (ascii && len && !put_text(&line, bytes, len, column)) goto overflow;
  linebuf[line.used] = '\0';
  return line.used;
overflow:
  if (linebuflen) linebuf[line.used] = '\0';
  return ascii ? column + (int)len : (groupsize * 2 + 1) * groups - 1;
}
EXPORT_SYMBOL(hex_dump_to_buffer);

void print_hex_dump(const char* level, const char* prefix_str, int prefix_type, int rowsize,
                    int groupsize, const void* buf, size_t len, bool ascii) {
  char line[32 * 3 + 2 + 32 + 1];
  size_t at;
  if (rowsize != 16 && rowsize != 32) rowsize = 16;
  for (at = 0; at < len; at += rowsize) {
    const u8* bytes = (const u8*)buf + at;
    hex_dump_to_buffer(bytes, min_t(size_t, len - at, rowsize), rowsize, groupsize, line,
                       sizeof(line), ascii);
    switch (prefix_type) {
      case DUMP_PREFIX_ADDRESS:
        _printk("%s%s%p: %s\n", level, prefix_str, bytes, line);
        break;
      case DUMP_PREFIX_OFFSET:
        _printk("%s%s%.8x: %s\n", level, prefix_str, at, line);
        break;
      default:
        _printk("%s%s%s\n", level, prefix_str, line);
        break;
    }
  }
}
EXPORT_SYMBOL(print_hex_dump);
