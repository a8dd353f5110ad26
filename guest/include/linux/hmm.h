// Page tables mirrored for devices.
#ifndef _LINUX_HMM_H
#define _LINUX_HMM_H

#include <linux/mm.h>
#include <linux/types.h>

struct hmm_range;
struct mmu_interval_notifier;

#define HMM_RANGE_DEFAULT_TIMEOUT 1000
enum hmm_pfn_flags {
  HMM_PFN_VALID = 0x80000000,
  HMM_PFN_WRITE = 0x40000000,
  HMM_PFN_ERROR = 0x20000000,
  HMM_PFN_ORDER_SHIFT = 0x18,
  HMM_PFN_REQ_FAULT = 0x80000000,
  HMM_PFN_REQ_WRITE = 0x40000000,
  HMM_PFN_FLAGS = 0xff000000
};
struct hmm_range {
  struct mmu_interval_notifier* notifier;
  unsigned long notifier_seq;
  unsigned long start;
  unsigned long end;
  unsigned long* hmm_pfns;
  unsigned long default_flags;
  unsigned long pfn_flags_mask;
  void* dev_private_owner;
};
int hmm_range_fault(struct hmm_range* range);

// Inline in Linux.
struct page;
struct page* hmm_pfn_to_page(unsigned long hmm_pfn);
unsigned int hmm_pfn_to_map_order(unsigned long hmm_pfn);

// Inline in Linux.
struct page* hmm_pfn_to_page(unsigned long hmm_pfn);
unsigned int hmm_pfn_to_map_order(unsigned long hmm_pfn);

#endif
