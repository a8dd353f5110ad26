// A unit vector turned to an angle of so many degrees: by half of the rest, left or right, 18
// times. Linux: 6.1 lib/math/cordic.c; what falls off when halving is lost in the same way.
#include <linux/cordic.h>
#include <linux/export.h>

// The angles whose tangents are 1, 1/2, 1/4 ...
static const s32 steps[CORDIC_NUM_ITER] = {2949120, 1740967, 919879, 466945, 234379, 117304,
                                           58666,   29335,   14668,  7334,   3667,   1833,
                                           917,     458,     229,    115,    57,     29};

struct cordic_iq cordic_calc_iq(s32 theta) {
  struct cordic_iq at = {.i = CORDIC_ANGLE_GEN, .q = 0};
  s32 angle = 0, sign = 1, half_turn;
  int n;
  theta = CORDIC_FIXED(theta);
  half_turn = CORDIC_FIXED(180) * (theta < 0 ? -1 : 1);
  theta = (theta + half_turn) % CORDIC_FIXED(360) - half_turn;
  if (CORDIC_FLOAT(theta) > 90 || CORDIC_FLOAT(theta) < -90) {
    theta += CORDIC_FLOAT(theta) > 90 ? -CORDIC_FIXED(180) : CORDIC_FIXED(180);
    sign = -1;
  }
  for (n = 0; n < CORDIC_NUM_ITER; n++) {
    const s32 turn = theta > angle ? 1 : -1, i = at.i;
    at.i -= turn * (at.q >> n);
    at.q += turn * (i >> n);
    angle += turn * steps[n];
  }
  at.i *= sign;
  at.q *= sign;
  return at;
}
EXPORT_SYMBOL(cordic_calc_iq);
