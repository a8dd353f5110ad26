// Options in text: "3,5-7", "64M", names in lists.
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/string.h>

// 0 no number, 1 a number, 2 a number and a comma, 3 a number and a hyphen.
int get_option(char** str, int* pint) {
  char *cur = *str, *end;
  int value;
  if (!cur || !*cur) return 0;
  value =
      *cur == '-' ? -(int)simple_strtoull(cur + 1, &end, 0) : (int)simple_strtoull(cur, &end, 0);
  if (pint) *pint = value;
  if (end == cur + (*cur == '-')) return 0;
  *str = end;
  if (*end == ',') {
    (*str)++;
    return 2;
  }
  return *end == '-' ? 3 : 1;
}
EXPORT_SYMBOL(get_option);

char* get_options(const char* str, int nints, int* ints) {
  bool only_count = nints == 0;
  int i = 1, kind;
  while (i < nints || only_count) {
    int* slot = only_count ? ints : ints + i;
    kind = get_option((char**)&str, slot);
    if (kind == 0) break;
    if (kind == 3) {
      int last, low = *slot;
      const char* after = str + 1;
      last = (int)simple_strtol(after, NULL, 0);
      if (last < low) {
        str = after;
        break;
      }
      for (; low < last; low++, i++) {
        if (!only_count && i >= nints) break;
        if (!only_count) ints[i] = low;
      }
      str = after;
      continue;
    }
    i++;
    if (kind == 1) break;
  }
  ints[0] = i - 1;
  return (char*)str;
}
EXPORT_SYMBOL(get_options);

unsigned long long memparse(const char* ptr, char** retptr) {
  static const char suffixes[] = "kmgtpe";
  char* end;
  unsigned long long value = simple_strtoull(ptr, &end, 0);
  const char* suffix = *end ? strchr(suffixes, _tolower(*end)) : NULL;
  if (suffix) {
    value <<= 10 * (suffix - suffixes + 1);
    end++;
  }
  if (retptr) *retptr = end;
  return value;
}
EXPORT_SYMBOL(memparse);

bool parse_option_str(const char* str, const char* option) {
  size_t length = strlen(option);
  while (*str) {
    if (!strncmp(str, option, length) && (!str[length] || str[length] == ',')) return true;
    str += strcspn(str, ",");
    if (*str) str++;
  }
  return false;
}
