// Strings and memory blocks. The functions are guest code: a bad pointer faults where it is used.
#ifndef _LINUX_STRING_H
#define _LINUX_STRING_H

#include <linux/array_size.h>
#include <linux/build_bug.h>
#include <linux/compiler.h>
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/types.h>
#include <linux/version.h>
#include <stdarg.h>

void* memcpy(void* dest, const void* src, size_t n);
void* memmove(void* dest, const void* src, size_t n);
void* memset(void* s, int c, size_t n);
void* memset16(uint16_t* s, uint16_t v, size_t count);
void* memset32(uint32_t* s, uint32_t v, size_t count);
void* memset64(uint64_t* s, uint64_t v, size_t count);
int memcmp(const void* a, const void* b, size_t n);
int bcmp(const void* a, const void* b, size_t n);
void* memchr(const void* s, int c, size_t n);
void* memchr_inv(const void* s, int c, size_t n);
void* memscan(void* s, int c, size_t n);
void memzero_explicit(void* s, size_t n);

char* strcpy(char* dest, const char* src);
char* strncpy(char* dest, const char* src, size_t n);
size_t strlcpy(char* dest, const char* src, size_t size);
ssize_t strscpy(char* dest, const char* src, size_t size);
ssize_t strscpy_pad(char* dest, const char* src, size_t size);
char* stpcpy(char* dest, const char* src);
char* strcat(char* dest, const char* src);
char* strncat(char* dest, const char* src, size_t n);
size_t strlcat(char* dest, const char* src, size_t size);
int strcmp(const char* a, const char* b);
int strncmp(const char* a, const char* b, size_t n);
int strcasecmp(const char* a, const char* b);
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 0, 0)
#define strnicmp(a, b, n) strncasecmp(a, b, n)
#endif
int strncasecmp(const char* a, const char* b, size_t n);
char* strchr(const char* s, int c);
char* strchrnul(const char* s, int c);
char* strnchrnul(const char* s, size_t n, int c);
char* strnchr(const char* s, size_t n, int c);
char* strrchr(const char* s, int c);
char* strstr(const char* s, const char* find);
char* strnstr(const char* s, const char* find, size_t n);
size_t strlen(const char* s);
size_t strnlen(const char* s, size_t n);
size_t strspn(const char* s, const char* accept);
size_t strcspn(const char* s, const char* reject);
char* strpbrk(const char* s, const char* accept);
char* strsep(char** s, const char* delimiters);
char* strreplace(char* s, char old, char new_char);
char* strim(char* s);
char* skip_spaces(const char* s);
#define strstrip(s) strim(s)
bool sysfs_streq(const char* a, const char* b);
int match_string(const char* const* array, size_t n, const char* string);
int __sysfs_match_string(const char* const* array, size_t n, const char* string);
#define sysfs_match_string(a, s) __sysfs_match_string(a, ARRAY_SIZE(a), s)
void memcpy_and_pad(void* dest, size_t dest_len, const void* src, size_t count, int pad);

char* kstrdup(const char* s, gfp_t gfp) __malloc;
const char* kstrdup_const(const char* s, gfp_t gfp);
char* kstrndup(const char* s, size_t max, gfp_t gfp);
void* kmemdup(const void* src, size_t len, gfp_t gfp);
void* kvmemdup(const void* src, size_t len, gfp_t gfp);
char* kmemdup_nul(const char* s, size_t len, gfp_t gfp);
void kfree_const(const void* x);
void* memdup_user(const void __user* src, size_t len);
void* vmemdup_user(const void __user* src, size_t len);
void* memdup_user_nul(const void __user* src, size_t len);
char* strndup_user(const char __user* s, long n);
char** argv_split(gfp_t gfp, const char* str, int* argcp);
void argv_free(char** argv);
int vbin_printf(u32* bin_buf, size_t size, const char* fmt, va_list args);
int bstr_printf(char* buf, size_t size, const char* fmt, const u32* bin_buf);
ssize_t memory_read_from_buffer(void* to, size_t count, loff_t* ppos, const void* from,
                                size_t available);

static inline bool strstarts(const char* str, const char* prefix) {
  return strncmp(str, prefix, strlen(prefix)) == 0;
}
static inline size_t str_has_prefix(const char* str, const char* prefix) {
  size_t len = strlen(prefix);
  return strncmp(str, prefix, len) == 0 ? len : 0;
}
static inline const char* kbasename(const char* path) {
  const char* tail = strrchr(path, '/');
  return tail ? tail + 1 : path;
}
static inline void* memset_l(unsigned long* p, unsigned long v, size_t n) {
  return memset32((uint32_t*)p, v, n);
}
static inline void* memset_p(void** p, void* v, size_t n) {
  return memset32((uint32_t*)p, (uintptr_t)v, n);
}
#define memset_after(obj, v, member)                              \
  ({                                                              \
    u8* __ptr = (u8*)(obj);                                       \
    memset(__ptr + offsetofend(typeof(*(obj)), member), (v),      \
           sizeof(*(obj)) - offsetofend(typeof(*(obj)), member)); \
  })
#define memset_startat(obj, v, member)                         \
  ({                                                           \
    u8* __ptr = (u8*)(obj);                                    \
    memset(__ptr + offsetof(typeof(*(obj)), member), (v),      \
           sizeof(*(obj)) - offsetof(typeof(*(obj)), member)); \
  })
#define unsafe_memcpy(dst, src, bytes, justification) memcpy(dst, src, bytes)

void fortify_panic(const char* name) __noreturn __cold;

void** __memcat_p(void** a, void** b);
int bprintf(u32* bin_buf, size_t size, const char* fmt, ...) __printf(3, 4);
int ptr_to_hashval(const void* ptr, unsigned long* hashval_out);
size_t memweight(const void* ptr, size_t bytes);

// Joins two NULL-terminated arrays of the same kind of pointers in a new one.
#define memcat_p(a, b)                                                    \
  ({                                                                      \
    BUILD_BUG_ON_MSG(!__same_type(*(a), *(b)), "memcat_p: not one type"); \
    (typeof(*a)*)__memcat_p((void**)(a), (void**)(b));                    \
  })

static inline bool mem_is_zero(const void* s, size_t n) { return !memchr_inv(s, 0, n); }
static __always_inline void memcpy_flushcache(void* dst, const void* src, size_t cnt) {
  memcpy(dst, src, cnt);
}
// An array that is a string without its final 0.
#define strtomem(dest, src)                  \
  do {                                       \
    const size_t __room = sizeof(dest);      \
    memcpy(dest, src, strnlen(src, __room)); \
  } while (0)
#define strtomem_pad(dest, src, pad)                          \
  do {                                                        \
    const size_t __room = sizeof(dest);                       \
    const size_t __length = strnlen(src, __room);             \
    memcpy(dest, src, __length);                              \
    memset((char*)(dest) + __length, pad, __room - __length); \
  } while (0)

// Since 6.10 the size of an array need not be said.
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 10, 0)
#define __MM32_STRSCPY(function, dest, src, size, ...) (function)(dest, src, size)
#define strscpy(dest, src...) __MM32_STRSCPY(strscpy, dest, src, sizeof(dest))
#define strscpy_pad(dest, src...) __MM32_STRSCPY(strscpy_pad, dest, src, sizeof(dest))
#endif

#endif
