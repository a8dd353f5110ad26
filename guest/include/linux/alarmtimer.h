// Timers that wake the machine.
#ifndef _LINUX_ALARMTIMER_H
#define _LINUX_ALARMTIMER_H

#include <linux/hrtimer.h>
#include <linux/time.h>
#include <linux/timerqueue.h>
#include <linux/types.h>

struct alarm;
struct hrtimer;
struct rtc_device;
struct timerqueue_node;

#define ALARMTIMER_STATE_INACTIVE 0x00
#define ALARMTIMER_STATE_ENQUEUED 0x01
enum alarmtimer_type {
  ALARM_REALTIME,
  ALARM_BOOTTIME,
  ALARM_NUMTYPE,
  ALARM_REALTIME_FREEZER,
  ALARM_BOOTTIME_FREEZER
};
enum alarmtimer_restart { ALARMTIMER_NORESTART, ALARMTIMER_RESTART };
struct alarm {
  struct timerqueue_node node;
  struct hrtimer timer;
  enum alarmtimer_restart (*function)(struct alarm*, ktime_t);
  enum alarmtimer_type type;
  int state;
  void* data;
};
void alarm_init(struct alarm* alarm, enum alarmtimer_type type,
                enum alarmtimer_restart (*function)(struct alarm*, ktime_t));
void alarm_start(struct alarm* alarm, ktime_t start);
void alarm_start_relative(struct alarm* alarm, ktime_t start);
void alarm_restart(struct alarm* alarm);
int alarm_try_to_cancel(struct alarm* alarm);
int alarm_cancel(struct alarm* alarm);
u64 alarm_forward(struct alarm* alarm, ktime_t now, ktime_t interval);
u64 alarm_forward_now(struct alarm* alarm, ktime_t interval);
ktime_t alarm_expires_remaining(const struct alarm* alarm);
struct rtc_device* alarmtimer_get_rtcdev(void);

#endif
