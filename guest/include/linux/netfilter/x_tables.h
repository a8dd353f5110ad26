// What packet filter tables have in common.
#ifndef _LINUX_NETFILTER_X_TABLES_H
#define _LINUX_NETFILTER_X_TABLES_H

#include <linux/netdevice.h>
#include <linux/netfilter.h>
#include <linux/netfilter_ipv4.h>
#include <linux/static_key.h>
#include <linux/types.h>

struct _xt_align;
struct list_head;
struct module;
struct net;
struct nf_hook_ops;
struct nf_hook_state;
struct sk_buff;
struct static_key;
struct xt_action_param;
struct xt_counters;
struct xt_counters_info;
struct xt_entry_match;
struct xt_entry_target;
struct xt_error_target;
struct xt_get_revision;
struct xt_match;
struct xt_mtchk_param;
struct xt_mtdtor_param;
struct xt_percpu_counter_alloc_state;
struct xt_standard_target;
struct xt_table;
struct xt_table_info;
struct xt_target;
struct xt_tgchk_param;
struct xt_tgdtor_param;

#define XT_FUNCTION_MAXNAMELEN 30
#define XT_EXTENSION_MAXNAMELEN 29
#define XT_TABLE_MAXNAMELEN 32
#define XT_CONTINUE 0xFFFFFFFF
#define XT_RETURN (-NF_REPEAT - 1)
#define XT_STANDARD_TARGET ""
#define XT_ERROR_TARGET "ERROR"
#define XT_INV_PROTO 0x40
struct xt_entry_match {
  union {
    struct {
      __u16 match_size;
      char name[29];
      __u8 revision;
    } user;
    struct {
      __u16 match_size;
      struct xt_match* match;
    } kernel;
    __u16 match_size;
  } u;
  unsigned char data[];
};
struct xt_entry_target {
  union {
    struct {
      __u16 target_size;
      char name[29];
      __u8 revision;
    } user;
    struct {
      __u16 target_size;
      struct xt_target* target;
    } kernel;
    __u16 target_size;
  } u;
  unsigned char data[0];
};
struct xt_standard_target {
  struct xt_entry_target target;
  int verdict;
};
struct xt_error_target {
  struct xt_entry_target target;
  char errorname[30];
};
struct xt_get_revision {
  char name[29];
  __u8 revision;
};
struct _xt_align {
  __u8 u8;
  __u16 u16;
  __u32 u32;
  __u64 u64;
};
struct xt_counters {
  __u64 pcnt;
  __u64 bcnt;
};
struct xt_counters_info {
  char name[32];
  unsigned int num_counters;
  struct xt_counters counters[];
};
struct xt_action_param {
  union {
    const struct xt_match* match;
    const struct xt_target* target;
  };
  union {
    const void* matchinfo;
    const void* targinfo;
  };
  const struct nf_hook_state* state;
  unsigned int thoff;
  u16 fragoff;
  bool hotdrop;
};
struct xt_mtchk_param {
  struct net* net;
  const char* table;
  const void* entryinfo;
  const struct xt_match* match;
  void* matchinfo;
  unsigned int hook_mask;
  u_int8_t family;
  bool nft_compat;
};
struct xt_mtdtor_param {
  struct net* net;
  const struct xt_match* match;
  void* matchinfo;
  u_int8_t family;
};
struct xt_tgchk_param {
  struct net* net;
  const char* table;
  const void* entryinfo;
  const struct xt_target* target;
  void* targinfo;
  unsigned int hook_mask;
  u_int8_t family;
  bool nft_compat;
};
struct xt_tgdtor_param {
  struct net* net;
  const struct xt_target* target;
  void* targinfo;
  u_int8_t family;
};
struct xt_match {
  struct list_head list;
  const char name[29];
  u_int8_t revision;
  bool (*match)(const struct sk_buff*, struct xt_action_param*);
  int (*checkentry)(const struct xt_mtchk_param*);
  void (*destroy)(const struct xt_mtdtor_param*);
  struct module* me;
  const char* table;
  unsigned int matchsize;
  unsigned int usersize;
  unsigned int hooks;
  unsigned short proto;
  unsigned short family;
};
struct xt_target {
  struct list_head list;
  const char name[29];
  u_int8_t revision;
  unsigned int (*target)(struct sk_buff*, const struct xt_action_param*);
  int (*checkentry)(const struct xt_tgchk_param*);
  void (*destroy)(const struct xt_tgdtor_param*);
  struct module* me;
  const char* table;
  unsigned int targetsize;
  unsigned int usersize;
  unsigned int hooks;
  unsigned short proto;
  unsigned short family;
};
struct xt_table {
  struct list_head list;
  unsigned int valid_hooks;
  struct xt_table_info* private;
  struct nf_hook_ops* ops;
  struct module* me;
  u_int8_t af;
  int priority;
  const char name[32];
};
struct xt_table_info {
  unsigned int size;
  unsigned int number;
  unsigned int initial_entries;
  unsigned int hook_entry[5];
  unsigned int underflow[5];
  unsigned int stacksize;
  void*** jumpstack;
  unsigned char entries[] __aligned(8);
};
int xt_register_target(struct xt_target* target);
void xt_unregister_target(struct xt_target* target);
int xt_register_targets(struct xt_target* target, unsigned int n);
void xt_unregister_targets(struct xt_target* target, unsigned int n);
int xt_register_match(struct xt_match* target);
void xt_unregister_match(struct xt_match* target);
int xt_register_matches(struct xt_match* match, unsigned int n);
void xt_unregister_matches(struct xt_match* match, unsigned int n);
int xt_check_entry_offsets(const void* base, const char* elems, unsigned int target_offset,
                           unsigned int next_offset);
