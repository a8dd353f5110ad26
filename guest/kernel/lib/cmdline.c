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
  *str = end;
  if (end == cur + (*cur == '-')) return 0;
  if (*end == ',') {
    (*str)++;
    return 2;
  }
  return *end == '-' ? 3 : 1;
}
EXPORT_SYMBOL(get_option);

// Writes the numbers of a range but its last, as many as fit, and returns how many it has; *str
// stands on the hyphen.
static int get_range(const char** str, int* slot, int room) {
  const int first = *slot, last = (int)simple_strtol(++*str, NULL, 0);
  int i;

  for (i = 0; i < room && first + i < last; i++) slot[i] = first + i;
  return last - first;
}

// Of a range that does not fit all numbers count. Without room they are only counted.
char* get_options(const char* str, int nints, int* ints) {
  const bool only_count = nints == 0;
  int i = 1;

  while (only_count || i < nints) {
    int* slot = only_count ? ints : ints + i;
    const int kind = get_option((char**)&str, slot);

    if (kind == 0) break;
    if (kind == 3) {
      const int more = get_range(&str, slot, only_count ? 0 : nints - i);

      if (more < 0) break;
      i += more;
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
