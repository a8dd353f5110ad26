// Virtual terminals.
#ifndef _LINUX_VT_KERN_H
#define _LINUX_VT_KERN_H

#include <linux/mm.h>
#include <linux/mutex.h>
#include <linux/notifier.h>
#include <linux/tty.h>

struct console_font_op;
struct consw;
struct file_operations;
struct kbd_repeat;
struct kbentry;
struct kbkeycode;
struct kbsentry;
struct notifier_block;
struct pid;
struct tty_struct;
struct unipair;
struct vc_data;
struct vt_notifier_param;
struct vt_spawn_console;

void kd_mksound(unsigned int hz, unsigned int ticks);
int kbd_rate(struct kbd_repeat* rep);
extern int fg_console;
extern int last_console;
extern int want_console;
int vc_allocate(unsigned int console);
int vc_cons_allocated(unsigned int console);
int vc_resize(struct vc_data* vc, unsigned int cols, unsigned int lines);
struct vc_data* vc_deallocate(unsigned int console);
void reset_palette(struct vc_data* vc);
void do_blank_screen(int entering_gfx);
void do_unblank_screen(int leaving_gfx);
void poke_blanked_console(void);
int con_font_op(struct vc_data* vc, struct console_font_op* op);
int con_set_cmap(unsigned char* cmap);
int con_get_cmap(unsigned char* cmap);
void scrollback(struct vc_data* vc);
void scrollfront(struct vc_data* vc, int lines);
void clear_buffer_attributes(struct vc_data* vc);
void update_region(struct vc_data* vc, unsigned long start, int count);
void redraw_screen(struct vc_data* vc, int is_switch);
int tioclinux(struct tty_struct* tty, unsigned long arg);
int con_set_trans_old(unsigned char* table);
int con_get_trans_old(unsigned char* table);
int con_set_trans_new(unsigned short* table);
int con_get_trans_new(unsigned short* table);
int con_clear_unimap(struct vc_data* vc);
int con_set_unimap(struct vc_data* vc, ushort ct, struct unipair* list);
int con_get_unimap(struct vc_data* vc, ushort ct, ushort* uct, struct unipair* list);
int con_set_default_unimap(struct vc_data* vc);
void con_free_unimap(struct vc_data* vc);
int con_copy_unimap(struct vc_data* dst_vc, struct vc_data* src_vc);
void vt_event_post(unsigned int event, unsigned int old, unsigned int new);
int vt_waitactive(int n);
void change_console(struct vc_data* new_vc);
void reset_vc(struct vc_data* vc);
int do_unbind_con_driver(const struct consw* csw, int first, int last, int deflt);
int vty_init(const struct file_operations* console_fops);
extern bool vt_dont_switch;
extern int default_utf8;
extern int global_cursor_default;
struct vt_spawn_console {
  spinlock_t lock;
  struct pid* pid;
  int sig;
};
extern struct vt_spawn_console vt_spawn_con;
int vt_move_to_console(unsigned int vt, int alloc);
struct vt_notifier_param {
  struct vc_data* vc;
  unsigned int c;
};
int register_vt_notifier(struct notifier_block* nb);
int unregister_vt_notifier(struct notifier_block* nb);
void hide_boot_cursor(bool hide);
int vt_do_diacrit(unsigned int cmd, void* up, int eperm);
int vt_do_kdskbmode(unsigned int console, unsigned int arg);
int vt_do_kdskbmeta(unsigned int console, unsigned int arg);
int vt_do_kbkeycode_ioctl(int cmd, struct kbkeycode* user_kbkc, int perm);
int vt_do_kdsk_ioctl(int cmd, struct kbentry* user_kbe, int perm, unsigned int console);
int vt_do_kdgkb_ioctl(int cmd, struct kbsentry* user_kdgkb, int perm);
int vt_do_kdskled(unsigned int console, int cmd, unsigned long arg, int perm);
int vt_do_kdgkbmode(unsigned int console);
int vt_do_kdgkbmeta(unsigned int console);
void vt_reset_unicode(unsigned int console);
int vt_get_shift_state(void);
void vt_reset_keyboard(unsigned int console);
int vt_get_leds(unsigned int console, int flag);
int vt_get_kbd_mode_bit(unsigned int console, int bit);
void vt_set_kbd_mode_bit(unsigned int console, int bit);
void vt_clr_kbd_mode_bit(unsigned int console, int bit);
void vt_set_led_state(unsigned int console, int leds);
void vt_kbd_con_start(unsigned int console);
void vt_kbd_con_stop(unsigned int console);
void vc_scrolldelta_helper(struct vc_data* c, int lines, unsigned int rolled_over, void* _base,
                           unsigned int size);

#endif
