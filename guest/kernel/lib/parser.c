// Matching of option strings. Linux: 6.1 lib/parser.c.
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/kstrtox.h>
#include <linux/parser.h>
#include <linux/slab.h>
#include <linux/string.h>

#define NUMBER_MAX 24

// Sets arg->to to the end of what %`kind` takes at arg->from. False: there is nothing of the kind.
static bool take(substring_t* arg, char kind, int width) {
  char* s = arg->from;
  int length = strlen(s);
  char* end = NULL;
  switch (kind) {
    case 's':
      if (!length) return false;
      arg->to = s + (width < 0 || width > length ? length : width);
      return true;
    case 'd':
      simple_strtol(s, &end, 0);
      break;
    case 'u':
      simple_strtoul(s, &end, 0);
      break;
    case 'o':
      simple_strtoul(s, &end, 8);
      break;
    case 'x':
      simple_strtoul(s, &end, 16);
      break;
    default:
      return false;
  }
  arg->to = end;
  return end != s;
}

static bool matches(char* s, const char* pattern, substring_t args[]) {
  int count = 0;
  if (!pattern) return true;
  for (;;) {
    const char* percent = strchr(pattern, '%');
    int width = -1;
    if (!percent) return strcmp(pattern, s) == 0;
    if (strncmp(pattern, s, percent - pattern)) return false;
    s += percent - pattern;
    pattern = percent + 1;
    if (isdigit(*pattern)) {
      width = simple_strtoul(pattern, (char**)&pattern, 10);
    } else if (*pattern == '%') {
      if (*s++ != '%') return false;
      pattern++;
      continue;
    }
    if (count >= MAX_OPT_ARGS) return false;
    args[count].from = s;
    if (!take(&args[count], *pattern++, width)) return false;
    s = args[count++].to;
  }
}

int match_token(char* s, const match_table_t table, substring_t args[]) {
  const struct match_token* p = table;
  while (!matches(s, p->pattern, args)) p++;
  return p->token;
}
EXPORT_SYMBOL(match_token);

static int number(substring_t* s, int* result, int base) {
  char text[NUMBER_MAX], *end;
  long value;
  if (match_strlcpy(text, s, sizeof(text)) >= sizeof(text)) return -ERANGE;
  value = simple_strtol(text, &end, base);
  if (end == text) return -EINVAL;
  *result = value;
  return 0;
}
int match_int(substring_t* s, int* result) { return number(s, result, 0); }
EXPORT_SYMBOL(match_int);
int match_octal(substring_t* s, int* result) { return number(s, result, 8); }
EXPORT_SYMBOL(match_octal);
int match_hex(substring_t* s, int* result) { return number(s, result, 16); }
EXPORT_SYMBOL(match_hex);
int match_uint(substring_t* s, unsigned int* result) {
  char text[NUMBER_MAX];
  if (match_strlcpy(text, s, sizeof(text)) >= sizeof(text)) return -ERANGE;
  return kstrtouint(text, 10, result);
}
EXPORT_SYMBOL(match_uint);
int match_u64(substring_t* s, u64* result) {
  char text[NUMBER_MAX];
  unsigned long long value;
  int error;
  if (match_strlcpy(text, s, sizeof(text)) >= sizeof(text)) return -ERANGE;
  error = kstrtoull(text, 0, &value);
  if (!error) *result = value;
  return error;
}
EXPORT_SYMBOL(match_u64);

bool match_wildcard(const char* pattern, const char* str) {
  const char *star = NULL, *from = NULL;
  while (*str) {
    if (*pattern == '*') {
      star = ++pattern;
      from = str;
      if (!*pattern) return true;
    } else if (*pattern == '?' || *pattern == *str) {
      pattern++;
      str++;
    } else if (star) {
      pattern = star;
      str = ++from;
    } else {
      return false;
    }
  }
  while (*pattern == '*') pattern++;
  return !*pattern;
}
EXPORT_SYMBOL(match_wildcard);

size_t match_strlcpy(char* dest, const substring_t* src, size_t size) {
  size_t length = src->to - src->from;
  if (size) {
    size_t copied = length >= size ? size - 1 : length;
    memcpy(dest, src->from, copied);
    dest[copied] = '\0';
  }
  return length;
}
EXPORT_SYMBOL(match_strlcpy);
char* match_strdup(const substring_t* s) {
  return kmemdup_nul(s->from, s->to - s->from, GFP_KERNEL);
}
EXPORT_SYMBOL(match_strdup);
