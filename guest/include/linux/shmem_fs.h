// Files in memory.
#ifndef _LINUX_SHMEM_FS_H
#define _LINUX_SHMEM_FS_H

#include <linux/file.h>
#include <linux/fs_parser.h>
#include <linux/mempolicy.h>
#include <linux/pagemap.h>
#include <linux/percpu_counter.h>
#include <linux/swap.h>
#include <linux/xattr.h>

struct address_space;
struct address_space_operations;
struct file;
struct folio;
struct fs_context;
struct fs_parameter_spec;
struct inode;
struct list_head;
struct mempolicy;
struct mm_struct;
struct page;
struct percpu_counter;
struct shared_policy;
struct shmem_inode_info;
struct shmem_sb_info;
struct simple_xattrs;
struct timespec64;
struct ucounts;
struct vfsmount;
struct vm_area_struct;

#define SHMEM_FL_USER_VISIBLE FS_FL_USER_VISIBLE
#define SHMEM_FL_USER_MODIFIABLE (FS_IMMUTABLE_FL | FS_APPEND_FL | FS_NODUMP_FL | FS_NOATIME_FL)
#define SHMEM_FL_INHERITED (FS_NODUMP_FL | FS_NOATIME_FL)
struct shmem_inode_info {
  spinlock_t lock;
  unsigned int seals;
  unsigned long flags;
  unsigned long alloced;
  unsigned long swapped;
  unsigned long fallocend;
  struct list_head shrinklist;
  struct list_head swaplist;
  struct shared_policy policy;
  struct simple_xattrs xattrs;
  atomic_t stop_eviction;
  struct timespec64 i_crtime;
  unsigned int fsflags;
  struct inode vfs_inode;
};
struct shmem_sb_info {
  unsigned long max_blocks;
  struct percpu_counter used_blocks;
  unsigned long max_inodes;
  unsigned long free_inodes;
  raw_spinlock_t stat_lock;
  umode_t mode;
  unsigned char huge;
  kuid_t uid;
  kgid_t gid;
  bool full_inums;
  ino_t next_ino;
  ino_t* ino_batch;
  struct mempolicy* mpol;
  spinlock_t shrinklist_lock;
  struct list_head shrinklist;
  unsigned long shrinklist_len;
};
extern const struct fs_parameter_spec shmem_fs_parameters[];
void shmem_init(void);
int shmem_init_fs_context(struct fs_context* fc);
struct file* shmem_file_setup(const char* name, loff_t size, unsigned long flags);
struct file* shmem_kernel_file_setup(const char* name, loff_t size, unsigned long flags);
struct file* shmem_file_setup_with_mnt(struct vfsmount* mnt, const char* name, loff_t size,
                                       unsigned long flags);
int shmem_zero_setup(struct vm_area_struct*);
unsigned long shmem_get_unmapped_area(struct file*, unsigned long addr, unsigned long len,
                                      unsigned long pgoff, unsigned long flags);
int shmem_lock(struct file* file, int lock, struct ucounts* ucounts);
extern const struct address_space_operations shmem_aops;
void shmem_unlock_mapping(struct address_space* mapping);
struct page* shmem_read_mapping_page_gfp(struct address_space* mapping, unsigned long index,
                                         gfp_t gfp_mask);
void shmem_truncate_range(struct inode* inode, loff_t start, loff_t end);
int shmem_unuse(unsigned int type);
bool shmem_is_huge(struct vm_area_struct* vma, struct inode* inode, unsigned long index,
                   bool shmem_huge_force);
unsigned long shmem_swap_usage(struct vm_area_struct* vma);
unsigned long shmem_partial_swap_usage(struct address_space* mapping, unsigned long start,
                                       unsigned long end);
enum sgp_type { SGP_READ, SGP_NOALLOC, SGP_CACHE, SGP_WRITE, SGP_FALLOC };
int shmem_get_folio(struct inode* inode, unsigned long index, struct folio** foliop,
                    enum sgp_type sgp);
bool shmem_charge(struct inode* inode, long pages);
void shmem_uncharge(struct inode* inode, long pages);
int shmem_mfill_atomic_pte(struct mm_struct* dst_mm, pmd_t* dst_pmd, struct vm_area_struct* dst_vma,
                           unsigned long dst_addr, unsigned long src_addr, bool zeropage,
                           bool wp_copy, struct page** pagep);

// Inline in Linux.
struct shmem_inode_info* SHMEM_I(struct inode* inode);
bool shmem_mapping(struct address_space* mapping);
bool shmem_huge_enabled(struct vm_area_struct* vma, bool shmem_huge_force);
struct page* shmem_read_mapping_page(struct address_space* mapping, unsigned long index);
bool shmem_file(struct file* file);
unsigned long shmem_fallocend(struct inode* inode, unsigned long eof);

#endif
