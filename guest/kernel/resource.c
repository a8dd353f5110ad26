// The trees of I/O and memory addresses: who claims which range.
//
// State: iomem_resource and ioport_resource, their children in ascending order without overlaps,
// each inside its parent. What the machine itself occupies is asked of the host once, at boot.
// There is one CPU and nothing here sleeps half-way, so the trees need no lock.
// Linux: kernel/resource.c, arch/x86/kernel/e820.c (e820__reserve_resources).
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/ioport.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "kernel.h"

#define BOOT_RESOURCES 64
#define BOOT_NAME_BYTES 24

// What the host tells about one range, numbered in the order of a walk through the tree; see
// emu/device/boot_resources.hpp.
struct boot_range {
  u64 start;
  u64 end;
  u32 flags;
  u32 desc;
  s32 parent;   // the range around it; -1: the root
  s32 sibling;  // the one before it with the same parent; -1: it is the first
  char name[BOOT_NAME_BYTES];
};
// The ranges of a kind (IORESOURCE_IO or IORESOURCE_MEM), at most `room`; returns their number.
unsigned int mm32_boot_resources(unsigned int kind, struct boot_range* ranges, unsigned int room);

struct resource ioport_resource = {
    .start = 0, .end = 0xffff, .name = "PCI IO", .flags = IORESOURCE_IO};
struct resource iomem_resource = {
    .start = 0, .end = (resource_size_t)0xfffffffffULL, .name = "PCI mem", .flags = IORESOURCE_MEM};
EXPORT_SYMBOL(ioport_resource);
EXPORT_SYMBOL(iomem_resource);

static struct resource boot_resources[BOOT_RESOURCES];
static struct boot_range boot_ranges[BOOT_RESOURCES];  // their names stay in use

static bool starts_before(const struct resource* a, const struct resource* b) {
  return a->start < b->start;
}

// Makes `resource` a child of `root` if that leaves no overlap. Else what is in the way: a child,
// or `root` itself when the range does not lie in it.
struct resource* request_resource_conflict(struct resource* root, struct resource* resource) {
  struct resource **link, *child;

  if (resource->end < resource->start || !resource_contains(root, resource)) return root;
  for (link = &root->child; (child = *link); link = &child->sibling) {
    if (resource_overlaps(child, resource)) return child;
    if (starts_before(resource, child)) break;
  }
  resource->sibling = child;
  resource->parent = root;
  *link = resource;
  return NULL;
}

int request_resource(struct resource* root, struct resource* resource) {
  return request_resource_conflict(root, resource) ? -EBUSY : 0;
}
EXPORT_SYMBOL(request_resource);

// The link that points to `resource`, NULL when its parent has no such child.
static struct resource** link_to(struct resource* resource) {
  struct resource** link;

  for (link = &resource->parent->child; *link; link = &(*link)->sibling)
    if (*link == resource) return link;
  return NULL;
}

int release_resource(struct resource* resource) {
  struct resource** link = link_to(resource);

  if (!link) return -EINVAL;
  *link = resource->sibling;
  resource->parent = NULL;
  return 0;
}
EXPORT_SYMBOL(release_resource);

// As request_resource_conflict, but ranges that lie wholly in `resource` become its children, and
// a child that holds it becomes its parent.
struct resource* insert_resource_conflict(struct resource* parent, struct resource* resource) {
  struct resource *first, *last, *r;

  for (;; parent = first) {
    first = request_resource_conflict(parent, resource);
    if (!first || first == parent || first == resource) return first;
    if (!resource_contains(first, resource)) break;
    if (first->start == resource->start && first->end == resource->end) break;
  }
  for (last = first;; last = last->sibling) {
    if (!resource_contains(resource, last)) return last;
    if (!last->sibling || last->sibling->start > resource->end) break;
  }
  *link_to(first) = resource;
  resource->parent = parent;
  resource->sibling = last->sibling;
  resource->child = first;
  last->sibling = NULL;
  for (r = first; r; r = r->sibling) r->parent = resource;
  return NULL;
}

int insert_resource(struct resource* parent, struct resource* resource) {
  return insert_resource_conflict(parent, resource) ? -EBUSY : 0;
}
EXPORT_SYMBOL(insert_resource);

