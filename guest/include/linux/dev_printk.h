// Lines of the log with a device in front: "driver device: text". Such a line ends where the text
// does, with a newline or without. Linux: 6.1 include/linux/dev_printk.h.
#ifndef _LINUX_DEV_PRINTK_H
#define _LINUX_DEV_PRINTK_H

#include <linux/bug.h>
#include <linux/dynamic_debug.h>
#include <linux/printk.h>
#include <linux/ratelimit.h>
#include <linux/types.h>

struct device;

const char* dev_driver_string(const struct device* dev);
void _dev_printk(const char* level, const struct device* dev, const char* fmt, ...) __printf(3, 4);
void _dev_emerg(const struct device* dev, const char* fmt, ...) __printf(2, 3);
void _dev_alert(const struct device* dev, const char* fmt, ...) __printf(2, 3);
void _dev_crit(const struct device* dev, const char* fmt, ...) __printf(2, 3);
void _dev_err(const struct device* dev, const char* fmt, ...) __printf(2, 3);
void _dev_warn(const struct device* dev, const char* fmt, ...) __printf(2, 3);
void _dev_notice(const struct device* dev, const char* fmt, ...) __printf(2, 3);
void _dev_info(const struct device* dev, const char* fmt, ...) __printf(2, 3);
int dev_vprintk_emit(int level, const struct device* dev, const char* fmt, va_list args)
    __printf(3, 0);
int dev_printk_emit(int level, const struct device* dev, const char* fmt, ...) __printf(3, 4);
int dev_err_probe(const struct device* dev, int err, const char* fmt, ...) __printf(3, 4);

#ifndef dev_fmt
#define dev_fmt(fmt) fmt
#endif
#define dev_printk(level, dev, fmt, ...) _dev_printk(level, dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_emerg(dev, fmt, ...) _dev_emerg(dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_alert(dev, fmt, ...) _dev_alert(dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_crit(dev, fmt, ...) _dev_crit(dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_err(dev, fmt, ...) _dev_err(dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_warn(dev, fmt, ...) _dev_warn(dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_notice(dev, fmt, ...) _dev_notice(dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_info(dev, fmt, ...) _dev_info(dev, dev_fmt(fmt), ##__VA_ARGS__)
#define dev_dbg(dev, fmt, ...) dynamic_dev_dbg(dev, fmt, ##__VA_ARGS__)
#ifdef VERBOSE_DEBUG
#define dev_vdbg dev_dbg
#else
#define dev_vdbg(dev, fmt, ...)                                       \
  ({                                                                  \
    if (0) _dev_printk(KERN_DEBUG, dev, dev_fmt(fmt), ##__VA_ARGS__); \
  })
#endif

#define dev_no_printk(level, dev, fmt, ...)                      \
  ({                                                             \
    if (0) _dev_printk(level, dev, dev_fmt(fmt), ##__VA_ARGS__); \
  })
#define dev_level_once(dev_level, dev, fmt, ...) \
  do {                                           \
    static bool __already;                       \
    if (!__already) {                            \
      __already = true;                          \
      dev_level(dev, fmt, ##__VA_ARGS__);        \
    }                                            \
  } while (0)
#define dev_level_ratelimited(dev_level, dev, fmt, ...)                                      \
  do {                                                                                       \
    static DEFINE_RATELIMIT_STATE(_rs, DEFAULT_RATELIMIT_INTERVAL, DEFAULT_RATELIMIT_BURST); \
    if (__ratelimit(&_rs)) dev_level(dev, fmt, ##__VA_ARGS__);                               \
  } while (0)
#define dev_emerg_once(dev, fmt, ...) dev_level_once(dev_emerg, dev, fmt, ##__VA_ARGS__)
#define dev_alert_once(dev, fmt, ...) dev_level_once(dev_alert, dev, fmt, ##__VA_ARGS__)
#define dev_crit_once(dev, fmt, ...) dev_level_once(dev_crit, dev, fmt, ##__VA_ARGS__)
#define dev_err_once(dev, fmt, ...) dev_level_once(dev_err, dev, fmt, ##__VA_ARGS__)
#define dev_warn_once(dev, fmt, ...) dev_level_once(dev_warn, dev, fmt, ##__VA_ARGS__)
#define dev_notice_once(dev, fmt, ...) dev_level_once(dev_notice, dev, fmt, ##__VA_ARGS__)
#define dev_info_once(dev, fmt, ...) dev_level_once(dev_info, dev, fmt, ##__VA_ARGS__)
#define dev_dbg_once(dev, fmt, ...) dev_level_once(dev_dbg, dev, fmt, ##__VA_ARGS__)
#define dev_emerg_ratelimited(dev, fmt, ...) \
  dev_level_ratelimited(dev_emerg, dev, fmt, ##__VA_ARGS__)
#define dev_alert_ratelimited(dev, fmt, ...) \
  dev_level_ratelimited(dev_alert, dev, fmt, ##__VA_ARGS__)
#define dev_crit_ratelimited(dev, fmt, ...) dev_level_ratelimited(dev_crit, dev, fmt, ##__VA_ARGS__)
#define dev_err_ratelimited(dev, fmt, ...) dev_level_ratelimited(dev_err, dev, fmt, ##__VA_ARGS__)
#define dev_warn_ratelimited(dev, fmt, ...) dev_level_ratelimited(dev_warn, dev, fmt, ##__VA_ARGS__)
#define dev_notice_ratelimited(dev, fmt, ...) \
  dev_level_ratelimited(dev_notice, dev, fmt, ##__VA_ARGS__)
#define dev_info_ratelimited(dev, fmt, ...) dev_level_ratelimited(dev_info, dev, fmt, ##__VA_ARGS__)
#define dev_dbg_ratelimited(dev, fmt, ...) \
  __MM32_DEBUG_SITE_OF(__mm32_limited_dev_dbg, 63, fmt, dev, dev_fmt(fmt), ##__VA_ARGS__)
#define __mm32_limited_dev_dbg(site, dev, ...) \
  dev_level_ratelimited(__dynamic_dev_dbg, site, dev, __VA_ARGS__)

#define dev_WARN(dev, format, ...) \
  WARN(1, "%s %s: " format, dev_driver_string(dev), dev_name(dev), ##__VA_ARGS__)
#define dev_WARN_ONCE(dev, condition, format, ...) \
  WARN_ONCE(condition, "%s %s: " format, dev_driver_string(dev), dev_name(dev), ##__VA_ARGS__)

#endif
