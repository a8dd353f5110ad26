// Copies in allocated memory, and the allocation helpers above kmalloc and vmalloc.
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/instruction_pointer.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include <linux/vmalloc.h>

#include "../bug_at.h"
#include "../image.h"

// User tracking names the caller of these, not them. Linux: kmalloc_track_caller.
static __always_inline void* copy_for(unsigned long caller, const void* src, size_t len,
                                      gfp_t gfp) {
  void* copy = __kmalloc_node_track_caller(len, gfp, NUMA_NO_NODE, caller);
  return copy ? memcpy(copy, src, len) : NULL;
}

static __always_inline char* copy_text_for(unsigned long caller, const char* s, size_t len,
                                           gfp_t gfp) {
  char* copy = __kmalloc_node_track_caller(len + 1, gfp, NUMA_NO_NODE, caller);
  if (!copy) return NULL;
  memcpy(copy, s, len);
  copy[len] = '\0';
  return copy;
}

void* kmemdup(const void* src, size_t len, gfp_t gfp) { return copy_for(_RET_IP_, src, len, gfp); }
EXPORT_SYMBOL(kmemdup);

void* kvmemdup(const void* src, size_t len, gfp_t gfp) {
  void* copy = kvmalloc(len, gfp);
  return copy ? memcpy(copy, src, len) : NULL;
}
EXPORT_SYMBOL(kvmemdup);

char* kmemdup_nul(const char* s, size_t len, gfp_t gfp) {
  return s ? copy_text_for(_RET_IP_, s, len, gfp) : NULL;
}
EXPORT_SYMBOL(kmemdup_nul);

char* kstrdup(const char* s, gfp_t gfp) {
  return s ? copy_for(_RET_IP_, s, strlen(s) + 1, gfp) : NULL;
}
EXPORT_SYMBOL(kstrdup);
char* kstrndup(const char* s, size_t max, gfp_t gfp) {
  return s ? copy_text_for(_RET_IP_, s, strnlen(s, max), gfp) : NULL;
}
EXPORT_SYMBOL(kstrndup);

// Text in the kernel's own read-only data need not be copied.
static bool is_rodata(const void* p) {
  return (unsigned long)p >= __mm32_text_end && (unsigned long)p < __mm32_rodata_end;
}
const char* kstrdup_const(const char* s, gfp_t gfp) { return is_rodata(s) ? s : kstrdup(s, gfp); }
EXPORT_SYMBOL(kstrdup_const);
void kfree_const(const void* x) {
  if (!is_rodata(x)) kfree(x);
}
EXPORT_SYMBOL(kfree_const);

char* kvasprintf(gfp_t gfp, const char* fmt, va_list args) {
  va_list again;
  int length;
  char* text;
  va_copy(again, args);
  length = vsnprintf(NULL, 0, fmt, again);
  va_end(again);
  text = __kmalloc_node_track_caller(length + 1, gfp, NUMA_NO_NODE, _RET_IP_);
  if (text) vsnprintf(text, length + 1, fmt, args);
  return text;
}
EXPORT_SYMBOL(kvasprintf);

const char* kvasprintf_const(gfp_t gfp, const char* fmt, va_list args) {
  if (!strchr(fmt, '%')) return kstrdup_const(fmt, gfp);
  if (!strcmp(fmt, "%s")) return kstrdup_const(va_arg(args, const char*), gfp);
  return kvasprintf(gfp, fmt, args);
}
EXPORT_SYMBOL(kvasprintf_const);

char* kasprintf(gfp_t gfp, const char* fmt, ...) {
  va_list args;
  char* text;
  va_start(args, fmt);
  text = kvasprintf(gfp, fmt, args);
  va_end(args);
  return text;
}
EXPORT_SYMBOL(kasprintf);

void* krealloc(const void* p, size_t new_size, gfp_t flags) {
  size_t old_size;
  void* fresh;
  if (!new_size) {
    kfree(p);
    return ZERO_SIZE_PTR;
  }
  old_size = ZERO_OR_NULL_PTR(p) ? 0 : ksize(p);
  if (old_size >= new_size) return (void*)p;
  fresh = __kmalloc_node_track_caller(new_size, flags, NUMA_NO_NODE, _RET_IP_);
  if (!fresh) return NULL;
  if (old_size) memcpy(fresh, p, old_size);
  kfree(p);
  return fresh;
}
EXPORT_SYMBOL(krealloc);

void kfree_sensitive(const void* p) {
  if (!ZERO_OR_NULL_PTR(p)) memzero_explicit((void*)p, ksize(p));
  kfree(p);
}
EXPORT_SYMBOL(kfree_sensitive);

void* kvmalloc_node(size_t size, gfp_t flags, int node) {
  gfp_t kmalloc_flags = flags;
  void* p;
  if (size > PAGE_SIZE) {
    kmalloc_flags |= __GFP_NOWARN;
    if (!(kmalloc_flags & __GFP_RETRY_MAYFAIL)) kmalloc_flags |= __GFP_NORETRY;
    kmalloc_flags &= ~__GFP_NOFAIL;
  }
  p = kmalloc(size, kmalloc_flags);
  if (p || size <= PAGE_SIZE) return p;
  if (!gfpflags_allow_blocking(flags)) return NULL;
  if (unlikely(size > INT_MAX)) {
    WARN_ON_ONCE_AT(!(flags & __GFP_NOWARN), "mm/util.c", 596);
    return NULL;
  }
  return __vmalloc(size, flags);
}
EXPORT_SYMBOL(kvmalloc_node);

void kvfree(const void* addr) {
  if (is_vmalloc_addr(addr))
    vfree(addr);
  else
    kfree(addr);
}
EXPORT_SYMBOL(kvfree);

void kvfree_sensitive(const void* addr, size_t len) {
  if (ZERO_OR_NULL_PTR(addr)) return;
  memzero_explicit((void*)addr, len);
  kvfree(addr);
}
EXPORT_SYMBOL(kvfree_sensitive);

void* kvrealloc(const void* p, size_t oldsize, size_t newsize, gfp_t flags) {
  void* fresh;
  if (oldsize >= newsize) return (void*)p;
  fresh = kvmalloc(newsize, flags);
  if (!fresh) return NULL;
  memcpy(fresh, p, oldsize);
  kvfree(p);
  return fresh;
}
EXPORT_SYMBOL(kvrealloc);

static int count_words(const char* s) {
  int count = 0;
  while (*(s = skip_spaces(s))) {
    count++;
    while (*s && !isspace(*s)) s++;
  }
  return count;
}

// The vector is followed, out of sight at [-1], by the copy that the words lie in.
char** argv_split(gfp_t gfp, const char* str, int* argcp) {
  char *copy = kstrndup(str, KMALLOC_MAX_SIZE - 1, gfp), *at;
  int argc, i = 0;
  char** argv;
  if (!copy) return NULL;
  argc = count_words(copy);
  argv = kmalloc_array(argc + 2, sizeof(*argv), gfp);
  if (!argv) {
    kfree(copy);
    return NULL;
  }
  *argv++ = copy;
  for (at = skip_spaces(copy); *at; at = skip_spaces(at)) {
    argv[i++] = at;
    while (*at && !isspace(*at)) at++;
    if (*at) *at++ = '\0';
  }
  argv[i] = NULL;
  if (argcp) *argcp = argc;
  return argv;
}
EXPORT_SYMBOL(argv_split);

void argv_free(char** argv) {
  argv--;
  kfree(argv[0]);
  kfree(argv);
}
EXPORT_SYMBOL(argv_free);
