// How programs are started.
#ifndef _LINUX_BINFMTS_H
#define _LINUX_BINFMTS_H

#include <asm/exec.h>
#include <linux/fs.h>
#include <linux/resource.h>
#include <linux/sched.h>
#include <linux/types.h>
#include <linux/unistd.h>

struct coredump_params;
struct file;
struct linux_binprm;
struct module;

struct linux_binfmt {
  struct list_head lh;
  struct module* module;
  int (*load_binary)(struct linux_binprm*);
  int (*load_shlib)(struct file*);
  int (*core_dump)(struct coredump_params*);
  unsigned long min_coredump;
};
_Static_assert(sizeof(struct linux_binfmt) == 28, "struct linux_binfmt of 6.1 i386");

struct cred;
struct linux_binprm;
struct mm_struct;
struct rlimit;
struct vm_area_struct;

#define MAX_ARG_STRLEN (PAGE_SIZE * 32)
#define MAX_ARG_STRINGS 0x7FFFFFFF
#define BINPRM_BUF_SIZE 256
#define AT_FLAGS_PRESERVE_ARGV0_BIT 0
#define AT_FLAGS_PRESERVE_ARGV0 (1 << AT_FLAGS_PRESERVE_ARGV0_BIT)
#define CORENAME_MAX_SIZE 128
#define BINPRM_FLAGS_ENFORCE_NONDUMP_BIT 0
#define BINPRM_FLAGS_ENFORCE_NONDUMP (1 << BINPRM_FLAGS_ENFORCE_NONDUMP_BIT)
#define BINPRM_FLAGS_PATH_INACCESSIBLE_BIT 2
#define BINPRM_FLAGS_PATH_INACCESSIBLE (1 << BINPRM_FLAGS_PATH_INACCESSIBLE_BIT)
#define BINPRM_FLAGS_PRESERVE_ARGV0_BIT 3
#define BINPRM_FLAGS_PRESERVE_ARGV0 (1 << BINPRM_FLAGS_PRESERVE_ARGV0_BIT)
#define EXSTACK_DEFAULT 0
#define EXSTACK_DISABLE_X 1
#define EXSTACK_ENABLE_X 2
struct linux_binprm {
  struct vm_area_struct* vma;
  unsigned long vma_pages;
  struct mm_struct* mm;
  unsigned long p;
  unsigned long argmin;
  unsigned int have_execfd : 1;
  unsigned int execfd_creds : 1;
  unsigned int secureexec : 1;
  unsigned int point_of_no_return : 1;
  unsigned int comm_from_dentry : 1;
  struct file* executable;
  struct file* interpreter;
  struct file* file;
  struct cred* cred;
  int unsafe;
  unsigned int per_clear;
  int argc;
  int envc;
  const char* filename;
  const char* interp;
  const char* fdpath;
  unsigned int interp_flags;
  int execfd;
  unsigned long loader;
  unsigned long exec;
  struct rlimit rlim_stack;
  char buf[256];
};
void __register_binfmt(struct linux_binfmt* fmt, int insert);
void unregister_binfmt(struct linux_binfmt*);
int remove_arg_zero(struct linux_binprm*);
int begin_new_exec(struct linux_binprm* bprm);
void setup_new_exec(struct linux_binprm* bprm);
void finalize_exec(struct linux_binprm* bprm);
void would_dump(struct linux_binprm*, struct file*);
extern int suid_dumpable;
int setup_arg_pages(struct linux_binprm* bprm, unsigned long stack_top, int executable_stack);
int transfer_args_to_stack(struct linux_binprm* bprm, unsigned long* sp_location);
int bprm_change_interp(const char* interp, struct linux_binprm* bprm);
int copy_string_kernel(const char* arg, struct linux_binprm* bprm);
void set_binfmt(struct linux_binfmt* new);
ssize_t read_code(struct file*, unsigned long, loff_t, size_t);
int kernel_execve(const char* filename, const char* const* argv, const char* const* envp);

static inline void register_binfmt(struct linux_binfmt* fmt) { __register_binfmt(fmt, 0); }
static inline void insert_binfmt(struct linux_binfmt* fmt) { __register_binfmt(fmt, 1); }

#endif
