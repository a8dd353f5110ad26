// The largest of the values of a window of time. Linux: 6.1 include/linux/win_minmax.h.
#ifndef MINMAX_H
#define MINMAX_H

#include <linux/types.h>

struct minmax_sample {
  u32 t;
  u32 v;
};
struct minmax {
  struct minmax_sample s[3];
};
u32 minmax_running_max(struct minmax* m, u32 win, u32 t, u32 meas);
u32 minmax_running_min(struct minmax* m, u32 win, u32 t, u32 meas);

static inline u32 minmax_get(const struct minmax* m) { return m->s[0].v; }
static inline u32 minmax_reset(struct minmax* m, u32 t, u32 meas) {
  m->s[0] = m->s[1] = m->s[2] = (struct minmax_sample){t, meas};
  return meas;
}

#endif
