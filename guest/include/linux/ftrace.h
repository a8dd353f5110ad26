#ifndef _LINUX_FTRACE_H
#define _LINUX_FTRACE_H

#include <asm/ftrace.h>
#include <asm/ptrace.h>
#include <linux/bitops.h>
#include <linux/fs.h>
#include <linux/init.h>
#include <linux/jump_label.h>
#include <linux/kallsyms.h>
#include <linux/ktime.h>
#include <linux/linkage.h>
#include <linux/printk.h>
#include <linux/ptrace.h>
#include <linux/sched.h>
#include <linux/types.h>

struct ctl_table;
struct dyn_arch_ftrace;
struct dyn_ftrace;
struct fgraph_ops;
struct file;
struct ftrace_direct_func;
struct ftrace_func_entry;
struct ftrace_graph_ent;
struct ftrace_graph_ret;
struct ftrace_hash;
struct ftrace_ops;
struct ftrace_ops_hash;
struct ftrace_rec_iter;
struct ftrace_regs;
struct ftrace_ret_stack;
struct hlist_node;
struct inode;
struct list_head;
struct module;
struct mutex;
struct pt_regs;
struct static_key_false;
struct task_struct;

#define FTRACE_FORCE_LIST_FUNC 0
#define FTRACE_REF_MAX_SHIFT 23
#define FTRACE_REF_MAX ((1UL << FTRACE_REF_MAX_SHIFT) - 1)
#define FTRACE_ADDR ((unsigned long)ftrace_caller)
#define FTRACE_GRAPH_ADDR ((unsigned long)ftrace_graph_caller)
#define FTRACE_REGS_ADDR ((unsigned long)ftrace_regs_caller)
#define ftrace_graph_func ftrace_stub
#define FTRACE_OPS_GRAPH_STUB FTRACE_OPS_FL_STUB
#define ftrace_return_address0 __builtin_return_address(0)
#define CALLER_ADDR0 ((unsigned long)ftrace_return_address0)
#define CALLER_ADDR1 ((unsigned long)ftrace_return_address(1))
#define CALLER_ADDR2 ((unsigned long)ftrace_return_address(2))
#define CALLER_ADDR3 ((unsigned long)ftrace_return_address(3))
#define CALLER_ADDR4 ((unsigned long)ftrace_return_address(4))
#define CALLER_ADDR5 ((unsigned long)ftrace_return_address(5))
#define CALLER_ADDR6 ((unsigned long)ftrace_return_address(6))
#define FTRACE_CALLSITE_SECTION "__mcount_loc"
#define __notrace_funcgraph notrace
#define FTRACE_RETFUNC_DEPTH 50
#define FTRACE_RETSTACK_ALLOC_SIZE 32
void ftrace_boot_snapshot(void);
void arch_ftrace_ops_list_func(unsigned long ip, unsigned long parent_ip, struct ftrace_ops* op,
                               struct ftrace_regs* fregs);
void early_trace_init(void);
const char* ftrace_mod_address_lookup(unsigned long addr, unsigned long* size, unsigned long* off,
                                      char** modname, const unsigned char** modbuildid, char* sym);
int ftrace_mod_get_kallsym(unsigned int symnum, unsigned long* value, char* type, char* name,
                           char* module_name, int* exported);
extern int ftrace_enabled;
struct ftrace_regs {
  struct pt_regs regs;
};
typedef void (*ftrace_func_t)(unsigned long, unsigned long, struct ftrace_ops*,
                              struct ftrace_regs*);
