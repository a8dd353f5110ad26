// Input devices.
#ifndef _LINUX_INPUT_H
#define _LINUX_INPUT_H

#include <linux/device.h>
#include <linux/fs.h>
#include <linux/input-event-codes.h>
#include <linux/list.h>
#include <linux/mod_devicetable.h>
#include <linux/time.h>
#include <linux/timer.h>
#include <linux/types.h>

struct input_dev;

struct input_dev* input_allocate_device(void);
void input_free_device(struct input_dev*);
int input_register_device(struct input_dev*);
void input_unregister_device(struct input_dev*);
void input_event(struct input_dev*, unsigned int, unsigned int, int);

struct class;
struct device;
struct ff_condition_effect;
struct ff_constant_effect;
struct ff_device;
struct ff_effect;
struct ff_envelope;
struct ff_periodic_effect;
struct ff_ramp_effect;
struct ff_replay;
struct ff_rumble_effect;
struct ff_trigger;
struct file;
struct input_absinfo;
struct input_dev;
struct input_dev_poller;
struct input_device_id;
struct input_event;
struct input_handle;
struct input_handler;
struct input_id;
struct input_keymap_entry;
struct input_mask;
struct input_mt;
struct input_value;
struct list_head;
struct mutex;
struct timer_list;

#define input_event_sec __sec
#define input_event_usec __usec
#define EV_VERSION 0x010001
#define INPUT_KEYMAP_BY_INDEX (1 << 0)
#define ID_BUS 0
#define ID_VENDOR 1
#define ID_PRODUCT 2
#define ID_VERSION 3
#define BUS_PCI 0x01
#define BUS_ISAPNP 0x02
#define BUS_USB 0x03
#define BUS_HIL 0x04
#define BUS_BLUETOOTH 0x05
#define BUS_VIRTUAL 0x06
#define BUS_ISA 0x10
#define BUS_I8042 0x11
#define BUS_XTKBD 0x12
#define BUS_RS232 0x13
#define BUS_GAMEPORT 0x14
#define BUS_PARPORT 0x15
#define BUS_AMIGA 0x16
#define BUS_ADB 0x17
#define BUS_I2C 0x18
#define BUS_HOST 0x19
#define BUS_GSC 0x1A
#define BUS_ATARI 0x1B
#define BUS_SPI 0x1C
#define BUS_RMI 0x1D
#define BUS_CEC 0x1E
#define BUS_INTEL_ISHTP 0x1F
#define BUS_AMD_SFH 0x20
#define MT_TOOL_FINGER 0x00
#define MT_TOOL_PEN 0x01
#define MT_TOOL_PALM 0x02
#define MT_TOOL_DIAL 0x0a
#define MT_TOOL_MAX 0x0f
#define FF_STATUS_STOPPED 0x00
#define FF_STATUS_PLAYING 0x01
#define FF_STATUS_MAX 0x01
#define FF_RUMBLE 0x50
#define FF_PERIODIC 0x51
#define FF_CONSTANT 0x52
#define FF_SPRING 0x53
#define FF_FRICTION 0x54
#define FF_DAMPER 0x55
#define FF_INERTIA 0x56
#define FF_RAMP 0x57
#define FF_EFFECT_MIN FF_RUMBLE
#define FF_EFFECT_MAX FF_RAMP
#define FF_SQUARE 0x58
#define FF_TRIANGLE 0x59
#define FF_SINE 0x5a
#define FF_SAW_UP 0x5b
#define FF_SAW_DOWN 0x5c
#define FF_CUSTOM 0x5d
#define FF_WAVEFORM_MIN FF_SQUARE
#define FF_WAVEFORM_MAX FF_CUSTOM
#define FF_GAIN 0x60
#define FF_AUTOCENTER 0x61
#define FF_MAX_EFFECTS FF_GAIN
#define FF_MAX 0x7f
#define FF_CNT (FF_MAX + 1)
#define ABS_MT_FIRST ABS_MT_TOUCH_MAJOR
#define ABS_MT_LAST ABS_MT_TOOL_Y
#define INPUT_DEVICE_ID_MATCH_DEVICE \
  (INPUT_DEVICE_ID_MATCH_BUS | INPUT_DEVICE_ID_MATCH_VENDOR | INPUT_DEVICE_ID_MATCH_PRODUCT)
