// Calls that are made once. The first caller holds the lock from start to done; then the key that
// led here is turned off. Linux: 6.1 lib/once.c.
#include <linux/export.h>
#include <linux/mutex.h>
#include <linux/once.h>
#include <linux/spinlock.h>

static DEFINE_SPINLOCK(once_lock);
static DEFINE_MUTEX(once_mutex);

bool __do_once_start(bool* done, unsigned long* flags) {
  spin_lock_irqsave(&once_lock, *flags);
  if (!*done) return true;
  spin_unlock_irqrestore(&once_lock, *flags);
  return false;
}
EXPORT_SYMBOL(__do_once_start);
void __do_once_done(bool* done, struct static_key_true* once_key, unsigned long* flags,
                    struct module* mod) {
  *done = true;
  spin_unlock_irqrestore(&once_lock, *flags);
  static_key_disable(&once_key->key);
}
EXPORT_SYMBOL(__do_once_done);

bool __do_once_sleepable_start(bool* done) {
  mutex_lock(&once_mutex);
  if (!*done) return true;
  mutex_unlock(&once_mutex);
  return false;
}
EXPORT_SYMBOL(__do_once_sleepable_start);
void __do_once_sleepable_done(bool* done, struct static_key_true* once_key, struct module* mod) {
  *done = true;
  mutex_unlock(&once_mutex);
  static_key_disable(&once_key->key);
}
EXPORT_SYMBOL(__do_once_sleepable_done);
