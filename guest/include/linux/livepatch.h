// Replacing functions of the running kernel.
#ifndef _LINUX_LIVEPATCH_H
#define _LINUX_LIVEPATCH_H

#include <linux/completion.h>
#include <linux/elf.h>
#include <linux/ftrace.h>
#include <linux/list.h>
#include <linux/module.h>

// Inline in Linux.
struct module;
struct task_struct;
int klp_module_coming(struct module* mod);
void klp_module_going(struct module* mod);
bool klp_patch_pending(struct task_struct* task);
void klp_update_patch_state(struct task_struct* task);
void klp_copy_process(struct task_struct* child);
int klp_apply_section_relocs(struct module* pmod, Elf32_Shdr* sechdrs, const char* shstrtab,
                             const char* strtab, unsigned int symindex, unsigned int secindex,
                             const char* objname);

#endif