ftrace_func_t ftrace_ops_get_func(struct ftrace_ops* ops);
enum {
  FTRACE_OPS_FL_ENABLED = 1,
  FTRACE_OPS_FL_DYNAMIC,
  FTRACE_OPS_FL_SAVE_REGS = 4,
  FTRACE_OPS_FL_SAVE_REGS_IF_SUPPORTED = 8,
  FTRACE_OPS_FL_RECURSION = 0x10,
  FTRACE_OPS_FL_STUB = 0x20,
  FTRACE_OPS_FL_INITIALIZED = 0x40,
  FTRACE_OPS_FL_DELETED = 0x80,
  FTRACE_OPS_FL_ADDING = 0x100,
  FTRACE_OPS_FL_REMOVING = 0x200,
  FTRACE_OPS_FL_MODIFYING = 0x400,
  FTRACE_OPS_FL_ALLOC_TRAMP = 0x800,
  FTRACE_OPS_FL_IPMODIFY = 0x1000,
  FTRACE_OPS_FL_PID = 0x2000,
  FTRACE_OPS_FL_RCU = 0x4000,
  FTRACE_OPS_FL_TRACE_ARRAY = 0x8000,
  FTRACE_OPS_FL_PERMANENT = 0x10000,
  FTRACE_OPS_FL_DIRECT = 0x20000
};
enum ftrace_ops_cmd {
  FTRACE_OPS_CMD_ENABLE_SHARE_IPMODIFY_SELF,
  FTRACE_OPS_CMD_ENABLE_SHARE_IPMODIFY_PEER,
  FTRACE_OPS_CMD_DISABLE_SHARE_IPMODIFY_PEER
};
typedef int (*ftrace_ops_func_t)(struct ftrace_ops*, enum ftrace_ops_cmd);
struct ftrace_ops_hash {
  struct ftrace_hash* notrace_hash;
  struct ftrace_hash* filter_hash;
  struct mutex regex_lock;
};
void ftrace_free_init_mem(void);
void ftrace_free_mem(struct module* mod, void* start, void* end);
struct ftrace_ops {
  ftrace_func_t func;
  struct ftrace_ops* next;
  unsigned long flags;
  void* private;
  ftrace_func_t saved_func;
  struct ftrace_ops_hash local_hash;
  struct ftrace_ops_hash* func_hash;
  struct ftrace_ops_hash old_hash;
  unsigned long trampoline;
  unsigned long trampoline_size;
  struct list_head list;
  ftrace_ops_func_t ops_func;
};
extern struct ftrace_ops* ftrace_ops_list;
extern struct ftrace_ops ftrace_list_end;
enum ftrace_tracing_type_t { FTRACE_TYPE_ENTER, FTRACE_TYPE_RETURN };
extern enum ftrace_tracing_type_t ftrace_tracing_type;
int register_ftrace_function(struct ftrace_ops* ops);
int unregister_ftrace_function(struct ftrace_ops* ops);
void ftrace_stub(unsigned long a0, unsigned long a1, struct ftrace_ops* op,
                 struct ftrace_regs* fregs);
int ftrace_lookup_symbols(const char** sorted_syms, size_t cnt, unsigned long* addrs);
struct ftrace_func_entry {
  struct hlist_node hlist;
  unsigned long ip;
  unsigned long direct;
};
extern int ftrace_direct_func_count;
int register_ftrace_direct(unsigned long ip, unsigned long addr);
int unregister_ftrace_direct(unsigned long ip, unsigned long addr);
int modify_ftrace_direct(unsigned long ip, unsigned long old_addr, unsigned long new_addr);
struct ftrace_direct_func* ftrace_find_direct_func(unsigned long addr);
int ftrace_modify_direct_caller(struct ftrace_func_entry* entry, struct dyn_ftrace* rec,
                                unsigned long old_addr, unsigned long new_addr);
unsigned long ftrace_find_rec_direct(unsigned long ip);
int register_ftrace_direct_multi(struct ftrace_ops* ops, unsigned long addr);
int unregister_ftrace_direct_multi(struct ftrace_ops* ops, unsigned long addr);
int modify_ftrace_direct_multi(struct ftrace_ops* ops, unsigned long addr);
int modify_ftrace_direct_multi_nolock(struct ftrace_ops* ops, unsigned long addr);
extern int stack_tracer_enabled;
int stack_trace_sysctl(struct ctl_table* table, int write, void* buffer, size_t* lenp,
                       loff_t* ppos);
