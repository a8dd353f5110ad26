// What compilers and hardened headers call when something is wrong, and panic.
//
// panic prints and stops the machine: the CPU halts with interrupts off, which the host reports.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/irqflags.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "../bug_at.h"

int panic_timeout;
EXPORT_SYMBOL(panic_timeout);
int panic_on_oops;
enum system_states system_state = SYSTEM_RUNNING;
EXPORT_SYMBOL(system_state);

void panic(const char* fmt, ...) {
  static char text[1024];
  va_list args;
  int length;
  local_irq_disable();
  va_start(args, fmt);
  length = vscnprintf(text, sizeof(text), fmt, args);
  va_end(args);
  if (length && text[length - 1] == '\n') text[length - 1] = '\0';
  pr_emerg("Kernel panic - not syncing: %s\n", text);
  dump_stack();
  pr_emerg("Kernel Offset: disabled\n");
  pr_emerg("---[ end Kernel panic - not syncing: %s ]---\n", text);
  for (;;) __asm__ __volatile__("cli; hlt");
}
EXPORT_SYMBOL(panic);

void __stack_chk_fail(void) __noreturn;
void __stack_chk_fail(void) {
  panic("stack-protector: Kernel stack is corrupted in: %pB", __builtin_return_address(0));
}
EXPORT_SYMBOL(__stack_chk_fail);

void fortify_panic(const char* name) {
  pr_emerg("detected buffer overflow in %s\n", name);
  BUG_ON_AT(true, "lib/string_helpers.c", 1027);
}
EXPORT_SYMBOL(fortify_panic);

void __write_overflow_field(size_t avail, size_t wanted);
void __write_overflow_field(size_t avail, size_t wanted) {}
EXPORT_SYMBOL(__write_overflow_field);
void __read_overflow2_field(size_t avail, size_t wanted);
void __read_overflow2_field(size_t avail, size_t wanted) {}
EXPORT_SYMBOL(__read_overflow2_field);

void __copy_overflow(int size, unsigned long count);
void __copy_overflow(int size, unsigned long count) {
  WARN_AT(1, "mm/maccess.c", 228, "Buffer overflow detected (%d < %lu)!\n", size, count);
}
EXPORT_SYMBOL(__copy_overflow);
