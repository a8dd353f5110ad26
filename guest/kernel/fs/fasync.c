// Who wants a signal when something happens to a file. Nobody is there to get it, so only the list
// is kept. Linux: 6.1 fs/fcntl.c.
#include <linux/export.h>
#include <linux/fs.h>
#include <linux/slab.h>

static noinline struct fasync_struct** place_of(struct file* filp, struct fasync_struct** list) {
  while (*list && (*list)->fa_file != filp) list = &(*list)->fa_next;
  return list;
}

static noinline int remove_entry(struct file* filp, struct fasync_struct** list) {
  struct fasync_struct** place = place_of(filp, list);
  struct fasync_struct* entry = *place;

  if (!entry) return 0;
  *place = entry->fa_next;
  filp->f_flags &= ~FASYNC;
  kfree(entry);
  return 1;
}

// 1: the list has changed; 0: it was so already.
int fasync_helper(int fd, struct file* filp, int on, struct fasync_struct** fapp) {
  struct fasync_struct* entry;

  if (!on) return remove_entry(filp, fapp);
  entry = *place_of(filp, fapp);
  if (entry) {
    entry->fa_fd = fd;
    return 0;
  }
  entry = kzalloc(sizeof(*entry), GFP_KERNEL);
  if (!entry) return -ENOMEM;
  rwlock_init(&entry->fa_lock);
  entry->magic = 0x4601;
  entry->fa_file = filp;
  entry->fa_fd = fd;
  entry->fa_next = *fapp;
  *fapp = entry;
  filp->f_flags |= FASYNC;
  return 1;
}
EXPORT_SYMBOL(fasync_helper);

void kill_fasync(struct fasync_struct** fp, int sig, int band) {}
EXPORT_SYMBOL(kill_fasync);