#define INPUT_DEVICE_ID_MATCH_DEVICE_AND_VERSION \
  (INPUT_DEVICE_ID_MATCH_DEVICE | INPUT_DEVICE_ID_MATCH_VERSION)
struct input_event {
  __kernel_ulong_t __sec;
  __kernel_ulong_t __usec;
  __u16 type;
  __u16 code;
  __s32 value;
};
struct input_id {
  __u16 bustype;
  __u16 vendor;
  __u16 product;
  __u16 version;
};
struct input_absinfo {
  __s32 value;
  __s32 minimum;
  __s32 maximum;
  __s32 fuzz;
  __s32 flat;
  __s32 resolution;
};
struct input_keymap_entry {
  __u8 flags;
  __u8 len;
  __u16 index;
  __u32 keycode;
  __u8 scancode[32];
};
struct input_mask {
  __u32 type;
  __u32 codes_size;
  __u64 codes_ptr;
};
struct ff_replay {
  __u16 length;
  __u16 delay;
};
struct ff_trigger {
  __u16 button;
  __u16 interval;
};
struct ff_envelope {
  __u16 attack_length;
  __u16 attack_level;
  __u16 fade_length;
  __u16 fade_level;
};
struct ff_constant_effect {
  __s16 level;
  struct ff_envelope envelope;
};
struct ff_ramp_effect {
  __s16 start_level;
  __s16 end_level;
  struct ff_envelope envelope;
};
struct ff_condition_effect {
  __u16 right_saturation;
  __u16 left_saturation;
  __s16 right_coeff;
  __s16 left_coeff;
  __u16 deadband;
  __s16 center;
};
struct ff_periodic_effect {
  __u16 waveform;
  __u16 period;
  __s16 magnitude;
  __s16 offset;
  __u16 phase;
  struct ff_envelope envelope;
  __u32 custom_len;
  __s16* custom_data;
};
struct ff_rumble_effect {
  __u16 strong_magnitude;
  __u16 weak_magnitude;
};
struct ff_effect {
  __u16 type;
  __s16 id;
  __u16 direction;
  struct ff_trigger trigger;
  struct ff_replay replay;
  union {
    struct ff_constant_effect constant;
    struct ff_ramp_effect ramp;
    struct ff_periodic_effect periodic;
    struct ff_condition_effect condition[2];
    struct ff_rumble_effect rumble;
  } u;
};
struct input_value {
  __u16 type;
  __u16 code;
  __s32 value;
};
enum input_clock_type { INPUT_CLK_REAL, INPUT_CLK_MONO, INPUT_CLK_BOOT, INPUT_CLK_MAX };
struct input_dev {
  const char* name;
  const char* phys;
  const char* uniq;
  struct input_id id;
  unsigned long propbit[1];
  unsigned long evbit[1];
  unsigned long keybit[24];
  unsigned long relbit[1];
  unsigned long absbit[2];
  unsigned long mscbit[1];
  unsigned long ledbit[1];
  unsigned long sndbit[1];
  unsigned long ffbit[4];
  unsigned long swbit[1];
  unsigned int hint_events_per_packet;
  unsigned int keycodemax;
  unsigned int keycodesize;
  void* keycode;
  int (*setkeycode)(struct input_dev*, const struct input_keymap_entry*, unsigned int*);
  int (*getkeycode)(struct input_dev*, struct input_keymap_entry*);
  struct ff_device* ff;
  struct input_dev_poller* poller;
  unsigned int repeat_key;
  struct timer_list timer;
  int rep[2];
  struct input_mt* mt;
  struct input_absinfo* absinfo;
  unsigned long key[24];
  unsigned long led[1];
  unsigned long snd[1];
  unsigned long sw[1];
  int (*open)(struct input_dev*);
  void (*close)(struct input_dev*);
  int (*flush)(struct input_dev*, struct file*);
  int (*event)(struct input_dev*, unsigned int, unsigned int, int);
  struct input_handle* grab;
  spinlock_t event_lock;
  struct mutex mutex;
  unsigned int users;
  bool going_away;
  struct device dev;
  struct list_head h_list;
  struct list_head node;
  unsigned int num_vals;
  unsigned int max_vals;
  struct input_value* vals;
  bool devres_managed;
  ktime_t timestamp[3];
  bool inhibited;
};
struct input_handler {
  void* private;
  void (*event)(struct input_handle*, unsigned int, unsigned int, int);
  void (*events)(struct input_handle*, const struct input_value*, unsigned int);
  bool (*filter)(struct input_handle*, unsigned int, unsigned int, int);
  bool (*match)(struct input_handler*, struct input_dev*);
  int (*connect)(struct input_handler*, struct input_dev*, const struct input_device_id*);
  void (*disconnect)(struct input_handle*);
  void (*start)(struct input_handle*);
  bool legacy_minors;
  int minor;
  const char* name;
  const struct input_device_id* id_table;
  struct list_head h_list;
  struct list_head node;
};
struct input_handle {
  void* private;
  int open;
  const char* name;
  struct input_dev* dev;
  struct input_handler* handler;
  struct list_head d_node;
  struct list_head h_node;
};
struct input_dev* devm_input_allocate_device(struct device*);
void input_reset_device(struct input_dev*);
int input_setup_polling(struct input_dev* dev, void (*poll_fn)(struct input_dev*));
void input_set_poll_interval(struct input_dev* dev, unsigned int interval);
void input_set_min_poll_interval(struct input_dev* dev, unsigned int interval);
void input_set_max_poll_interval(struct input_dev* dev, unsigned int interval);
int input_get_poll_interval(struct input_dev* dev);
int input_register_handler(struct input_handler*);
void input_unregister_handler(struct input_handler*);
int input_get_new_minor(int legacy_base, unsigned int legacy_num, bool allow_dynamic);
void input_free_minor(unsigned int minor);
int input_handler_for_each_handle(struct input_handler*, void* data,
                                  int (*fn)(struct input_handle*, void*));