extern typeof(int) disable_stack_tracer;
void ftrace_arch_code_modify_prepare(void);
void ftrace_arch_code_modify_post_process(void);
enum ftrace_bug_type {
  FTRACE_BUG_UNKNOWN,
  FTRACE_BUG_INIT,
  FTRACE_BUG_NOP,
  FTRACE_BUG_CALL,
  FTRACE_BUG_UPDATE
};
extern enum ftrace_bug_type ftrace_bug_type;
extern const void* ftrace_expected;
void ftrace_bug(int err, struct dyn_ftrace* rec);
int ftrace_text_reserved(const void* start, const void* end);
struct ftrace_ops* ftrace_ops_trampoline(unsigned long addr);
bool is_ftrace_trampoline(unsigned long addr);
enum {
  FTRACE_FL_ENABLED = 0x80000000,
  FTRACE_FL_REGS = 0x40000000,
  FTRACE_FL_REGS_EN = 0x20000000,
  FTRACE_FL_TRAMP = 0x10000000,
  FTRACE_FL_TRAMP_EN = 0x8000000,
  FTRACE_FL_IPMODIFY = 0x4000000,
  FTRACE_FL_DISABLED = 0x2000000,
  FTRACE_FL_DIRECT = 0x1000000,
  FTRACE_FL_DIRECT_EN = 0x800000
};
struct dyn_ftrace {
  unsigned long ip;
  unsigned long flags;
  struct dyn_arch_ftrace arch;
};
int ftrace_set_filter_ip(struct ftrace_ops* ops, unsigned long ip, int remove, int reset);
int ftrace_set_filter_ips(struct ftrace_ops* ops, unsigned long* ips, unsigned int cnt, int remove,
                          int reset);
int ftrace_set_filter(struct ftrace_ops* ops, unsigned char* buf, int len, int reset);
int ftrace_set_notrace(struct ftrace_ops* ops, unsigned char* buf, int len, int reset);
void ftrace_set_global_filter(unsigned char* buf, int len, int reset);
void ftrace_set_global_notrace(unsigned char* buf, int len, int reset);
void ftrace_free_filter(struct ftrace_ops* ops);
void ftrace_ops_set_global_filter(struct ftrace_ops* ops);
enum {
  FTRACE_UPDATE_CALLS = 1,
  FTRACE_DISABLE_CALLS,
  FTRACE_UPDATE_TRACE_FUNC = 4,
  FTRACE_START_FUNC_RET = 8,
  FTRACE_STOP_FUNC_RET = 0x10,
  FTRACE_MAY_SLEEP = 0x20
};
enum {
  FTRACE_UPDATE_IGNORE,
  FTRACE_UPDATE_MAKE_CALL,
  FTRACE_UPDATE_MODIFY_CALL,
  FTRACE_UPDATE_MAKE_NOP
};
enum {
  FTRACE_ITER_FILTER = 1,
  FTRACE_ITER_NOTRACE,
  FTRACE_ITER_PRINTALL = 4,
  FTRACE_ITER_DO_PROBES = 8,
  FTRACE_ITER_PROBE = 0x10,
  FTRACE_ITER_MOD = 0x20,
  FTRACE_ITER_ENABLED = 0x40
};
void arch_ftrace_update_code(int command);
void arch_ftrace_update_trampoline(struct ftrace_ops* ops);
void* arch_ftrace_trampoline_func(struct ftrace_ops* ops, struct dyn_ftrace* rec);
void arch_ftrace_trampoline_free(struct ftrace_ops* ops);
struct ftrace_rec_iter* ftrace_rec_iter_start(void);
struct ftrace_rec_iter* ftrace_rec_iter_next(struct ftrace_rec_iter* iter);
struct dyn_ftrace* ftrace_rec_iter_record(struct ftrace_rec_iter* iter);
int ftrace_update_record(struct dyn_ftrace* rec, bool enable);
int ftrace_test_record(struct dyn_ftrace* rec, bool enable);
void ftrace_run_stop_machine(int command);
unsigned long ftrace_location(unsigned long ip);
unsigned long ftrace_location_range(unsigned long start, unsigned long end);
unsigned long ftrace_get_addr_new(struct dyn_ftrace* rec);
unsigned long ftrace_get_addr_curr(struct dyn_ftrace* rec);
extern ftrace_func_t ftrace_trace_function;
int ftrace_regex_open(struct ftrace_ops* ops, int flag, struct inode* inode, struct file* file);
ssize_t ftrace_filter_write(struct file* file, const char* ubuf, size_t cnt, loff_t* ppos);
ssize_t ftrace_notrace_write(struct file* file, const char* ubuf, size_t cnt, loff_t* ppos);
int ftrace_regex_release(struct inode* inode, struct file* file);
void ftrace_set_early_filter(struct ftrace_ops* ops, char* buf, int enable);
int ftrace_ip_converted(unsigned long ip);
int ftrace_dyn_arch_init(void);
void ftrace_replace_code(int enable);
int ftrace_update_ftrace_func(ftrace_func_t func);
void ftrace_caller(void);
void ftrace_regs_caller(void);
void ftrace_call(void);
void ftrace_regs_call(void);
void mcount_call(void);
void ftrace_modify_all_code(int command);
void ftrace_graph_caller(void);
int ftrace_enable_ftrace_graph_caller(void);
int ftrace_disable_ftrace_graph_caller(void);
int ftrace_make_nop(struct module* mod, struct dyn_ftrace* rec, unsigned long addr);
int ftrace_make_call(struct dyn_ftrace* rec, unsigned long addr);
int ftrace_modify_call(struct dyn_ftrace* rec, unsigned long old_addr, unsigned long addr);
int ftrace_arch_read_dyn_info(char* buf, int size);
int skip_trace(unsigned long ip);
void ftrace_module_init(struct module* mod);
void ftrace_module_enable(struct module* mod);
void ftrace_release_mod(struct module* mod);
void ftrace_disable_daemon(void);
void ftrace_enable_daemon(void);
void ftrace_kill(void);
void ftrace_init(void);
struct ftrace_graph_ent {
  unsigned long func;
  int depth;
};
struct ftrace_graph_ret {
  unsigned long func;
  int depth;
  unsigned int overrun;
  unsigned long long calltime;
  unsigned long long rettime;
};
typedef void (*trace_func_graph_ret_t)(struct ftrace_graph_ret*);
typedef int (*trace_func_graph_ent_t)(struct ftrace_graph_ent*);
int ftrace_graph_entry_stub(struct ftrace_graph_ent* trace);
struct fgraph_ops {
  trace_func_graph_ent_t entryfunc;
  trace_func_graph_ret_t retfunc;
};
struct ftrace_ret_stack {
  unsigned long ret;
  unsigned long func;
  unsigned long long calltime;
  unsigned long* retp;
};
void return_to_handler(void);
int function_graph_enter(unsigned long ret, unsigned long func, unsigned long frame_pointer,
                         unsigned long* retp);
