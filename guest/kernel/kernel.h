/* What the files of the resident kernel share. */
#ifndef MM32_KERNEL_H
#define MM32_KERNEL_H

#include <asm/ptrace.h>
#include <linux/types.h>

struct module;

/* Called by the host, for modules with the struct module of this kernel. */
void load_module(struct module* mod);
void mm32_module_live(struct module* mod);
int mm32_module_stop(struct module* mod);
void mm32_module_going(struct module* mod);
/* The address of what the kernel or a module exports by that name, or NULL. */
void* mm32_exported_symbol(const char* name);
/* Whether that is for GPL modules only. */
int mm32_is_gpl_export(const char* name);

/* The image in memory, set by the host: [text_begin, text_end) and read-only data from there to
 * rodata_end. */
extern unsigned long __mm32_text_begin, __mm32_text_end, __mm32_rodata_end;

/* What a task must not take with it to user mode is reported. */
void syscall_exit_to_user_mode(void);
void cred_init(void);
struct task_struct;
struct page;

void sysfs_folders_init(void);
void sched_init(void);
void timers_init(void);
/* Around each call of the host: see sched/sched.h. */
void begin_call(void);
void let_others_run(void);
void trap_init(void);
void kmem_cache_init(void);
void resources_init(void);
void mm_init(void);
/* The end of the task that loaded or unloaded a module: its user memory goes. */
void mm32_exit_mmap(void);
/* And the credentials that it took. */
void mm32_exit_creds(void);
void cpu_data_init(void);
void handle_exception(struct pt_regs* regs, unsigned int vector);
int do_one_initcall(int (*fn)(void));
void run_module_exit(void (*fn)(void));
void start_kernel(void);
unsigned long long mm32_return_zero(void);

#endif
