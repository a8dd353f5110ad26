// Events as files.
#ifndef _LINUX_EVENTFD_H
#define _LINUX_EVENTFD_H

#include <linux/file.h>
#include <linux/kref.h>
#include <linux/wait.h>

struct eventfd_ctx;
struct file;

void eventfd_ctx_put(struct eventfd_ctx*);
struct file* eventfd_fget(int);
struct eventfd_ctx* eventfd_ctx_fdget(int);
struct eventfd_ctx* eventfd_ctx_fileget(struct file*);
__u64 eventfd_signal(struct eventfd_ctx*, __u64);
int eventfd_ctx_remove_wait_queue(struct eventfd_ctx*, wait_queue_entry_t*, __u64*);
void eventfd_ctx_do_read(struct eventfd_ctx*, __u64*);

#define EFD_SEMAPHORE (1 << 0)
#define EFD_CLOEXEC O_CLOEXEC
#define EFD_NONBLOCK O_NONBLOCK
#define EFD_SHARED_FCNTL_FLAGS (O_CLOEXEC | O_NONBLOCK)
#define EFD_FLAGS_SET (EFD_SHARED_FCNTL_FLAGS | EFD_SEMAPHORE)
__u64 eventfd_signal_mask(struct eventfd_ctx* ctx, __u64 n, unsigned int mask);

static inline bool eventfd_signal_allowed(void) { return !current->in_eventfd; }

#endif
