// Looking for ranges in the resource trees: free ones to allocate, and those of a kind.
// Linux: kernel/resource.c (allocate_resource, walk_iomem_res_desc, region_intersects),
// arch/x86/kernel/resource.c (what device memory must not be put over).
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/ioport.h>
#include <linux/kernel.h>
#include <linux/mm.h>

#define BIOS_END 0x100000

typedef resource_size_t (*align_fn)(void* data, const struct resource* available,
                                    resource_size_t size, resource_size_t align);

struct wanted {
  resource_size_t size, min, max, align;
  align_fn alignf;
  void* data;
};

// Puts `found` at the lowest place that fits in the free range [start, end].
static bool fit(struct resource* found, const struct wanted* w, resource_size_t start,
                resource_size_t end) {
  struct resource free = {.flags = found->flags & ~IORESOURCE_UNSET};
  resource_size_t at;

  start = max(start, w->min);
  end = min(end, w->max);
  if (found->flags & IORESOURCE_MEM) start = max(start, (resource_size_t)BIOS_END);
  free.start = ALIGN(start, w->align);
  free.end = end;
  if (free.start < start || free.start > end) return false;
  at = w->alignf ? w->alignf(w->data, &free, w->size, w->align) : free.start;
  if (at + w->size - 1 < at || at < free.start || at + w->size - 1 > free.end) return false;
  found->start = at;
  found->end = at + w->size - 1;
  return true;
}

int allocate_resource(struct resource* root, struct resource* resource, resource_size_t size,
                      resource_size_t min, resource_size_t max, resource_size_t align,
                      align_fn alignf, void* alignf_data) {
  const struct wanted w = {size, min, max, align ? align : 1, alignf, alignf_data};
  resource_size_t start = root->start;
  struct resource* r;

  for (r = root->child; r; r = r->sibling) {
    if (r->start > start && fit(resource, &w, start, r->start - 1))
      return request_resource(root, resource);
    if (r->end == root->end) return -EBUSY;
    start = r->end + 1;
  }
  return fit(resource, &w, start, root->end) ? request_resource(root, resource) : -EBUSY;
}
EXPORT_SYMBOL(allocate_resource);

// The resource after `r` in the order of addresses, parents first.
static struct resource* next_resource(struct resource* r) {
  if (r->child) return r->child;
  while (!r->sibling && r->parent) r = r->parent;
  return r->sibling;
}

static bool matches(const struct resource* r, unsigned long flags, unsigned long desc) {
  return (r->flags & flags) == flags && (desc == IORES_DESC_NONE || desc == r->desc);
}

// Hands the part of each matching range that lies in [start, end] to func, until it fails.
int walk_iomem_res_desc(unsigned long desc, unsigned long flags, u64 start, u64 end, void* arg,
                        int (*func)(struct resource*, void*)) {
  int result = -EINVAL;
  struct resource* r;

  for (r = iomem_resource.child; r && r->start <= end; r = next_resource(r)) {
    struct resource part = *r;

    if (r->end < start || !matches(r, flags, desc)) continue;
    if (part.start < start) part.start = (resource_size_t)start;
    if (part.end > end) part.end = (resource_size_t)end;
    result = func(&part, arg);
    if (result) break;
  }
  return result;
}
EXPORT_SYMBOL(walk_iomem_res_desc);

int region_intersects(resource_size_t start, size_t size, unsigned long flags, unsigned long desc) {
  const struct resource wanted = {.start = start, .end = start + size - 1};
  int type = 0, other = 0;
  struct resource* r;

  for (r = iomem_resource.child; r; r = r->sibling) {
    if (!resource_overlaps(r, (struct resource*)&wanted)) continue;
    if (matches(r, flags, desc))
      type++;
    else
      other++;
  }
  if (!type) return REGION_DISJOINT;
  return other ? REGION_MIXED : REGION_INTERSECTS;
}
EXPORT_SYMBOL(region_intersects);

static int found_ram(struct resource* r, void* arg) { return 1; }

int page_is_ram(unsigned long pfn) {
  const u64 begin = (u64)pfn << 12;

  return walk_iomem_res_desc(IORES_DESC_NONE, IORESOURCE_SYSTEM_RAM | IORESOURCE_BUSY, begin,
                             begin + 4095, NULL, found_ram) == 1;
}
EXPORT_SYMBOL(page_is_ram);

// Whether a mapping of the range would reach over the end of a resource that nobody has taken: -1,
// after a warning. Linux: iomem_map_sanity_check.
int iomem_map_sanity_check(resource_size_t addr, unsigned long size) {
  const resource_size_t last = addr + size - 1;
  struct resource* r;

  for (r = iomem_resource.child; r; r = next_resource(r)) {
    if (r->start > last || r->end < addr) continue;
    if (r->start >> PAGE_SHIFT <= addr >> PAGE_SHIFT && r->end >> PAGE_SHIFT >= last >> PAGE_SHIFT)
      continue;
    if (r->flags & IORESOURCE_BUSY) continue;
    pr_warn(
        "resource: resource sanity check: requesting [mem %pa-%pa], which spans more than %s %pR\n",
        &addr, &last, r->name, r);
    return -1;
  }
  return 0;
}
