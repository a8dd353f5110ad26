// Who is asked for address space when the vmalloc area has none left. The host decides when
// (mm/vmalloc/vmalloc.hpp); the allocation is then repeated from its beginning. Linux:
// mm/vmalloc.c (register_vmap_purge_notifier, alloc_vmap_area).
#include <linux/export.h>
#include <linux/notifier.h>
#include <linux/vmalloc.h>

void mm32_vmap_notifiers(u32 any);
void mm32_vmap_notified(u32 freed);

static BLOCKING_NOTIFIER_HEAD(vmap_notify_list);

int register_vmap_purge_notifier(struct notifier_block* nb) {
  const int error = blocking_notifier_chain_register(&vmap_notify_list, nb);

  mm32_vmap_notifiers(vmap_notify_list.head != NULL);
  return error;
}
EXPORT_SYMBOL_GPL(register_vmap_purge_notifier);

int unregister_vmap_purge_notifier(struct notifier_block* nb) {
  const int error = blocking_notifier_chain_unregister(&vmap_notify_list, nb);

  mm32_vmap_notifiers(vmap_notify_list.head != NULL);
  return error;
}
EXPORT_SYMBOL_GPL(unregister_vmap_purge_notifier);

// Each adds the pages that it has freed to a counter.
void vmap_notify(void) {
  unsigned long freed = 0;

  blocking_notifier_call_chain(&vmap_notify_list, 0, &freed);
  mm32_vmap_notified(freed);
}

// Entered in place of the allocation: calls the notifiers and returns to its beginning.
__asm__(
    ".globl mm32_vmap_space_wanted\n"
    "mm32_vmap_space_wanted:\n"
    "  pushl %eax\n"
    "  pushl %edx\n"
    "  pushl %ecx\n"
    "  call vmap_notify\n"
    "  popl %ecx\n"
    "  popl %edx\n"
    "  popl %eax\n"
    "  ret\n");
