/* Copies of text and memory, krealloc up and down, kvmalloc: contents, sizes, refusals. */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
static const char here[] = "text of the module";
static int __init m_init(void) {
  char *a, *b;
  const char* c;
  size_t i;
  char buf[8];
  a = kmemdup_nul("abcdefgh", 3, GFP_KERNEL);
  pr_info("kmemdup_nul '%s' ksize %zu\n", a, ksize(a));
  kfree(a);
  pr_info("kmemdup_nul null %d len 0 '%s'\n", kmemdup_nul(NULL, 3, GFP_KERNEL) == NULL,
          a = kmemdup_nul("x", 0, GFP_KERNEL));
  kfree(a);
  a = NULL;
  pr_info("kstrndup '%s' '%s' %d\n", a = kstrndup("hello", 2, GFP_KERNEL),
          b = kstrndup("hello", 200, GFP_KERNEL), kstrndup(NULL, 3, GFP_KERNEL) == NULL);
  pr_info("sizes %zu %zu\n", ksize(a), ksize(b));
  kfree(a);
  kfree(b);
  pr_info("kstrdup null %d empty '%s'\n", kstrdup(NULL, GFP_KERNEL) == NULL,
          a = kstrdup("", GFP_KERNEL));
  kfree(a);
  c = kstrdup_const(here, GFP_KERNEL);
  pr_info("const of module copied %d\n", c != here);
  kfree_const(c);
  c = kstrdup_const("literal", GFP_KERNEL);
  pr_info("%s\n", c);
  kfree_const(c);
  kfree_const(NULL);
  a = kasprintf(GFP_KERNEL, "%d-%s-%08x", 42, "zz", 0xbeef);
  pr_info("%s ksize %zu\n", a, ksize(a));
  kfree(a);
  a = kasprintf(GFP_KERNEL, "%s", "");
  pr_info("'%s' ksize %zu\n", a, ksize(a));
  kfree(a);
  a = kasprintf(GFP_KERNEL, "%*s|", 5000, "wide");
  pr_info("len %zu ksize %zu\n", strlen(a), ksize(a));
  kfree(a);
  a = kmemdup(here, 5, GFP_KERNEL);
  pr_info("%.5s ksize %zu\n", a, ksize(a));
  kfree(a);
  a = kmemdup(here, 0, GFP_KERNEL);
  pr_info("zero %lx\n", (unsigned long)a);
  kfree(a);

  a = krealloc(NULL, 20, GFP_KERNEL);
  pr_info("realloc null ksize %zu\n", ksize(a));
  memset(a, 'q', 20);
  b = krealloc(a, 30, GFP_KERNEL);
  pr_info("same %d\n", a == b);
  a = krealloc(b, 33, GFP_KERNEL | __GFP_ZERO);
  pr_info("moved %d kept %d tail %d %d ksize %zu\n", a != b, a[19] == 'q', a[33], a[63], ksize(a));
  b = krealloc(a, 1, GFP_KERNEL);
  pr_info("shrink same %d ksize %zu\n", a == b, ksize(b));
  a = krealloc(b, 0, GFP_KERNEL);
  pr_info("to zero %lx\n", (unsigned long)a);
  a = krealloc(a, 10, GFP_KERNEL);
  pr_info("from zero ksize %zu\n", ksize(a));
  b = krealloc(a, 5 << 20, GFP_KERNEL | __GFP_NOWARN);
  pr_info("too large %d\n", b == NULL);
  b = krealloc_array(a, 0x40000000, 8, GFP_KERNEL);
  pr_info("overflow %d\n", b == NULL);
  a = krealloc(a, 10000, GFP_KERNEL);
  pr_info("ksize %zu\n", ksize(a));
  a = krealloc(a, 8193, GFP_KERNEL);
  pr_info("ksize %zu\n", ksize(a));
  kfree(a);
  pr_info("kcalloc overflow %d %d\n", kcalloc(0x10000, 0x10000, GFP_KERNEL) == NULL,
          kmalloc_array(-1, 2, GFP_KERNEL) == NULL);
  pr_info("kcalloc zero %lx %lx\n", (unsigned long)kcalloc(0, 8, GFP_KERNEL),
          (unsigned long)kcalloc(8, 0, GFP_KERNEL));
  a = kvmalloc_array(3, 5000, GFP_KERNEL);
  pr_info("kva %d\n", is_vmalloc_addr(a));
  kvfree(a);
  a = kvcalloc(1000, 5000, GFP_KERNEL);
  pr_info("kvc %d %d\n", is_vmalloc_addr(a), memchr_inv(a, 0, 5000000) == NULL);
  kvfree(a);
  pr_info("kv atomic large %d\n", kvmalloc(5 << 20, GFP_ATOMIC) == NULL);
  pr_info("kv huge %d\n", kvmalloc(0x80000000UL, GFP_KERNEL) == NULL);
  pr_info("kv over %d\n", kvmalloc_array(0x10000, 0x10000, GFP_KERNEL) == NULL);
  a = kvmalloc(100, GFP_KERNEL);
  a = kvrealloc(a, 100, 300000, GFP_KERNEL);
  pr_info("kvr %d\n", a != NULL);
  kvfree(a);
  kvfree(NULL);
  kvfree(ZERO_SIZE_PTR);
  kfree_sensitive(NULL);
  kvfree_sensitive(NULL, 5);
  a = kmalloc(24, GFP_KERNEL);
  strcpy(a, "secret");
  kfree_sensitive(a);
  for (i = 0; i < 3; i++) {
    a = kmalloc_node(100 << i, GFP_KERNEL, i == 2 ? NUMA_NO_NODE : 0);
    pr_info("node ksize %zu\n", ksize(a));
    kfree(a);
  }
  a = memdup_user((void __user*)0x10, 8);
  pr_info("memdup_user %ld\n", PTR_ERR(a));
  strscpy(buf, "truncated text", sizeof(buf));
  pr_info("%s\n", buf);
  a = kzalloc_node(5000, GFP_KERNEL, 0);
  pr_info("%d ksize %zu\n", memchr_inv(a, 0, 5000) == NULL, ksize(a));
  kfree(a);
  pr_info("roundup %zu %zu %zu %zu\n", kmalloc_size_roundup(0), kmalloc_size_roundup(1),
          kmalloc_size_roundup(97), kmalloc_size_roundup(8193));
  return 0;
}
static void __exit m_exit(void) {}
module_init(m_init);
module_exit(m_exit);
MODULE_LICENSE("GPL");
