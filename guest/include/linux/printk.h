// printk and its relatives.
//
// A level is KERN_SOH and a digit; sources for kernels before 3.6 may write "<1>" as well, which up
// to 2.6.30 counts at the start of each line. pr_devel prints only where DEBUG is defined, pr_debug
// also where dyndbg= switches it on.
#ifndef _LINUX_PRINTK_H
#define _LINUX_PRINTK_H

#include <linux/init.h>
#include <linux/kern_levels.h>
#include <linux/linkage.h>
#include <linux/ratelimit_types.h>
#include <linux/types.h>
#include <linux/version.h>
#include <stdarg.h>

struct va_format {
  const char* fmt;
  va_list* va;
};

__printf(1, 2) int printk(const char* fmt, ...);
__printf(1, 2) int _printk(const char* fmt, ...);
__printf(1, 0) int vprintk(const char* fmt, va_list args);
__printf(1, 2) int _printk_deferred(const char* fmt, ...);
__printf(1, 2) int early_printk(const char* fmt, ...);
__printf(1, 2) int mm32_printk_3_5(const char* fmt, ...);
__printf(1, 0) int mm32_vprintk_3_5(const char* fmt, va_list args);
__printf(1, 2) int mm32_printk_2_6_30(const char* fmt, ...);
__printf(1, 0) int mm32_vprintk_2_6_30(const char* fmt, va_list args);
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 31)
#define printk(fmt, ...) mm32_printk_2_6_30(fmt, ##__VA_ARGS__)
#define vprintk(fmt, args) mm32_vprintk_2_6_30(fmt, args)
#elif LINUX_VERSION_CODE < KERNEL_VERSION(3, 6, 0)
#define printk(fmt, ...) mm32_printk_3_5(fmt, ##__VA_ARGS__)
#define vprintk(fmt, args) mm32_vprintk_3_5(fmt, args)
#elif defined(MM32_NO_VERSION_CHOSEN) && !defined(MM32_RESIDENT)
// A format that begins with "<1>" was written for kernels before 3.6. pr_fmt() may bring arguments.
#define __mm32_has_old_level(fmt, ...)                                                        \
  (__builtin_constant_p((fmt)[0]) && (fmt)[0] == '<' && (fmt)[1] >= '0' && (fmt)[1] <= '7' && \
   (fmt)[2] == '>')
#define printk(fmt, ...) (__mm32_has_old_level(fmt) ? mm32_printk_3_5 : _printk)(fmt, ##__VA_ARGS__)
#else
#define printk(fmt, ...) _printk(fmt, ##__VA_ARGS__)
#endif
#define printk_deferred(fmt, ...) _printk_deferred(fmt, ##__VA_ARGS__)
#define vprintk_default(fmt, args) vprintk(fmt, args)

extern int console_printk[];
#define console_loglevel (console_printk[0])
#define default_message_loglevel (console_printk[1])
#define minimum_console_loglevel (console_printk[2])
#define default_console_loglevel (console_printk[3])
#define CONSOLE_LOGLEVEL_DEFAULT 7
#define MESSAGE_LOGLEVEL_DEFAULT 4
extern int oops_in_progress;
extern bool no_hash_pointers;
extern int kptr_restrict;

static inline int printk_get_level(const char* buffer) {
  if (buffer[0] == KERN_SOH_ASCII && buffer[1]) {
    if ((buffer[1] >= '0' && buffer[1] <= '7') || buffer[1] == 'c') return buffer[1];
  }
  return 0;
}
static inline const char* printk_skip_level(const char* buffer) {
  return printk_get_level(buffer) ? buffer + 2 : buffer;
}
static inline const char* printk_skip_headers(const char* buffer) {
  while (printk_get_level(buffer)) buffer = printk_skip_level(buffer);
  return buffer;
}

