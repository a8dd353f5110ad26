// Zero-terminated strings: length, comparison, copying, searching.
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "../bug_at.h"

#ifndef __clang__  // these loops must not become calls of the functions that they are
#pragma GCC optimize("no-tree-loop-distribute-patterns")
#endif

size_t strlen(const char* s) {
  const char* end = s;
  while (*end) end++;
  return end - s;
}
EXPORT_SYMBOL(strlen);

size_t strnlen(const char* s, size_t n) {
  size_t length = 0;
  while (length < n && s[length]) length++;
  return length;
}
EXPORT_SYMBOL(strnlen);

int strcmp(const char* a, const char* b) {
  while (*a && *a == *b) {
    a++;
    b++;
  }
  return (u8)*a == (u8)*b ? 0 : (u8)*a < (u8)*b ? -1 : 1;
}
EXPORT_SYMBOL(strcmp);

int strncmp(const char* a, const char* b, size_t n) {
  for (; n; n--, a++, b++) {
    if (*a != *b) return (u8)*a < (u8)*b ? -1 : 1;
    if (!*a) break;
  }
  return 0;
}
EXPORT_SYMBOL(strncmp);

int strcasecmp(const char* a, const char* b) {
  int x, y;
  do {
    x = tolower(*a++);
    y = tolower(*b++);
  } while (x == y && x);
  return x - y;
}
EXPORT_SYMBOL(strcasecmp);

int strncasecmp(const char* a, const char* b, size_t n) {
  for (; n; n--, a++, b++) {
    int x = tolower(*a), y = tolower(*b);
    if (x != y) return x - y;
    if (!x) break;
  }
  return 0;
}
EXPORT_SYMBOL(strncasecmp);

char* strcpy(char* dest, const char* src) {
  char* to = dest;
  while ((*to++ = *src++)) {
  }
  return dest;
}
EXPORT_SYMBOL(strcpy);

char* strncpy(char* dest, const char* src, size_t n) {
  char* to = dest;
  for (; n; n--) {
    *to++ = *src;
    if (*src) src++;
  }
  return dest;
}
EXPORT_SYMBOL(strncpy);

char* stpcpy(char* dest, const char* src) {
  while ((*dest = *src++)) dest++;
  return dest;
}
EXPORT_SYMBOL(stpcpy);

size_t strlcpy(char* dest, const char* src, size_t size) {
  size_t length = strlen(src);
  if (size) {
    size_t copied = length < size ? length : size - 1;
    memcpy(dest, src, copied);
    dest[copied] = '\0';
  }
  return length;
}
EXPORT_SYMBOL(strlcpy);

ssize_t strscpy(char* dest, const char* src, size_t size) {
  size_t i;
  if (!size || WARN_ON_ONCE_AT(size > INT_MAX, "lib/string.c", 181)) return -E2BIG;
  for (i = 0; i < size; i++) {
    dest[i] = src[i];
    if (!src[i]) return i;
  }
  dest[size - 1] = '\0';
  return -E2BIG;
}
EXPORT_SYMBOL(strscpy);

ssize_t strscpy_pad(char* dest, const char* src, size_t size) {
  ssize_t written = strscpy(dest, src, size);
  if (written >= 0 && (size_t)written + 1 < size) memset(dest + written + 1, 0, size - written - 1);
  return written;
}
EXPORT_SYMBOL(strscpy_pad);

char* strcat(char* dest, const char* src) {
  strcpy(dest + strlen(dest), src);
  return dest;
}
EXPORT_SYMBOL(strcat);

char* strncat(char* dest, const char* src, size_t n) {
  char* to = dest + strlen(dest);
  while (n-- && *src) *to++ = *src++;
  *to = '\0';
  return dest;
}
EXPORT_SYMBOL(strncat);

