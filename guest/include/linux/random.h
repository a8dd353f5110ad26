// Random numbers. They come from one generator with the machine's seed: a run can be repeated.
#ifndef _LINUX_RANDOM_H
#define _LINUX_RANDOM_H

#include <linux/bug.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/prandom.h>
#include <linux/types.h>

void get_random_bytes(void* buf, size_t len);
u8 get_random_u8(void);
u16 get_random_u16(void);
u32 get_random_u32(void);
u64 get_random_u64(void);
u32 __get_random_u32_below(u32 ceil);
#define get_random_int() get_random_u32()
#define get_random_long() get_random_u32()
#define get_random_u32_below(ceil) __get_random_u32_below(ceil)
static inline u32 get_random_u32_above(u32 floor) {
  return floor + 1 + __get_random_u32_below(U32_MAX - floor);
}
static inline u32 get_random_u32_inclusive(u32 floor, u32 ceil) {
  return floor + __get_random_u32_below(ceil - floor + 1);
}
#define get_random_bytes_wait(buf, len) (get_random_bytes(buf, len), 0)
int wait_for_random_bytes(void);
bool rng_is_initialized(void);
void add_device_randomness(const void* buf, size_t len);
#define get_random_once_wait(buf, len) get_random_once(buf, len)
#define get_random_max(max) __get_random_u32_below(max)
#define random32() get_random_u32()
#define srandom32(seed) ((void)(seed))
#define net_random() get_random_u32()
#define prandom_u32() get_random_u32()
#define prandom_u32_max(max) ((u32)(((u64)get_random_u32() * (max)) >> 32))
#define prandom_bytes(buf, len) get_random_bytes(buf, len)

#include <linux/once.h>

struct notifier_block;
struct rand_pool_info;

#define GRND_NONBLOCK 0x0001
#define GRND_RANDOM 0x0002
#define GRND_INSECURE 0x0004
#define CANARY_MASK 0xffffffffUL
struct rand_pool_info {
  int entropy_count;
  int buf_size;
  __u32 buf[];
};
void add_bootloader_randomness(const void* buf, size_t len);
void add_input_randomness(unsigned int type, unsigned int code, unsigned int value);
void add_interrupt_randomness(int irq);
void add_hwgenerator_randomness(const void* buf, size_t len, size_t entropy);
void add_vmfork_randomness(const void* unique_vm_id, size_t len);
int register_random_vmfork_notifier(struct notifier_block* nb);
int unregister_random_vmfork_notifier(struct notifier_block* nb);
void random_init_early(const char* command_line);
void random_init(void);
int random_prepare_cpu(unsigned int cpu);
int random_online_cpu(unsigned int cpu);

// The generator is always seeded.
static inline int get_random_u8_wait(u8* out) { return *out = get_random_u8(), 0; }
static inline int get_random_u16_wait(u16* out) { return *out = get_random_u16(), 0; }
static inline int get_random_u32_wait(u32* out) { return *out = get_random_u32(), 0; }
static inline int get_random_u64_wait(u64* out) { return *out = get_random_u64(), 0; }
static inline int get_random_long_wait(unsigned long* out) { return *out = get_random_u32(), 0; }
static inline unsigned long get_random_canary(void) { return get_random_long() & CANARY_MASK; }

#endif
