/*
 * Temporary mappings of highmem pages: kmap_local and, with the counters of its callers,
 * kmap_atomic. What is in order is done here, without a call of the host, which does and reports
 * all else. Both ways in have no frame and jump to the slow way, so that it returns to who called
 * them. Linux: mm/highmem.c (__kmap_local_pfn_prot, kunmap_local_indexed, __kmap_local_sched_in).
 */
#include <asm/fixmap.h>
#include <asm/tlbflush.h>
#include <linux/debug_locks.h>
#include <linux/export.h>
#include <linux/highmem.h>
#include <linux/instruction_pointer.h>
#include <linux/mm.h>
#include <linux/sched.h>

#include "bug_at.h"
#include "kernel.h"
#include "sched/sched.h"

#define KM_MAX_IDX 16
#define FRAMELESS __attribute__((optimize("omit-frame-pointer", "optimize-sibling-calls")))

void* mm32_kmap_local_pfn(void* ctrl, unsigned long pfn, u32 prot);
unsigned long mm32_kunmap_local(void* ctrl, const void* vaddr);

/* Set by the host: the entry of the first slot, which those of deeper levels lie below, and the
 * address of the first slot. */
pte_t* __mm32_kmap_pte;
unsigned long __mm32_kmap_top;

/* The same for what is done here, the address as the slot's last byte. While somebody follows the
 * events of temporary mappings these are entries which are all in use, and no slot's address. */
pte_t* __mm32_kmap_free_pte;
unsigned long __mm32_kmap_end;
pte_t __mm32_kmap_in_use[KM_MAX_IDX] = {[0 ... KM_MAX_IDX - 1] = __pte(_PAGE_PRESENT)};

/* Who used a slot last: the leak report reads it when a slot is still in use. */
struct kmap_site {
  unsigned long mapped_by, unmapped_by;
};
struct kmap_site __mm32_kmap_sites[KM_MAX_IDX];

static __always_inline unsigned long slot_address(unsigned int level) {
  return __mm32_kmap_top - (level << PAGE_SHIFT);
}

/* In one instruction and one register. */
static __always_inline pte_t* slot_of(unsigned int level) {
  long below;

  asm("imul %2, %1, %0" : "=r"(below) : "r"(level), "i"(-(long)sizeof(pte_t)));
  asm("add %1, %0" : "+r"(below) : "m"(__mm32_kmap_free_pte));
  return (pte_t*)below;
}

/* As the CPU may look at any time, the half with the present bit is written last, cleared first. */
static __always_inline void write_slot(pte_t* slot, pte_t entry) {
#ifdef CONFIG_X86_PAE
  slot->pte_high = entry.pte_high;
  barrier();
#endif
  WRITE_ONCE(slot->pte_low, entry.pte_low);
}

static __always_inline void clear_slot(pte_t* slot) {
  WRITE_ONCE(slot->pte_low, 0);
#ifdef CONFIG_X86_PAE
  barrier();
  slot->pte_high = 0;
#endif
}

static __always_inline void forget(unsigned long page) {
  __asm__ volatile("invlpg (%0)" : : "r"(page) : "memory");
}

/* The slow ways carry the names that reports know. */
static noinline void* map_on_host(pte_t entry) __asm__("__kmap_local_pfn_prot.part.0");
static noinline void unmap_on_host(const void* vaddr) __asm__("kunmap_local_indexed.part.0");

static noinline void* map_on_host(pte_t entry) {
  struct kmap_ctrl* ctrl = &current->kmap_ctrl;
  const unsigned int level = ctrl->idx;
  u32 flags = (u32)pte_flags(entry);

#ifdef CONFIG_X86_PAE
  if (pte_val(entry) >> _PAGE_BIT_NX) flags |= 1u << 31;
#endif
  if (level < KM_MAX_IDX) __mm32_kmap_sites[level].mapped_by = _RET_IP_;
  return mm32_kmap_local_pfn(ctrl, pte_pfn(entry), flags);
}

static __always_inline void* map_slot(pte_t entry) {
  struct kmap_ctrl* ctrl = &current->kmap_ctrl;
  const unsigned int level = ctrl->idx;
  pte_t* slot = slot_of(level);

  if (unlikely(level >= KM_MAX_IDX - 1 || !pte_none(*slot))) return map_on_host(entry);
  write_slot(slot, entry);
  ctrl->pteval[level] = pte_val(entry);
  ctrl->idx = level + 1;
  __mm32_kmap_sites[level].mapped_by = _RET_IP_;
  return (void*)slot_address(level);
}

FRAMELESS void* __kmap_local_pfn_prot(unsigned long pfn, pgprot_t prot) {
  return map_slot(pfn_pte(pfn, prot));
}
EXPORT_SYMBOL(__kmap_local_pfn_prot);

FRAMELESS void* __kmap_local_page_prot(struct page* page, pgprot_t prot) {
  if (!PageHighMem(page)) return lowmem_page_address(page);
  return map_slot(mk_pte(page, prot));
}
EXPORT_SYMBOL(__kmap_local_page_prot);

/* Pages of the direct map have no slot. */
static noinline void unmap_on_host(const void* vaddr) {
  const unsigned long page = (unsigned long)vaddr & PAGE_MASK;
  struct kmap_ctrl* ctrl = &current->kmap_ctrl;
  const unsigned int level = ctrl->idx - 1;
  unsigned long unmapped;

  if (page < __fix_to_virt(FIX_KMAP_END) && page >= PAGE_OFFSET) return;
  unmapped = mm32_kunmap_local(ctrl, vaddr);
  if (level < KM_MAX_IDX) __mm32_kmap_sites[level].unmapped_by = _RET_IP_;
  if (unmapped) forget(unmapped);
}

/* Undoes the last mapping. */
FRAMELESS void kunmap_local_indexed(const void* vaddr) {
  const unsigned int level = (__mm32_kmap_end - (unsigned long)vaddr) >> PAGE_SHIFT;
  struct kmap_ctrl* ctrl = &current->kmap_ctrl;

  if (unlikely(level >= KM_MAX_IDX - 1 || ctrl->idx != level + 1)) {
    unmap_on_host(vaddr);
    return;
  }
  clear_slot(slot_of(level));
  __mm32_kmap_sites[level].unmapped_by = _RET_IP_;
  ctrl->pteval[level] = 0;
  ctrl->idx = level;
  forget((unsigned long)vaddr);
}
EXPORT_SYMBOL(kunmap_local_indexed);

/* Once, as lock debugging ends with it. Linux: kmap_assert_nomap. */
static noinline void exit_to_user_mode_prepare(void) {
  if (likely(!current->kmap_ctrl.idx) || !debug_locks_off()) return;
  WARN_AT(1, "include/linux/highmem-internal.h", 17, "DEBUG_LOCKS_WARN_ON(current->kmap_ctrl.idx)");
}
void syscall_exit_to_user_mode(void) { exit_to_user_mode_prepare(); }

/* Only the running task's mappings are in the slots. Linux: __kmap_local_sched_out and _in. */
void kmap_switch(struct task_struct* from, struct task_struct* to) {
  int level;

  for (level = 0; level < min(from->kmap_ctrl.idx, KM_MAX_IDX); level++) {
    clear_slot(__mm32_kmap_pte - level);
    forget(slot_address(level));
  }
  for (level = 0; level < min(to->kmap_ctrl.idx, KM_MAX_IDX); level++)
    write_slot(__mm32_kmap_pte - level, __pte(to->kmap_ctrl.pteval[level]));
}
