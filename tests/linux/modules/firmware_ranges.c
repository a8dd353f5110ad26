// What the firmware's map says of ranges.
#include <asm/e820/api.h>
#include <linux/module.h>

static void ask(u64 start, u64 end, int type) {
  pr_info("%llx-%llx type %d: any %d raw %d\n", start, end, type,
          e820__mapped_any(start, end, type), e820__mapped_raw_any(start, end, type));
}

static int __init start(void) {
  static const u64 at[] = {0,          0x1,        0xfff,      0x1000,        0x1001,
                           0x9f000,    0x9fbff,    0x9fc00,    0x9fc01,       0xa0000,
                           0xa0001,    0xefff0,    0xf0000,    0xf0001,       0xfffff,
                           0x100000,   0x100001,   0x1fffffff, 0x20000000,    0x20000001,
                           0xfffbffff, 0xfffc0000, 0xffffffff, 0x100000000ull};
  int type, i;

  for (i = 0; i + 1 < ARRAY_SIZE(at); i++)
    for (type = 0; type < 4; type++) ask(at[i], at[i + 1], type);
  for (type = 0; type < 6; type++) ask(0x90000, 0x110000, type);
  ask(0x5000, 0x5000, 1);
  ask(0x6000, 0x5000, 1);
  ask(0x1ffdf000, 0x1ffe0000, 1);
  ask(0x1ffe0000, 0x1ffe1000, 1);
  ask(0x1ffe0000, 0x1ffe1000, 2);
  return 0;
}

static void __exit stop(void) {}

module_init(start);
module_exit(stop);
MODULE_LICENSE("GPL");