size_t strlcat(char* dest, const char* src, size_t size) {
  size_t old = strlen(dest), added = strlen(src), room;
  BUG_ON_AT(old >= size, "lib/string.c", 337);
  room = size - old - 1;
  if (added < room) room = added;
  memcpy(dest + old, src, room);
  dest[old + room] = '\0';
  return old + added;
}
EXPORT_SYMBOL(strlcat);

char* strchr(const char* s, int c) {
  for (; *s != (char)c; s++) {
    if (!*s) return NULL;
  }
  return (char*)s;
}
EXPORT_SYMBOL(strchr);

char* strchrnul(const char* s, int c) {
  while (*s && *s != (char)c) s++;
  return (char*)s;
}
EXPORT_SYMBOL(strchrnul);

char* strnchrnul(const char* s, size_t n, int c) {
  for (; n && *s && *s != (char)c; n--) s++;
  return (char*)s;
}

char* strnchr(const char* s, size_t n, int c) {
  for (; n; n--, s++) {
    if (*s == (char)c) return (char*)s;
    if (!*s) break;
  }
  return NULL;
}
EXPORT_SYMBOL(strnchr);

char* strrchr(const char* s, int c) {
  const char* last = NULL;
  do {
    if (*s == (char)c) last = s;
  } while (*s++);
  return (char*)last;
}
EXPORT_SYMBOL(strrchr);

char* strnstr(const char* s, const char* find, size_t n) {
  size_t length = strlen(find);
  if (!length) return (char*)s;
  for (; n >= length; n--, s++) {
    if (!memcmp(s, find, length)) return (char*)s;
  }
  return NULL;
}
EXPORT_SYMBOL(strnstr);

char* strstr(const char* s, const char* find) { return strnstr(s, find, strlen(s)); }
EXPORT_SYMBOL(strstr);

size_t strspn(const char* s, const char* accept) {
  const char* p = s;
  while (*p && strchr(accept, *p)) p++;
  return p - s;
}
EXPORT_SYMBOL(strspn);

size_t strcspn(const char* s, const char* reject) {
  const char* p = s;
  while (*p && !strchr(reject, *p)) p++;
  return p - s;
}
EXPORT_SYMBOL(strcspn);

char* strpbrk(const char* s, const char* accept) {
  s += strcspn(s, accept);
  return *s ? (char*)s : NULL;
}
EXPORT_SYMBOL(strpbrk);

char* strsep(char** s, const char* delimiters) {
  char *begin = *s, *end;
  if (!begin) return NULL;
  end = strpbrk(begin, delimiters);
  if (end) *end++ = '\0';
  *s = end;
  return begin;
}
EXPORT_SYMBOL(strsep);

char* strreplace(char* s, char old, char new_char) {
  for (; *s; s++) {
    if (*s == old) *s = new_char;
  }
  return s;
}
EXPORT_SYMBOL(strreplace);

char* skip_spaces(const char* s) {
  while (isspace(*s)) s++;
  return (char*)s;
}
EXPORT_SYMBOL(skip_spaces);

char* strim(char* s) {
  size_t length = strlen(s);
  while (length && isspace(s[length - 1])) length--;
  s[length] = '\0';
  return skip_spaces(s);
}
EXPORT_SYMBOL(strim);

bool sysfs_streq(const char* a, const char* b) {
  while (*a && *a == *b) {
    a++;
    b++;
  }
  if (*a == *b) return true;
  if (!*a && *b == '\n' && !b[1]) return true;
  return *a == '\n' && !a[1] && !*b;
}
EXPORT_SYMBOL(sysfs_streq);

int match_string(const char* const* array, size_t n, const char* string) {
  size_t i;
  for (i = 0; i < n && array[i]; i++) {
    if (!strcmp(array[i], string)) return i;
  }
  return -EINVAL;
}
EXPORT_SYMBOL(match_string);

int __sysfs_match_string(const char* const* array, size_t n, const char* string) {
  size_t i;
  for (i = 0; i < n && array[i]; i++) {
    if (sysfs_streq(array[i], string)) return i;
  }
  return -EINVAL;
}
EXPORT_SYMBOL(__sysfs_match_string);
