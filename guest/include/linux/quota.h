// Limits of users.
#ifndef _LINUX_QUOTA_H
#define _LINUX_QUOTA_H

#include <linux/atomic.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/percpu_counter.h>
#include <linux/projid.h>
#include <linux/rwsem.h>
#include <linux/spinlock.h>
#include <linux/types.h>
#include <linux/uidgid.h>
#include <linux/wait.h>

struct dqstats;
struct dquot;
struct dquot_operations;
struct hlist_node;
struct if_dqblk;
struct if_dqinfo;
struct if_nextdqblk;
struct inode;
struct kqid;
struct list_head;
struct mem_dqblk;
struct mem_dqinfo;
struct module;
struct mutex;
struct path;
struct percpu_counter;
struct qc_dqblk;
struct qc_info;
struct qc_state;
struct qc_type_state;
struct quota_format_ops;
struct quota_format_type;
struct quota_info;
struct quota_module_name;
struct quotactl_ops;
struct rw_semaphore;
struct super_block;
struct user_namespace;

#define __DQUOT_VERSION__ "dquot_6.6.0"
#define MAXQUOTAS 3
#define SUBCMDMASK 0x00ff
#define SUBCMDSHIFT 8
#define Q_SYNC 0x800001
#define Q_QUOTAON 0x800002
#define Q_QUOTAOFF 0x800003
#define Q_GETFMT 0x800004
#define Q_GETINFO 0x800005
#define Q_SETINFO 0x800006
#define Q_GETQUOTA 0x800007
#define Q_SETQUOTA 0x800008
#define Q_GETNEXTQUOTA 0x800009
#define QFMT_VFS_OLD 1
#define QFMT_VFS_V0 2
#define QFMT_OCFS2 3
#define QFMT_VFS_V1 4
#define QIF_DQBLKSIZE_BITS 10
#define QIF_DQBLKSIZE (1 << QIF_DQBLKSIZE_BITS)
#define QIF_BLIMITS (1 << QIF_BLIMITS_B)
#define QIF_SPACE (1 << QIF_SPACE_B)
#define QIF_ILIMITS (1 << QIF_ILIMITS_B)
#define QIF_INODES (1 << QIF_INODES_B)
#define QIF_BTIME (1 << QIF_BTIME_B)
#define QIF_ITIME (1 << QIF_ITIME_B)
#define QIF_LIMITS (QIF_BLIMITS | QIF_ILIMITS)
#define QIF_USAGE (QIF_SPACE | QIF_INODES)
#define QIF_TIMES (QIF_BTIME | QIF_ITIME)
#define QIF_ALL (QIF_LIMITS | QIF_USAGE | QIF_TIMES)
#define IIF_BGRACE 1
#define IIF_IGRACE 2
#define IIF_FLAGS 4
#define IIF_ALL (IIF_BGRACE | IIF_IGRACE | IIF_FLAGS)
#define DQF_ROOT_SQUASH (1 << DQF_ROOT_SQUASH_B)
#define DQF_SYS_FILE (1 << DQF_SYS_FILE_B)
#define QUOTA_NL_NOWARN 0
#define QUOTA_NL_IHARDWARN 1
#define QUOTA_NL_ISOFTLONGWARN 2
#define QUOTA_NL_ISOFTWARN 3
#define QUOTA_NL_BHARDWARN 4
#define QUOTA_NL_BSOFTLONGWARN 5
#define QUOTA_NL_BSOFTWARN 6
#define QUOTA_NL_IHARDBELOW 7
#define QUOTA_NL_ISOFTBELOW 8
#define QUOTA_NL_BHARDBELOW 9
#define QUOTA_NL_BSOFTBELOW 10
#define QUOTA_NL_C_MAX (__QUOTA_NL_C_MAX - 1)
#define QUOTA_NL_A_MAX (__QUOTA_NL_A_MAX - 1)
#define QTYPE_MASK_USR (1 << USRQUOTA)
#define QTYPE_MASK_GRP (1 << GRPQUOTA)
#define QTYPE_MASK_PRJ (1 << PRJQUOTA)
#define DQF_GETINFO_MASK (DQF_ROOT_SQUASH | DQF_SYS_FILE)
#define DQF_SETINFO_MASK DQF_ROOT_SQUASH
#define DQF_INFO_DIRTY (1 << DQF_INFO_DIRTY_B)
#define DQ_MOD_B 0
#define DQ_BLKS_B 1
#define DQ_INODES_B 2
#define DQ_FAKE_B 3
#define DQ_READ_B 4
#define DQ_ACTIVE_B 5
#define DQ_RELEASING_B 6
#define DQ_LASTSET_B 7
#define QC_INO_SOFT (1 << 0)
#define QC_INO_HARD (1 << 1)
#define QC_SPC_SOFT (1 << 2)
#define QC_SPC_HARD (1 << 3)
#define QC_RT_SPC_SOFT (1 << 4)
#define QC_RT_SPC_HARD (1 << 5)
#define QC_LIMIT_MASK \
  (QC_INO_SOFT | QC_INO_HARD | QC_SPC_SOFT | QC_SPC_HARD | QC_RT_SPC_SOFT | QC_RT_SPC_HARD)
