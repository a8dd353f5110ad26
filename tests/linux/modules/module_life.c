/* What a module sees of itself: struct module in its states, references, symbols, notifiers,
 * per-CPU data; constructors are not run. */
#include <linux/kallsyms.h>
#include <linux/kmod.h>
#include <linux/module.h>
#include <linux/notifier.h>
#include <linux/percpu.h>

static DEFINE_PER_CPU(int, counter) = 5;
static DEFINE_PER_CPU_ALIGNED(char[40], aligned);

int life_any(int x);
int life_gpl(int x);
int life_any(int x) { return x + 3; }
EXPORT_SYMBOL(life_any);
int life_gpl(int x) { return x + 4; }
EXPORT_SYMBOL_GPL(life_gpl);

static int constructed;
static void __attribute__((constructor)) construct(void) { constructed++; }

static int on_event(struct notifier_block* block, unsigned long event, void* data) {
  pr_info("event %lu %s\n", event, ((struct module*)data)->name);
  return NOTIFY_OK;
}
static struct notifier_block events = {.notifier_call = on_event};

static void show_symbol(const char* name) {
  void* address = __symbol_get(name);
  pr_info("symbol_get %s: %d\n", name, address != NULL);
  if (address) symbol_put_addr(address);
}

static void show_struct(const struct module* m) {
  pr_info("%s state %d version %s\n", m->name, m->state, m->version);
  pr_info("exports %u gpl %u parameters %u init %d exit %d args '%s'\n", m->num_syms,
          m->num_gpl_syms, m->num_kp, m->init != NULL, m->exit != NULL, m->args);
  pr_info("core text %u ro %u init text %u percpu %u\n", m->core_layout.text_size,
          m->core_layout.ro_size, m->init_layout.text_size, m->percpu_size);
}

static void show_references(struct module* m) {
  pr_info("references %d", module_refcount(m));
  pr_cont(" get %d", try_module_get(m));
  pr_cont(" %d", module_refcount(m));
  __module_get(m);
  pr_cont(" %d", module_refcount(m));
  module_put(m);
  module_put(m);
  pr_cont(" %d\n", module_refcount(m));
}

static int __init module_life_init(void) {
  show_struct(THIS_MODULE);
  show_references(THIS_MODULE);
  pr_info("constructed %d\n", constructed);
  this_cpu_add(counter, 3);
  pr_info("counter %d %d aligned %lu\n", this_cpu_read(counter), per_cpu(counter, 0),
          (unsigned long)this_cpu_ptr(&aligned) % 64);
  show_symbol("life_gpl");
  show_symbol("life_any");
  show_symbol("kfree");
  show_symbol("__symbol_get");
  show_symbol("no_such_symbol");
  pr_info("register %d\n", register_module_notifier(&events));
  pr_info("%pS %ps %pB\n", life_any, life_any, life_any + 1);
  pr_info("inside %d %d\n", within_module((unsigned long)life_any, THIS_MODULE),
          within_module_core((unsigned long)module_life_init, THIS_MODULE));
  return 0;
}

static void __exit module_life_exit(void) {
  pr_info("exit state %d references %d\n", THIS_MODULE->state, module_refcount(THIS_MODULE));
  unregister_module_notifier(&events);
}

module_init(module_life_init);
module_exit(module_life_exit);
MODULE_VERSION("1.2.3");
MODULE_LICENSE("GPL");
