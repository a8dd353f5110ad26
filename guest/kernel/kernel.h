/* What the files of the resident kernel share. */
#ifndef MM32_KERNEL_H
#define MM32_KERNEL_H

#include <asm/ptrace.h>
#include <linux/types.h>

struct task_struct;
struct page;

void trap_init(void);
void kmem_cache_init(void);
void resources_init(void);
void mm_init(void);
void handle_exception(struct pt_regs* regs, unsigned int vector);
int do_one_initcall(int (*fn)(void));
void run_module_exit(void (*fn)(void));
void start_kernel(void);

#endif