int input_register_handle(struct input_handle*);
void input_unregister_handle(struct input_handle*);
int input_grab_device(struct input_handle*);
void input_release_device(struct input_handle*);
int input_open_device(struct input_handle*);
void input_close_device(struct input_handle*);
int input_flush_device(struct input_handle* handle, struct file* file);
void input_set_timestamp(struct input_dev* dev, ktime_t timestamp);
ktime_t* input_get_timestamp(struct input_dev* dev);
void input_inject_event(struct input_handle* handle, unsigned int type, unsigned int code,
                        int value);
void input_set_capability(struct input_dev* dev, unsigned int type, unsigned int code);
void input_alloc_absinfo(struct input_dev* dev);
void input_set_abs_params(struct input_dev* dev, unsigned int axis, int min, int max, int fuzz,
                          int flat);
void input_copy_abs(struct input_dev* dst, unsigned int dst_axis, const struct input_dev* src,
                    unsigned int src_axis);
int input_scancode_to_scalar(const struct input_keymap_entry* ke, unsigned int* scancode);
int input_get_keycode(struct input_dev* dev, struct input_keymap_entry* ke);
int input_set_keycode(struct input_dev* dev, const struct input_keymap_entry* ke);
bool input_match_device_id(const struct input_dev* dev, const struct input_device_id* id);
void input_enable_softrepeat(struct input_dev* dev, int delay, int period);
bool input_device_enabled(struct input_dev* dev);
extern struct class input_class;
struct ff_device {
  int (*upload)(struct input_dev*, struct ff_effect*, struct ff_effect*);
  int (*erase)(struct input_dev*, int);
  int (*playback)(struct input_dev*, int, int);
  void (*set_gain)(struct input_dev*, u16);
  void (*set_autocenter)(struct input_dev*, u16);
  void (*destroy)(struct ff_device*);
  void* private;
  unsigned long ffbit[4];
  struct mutex mutex;
  int max_effects;
  struct ff_effect* effects;
  struct file* effect_owners[];
};
int input_ff_create(struct input_dev* dev, unsigned int max_effects);
void input_ff_destroy(struct input_dev* dev);
int input_ff_event(struct input_dev* dev, unsigned int type, unsigned int code, int value);
int input_ff_upload(struct input_dev* dev, struct ff_effect* effect, struct file* file);
int input_ff_erase(struct input_dev* dev, int effect_id, struct file* file);
int input_ff_flush(struct input_dev* dev, struct file* file);
int input_ff_create_memless(struct input_dev* dev, void* data,
                            int (*play_effect)(struct input_dev*, void*, struct ff_effect*));

