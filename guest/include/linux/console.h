#ifndef _LINUX_CONSOLE_H
#define _LINUX_CONSOLE_H

#include <linux/atomic.h>
#include <linux/console_struct.h>
#include <linux/printk.h>
#include <linux/types.h>

struct console;
struct console_font;
struct consw;
struct module;
struct notifier_block;
struct tty_driver;
struct vc_data;

#define _LINUX_CONSOLE_H_ 1
#define CM_DRAW (1)
#define CM_ERASE (2)
#define CM_MOVE (3)
#define CON_PRINTBUFFER (1)
#define CON_CONSDEV (2)
#define CON_ENABLED (4)
#define CON_BOOT (8)
#define CON_ANYTIME (16)
#define CON_BRL (32)
#define CON_EXTENDED (64)
#define VESA_NO_BLANKING 0
#define VESA_VSYNC_SUSPEND 1
#define VESA_HSYNC_SUSPEND 2
#define VESA_POWERDOWN 3
enum con_scroll { SM_UP, SM_DOWN };
struct consw {
  struct module* owner;
  const char* (*con_startup)(void);
  void (*con_init)(struct vc_data*, bool);
  void (*con_deinit)(struct vc_data*);
  void (*con_clear)(struct vc_data*, unsigned int, unsigned int, unsigned int);
  void (*con_putc)(struct vc_data*, int, int, int);
  void (*con_putcs)(struct vc_data*, const unsigned short*, int, int, int);
  void (*con_cursor)(struct vc_data*, int);
  bool (*con_scroll)(struct vc_data*, unsigned int, unsigned int, enum con_scroll, unsigned int);
  bool (*con_switch)(struct vc_data*);
  int (*con_blank)(struct vc_data*, int, int);
  int (*con_font_set)(struct vc_data*, struct console_font*, unsigned int);
  int (*con_font_get)(struct vc_data*, struct console_font*);
  int (*con_font_default)(struct vc_data*, struct console_font*, char*);
  int (*con_resize)(struct vc_data*, unsigned int, unsigned int, unsigned int);
  void (*con_set_palette)(struct vc_data*, const unsigned char*);
  void (*con_scrolldelta)(struct vc_data*, int);
  int (*con_set_origin)(struct vc_data*);
  void (*con_save_screen)(struct vc_data*);
  u8 (*con_build_attr)(struct vc_data*, u8, enum vc_intensity, bool, bool, bool, bool);
  void (*con_invert_region)(struct vc_data*, u16*, int);
  u16* (*con_screen_pos)(const struct vc_data*, int);
  unsigned long (*con_getxy)(struct vc_data*, unsigned long, int*, int*);
  void (*con_flush_scrollback)(struct vc_data*);
  int (*con_debug_enter)(struct vc_data*);
  int (*con_debug_leave)(struct vc_data*);
};
extern const struct consw* conswitchp;
extern const struct consw dummy_con;
extern const struct consw vga_con;
extern const struct consw newport_con;
int con_is_bound(const struct consw* csw);
int do_unregister_con_driver(const struct consw* csw);
int do_take_over_console(const struct consw* sw, int first, int last, int deflt);
void give_up_console(const struct consw* sw);
int con_debug_enter(struct vc_data* vc);
int con_debug_leave(void);
struct console {
  char name[16];
  void (*write)(struct console*, const char*, unsigned int);
  int (*read)(struct console*, char*, unsigned int);
  struct tty_driver* (*device)(struct console*, int*);
  void (*unblank)(void);
  int (*setup)(struct console*, char*);
  int (*exit)(struct console*);
  int (*match)(struct console*, char*, int, char*);
  short flags;
  short index;
  int cflag;
  uint ispeed;
  uint ospeed;
  u64 seq;
  unsigned long dropped;
  void* data;
  struct console* next;
};
extern int console_set_on_cmdline;
extern struct console* early_console;
enum con_flush_mode { CONSOLE_FLUSH_PENDING, CONSOLE_REPLAY_ALL };
int add_preferred_console(char* name, int idx, char* options);
void register_console(struct console*);
int unregister_console(struct console*);
extern struct console* console_drivers;
void console_lock(void);
int console_trylock(void);
void console_unlock(void);
void console_conditional_schedule(void);
void console_unblank(void);
void console_flush_on_panic(enum con_flush_mode mode);
struct tty_driver* console_device(int*);
void console_stop(struct console*);
void console_start(struct console*);
int is_console_locked(void);
int braille_register_console(struct console*, int index, char* console_options,
                             char* braille_options);
int braille_unregister_console(struct console*);
void console_sysfs_notify(void);
extern bool console_suspend_enabled;
void suspend_console(void);
void resume_console(void);
int mda_console_init(void);
void vcs_make_sysfs(int index);
void vcs_remove_sysfs(int index);
extern atomic_t ignore_console_lock_warning;
void console_init(void);
void dummycon_register_output_notifier(struct notifier_block* nb);
void dummycon_unregister_output_notifier(struct notifier_block* nb);

#endif
