// Probes at the entry and exit of functions.
#ifndef _LINUX_FPROBE_H
#define _LINUX_FPROBE_H

#include <linux/compiler.h>
#include <linux/ftrace.h>
#include <linux/types.h>

struct fprobe;
struct ftrace_ops;
struct pt_regs;
struct rethook;

#define FPROBE_FL_DISABLED 1
#define FPROBE_FL_KPROBE_SHARED 2
struct fprobe {
  struct ftrace_ops ops;
  unsigned long nmissed;
  unsigned int flags;
  struct rethook* rethook;
  size_t entry_data_size;
  int nr_maxactive;
  void (*entry_handler)(struct fprobe*, unsigned long, struct pt_regs*, void*);
  void (*exit_handler)(struct fprobe*, unsigned long, struct pt_regs*, void*);
};

// Inline in Linux.
bool fprobe_disabled(struct fprobe* fp);
bool fprobe_shared_with_kprobes(struct fprobe* fp);
int register_fprobe(struct fprobe* fp, const char* filter, const char* notfilter);
int register_fprobe_ips(struct fprobe* fp, unsigned long* addrs, int num);
int register_fprobe_syms(struct fprobe* fp, const char** syms, int num);
int unregister_fprobe(struct fprobe* fp);
void disable_fprobe(struct fprobe* fp);
void enable_fprobe(struct fprobe* fp);

// Inline in Linux.
bool fprobe_disabled(struct fprobe* fp);
bool fprobe_shared_with_kprobes(struct fprobe* fp);
int register_fprobe(struct fprobe* fp, const char* filter, const char* notfilter);
int register_fprobe_ips(struct fprobe* fp, unsigned long* addrs, int num);
int register_fprobe_syms(struct fprobe* fp, const char** syms, int num);
int unregister_fprobe(struct fprobe* fp);
void disable_fprobe(struct fprobe* fp);
void enable_fprobe(struct fprobe* fp);

#endif