#define QC_SPC_TIMER (1 << 6)
#define QC_INO_TIMER (1 << 7)
#define QC_RT_SPC_TIMER (1 << 8)
#define QC_TIMER_MASK (QC_SPC_TIMER | QC_INO_TIMER | QC_RT_SPC_TIMER)
#define QC_SPC_WARNS (1 << 9)
#define QC_INO_WARNS (1 << 10)
#define QC_RT_SPC_WARNS (1 << 11)
#define QC_WARNS_MASK (QC_SPC_WARNS | QC_INO_WARNS | QC_RT_SPC_WARNS)
#define QC_SPACE (1 << 12)
#define QC_INO_COUNT (1 << 13)
#define QC_RT_SPACE (1 << 14)
#define QC_ACCT_MASK (QC_SPACE | QC_INO_COUNT | QC_RT_SPACE)
#define QC_FLAGS (1 << 15)
#define QCI_SYSFILE (1 << 0)
#define QCI_ROOT_SQUASH (1 << 1)
#define QCI_ACCT_ENABLED (1 << 2)
#define QCI_LIMITS_ENFORCED (1 << 3)
#define DQUOT_USAGE_ENABLED (1 << _DQUOT_USAGE_ENABLED * MAXQUOTAS)
#define DQUOT_LIMITS_ENABLED (1 << _DQUOT_LIMITS_ENABLED * MAXQUOTAS)
#define DQUOT_SUSPENDED (1 << _DQUOT_SUSPENDED * MAXQUOTAS)
#define DQUOT_STATE_FLAGS (DQUOT_USAGE_ENABLED | DQUOT_LIMITS_ENABLED | DQUOT_SUSPENDED)
#define DQUOT_STATE_LAST (_DQUOT_STATE_FLAGS * MAXQUOTAS)
#define DQUOT_QUOTA_SYS_FILE (1 << DQUOT_STATE_LAST)
#define DQUOT_NEGATIVE_USAGE (1 << (DQUOT_STATE_LAST + 1))
#define DQUOT_NOLIST_DIRTY (1 << (DQUOT_STATE_LAST + 2))
enum { QIF_BLIMITS_B, QIF_SPACE_B, QIF_ILIMITS_B, QIF_INODES_B, QIF_BTIME_B, QIF_ITIME_B };
struct if_dqblk {
  __u64 dqb_bhardlimit;
  __u64 dqb_bsoftlimit;
  __u64 dqb_curspace;
  __u64 dqb_ihardlimit;
  __u64 dqb_isoftlimit;
  __u64 dqb_curinodes;
  __u64 dqb_btime;
  __u64 dqb_itime;
  __u32 dqb_valid;
};
struct if_nextdqblk {
  __u64 dqb_bhardlimit;
  __u64 dqb_bsoftlimit;
  __u64 dqb_curspace;
  __u64 dqb_ihardlimit;
  __u64 dqb_isoftlimit;
  __u64 dqb_curinodes;
  __u64 dqb_btime;
  __u64 dqb_itime;
  __u32 dqb_valid;
  __u32 dqb_id;
};
enum { DQF_ROOT_SQUASH_B, DQF_SYS_FILE_B = 0x10, DQF_PRIVATE };
struct if_dqinfo {
  __u64 dqi_bgrace;
  __u64 dqi_igrace;
  __u32 dqi_flags;
  __u32 dqi_valid;
};
enum { QUOTA_NL_C_UNSPEC, QUOTA_NL_C_WARNING, __QUOTA_NL_C_MAX };
enum {
  QUOTA_NL_A_UNSPEC,
  QUOTA_NL_A_QTYPE,
  QUOTA_NL_A_EXCESS_ID,
  QUOTA_NL_A_WARNING,
  QUOTA_NL_A_DEV_MAJOR,
  QUOTA_NL_A_DEV_MINOR,
  QUOTA_NL_A_CAUSED_ID,
  QUOTA_NL_A_PAD,
  __QUOTA_NL_A_MAX
};
enum quota_type { USRQUOTA, GRPQUOTA, PRJQUOTA };
typedef long long qsize_t;
struct kqid {
  union {
    kuid_t uid;
    kgid_t gid;
    kprojid_t projid;
  };
  enum quota_type type;
};
bool qid_eq(struct kqid left, struct kqid right);
bool qid_lt(struct kqid left, struct kqid right);
qid_t from_kqid(struct user_namespace* to, struct kqid qid);
qid_t from_kqid_munged(struct user_namespace* to, struct kqid qid);
bool qid_valid(struct kqid qid);
extern spinlock_t dq_data_lock;
struct mem_dqblk {
  qsize_t dqb_bhardlimit;
  qsize_t dqb_bsoftlimit;
  qsize_t dqb_curspace;
  qsize_t dqb_rsvspace;
  qsize_t dqb_ihardlimit;
  qsize_t dqb_isoftlimit;
  qsize_t dqb_curinodes;
  time64_t dqb_btime;
  time64_t dqb_itime;
};
struct mem_dqinfo {
  struct quota_format_type* dqi_format;
  int dqi_fmt_id;
  struct list_head dqi_dirty_list;
  unsigned long dqi_flags;
  unsigned int dqi_bgrace;
  unsigned int dqi_igrace;
  qsize_t dqi_max_spc_limit;
  qsize_t dqi_max_ino_limit;
  void* dqi_priv;
};
enum { DQF_INFO_DIRTY_B = 0x11 };
void mark_info_dirty(struct super_block* sb, int type);
enum {
  DQST_LOOKUPS,
  DQST_DROPS,
  DQST_READS,
  DQST_WRITES,
  DQST_CACHE_HITS,
  DQST_ALLOC_DQUOTS,
  DQST_FREE_DQUOTS,
  DQST_SYNCS,
  _DQST_DQSTAT_LAST
};
struct dqstats {
  unsigned long stat[8];
  struct percpu_counter counter[8];
};
extern struct dqstats dqstats;
struct dquot {
  struct hlist_node dq_hash;
  struct list_head dq_inuse;
  struct list_head dq_free;
  struct list_head dq_dirty;
  struct mutex dq_lock;
  spinlock_t dq_dqb_lock;
  atomic_t dq_count;
  struct super_block* dq_sb;
  struct kqid dq_id;
  loff_t dq_off;
  unsigned long dq_flags;
  struct mem_dqblk dq_dqb;
};
struct quota_format_ops {
  int (*check_quota_file)(struct super_block*, int);
  int (*read_file_info)(struct super_block*, int);
  int (*write_file_info)(struct super_block*, int);
  int (*free_file_info)(struct super_block*, int);
  int (*read_dqblk)(struct dquot*);
  int (*commit_dqblk)(struct dquot*);
  int (*release_dqblk)(struct dquot*);
  int (*get_next_id)(struct super_block*, struct kqid*);
};
struct dquot_operations {
  int (*write_dquot)(struct dquot*);
  struct dquot* (*alloc_dquot)(struct super_block*, int);
  void (*destroy_dquot)(struct dquot*);
  int (*acquire_dquot)(struct dquot*);
  int (*release_dquot)(struct dquot*);
  int (*mark_dirty)(struct dquot*);
  int (*write_info)(struct super_block*, int);
  qsize_t* (*get_reserved_space)(struct inode*);
  int (*get_projid)(struct inode*, kprojid_t*);
  int (*get_inode_usage)(struct inode*, qsize_t*);
  int (*get_next_id)(struct super_block*, struct kqid*);
};
struct qc_dqblk {
  int d_fieldmask;
  u64 d_spc_hardlimit;
  u64 d_spc_softlimit;
  u64 d_ino_hardlimit;
  u64 d_ino_softlimit;
  u64 d_space;
  u64 d_ino_count;
  s64 d_ino_timer;
  s64 d_spc_timer;
  int d_ino_warns;
  int d_spc_warns;
  u64 d_rt_spc_hardlimit;
  u64 d_rt_spc_softlimit;
  u64 d_rt_space;
  s64 d_rt_spc_timer;
  int d_rt_spc_warns;
};
struct qc_type_state {
  unsigned int flags;
  unsigned int spc_timelimit;
  unsigned int ino_timelimit;
  unsigned int rt_spc_timelimit;
  unsigned int spc_warnlimit;
  unsigned int ino_warnlimit;
  unsigned int rt_spc_warnlimit;
  unsigned long long ino;
  blkcnt_t blocks;
  blkcnt_t nextents;
};
struct qc_state {
  unsigned int s_incoredqs;
  struct qc_type_state s_state[3];
};
struct qc_info {
  int i_fieldmask;
  unsigned int i_flags;
  unsigned int i_spc_timelimit;
  unsigned int i_ino_timelimit;
  unsigned int i_rt_spc_timelimit;
  unsigned int i_spc_warnlimit;
  unsigned int i_ino_warnlimit;
  unsigned int i_rt_spc_warnlimit;
};
struct quotactl_ops {
  int (*quota_on)(struct super_block*, int, int, const struct path*);
  int (*quota_off)(struct super_block*, int);
  int (*quota_enable)(struct super_block*, unsigned int);
  int (*quota_disable)(struct super_block*, unsigned int);
  int (*quota_sync)(struct super_block*, int);
  int (*set_info)(struct super_block*, int, struct qc_info*);
  int (*get_dqblk)(struct super_block*, struct kqid, struct qc_dqblk*);
  int (*get_nextdqblk)(struct super_block*, struct kqid*, struct qc_dqblk*);
  int (*set_dqblk)(struct super_block*, struct kqid, struct qc_dqblk*);
  int (*get_state)(struct super_block*, struct qc_state*);
  int (*rm_xquota)(struct super_block*, unsigned int);
};
struct quota_format_type {
  int qf_fmt_id;
  const struct quota_format_ops* qf_ops;
  struct module* qf_owner;
  struct quota_format_type* qf_next;
};
enum { _DQUOT_USAGE_ENABLED, _DQUOT_LIMITS_ENABLED, _DQUOT_SUSPENDED, _DQUOT_STATE_FLAGS };
void quota_send_warning(struct kqid qid, dev_t dev, const char warntype);
struct quota_info {
  unsigned int flags;
  struct rw_semaphore dqio_sem;
  struct inode* files[3];
  struct mem_dqinfo info[3];
  const struct quota_format_ops* ops[3];
};
int register_quota_format(struct quota_format_type* fmt);
void unregister_quota_format(struct quota_format_type* fmt);
struct quota_module_name {
  int qm_fmt_id;
  char* qm_mod_name;
};

#endif
