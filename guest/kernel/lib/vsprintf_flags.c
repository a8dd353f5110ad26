// %pGp, %pGv and %pGg: the flags of a page, of a vma, of an allocation, by their names.
//
// The order of the names is the order in which 6.1 prints them; a combined name (GFP_KERNEL) comes
// before the bits that it consists of.
#include <linux/bug.h>
#include <linux/gfp.h>
#include <linux/mm.h>

#include "format.h"

struct flag_name {
  unsigned long mask;
  const char* name;
};

static const struct flag_name page_names[] = {{1ul << 0, "locked"},
                                              {1ul << 7, "waiters"},
                                              {1ul << 8, "error"},
                                              {1ul << 1, "referenced"},
                                              {1ul << 2, "uptodate"},
                                              {1ul << 3, "dirty"},
                                              {1ul << 4, "lru"},
                                              {1ul << 5, "active"},
                                              {1ul << 6, "workingset"},
                                              {1ul << 9, "slab"},
                                              {1ul << 10, "owner_priv_1"},
                                              {1ul << 11, "arch_1"},
                                              {1ul << 12, "reserved"},
                                              {1ul << 13, "private"},
                                              {1ul << 14, "private_2"},
                                              {1ul << 15, "writeback"},
                                              {1ul << 16, "head"},
                                              {1ul << 17, "mappedtodisk"},
                                              {1ul << 18, "reclaim"},
                                              {1ul << 19, "swapbacked"},
                                              {1ul << 20, "unevictable"},
                                              {1ul << 21, "mlocked"},
                                              {1ul << 22, "uncached"},
                                              {1ul << 23, "hwpoison"},
                                              {0, NULL}};

static const struct flag_name vma_names[] = {{1ul << 0, "read"},
                                             {1ul << 1, "write"},
                                             {1ul << 2, "exec"},
                                             {1ul << 3, "shared"},
                                             {1ul << 4, "mayread"},
                                             {1ul << 5, "maywrite"},
                                             {1ul << 6, "mayexec"},
                                             {1ul << 7, "mayshare"},
                                             {1ul << 8, "growsdown"},
                                             {1ul << 9, "uffd_missing"},
                                             {1ul << 10, "pfnmap"},
                                             {1ul << 12, "uffd_wp"},
                                             {1ul << 13, "locked"},
                                             {1ul << 14, "io"},
                                             {1ul << 15, "seqread"},
                                             {1ul << 16, "randread"},
                                             {1ul << 17, "dontcopy"},
                                             {1ul << 18, "dontexpand"},
                                             {1ul << 19, "lockonfault"},
                                             {1ul << 20, "account"},
                                             {1ul << 21, "noreserve"},
                                             {1ul << 22, "hugetlb"},
                                             {1ul << 23, "sync"},
                                             {1ul << 24, "pat"},
                                             {1ul << 25, "wipeonfork"},
                                             {1ul << 26, "dontdump"},
                                             {1ul << 28, "mixedmap"},
                                             {1ul << 29, "hugepage"},
                                             {1ul << 30, "nohugepage"},
                                             {1ul << 31, "mergeable"},
                                             {0, NULL}};

#define GFP_NAME(flag) \
  { flag, #flag }
static const struct flag_name gfp_names[] = {GFP_NAME(GFP_TRANSHUGE),
                                             GFP_NAME(GFP_TRANSHUGE_LIGHT),
                                             GFP_NAME(GFP_HIGHUSER_MOVABLE),
                                             GFP_NAME(GFP_HIGHUSER),
                                             GFP_NAME(GFP_USER),
                                             GFP_NAME(GFP_KERNEL_ACCOUNT),
                                             GFP_NAME(GFP_KERNEL),
                                             GFP_NAME(GFP_NOFS),
                                             GFP_NAME(GFP_ATOMIC),
                                             GFP_NAME(GFP_NOIO),
                                             GFP_NAME(GFP_NOWAIT),
                                             GFP_NAME(GFP_DMA),
                                             GFP_NAME(__GFP_HIGHMEM),
                                             GFP_NAME(GFP_DMA32),
                                             GFP_NAME(__GFP_HIGH),
                                             GFP_NAME(__GFP_ATOMIC),
                                             GFP_NAME(__GFP_IO),
                                             GFP_NAME(__GFP_FS),
                                             GFP_NAME(__GFP_NOWARN),
                                             GFP_NAME(__GFP_RETRY_MAYFAIL),
                                             GFP_NAME(__GFP_NOFAIL),
                                             GFP_NAME(__GFP_NORETRY),
                                             GFP_NAME(__GFP_COMP),
                                             GFP_NAME(__GFP_ZERO),
                                             GFP_NAME(__GFP_NOMEMALLOC),
                                             GFP_NAME(__GFP_MEMALLOC),
                                             GFP_NAME(__GFP_HARDWALL),
                                             GFP_NAME(__GFP_THISNODE),
                                             GFP_NAME(__GFP_RECLAIMABLE),
                                             GFP_NAME(__GFP_MOVABLE),
                                             GFP_NAME(__GFP_ACCOUNT),
                                             GFP_NAME(__GFP_WRITE),
                                             GFP_NAME(__GFP_RECLAIM),
                                             GFP_NAME(__GFP_DIRECT_RECLAIM),
                                             GFP_NAME(__GFP_KSWAPD_RECLAIM),
                                             GFP_NAME(__GFP_ZEROTAGS),
                                             {0, NULL}};

static void out_names(struct out* o, unsigned long flags, const struct flag_name* name) {
  for (; flags && name->name; name++) {
    if ((flags & name->mask) != name->mask) continue;
    out_text(o, name->name);
    flags &= ~name->mask;
    if (flags) out_char(o, '|');
  }
  if (flags) out_number(o, flags, number_spec(16, SPEC_SPECIAL | SPEC_SMALL, -1));
}

static void out_page_flags(struct out* o, unsigned long flags) {
  unsigned long named = flags & PAGEFLAGS_MASK;
  out_number(o, flags, number_spec(16, SPEC_SPECIAL | SPEC_SMALL, -1));
  out_char(o, '(');
  if (named) {
    out_names(o, named, page_names);
    out_char(o, '|');
  }
  out_text(o, "zone=");
  out_number(o, flags >> ZONES_PGSHIFT, number_spec(10, 0, -1));
  out_char(o, ')');
}

void out_flags(struct out* o, const char* fmt, const void* p, struct spec spec) {
  if (!out_check_pointer(o, p, spec)) return;
  switch (fmt[1]) {
    case 'p':
      out_page_flags(o, *(const unsigned long*)p);
      return;
    case 'v':
      out_names(o, *(const unsigned long*)p, vma_names);
      return;
    case 'g':
      out_names(o, *(const gfp_t*)p, gfp_names);
      return;
    default:
      out_message(o, "(%pG?)", spec);
  }
}
