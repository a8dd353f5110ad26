// Character sets, and UTF-8, -16 and -32. Linux: 6.1 include/linux/nls.h.
#ifndef _LINUX_NLS_H
#define _LINUX_NLS_H

#include <linux/init.h>
#include <linux/module.h>

typedef u16 wchar_t;
#define MAX_WCHAR_T 0xffff
typedef u32 unicode_t;

struct nls_table {
  const char* charset;
  const char* alias;
  int (*uni2char)(wchar_t uni, unsigned char* out, int boundlen);
  int (*char2uni)(const unsigned char* rawstring, int boundlen, wchar_t* uni);
  const unsigned char* charset2lower;
  const unsigned char* charset2upper;
  struct module* owner;
  struct nls_table* next;
};

#define NLS_MAX_CHARSET_SIZE 6

enum utf16_endian { UTF16_HOST_ENDIAN, UTF16_LITTLE_ENDIAN, UTF16_BIG_ENDIAN };

int __register_nls(struct nls_table* nls, struct module* owner);
int unregister_nls(struct nls_table* nls);
struct nls_table* load_nls(const char* charset);
struct nls_table* load_nls_default(void);
void unload_nls(struct nls_table* nls);
#define register_nls(nls) __register_nls((nls), THIS_MODULE)

int utf8_to_utf32(const u8* s, int len, unicode_t* pu);
int utf32_to_utf8(unicode_t u, u8* s, int maxlen);
int utf8s_to_utf16s(const u8* s, int len, enum utf16_endian endian, wchar_t* pwcs, int maxlen);
int utf16s_to_utf8s(const wchar_t* pwcs, int len, enum utf16_endian endian, u8* s, int maxlen);

// A character without another case stands for itself.
static inline unsigned char nls_tolower(struct nls_table* t, unsigned char c) {
  return t->charset2lower[c] ?: c;
}
static inline unsigned char nls_toupper(struct nls_table* t, unsigned char c) {
  return t->charset2upper[c] ?: c;
}
static inline int nls_strnicmp(struct nls_table* t, const unsigned char* s1,
                               const unsigned char* s2, int len) {
  for (; len; len--)
    if (nls_tolower(t, *s1++) != nls_tolower(t, *s2++)) return 1;
  return 0;
}
static inline int nls_nullsize(const struct nls_table* codepage) {
  unsigned char zero[NLS_MAX_CHARSET_SIZE];
  const int bytes = codepage->uni2char(0, zero, NLS_MAX_CHARSET_SIZE);
  return bytes > 0 ? bytes : 1;
}

#define MODULE_ALIAS_NLS(name) MODULE_ALIAS("nls_" __stringify(name))

#endif
