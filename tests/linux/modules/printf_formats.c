// Every conversion of vsnprintf, with flags, widths and precisions.
#include <linux/err.h>
#include <linux/in6.h>
#include <linux/init.h>
#include <linux/ioport.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/rtc.h>
#include <linux/uuid.h>

static char out[200];
#define SHOW(fmt, ...)                                         \
  do {                                                         \
    int length = snprintf(out, sizeof(out), fmt, __VA_ARGS__); \
    printk(KERN_INFO "%s => |%s| %d\n", #fmt, out, length);    \
  } while (0)

static void integers(void) {
  SHOW("%d|%5d|%-5d|%05d|%+d|% d", 42, 42, 42, 42, 42, 42);
  SHOW("%d %i %u", -1, -2147483647 - 1, 4294967295u);
  SHOW("%x|%X|%#x|%#X|%#08x|%08x|%#x", 0xabc, 0xabc, 0xabc, 0xabc, 0xabc, 0xabc, 0);
  SHOW("%o|%#o|%#o|%08o", 8, 8, 0, 511);
  SHOW("%.5d|%8.5d|%-8.5d|%08.5d|%.0d|%+.3d", 42, 42, 42, 42, 0, 7);
  SHOW("%lld %llx %llu", -5000000000ll, 0x123456789abcdefull, 18446744073709551615ull);
  SHOW("%hd %hhd %hu %hhu %hx", 70000, 300, 70000, 300, 0x12345);
  SHOW("%ld %lu %zu %zd %tx", -7l, 7ul, (size_t)9, (ssize_t)-9, (ptrdiff_t)15);
  SHOW("%*d|%-*d|%.*d|%*.*d", 6, 1, 6, 2, 3, 4, 7, 4, 5);
  SHOW("%*d|%.*d", -6, 1, -3, 4);
}

static void strings(void) {
  char tiny[5];
  int length;
  SHOW("%s|%10s|%-10s|%.2s|%10.2s|%-10.2s|", "hello", "hello", "hello", "hello", "hello", "hello");
  SHOW("%s %s %.3s", (char*)NULL, (char*)12, (char*)NULL);
  SHOW("%c%c|%3c|%-3c|%%", 'a', 'b', 'c', 'd');
  length = snprintf(tiny, sizeof(tiny), "123456789");
  pr_info("cut |%s| %d\n", tiny, length);
  length = scnprintf(tiny, sizeof(tiny), "123456789");
  pr_info("scn |%s| %d\n", tiny, length);
  length = snprintf(NULL, 0, "%d-%s", 12345, "abc");
  pr_info("dry %d\n", length);
}

static void pointers(void) {
  static const u8 bytes[20] = {0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99,
                               0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff, 0x01, 0x02, 0x03, 0x04};
  unsigned long bits[3] = {0x8000f00f, 0x1, 0x0};
  phys_addr_t phys = 0x12345000;
  dma_addr_t dma = 0xabc;
  SHOW("%px|%20px|%-20px|%#px", (void*)0xc1234567, (void*)0xc1234567, (void*)0x1234, (void*)0x12);
  SHOW("%p %p", NULL, ERR_PTR(-EINVAL));
  SHOW("%pe %pe %pe", ERR_PTR(-EINVAL), ERR_PTR(-ENOMEM), ERR_PTR(-4000));
  SHOW("%pe|%10pe|%-10pe|", ERR_PTR(-EPROBE_DEFER), ERR_PTR(-EIO), ERR_PTR(-EIO));
  SHOW("%ph|%5ph|%8phC|%8phD|%8phN", bytes, bytes, bytes, bytes, bytes);
  SHOW("%*ph|%*phC", 3, bytes, 2, bytes + 4);
  SHOW("%pM|%pMR|%pMF|%pm|%pmR", bytes, bytes, bytes, bytes, bytes);
  SHOW("%pUb|%pUB|%pUl|%pUL", bytes, bytes, bytes, bytes);
  SHOW("%40pb|%64pb|%40pbl|%96pbl|%0pb|", bits, bits, bits, bits, bits);
  SHOW("%*pb|%*pbl", 33, bits, 70, bits);
  SHOW("%pa %pad %pap", &phys, &dma, &phys);
  SHOW("%pK %pS", NULL, NULL);
  SHOW("%ph %pM %pUb", NULL, (void*)5, ERR_PTR(-5));
}

static void network(void) {
  static const u8 v4[4] = {192, 168, 0, 7};
  static const u8 six[][16] = {{0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1},
                               {0},
                               {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1},
                               {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 1, 2, 3, 4},
                               {0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 4, 0, 5, 0, 6},
                               {0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 6},
                               {0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0x5e, 0xfe, 1, 2, 3, 4}};
  int i;
  SHOW("%pI4|%pi4|%pI4h|%pI4n|%pI4b|%pI4l|%20pI4|%-20pI4|", v4, v4, v4, v4, v4, v4, v4, v4);
  for (i = 0; i < ARRAY_SIZE(six); i++) SHOW("%pI6|%pi6|%pI6c", six[i], six[i], six[i]);
}

static void others(void) {
  static struct resource mem = {.start = 0xf0000000, .end = 0xf0000fff, .flags = IORESOURCE_MEM};
  static struct resource pref = {
      .start = 0x1000,
      .end = 0x1fff,
      .flags = IORESOURCE_MEM | IORESOURCE_PREFETCH | IORESOURCE_WINDOW | IORESOURCE_DISABLED};
  static struct resource io = {.start = 0x3f8, .end = 0x3ff, .flags = IORESOURCE_IO};
  static struct resource irq = {.start = 5, .end = 5, .flags = IORESOURCE_IRQ};
  static struct resource unset = {
      .start = 0, .end = 0xff, .flags = IORESOURCE_MEM | IORESOURCE_UNSET};
  static struct resource none = {.start = 1, .end = 2};
  static struct rtc_time tm = {
      .tm_sec = 1, .tm_min = 2, .tm_hour = 3, .tm_mday = 4, .tm_mon = 5, .tm_year = 106};
  time64_t when[] = {0, 1, 1582979696, 951782400, 4102444800ll, -1, 253402300799ll};
  unsigned long page_flags = 0x40010204, vm_flags = 0x8100073;
  gfp_t gfp[] = {GFP_KERNEL, GFP_ATOMIC | __GFP_ZERO, 0, GFP_HIGHUSER_MOVABLE | __GFP_NOWARN};
  u32 fourcc[] = {0x34324752, 0xb4324752, 0x00010203};
  int i;
  SHOW("%pR", &mem);
  SHOW("%pr", &mem);
  SHOW("%pR", &pref);
  SHOW("%pR|%pr", &io, &irq);
  SHOW("%pR|%pR", &unset, &none);
  SHOW("%ptR|%ptRd|%ptRt|%ptRr|%ptRs", &tm, &tm, &tm, &tm, &tm);
  for (i = 0; i < ARRAY_SIZE(when); i++)
    SHOW("%ptT|%ptTd|%ptTt|%ptTs", &when[i], &when[i], &when[i], &when[i]);
  SHOW("%pGp %pGv", &page_flags, &vm_flags);
  for (i = 0; i < ARRAY_SIZE(gfp); i++) SHOW("%pGg", &gfp[i]);
  for (i = 0; i < ARRAY_SIZE(fourcc); i++) SHOW("%p4cc", &fourcc[i]);
  SHOW("%*pE|%*pEh|%*pEo|%*pEa", 6, "a\nb\\\1\377", 6, "a\nb\\\1\377", 6, "a\nb\\\1\377", 6,
       "a\nb\\\1\0");
  SHOW("%*pEc|%*pEn|%*pEp|%*pEs|%pE", 4, "a\"\\b", 3, "a\0b", 3, "abc", 3, "a\tb", "xyz");
}

static __printf(1, 2) void nested(const char* fmt, ...) {
  struct va_format vaf;
  va_list args;
  va_start(args, fmt);
  vaf.fmt = fmt;
  vaf.va = &args;
  pr_info("nested <%pV> end %d\n", &vaf, 5);
  va_end(args);
}

static int __init printf_formats_init(void) {
  integers();
  strings();
  pointers();
  network();
  others();
  nested("%d %s %#x", 1, "two", 3);
  return 0;
}
static void __exit printf_formats_exit(void) {}
module_init(printf_formats_init);
module_exit(printf_formats_exit);
MODULE_LICENSE("GPL");
