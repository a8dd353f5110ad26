// Reading the memory of a kernel that crashed.
#ifndef _LINUX_CRASH_DUMP_H
#define _LINUX_CRASH_DUMP_H

#include <linux/elf.h>
#include <linux/pgtable.h>
#include <linux/proc_fs.h>
#include <linux/types.h>

struct iov_iter;
struct list_head;
struct vm_area_struct;
struct vmcore_cb;
struct vmcoredd_data;

#define ELFCORE_ADDR_MAX (-1ULL)
#define ELFCORE_ADDR_ERR (-2ULL)
extern unsigned long long elfcorehdr_addr;
extern unsigned long long elfcorehdr_size;
int elfcorehdr_alloc(unsigned long long* addr, unsigned long long* size);
void elfcorehdr_free(unsigned long long addr);
ssize_t elfcorehdr_read(char* buf, size_t count, u64* ppos);
ssize_t elfcorehdr_read_notes(char* buf, size_t count, u64* ppos);
int remap_oldmem_pfn_range(struct vm_area_struct* vma, unsigned long from, unsigned long pfn,
                           unsigned long size, pgprot_t prot);
ssize_t copy_oldmem_page(struct iov_iter* i, unsigned long pfn, size_t csize, unsigned long offset);
ssize_t copy_oldmem_page_encrypted(struct iov_iter* iter, unsigned long pfn, size_t csize,
                                   unsigned long offset);
void vmcore_cleanup(void);
struct vmcore_cb {
  bool (*pfn_is_ram)(struct vmcore_cb*, unsigned long);
  struct list_head next;
};
void register_vmcore_cb(struct vmcore_cb* cb);
void unregister_vmcore_cb(struct vmcore_cb* cb);
struct vmcoredd_data {
  char dump_name[44];
  unsigned int size;
  int (*vmcoredd_callback)(struct vmcoredd_data*, void*);
};
ssize_t read_from_oldmem(struct iov_iter* iter, size_t count, u64* ppos, bool encrypted);

// Inline in Linux.
bool is_kdump_kernel(void);
int is_vmcore_usable(void);
void vmcore_unusable(void);
int vmcore_add_device_dump(struct vmcoredd_data* data);

// Inline in Linux.
bool is_kdump_kernel(void);
int is_vmcore_usable(void);
void vmcore_unusable(void);
int vmcore_add_device_dump(struct vmcoredd_data* data);

#endif