// Grows `resource` over whatever it overlaps in part.
void insert_resource_expand_to_fit(struct resource* root, struct resource* resource) {
  struct resource* conflict;

  if (resource->parent) return;
  while ((conflict = insert_resource_conflict(root, resource))) {
    if (conflict == root) return;
    resource->start = min(resource->start, conflict->start);
    resource->end = max(resource->end, conflict->end);
  }
}
EXPORT_SYMBOL(insert_resource_expand_to_fit);

// Takes `resource` out; its children go to its parent.
int remove_resource(struct resource* resource) {
  struct resource** link = link_to(resource);
  struct resource *child = resource->child, *last;

  if (!link) return -EINVAL;
  for (last = child; last; last = last->sibling) {
    last->parent = resource->parent;
    if (!last->sibling) break;
  }
  if (child) {
    last->sibling = resource->sibling;
    *link = child;
  } else {
    *link = resource->sibling;
  }
  resource->parent = NULL;
  resource->child = NULL;
  return 0;
}
EXPORT_SYMBOL(remove_resource);

int adjust_resource(struct resource* resource, resource_size_t start, resource_size_t size) {
  const resource_size_t end = start + size - 1;
  struct resource *parent = resource->parent, *r;

  if (parent && (start < parent->start || end > parent->end)) return -EBUSY;
  for (r = resource->child; r; r = r->sibling)
    if (r->start < start || r->end > end) return -EBUSY;
  for (r = parent ? parent->child : NULL; r; r = r->sibling)
    if (r != resource && r->start <= end && r->end >= start) return -EBUSY;
  resource->start = start;
  resource->end = end;
  return 0;
}
EXPORT_SYMBOL(adjust_resource);

struct resource* lookup_resource(struct resource* root, resource_size_t start) {
  struct resource* r = root->child;

  while (r && r->start != start) r = r->sibling;
  return r;
}

// Claims a range inside `parent`, inside a range in it that is not busy where one holds it.
struct resource* __request_region(struct resource* parent, resource_size_t start, resource_size_t n,
                                  const char* name, int flags) {
  struct resource* claimed = kzalloc(sizeof(*claimed), GFP_KERNEL);
  struct resource* conflict;

  if (!claimed) return NULL;
  claimed->name = name;
  claimed->start = start;
  claimed->end = start + n - 1;
  for (;; parent = conflict) {
    claimed->flags = resource_type(parent) | resource_ext_type(parent) | IORESOURCE_BUSY | flags;
    claimed->desc = parent->desc;
    conflict = request_resource_conflict(parent, claimed);
    if (!conflict) return claimed;
    if (conflict == parent || conflict->flags & IORESOURCE_BUSY) break;
  }
  kfree(claimed);
  return NULL;
}
EXPORT_SYMBOL(__request_region);

void __release_region(struct resource* parent, resource_size_t start, resource_size_t n) {
  resource_size_t end = start + n - 1;
  struct resource** link = &parent->child;
  struct resource* r;

  while ((r = *link)) {
    if (r->start > start || r->end < end) {
      link = &r->sibling;
    } else if (!(r->flags & IORESOURCE_BUSY)) {
      link = &r->child;
    } else {
      if (r->start != start || r->end != end) break;
      *link = r->sibling;
      // What the machine itself occupies was never allocated.
      if (r < boot_resources || r >= boot_resources + BOOT_RESOURCES) kfree(r);
      return;
    }
  }
  printk(KERN_WARNING "resource: Trying to free nonexistent resource <%pa-%pa>\n", &start, &end);
}
EXPORT_SYMBOL(__release_region);

static unsigned int add_boot_ranges(struct resource* root, unsigned int used) {
  struct boot_range* const ranges = boot_ranges + used;
  struct resource* const resources = boot_resources + used;
  const unsigned int count =
      mm32_boot_resources(resource_type(root), ranges, BOOT_RESOURCES - used);
  unsigned int i;

  for (i = 0; i < count; i++) {
    struct resource* r = &resources[i];

    r->start = (resource_size_t)ranges[i].start;
    r->end = (resource_size_t)ranges[i].end;
    r->name = ranges[i].name;
    r->flags = ranges[i].flags;
    r->desc = ranges[i].desc;
    r->parent = ranges[i].parent < 0 ? root : &resources[ranges[i].parent];
    if (ranges[i].sibling < 0)
      r->parent->child = r;
    else
      resources[ranges[i].sibling].sibling = r;
  }
  return used + count;
}

void resources_init(void) {
  add_boot_ranges(&ioport_resource, add_boot_ranges(&iomem_resource, 0));
}