#define to_input_dev(d) container_of(d, struct input_dev, dev)
static inline struct input_dev* input_get_device(struct input_dev* dev) {
  return dev ? to_input_dev(get_device(&dev->dev)) : NULL;
}
static inline void input_put_device(struct input_dev* dev) {
  if (dev) put_device(&dev->dev);
}
static inline void* input_get_drvdata(struct input_dev* dev) { return dev_get_drvdata(&dev->dev); }
static inline void input_set_drvdata(struct input_dev* dev, void* data) {
  dev_set_drvdata(&dev->dev, data);
}
static inline void input_sync(struct input_dev* dev) { input_event(dev, EV_SYN, SYN_REPORT, 0); }
static inline void input_mt_sync(struct input_dev* dev) {
  input_event(dev, EV_SYN, SYN_MT_REPORT, 0);
}
static inline void input_set_events_per_packet(struct input_dev* dev, int n_events) {
  dev->hint_events_per_packet = n_events;
}
static inline void input_report_key(struct input_dev* dev, unsigned int code, int value) {
  input_event(dev, EV_KEY, code, !!value);
}
static inline void input_report_rel(struct input_dev* dev, unsigned int code, int value) {
  input_event(dev, EV_REL, code, value);
}
static inline void input_report_abs(struct input_dev* dev, unsigned int code, int value) {
  input_event(dev, EV_ABS, code, value);
}
static inline void input_report_ff_status(struct input_dev* dev, unsigned int code, int value) {
  input_event(dev, EV_FF_STATUS, code, value);
}
static inline void input_report_switch(struct input_dev* dev, unsigned int code, int value) {
  input_event(dev, EV_SW, code, !!value);
}
static inline int input_abs_get_val(struct input_dev* dev, unsigned int axis) {
  return dev->absinfo ? dev->absinfo[axis].value : 0;
}
static inline void input_abs_set_val(struct input_dev* dev, unsigned int axis, int val) {
  input_alloc_absinfo(dev);
  if (dev->absinfo) dev->absinfo[axis].value = val;
}
static inline int input_abs_get_min(struct input_dev* dev, unsigned int axis) {
  return dev->absinfo ? dev->absinfo[axis].minimum : 0;
}
static inline void input_abs_set_min(struct input_dev* dev, unsigned int axis, int val) {
  input_alloc_absinfo(dev);
  if (dev->absinfo) dev->absinfo[axis].minimum = val;
}
static inline int input_abs_get_max(struct input_dev* dev, unsigned int axis) {
  return dev->absinfo ? dev->absinfo[axis].maximum : 0;
}
static inline void input_abs_set_max(struct input_dev* dev, unsigned int axis, int val) {
  input_alloc_absinfo(dev);
  if (dev->absinfo) dev->absinfo[axis].maximum = val;
}
static inline int input_abs_get_fuzz(struct input_dev* dev, unsigned int axis) {
  return dev->absinfo ? dev->absinfo[axis].fuzz : 0;
}
static inline void input_abs_set_fuzz(struct input_dev* dev, unsigned int axis, int val) {
  input_alloc_absinfo(dev);
  if (dev->absinfo) dev->absinfo[axis].fuzz = val;
}
static inline int input_abs_get_flat(struct input_dev* dev, unsigned int axis) {
  return dev->absinfo ? dev->absinfo[axis].flat : 0;
}
static inline void input_abs_set_flat(struct input_dev* dev, unsigned int axis, int val) {
  input_alloc_absinfo(dev);
  if (dev->absinfo) dev->absinfo[axis].flat = val;
}
static inline int input_abs_get_res(struct input_dev* dev, unsigned int axis) {
  return dev->absinfo ? dev->absinfo[axis].resolution : 0;
}
static inline void input_abs_set_res(struct input_dev* dev, unsigned int axis, int val) {
  input_alloc_absinfo(dev);
  if (dev->absinfo) dev->absinfo[axis].resolution = val;
}

#endif
