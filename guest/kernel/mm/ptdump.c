// The dump of the kernel's page tables as a module may ask for it: into a seq_file, or into the
// log. The text is the host's (emu/report/page_tables.hpp). Linux: arch/x86/mm/dump_pagetables.c.
#include <linux/export.h>
#include <linux/mm.h>
#include <linux/printk.h>
#include <linux/seq_file.h>
#include <linux/string.h>

u32 mm32_dump_page_tables(char* to, u32 size, u32 offset);

void ptdump_walk_pgd_level_debugfs(struct seq_file* m, struct mm_struct* mm, bool user);
void ptdump_walk_pgd_level_debugfs(struct seq_file* m, struct mm_struct* mm, bool user) {
  static char text[512];
  u32 done = 0, n;

  while ((n = mm32_dump_page_tables(text, sizeof(text) - 1, done)) != 0) {
    u32 whole = n;

    while (whole > 1 && text[whole - 1] != '\n') whole--;  // lines are not cut

    text[whole] = 0;
    if (m)
      seq_puts(m, text);
    else
      printk(KERN_INFO "%s", text);
    done += whole;
  }
}
EXPORT_SYMBOL_GPL(ptdump_walk_pgd_level_debugfs);