int xt_check_table_hooks(const struct xt_table_info* info, unsigned int valid_hooks);
unsigned int* xt_alloc_entry_offsets(unsigned int size);
bool xt_find_jump_offset(const unsigned int* offsets, unsigned int target, unsigned int size);
int xt_check_proc_name(const char* name, unsigned int size);
int xt_check_match(struct xt_mtchk_param*, unsigned int size, u16 proto, bool inv_proto);
int xt_check_target(struct xt_tgchk_param*, unsigned int size, u16 proto, bool inv_proto);
int xt_match_to_user(const struct xt_entry_match* m, struct xt_entry_match* u);
int xt_target_to_user(const struct xt_entry_target* t, struct xt_entry_target* u);
int xt_data_to_user(void* dst, const void* src, int usersize, int size, int aligned_size);
void* xt_copy_counters(sockptr_t arg, unsigned int len, struct xt_counters_info* info);
struct xt_counters* xt_counters_alloc(unsigned int counters);
struct xt_table* xt_register_table(struct net* net, const struct xt_table* table,
                                   struct xt_table_info* bootstrap, struct xt_table_info* newinfo);
void* xt_unregister_table(struct xt_table* table);
struct xt_table_info* xt_replace_table(struct xt_table* table, unsigned int num_counters,
                                       struct xt_table_info* newinfo, int* error);
struct xt_match* xt_find_match(u8 af, const char* name, u8 revision);
struct xt_match* xt_request_find_match(u8 af, const char* name, u8 revision);
struct xt_target* xt_request_find_target(u8 af, const char* name, u8 revision);
int xt_find_revision(u8 af, const char* name, u8 revision, int target, int* err);
struct xt_table* xt_find_table(struct net* net, u8 af, const char* name);
struct xt_table* xt_find_table_lock(struct net* net, u_int8_t af, const char* name);
struct xt_table* xt_request_find_table_lock(struct net* net, u_int8_t af, const char* name);
void xt_table_unlock(struct xt_table* t);
int xt_proto_init(struct net* net, u_int8_t af);
void xt_proto_fini(struct net* net, u_int8_t af);
struct xt_table_info* xt_alloc_table_info(unsigned int size);
void xt_free_table_info(struct xt_table_info* info);
extern typeof(seqcount_t) xt_recseq;
extern struct static_key xt_tee_enabled;
struct xt_percpu_counter_alloc_state {
  unsigned int off;
  const char* mem;
};
bool xt_percpu_counter_alloc(struct xt_percpu_counter_alloc_state* state,
                             struct xt_counters* counter);
void xt_percpu_counter_free(struct xt_counters* cnt);
struct nf_hook_ops* xt_hook_ops_alloc(const struct xt_table*, nf_hookfn*);
int xt_register_template(const struct xt_table* t, int (*table_init)(struct net*));
void xt_unregister_template(const struct xt_table* t);

// Inline in Linux.
struct net_device;
struct net* xt_net(const struct xt_action_param* par);
struct net_device* xt_in(const struct xt_action_param* par);
const char* xt_inname(const struct xt_action_param* par);
struct net_device* xt_out(const struct xt_action_param* par);
const char* xt_outname(const struct xt_action_param* par);
unsigned int xt_hooknum(const struct xt_action_param* par);
u_int8_t xt_family(const struct xt_action_param* par);
unsigned int xt_write_recseq_begin(void);
void xt_write_recseq_end(unsigned int addend);
unsigned long ifname_compare_aligned(const char* _a, const char* _b, const char* _mask);
struct xt_counters* xt_get_this_cpu_counter(struct xt_counters* cnt);
struct xt_counters* xt_get_per_cpu_counter(struct xt_counters* cnt, unsigned int cpu);

// Inline in Linux.
struct net* xt_net(const struct xt_action_param* par);
struct net_device* xt_in(const struct xt_action_param* par);
const char* xt_inname(const struct xt_action_param* par);
struct net_device* xt_out(const struct xt_action_param* par);
const char* xt_outname(const struct xt_action_param* par);
unsigned int xt_hooknum(const struct xt_action_param* par);
u_int8_t xt_family(const struct xt_action_param* par);
unsigned int xt_write_recseq_begin(void);
void xt_write_recseq_end(unsigned int addend);
unsigned long ifname_compare_aligned(const char* _a, const char* _b, const char* _mask);
struct xt_counters* xt_get_this_cpu_counter(struct xt_counters* cnt);
struct xt_counters* xt_get_per_cpu_counter(struct xt_counters* cnt, unsigned int cpu);

#endif