__printf(1, 2) static inline int no_printk(const char* fmt, ...) {
  (void)fmt;
  return 0;
}
#define __MM32_CHECKED_NOTHING(fmt, ...) \
  ({                                     \
    if (0) printk(fmt, ##__VA_ARGS__);   \
    0;                                   \
  })

void dump_stack(void);
void dump_stack_lvl(const char* log_lvl);
void show_regs_print_info(const char* log_lvl);
#define dump_stack_print_info(log_lvl)
int __printk_ratelimit(const char* func);
#define printk_ratelimit() __printk_ratelimit(__func__)
bool printk_timed_ratelimit(unsigned long* caller_jiffies, unsigned int interval_msec);

#ifndef pr_fmt
#define pr_fmt(fmt) fmt
#endif
#define pr_emerg(fmt, ...) printk(KERN_EMERG pr_fmt(fmt), ##__VA_ARGS__)
#define pr_alert(fmt, ...) printk(KERN_ALERT pr_fmt(fmt), ##__VA_ARGS__)
#define pr_crit(fmt, ...) printk(KERN_CRIT pr_fmt(fmt), ##__VA_ARGS__)
#define pr_err(fmt, ...) printk(KERN_ERR pr_fmt(fmt), ##__VA_ARGS__)
#define pr_warn(fmt, ...) printk(KERN_WARNING pr_fmt(fmt), ##__VA_ARGS__)
#define pr_warning(fmt, ...) pr_warn(fmt, ##__VA_ARGS__)
#define pr_notice(fmt, ...) printk(KERN_NOTICE pr_fmt(fmt), ##__VA_ARGS__)
#define pr_info(fmt, ...) printk(KERN_INFO pr_fmt(fmt), ##__VA_ARGS__)
#define pr_cont(fmt, ...) printk(KERN_CONT fmt, ##__VA_ARGS__)
#ifdef DEBUG
#define pr_devel(fmt, ...) printk(KERN_DEBUG pr_fmt(fmt), ##__VA_ARGS__)
#else
#define pr_devel(fmt, ...) __MM32_CHECKED_NOTHING(KERN_DEBUG pr_fmt(fmt), ##__VA_ARGS__)
#endif
#ifdef MM32_RESIDENT
#define pr_debug(fmt, ...) pr_devel(fmt, ##__VA_ARGS__)
#else
#include <linux/dynamic_debug.h>
#define pr_debug(fmt, ...) dynamic_pr_debug(fmt, ##__VA_ARGS__)
#endif

#define printk_once(fmt, ...) __MM32_ONCE(printk(fmt, ##__VA_ARGS__))
#define __MM32_ONCE(statement) \
  ({                           \
    static bool __already;     \
    if (!__already) {          \
      __already = true;        \
      statement;               \
    }                          \
    0;                         \
  })
#define pr_emerg_once(fmt, ...) printk_once(KERN_EMERG pr_fmt(fmt), ##__VA_ARGS__)
#define pr_alert_once(fmt, ...) printk_once(KERN_ALERT pr_fmt(fmt), ##__VA_ARGS__)
#define pr_crit_once(fmt, ...) printk_once(KERN_CRIT pr_fmt(fmt), ##__VA_ARGS__)
#define pr_err_once(fmt, ...) printk_once(KERN_ERR pr_fmt(fmt), ##__VA_ARGS__)
#define pr_warn_once(fmt, ...) printk_once(KERN_WARNING pr_fmt(fmt), ##__VA_ARGS__)
#define pr_notice_once(fmt, ...) printk_once(KERN_NOTICE pr_fmt(fmt), ##__VA_ARGS__)
#define pr_info_once(fmt, ...) printk_once(KERN_INFO pr_fmt(fmt), ##__VA_ARGS__)
#ifdef DEBUG
#define pr_debug_once(fmt, ...) printk_once(KERN_DEBUG pr_fmt(fmt), ##__VA_ARGS__)
#else
#define pr_debug_once(fmt, ...) __MM32_CHECKED_NOTHING(KERN_DEBUG pr_fmt(fmt), ##__VA_ARGS__)
#endif

// A site of its own for each call.
#define printk_ratelimited(fmt, ...)                                                         \
  ({                                                                                         \
    static DEFINE_RATELIMIT_STATE(_rs, DEFAULT_RATELIMIT_INTERVAL, DEFAULT_RATELIMIT_BURST); \
    if (__ratelimit(&_rs)) printk(fmt, ##__VA_ARGS__);                                       \
  })
#define pr_emerg_ratelimited(fmt, ...) printk_ratelimited(KERN_EMERG pr_fmt(fmt), ##__VA_ARGS__)
#define pr_alert_ratelimited(fmt, ...) printk_ratelimited(KERN_ALERT pr_fmt(fmt), ##__VA_ARGS__)
#define pr_crit_ratelimited(fmt, ...) printk_ratelimited(KERN_CRIT pr_fmt(fmt), ##__VA_ARGS__)
#define pr_err_ratelimited(fmt, ...) printk_ratelimited(KERN_ERR pr_fmt(fmt), ##__VA_ARGS__)
#define pr_warn_ratelimited(fmt, ...) printk_ratelimited(KERN_WARNING pr_fmt(fmt), ##__VA_ARGS__)
#define pr_notice_ratelimited(fmt, ...) printk_ratelimited(KERN_NOTICE pr_fmt(fmt), ##__VA_ARGS__)
#define pr_info_ratelimited(fmt, ...) printk_ratelimited(KERN_INFO pr_fmt(fmt), ##__VA_ARGS__)
#ifdef MM32_RESIDENT
#define pr_debug_ratelimited(fmt, ...) pr_debug(fmt, ##__VA_ARGS__)
#else
#define pr_debug_ratelimited(fmt, ...) \
  __MM32_DEBUG_SITE_OF(__mm32_limited_pr_debug, 63, fmt, pr_fmt(fmt), ##__VA_ARGS__)
#define __mm32_limited_pr_debug(site, ...)                                                   \
  do {                                                                                       \
    static DEFINE_RATELIMIT_STATE(_rs, DEFAULT_RATELIMIT_INTERVAL, DEFAULT_RATELIMIT_BURST); \
    if (__ratelimit(&_rs)) __dynamic_pr_debug(site, __VA_ARGS__);                            \
  } while (0)
#endif

enum { DUMP_PREFIX_NONE, DUMP_PREFIX_ADDRESS, DUMP_PREFIX_OFFSET };
int hex_dump_to_buffer(const void* buf, size_t len, int rowsize, int groupsize, char* linebuf,
                       size_t linebuflen, bool ascii);
void print_hex_dump(const char* level, const char* prefix_str, int prefix_type, int rowsize,
                    int groupsize, const void* buf, size_t len, bool ascii);
#ifdef MM32_RESIDENT
#define print_hex_dump_debug(...) print_hex_dump(KERN_DEBUG, __VA_ARGS__)
#else
#define print_hex_dump_debug(prefix, ...)                                                     \
  __MM32_DEBUG_SITE_OF(__mm32_dump_of, 63, __builtin_constant_p(prefix) ? prefix : "hexdump", \
                       KERN_DEBUG, prefix, ##__VA_ARGS__)
#define __mm32_dump_of(site, ...) print_hex_dump(__VA_ARGS__)
#endif
#define print_hex_dump_devel(...) print_hex_dump_debug(__VA_ARGS__)
#define print_hex_dump_bytes(prefix, type, buf, len) \
  print_hex_dump_debug(prefix, type, 16, 1, buf, len, true)

// Prefixes for what firmware and hardware did wrong.
#define FW_BUG "[Firmware Bug]: "
#define FW_WARN "[Firmware Warn]: "
#define FW_INFO "[Firmware Info]: "
#define HW_ERR "[Hardware Error]: "
#define DEPRECATED "[Deprecated]: "
#define CONSOLE_LOGLEVEL_SILENT 0
#define CONSOLE_LOGLEVEL_MIN 1
#define CONSOLE_LOGLEVEL_DEBUG 10
#define CONSOLE_LOGLEVEL_MOTORMOUTH 15
#define CONSOLE_LOGLEVEL_QUIET 4
#define CONSOLE_EXT_LOG_MAX 8192
#define PRINTK_MAX_SINGLE_HEADER_LEN 2
#define DEVKMSG_STR_MAX_SIZE 10
static inline void console_verbose(void) {
  if (console_loglevel) console_loglevel = CONSOLE_LOGLEVEL_MOTORMOUTH;
}
struct dev_printk_info {
  char subsystem[16];
  char device[48];
};
int vprintk_emit(int facility, int level, const struct dev_printk_info* dev_info, const char* fmt,
                 va_list args);
#define printk_index_subsys_emit(...) \
  do {                                \
  } while (0)
#define printk_index_wrap(_p_func, _fmt, ...) _p_func(_fmt, ##__VA_ARGS__)
#define printk_deferred_once(fmt, ...) __MM32_ONCE(printk_deferred(fmt, ##__VA_ARGS__))
#define pr_devel_once(fmt, ...) __MM32_ONCE(pr_devel(fmt, ##__VA_ARGS__))
#ifdef DEBUG
#define pr_devel_ratelimited(fmt, ...) printk_ratelimited(KERN_DEBUG pr_fmt(fmt), ##__VA_ARGS__)
#else
#define pr_devel_ratelimited(fmt, ...) pr_devel(fmt, ##__VA_ARGS__)
#endif

#endif
