// Small services: static keys, rounding of timeouts, kallsyms, byte weights, arrays of pointers.
#include <linux/bitmap.h>
#include <linux/export.h>
#include <linux/jiffies.h>
#include <linux/kallsyms.h>
#include <linux/kernel.h>
#include <linux/round_jiffies_mm32.h>
#include <linux/slab.h>
#include <linux/static_key.h>

#include "../bug_at.h"
#include "host.h"

int static_key_count(struct static_key* key) {
  int n = atomic_read(&key->enabled);
  return n >= 0 ? n : 1;
}
EXPORT_SYMBOL_GPL(static_key_count);
static void set_count(struct static_key* key, int count) {
  bool was_on = atomic_read(&key->enabled) > 0;
  atomic_set(&key->enabled, count);
  if (was_on != (count > 0)) mm32_update_jump_sites(key);
}
noinline void static_key_enable_cpuslocked(struct static_key* key) {
  const int count = atomic_read(&key->enabled);
  WARN_ON_ONCE_AT(count > 1, "kernel/jump_label.c", 200);
  if (count == 0) set_count(key, 1);
}
EXPORT_SYMBOL_GPL(static_key_enable_cpuslocked);
void static_key_enable(struct static_key* key) { static_key_enable_cpuslocked(key); }
EXPORT_SYMBOL_GPL(static_key_enable);
noinline void static_key_disable_cpuslocked(struct static_key* key) {
  const int count = atomic_read(&key->enabled);
  WARN_ON_ONCE_AT(count > 1, "kernel/jump_label.c", 231);
  if (count == 1) set_count(key, 0);
}
EXPORT_SYMBOL_GPL(static_key_disable_cpuslocked);
void static_key_disable(struct static_key* key) { static_key_disable_cpuslocked(key); }
EXPORT_SYMBOL_GPL(static_key_disable);
void static_key_slow_inc(struct static_key* key) { set_count(key, atomic_read(&key->enabled) + 1); }
EXPORT_SYMBOL_GPL(static_key_slow_inc);
static noinline bool static_key_dec_not_one(struct static_key* key) {
  const int count = atomic_read(&key->enabled);
  if (WARN_ON_ONCE_AT(count <= 0, "kernel/jump_label.c", 279)) return true;
  if (count == 1) return false;
  set_count(key, count - 1);
  return true;
}
void static_key_slow_dec(struct static_key* key) {
  if (!static_key_dec_not_one(key)) set_count(key, 0);
}
EXPORT_SYMBOL_GPL(static_key_slow_dec);

enum rounding { NEAREST, UP };
// To a whole second, never into the past. On CPU n the second begins 3n ticks later.
static unsigned long round_to_second(unsigned long j, int cpu, enum rounding rounding) {
  unsigned long original = j;
  int rem;
  j += cpu * 3;
  rem = j % HZ;
  j = rem < HZ / 4 && rounding == NEAREST ? j - rem : j - rem + HZ;
  j -= cpu * 3;
  return time_is_after_jiffies(j) ? j : original;
}
unsigned long __round_jiffies(unsigned long j, int cpu) { return round_to_second(j, cpu, NEAREST); }
EXPORT_SYMBOL_GPL(__round_jiffies);
unsigned long __round_jiffies_relative(unsigned long j, int cpu) {
  unsigned long now = jiffies;
  return round_to_second(j + now, cpu, NEAREST) - now;
}
EXPORT_SYMBOL_GPL(__round_jiffies_relative);
unsigned long round_jiffies(unsigned long j) { return __round_jiffies(j, 0); }
EXPORT_SYMBOL_GPL(round_jiffies);
unsigned long round_jiffies_relative(unsigned long j) { return __round_jiffies_relative(j, 0); }
EXPORT_SYMBOL_GPL(round_jiffies_relative);
unsigned long __round_jiffies_up(unsigned long j, int cpu) { return round_to_second(j, cpu, UP); }
EXPORT_SYMBOL_GPL(__round_jiffies_up);
unsigned long __round_jiffies_up_relative(unsigned long j, int cpu) {
  unsigned long now = jiffies;
  return round_to_second(j + now, cpu, UP) - now;
}
EXPORT_SYMBOL_GPL(__round_jiffies_up_relative);
unsigned long round_jiffies_up(unsigned long j) { return __round_jiffies_up(j, 0); }
EXPORT_SYMBOL_GPL(round_jiffies_up);
unsigned long round_jiffies_up_relative(unsigned long j) {
  return __round_jiffies_up_relative(j, 0);
}
EXPORT_SYMBOL_GPL(round_jiffies_up_relative);

int sprint_symbol(char* buffer, unsigned long address) {
  return sprintf(buffer, "%pS", (void*)address);
}
EXPORT_SYMBOL_GPL(sprint_symbol);
int sprint_symbol_build_id(char* buffer, unsigned long address) {
  return sprint_symbol(buffer, address);
}
EXPORT_SYMBOL_GPL(sprint_symbol_build_id);
int sprint_symbol_no_offset(char* buffer, unsigned long address) {
  return sprintf(buffer, "%ps", (void*)address);
}
EXPORT_SYMBOL_GPL(sprint_symbol_no_offset);

size_t memweight(const void* ptr, size_t bytes);
size_t memweight(const void* ptr, size_t bytes) {
  const u8* p = ptr;
  size_t weight = 0;
  while (bytes--) weight += hweight8(*p++);
  return weight;
}
EXPORT_SYMBOL(memweight);

// Two NULL-terminated arrays of pointers in one new one.
void** __memcat_p(void** a, void** b);
void** __memcat_p(void** a, void** b) {
  size_t count_a = 0, count_b = 0;
  void** joined;
  while (a[count_a]) count_a++;
  while (b[count_b]) count_b++;
  joined = kmalloc_array(count_a + count_b + 1, sizeof(void*), GFP_KERNEL);
  if (!joined) return NULL;
  memcpy(joined, a, count_a * sizeof(void*));
  memcpy(joined + count_a, b, (count_b + 1) * sizeof(void*));
  return joined;
}
EXPORT_SYMBOL_GPL(__memcat_p);

unsigned int __sw_hweight8(unsigned int w) { return __sw_hweight32(w & 0xff); }
EXPORT_SYMBOL(__sw_hweight8);
unsigned int __sw_hweight16(unsigned int w) { return __sw_hweight32(w & 0xffff); }
EXPORT_SYMBOL(__sw_hweight16);