struct ftrace_ret_stack* ftrace_graph_get_ret_stack(struct task_struct* task, int idx);
unsigned long ftrace_graph_ret_addr(struct task_struct* task, int* idx, unsigned long ret,
                                    unsigned long* retp);
int register_ftrace_graph(struct fgraph_ops* ops);
void unregister_ftrace_graph(struct fgraph_ops* ops);
extern struct static_key_false kill_ftrace_graph;
void ftrace_graph_stop(void);
extern trace_func_graph_ret_t ftrace_graph_return;
extern trace_func_graph_ent_t ftrace_graph_entry;
void ftrace_graph_init_task(struct task_struct* t);
void ftrace_graph_exit_task(struct task_struct* t);
void ftrace_graph_init_idle_task(struct task_struct* t, int cpu);
extern enum ftrace_dump_mode ftrace_dump_on_oops;
extern int tracepoint_printk;
void disable_trace_on_warning(void);
extern int __disable_trace_on_warning;
int tracepoint_printk_sysctl(struct ctl_table* table, int write, void* buffer, size_t* lenp,
                             loff_t* ppos);
unsigned long arch_syscall_addr(int nr);

// Inline in Linux.
struct pt_regs* ftrace_get_regs(struct ftrace_regs* fregs);
void stack_tracer_disable(void);
void stack_tracer_enable(void);
int ftrace_init_nop(struct module* mod, struct dyn_ftrace* rec);
void tracer_disable(void);
unsigned long get_lock_parent_ip(void);
bool ftrace_graph_is_dead(void);
void pause_graph_tracing(void);
void unpause_graph_tracing(void);

#endif
