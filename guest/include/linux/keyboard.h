// The keyboard.
#ifndef _LINUX_KEYBOARD_H
#define _LINUX_KEYBOARD_H

#include <linux/notifier.h>

struct keyboard_notifier_param;
struct notifier_block;
struct vc_data;

#define KG_SHIFT 0
#define KG_CTRL 2
#define KG_ALT 3
#define KG_ALTGR 1
#define KG_SHIFTL 4
#define KG_KANASHIFT 4
#define KG_SHIFTR 5
#define KG_CTRLL 6
#define KG_CTRLR 7
#define KG_CAPSSHIFT 8
#define NR_SHIFT 9
#define NR_KEYS 256
#define MAX_NR_KEYMAPS 256
#define MAX_NR_OF_USER_KEYMAPS 256
#define MAX_NR_FUNC 256
#define KT_LATIN 0
#define KT_FN 1
#define KT_SPEC 2
#define KT_PAD 3
#define KT_DEAD 4
#define KT_CONS 5
#define KT_CUR 6
#define KT_SHIFT 7
#define KT_META 8
#define KT_ASCII 9
#define KT_LOCK 10
#define KT_LETTER 11
#define KT_SLOCK 12
#define KT_DEAD2 13
#define KT_BRL 14
#define NR_PAD 20
#define NR_DEAD 27
#define NR_ASCII 26
#define NR_LOCK 9
#define NR_BRL 11
#define MAX_DIACR 256
extern unsigned short* key_maps[256];
extern unsigned short plain_map[256];
struct keyboard_notifier_param {
  struct vc_data* vc;
  int down;
  int shift;
  int ledstate;
  unsigned int value;
};
int register_keyboard_notifier(struct notifier_block* nb);
int unregister_keyboard_notifier(struct notifier_block* nb);

#endif
