#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/percpu.h>
#include <linux/slab.h>
#include <linux/jump_label.h>
#include <linux/spinlock.h>
static int count = 3; module_param(count, int, 0644); MODULE_PARM_DESC(count, "how many");
static unsigned int uval; module_param(uval, uint, 0);
static long lval; module_param(lval, long, 0);
static unsigned long ulval; module_param(ulval, ulong, 0);
static short sval; module_param(sval, short, 0);
static unsigned short usval; module_param(usval, ushort, 0);
static unsigned char bval; module_param(bval, byte, 0);
static bool flag; module_param(flag, bool, 0644);
static bool inv; module_param(inv, invbool, 0);
static char *who = "world"; module_param(who, charp, 0444);
static char text[16] = "abc"; module_param_string(text, text, sizeof text, 0);
static int arr[4] = {1,2,3,4}; static int narr; module_param_array(arr, int, &narr, 0);
static char *names[3]; module_param_array(names, charp, NULL, 0);
static int renamed; module_param_named(nick, renamed, int, 0);
static unsigned long long ullval; module_param(ullval, ullong, 0);
static unsigned int hexv; module_param(hexv, hexint, 0);
static int cb_set(const char *v, const struct kernel_param *kp) { pr_info("cb %s\n", v); return param_set_int(v, kp); }
static const struct kernel_param_ops cb_ops = { .set = cb_set, .get = param_get_int };
static int cbval; module_param_cb(cb, &cb_ops, &cbval, 0644);
static DEFINE_PER_CPU(int, pc) = 7;
static DEFINE_STATIC_KEY_FALSE(key);
static spinlock_t lock; static struct kmem_cache *cache __ro_after_init;
int rich_exported(int a) { return a + count; } EXPORT_SYMBOL(rich_exported);
int rich_gpl(int a) { return a - count; } EXPORT_SYMBOL_GPL(rich_gpl);
int rich_data = 42; EXPORT_SYMBOL_NS(rich_data, RICH);
extern int weak_thing(void) __attribute__((weak));
static int big[1000];
static int __init r_init(void){ int i; spin_lock_init(&lock); cache = kmem_cache_create("rich", 40, 0, 0, NULL);
 spin_lock(&lock); this_cpu_inc(pc); spin_unlock(&lock); mb();
 if (static_branch_unlikely(&key)) pr_info("key on\n");
 if (weak_thing) weak_thing();
 for (i = 0; i < narr; i++) pr_info("arr[%d]=%d\n", i, arr[i]);
 big[count & 7] = 1; switch (count) { case 1: pr_info("one\n"); break; case 2: pr_info("two\n"); break; case 3: pr_info("three\n"); break; case 4: pr_info("four\n"); break; case 5: pr_info("five %d\n", big[3]); break; case 6: pr_info("6\n"); break;}
 pr_info("count=%d uval=%u lval=%ld who=%s text=%s flag=%d inv=%d narr=%d b=%u n0=%s renamed=%d s=%d ull=%llu\n", count, uval, lval, who, text, flag, inv, narr, bval, names[0], renamed, sval, ullval); return 0; }
static void __exit r_exit(void){ kmem_cache_destroy(cache); pr_info("bye %d %d\n", rich_exported(1), rich_gpl(1)); }
module_init(r_init); module_exit(r_exit); MODULE_LICENSE("GPL"); MODULE_DESCRIPTION("many sections");
