// What an address is: its cache, slot and the calls that took and freed it.
// Linux: 6.1 mm/slab_common.c kmem_dump_obj, mm/slub.c __kmem_obj_info, mm/util.c mem_dump_obj.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/slub_def.h>
#include <linux/vmalloc.h>

// One call that user tracking wrote behind an object, and a trace of the host's stack depot
// (mm/slab/debug_report.hpp, mm/slab/stack_depot.cpp).
struct track {
  unsigned long addr;
  const struct trace* trace;
  int cpu;
  int pid;
  unsigned long when;
};
struct trace {
  unsigned long next;
  unsigned long hash;
  unsigned long count;
  const void* entries[16];
};

static void print_trace(const struct trace* trace) {
  unsigned long i;
  if (!virt_addr_valid(trace)) return;
  for (i = 0; i < trace->count && i < ARRAY_SIZE(trace->entries); i++)
    pr_info("    %pS\n", trace->entries[i]);
}

static unsigned long pad_of(const struct kmem_cache* s) {
  return s->flags & SLAB_RED_ZONE ? s->red_left_pad : 0;
}

static bool is_slab_object(const void* object) {
  return !ZERO_OR_NULL_PTR(object) && virt_addr_valid(object) &&
         PageSlab(virt_to_head_page(object));
}

bool kmem_dump_obj(void* object) {
  const struct page* slab;
  const struct kmem_cache* s;
  const struct track* tracks = NULL;
  unsigned long base, start, pad;
  if (!is_slab_object(object)) return false;
  slab = virt_to_head_page(object);
  s = slab->slab_cache;
  pad = pad_of(s);
  base = (unsigned long)page_address(slab);
  start = base + ((unsigned long)object - pad - base) / s->size * s->size;
  pr_cont(" slab %s start %px", s->name, (void*)start);
  if (pad) pr_cont(" data offset %lu", pad);
  pr_cont(" pointer offset %lu", (unsigned long)object - start - pad);
  if (s->usersize) pr_cont(" size %u", s->usersize);
  if (s->flags & SLAB_STORE_USER)
    tracks = (void*)(start + pad + s->inuse + (s->offset >= s->inuse ? sizeof(void*) : 0));
  if (!tracks || !tracks[0].addr) {
    pr_cont("\n");
  } else {
    pr_cont(" allocated at %pS\n", (void*)tracks[0].addr);
  }
  if (!tracks) return true;
  print_trace(tracks[0].trace);
  if (!virt_addr_valid(tracks[1].trace)) return true;
  pr_cont(" Free path:\n");
  print_trace(tracks[1].trace);
  return true;
}
EXPORT_SYMBOL_GPL(kmem_dump_obj);

void mem_dump_obj(void* object) {
  const char* type;
  if (kmem_dump_obj(object)) return;
  if (is_vmalloc_addr(object)) {
    const struct vm_struct* vm = find_vm_area(object);
    if (vm) {
      pr_cont(" %u-page vmalloc region starting at %#lx allocated at %pS\n", vm->nr_pages,
              (unsigned long)vm->addr, vm->caller);
      return;
    }
    type = "vmalloc memory";
  } else if (virt_addr_valid(object)) {
    type = "non-slab/vmalloc memory";
  } else if (object == NULL) {
    type = "NULL pointer";
  } else if (object == ZERO_SIZE_PTR) {
    type = "zero-size pointer";
  } else {
    type = "non-paged memory";
  }
  pr_cont(" %s\n", type);
}
EXPORT_SYMBOL_GPL(mem_dump_obj);
