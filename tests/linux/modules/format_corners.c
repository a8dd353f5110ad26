// Formats at their limits: widths, flags, every kind of pointer, text that is no format.
#include <linux/bitmap.h>
#include <linux/cpumask.h>
#include <linux/ctype.h>
#include <linux/err.h>
#include <linux/errno.h>
#include <linux/gfp.h>
#include <linux/in.h>
#include <linux/in6.h>
#include <linux/ioport.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/rtc.h>
#include <linux/slab.h>
#include <linux/socket.h>
#include <linux/string.h>
#include <linux/string_helpers.h>
#include <linux/uuid.h>
MODULE_LICENSE("GPL");
static char buf[256];
#define T(n, fmt, ...)                                           \
  do {                                                           \
    int r;                                                       \
    memset(buf, 0xaa, sizeof(buf));                              \
    r = snprintf(buf, n, fmt, ##__VA_ARGS__);                    \
    pr_info("%d: %d [%s] %02x\n", __LINE__, r, buf, (u8)buf[n]); \
  } while (0)
static void vv(const char* fmt, ...) {
  struct va_format vaf;
  va_list a;
  va_start(a, fmt);
  vaf.fmt = fmt;
  vaf.va = &a;
  T(100, "<%pV>", &vaf);
  va_end(a);
}
static int __init corners_init(void) {
  u8 mac[6] = {0, 1, 2, 0xab, 0xcd, 0xef};
  u8 h[70];
  __be32 ip = htonl(0xc0a80105);
  struct in6_addr a6 = {.s6_addr = {0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}};
  struct in6_addr m6 = {.s6_addr = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 1, 2, 3, 4}};
  struct in6_addr z6 = {.s6_addr = {0}};
  struct sockaddr_in s4 = {
      .sin_family = AF_INET, .sin_port = htons(8080), .sin_addr = {htonl(0x7f000001)}};
  struct sockaddr_in6 s6 = {.sin6_family = AF_INET6,
                            .sin6_port = htons(443),
                            .sin6_flowinfo = htonl(0x12345),
                            .sin6_scope_id = 3};
  guid_t g;
  uuid_t u;
  struct resource res = {.start = 0x1000, .end = 0x1fff, .flags = IORESOURCE_MEM, .name = "x"};
  struct resource io = {.start = 0x3f8, .end = 0x3ff, .flags = IORESOURCE_IO};
  struct resource irq = {.start = 4, .end = 4, .flags = IORESOURCE_IRQ | IORESOURCE_DISABLED};
  struct resource dma = {.start = 7, .end = 7, .flags = IORESOURCE_DMA};
  struct resource bus = {.start = 0, .end = 0xff, .flags = IORESOURCE_BUS};
  struct resource uns = {.start = 0,
                         .end = 0x7ff,
                         .flags = IORESOURCE_MEM | IORESOURCE_UNSET | IORESOURCE_PREFETCH |
                                  IORESOURCE_MEM_64 | IORESOURCE_WINDOW};
  struct rtc_time tm = {
      .tm_sec = 5, .tm_min = 4, .tm_hour = 3, .tm_mday = 2, .tm_mon = 0, .tm_year = 123};
  time64_t t64 = 1700000000;
  unsigned long bm[4] = {0x10f0f, 0x80000001, 0, 3};
  u32 four = 0x34325241;
  phys_addr_t pa = 0x12345678;
  dma_addr_t da = 0xabcdef;
  int i;
  s6.sin6_addr = a6;
  for (i = 0; i < 70; i++) h[i] = i * 7;
  uuid_parse("c33f4995-3701-450e-9fbf-206a2e98e576", &u);
  guid_parse("c33f4995-3701-450e-9fbf-206a2e98e576", &g);
  T(0, "hello %d", 5);
  T(1, "hello %d", 5);
  T(5, "hello");
  T(6, "hello");
  T(3, "%d", 123456);
  T(99, "%5d|%-5d|%05d|%+d|% d|%x|%#x|%#X|%o|%#o", 42, 42, 42, 42, 42, 42, 42, 42, 42, 42);
  T(99, "%#010x|%-#10x|%#o|%#x|%.5d|%8.3d|%-8.3d|%08.3d", 0x2a, 0x2a, 0, 0, 42, 42, 42, 42);
  T(99, "%.0d|%.d|%+.3d|%*d|%-*d|%*d|%.*d", 0, 0, 7, 6, 1, 6, 1, -6, 1, 3, 1);
  T(99, "%hhd %hhu %hd %hu %ld %lu %lld %llu", 300, 300, 70000, 70000, -1L, -1L, -1LL, -1ULL);
  T(99, "%zd %zu %td %Lx %qd", (ssize_t)-1, (size_t)-1, (ptrdiff_t)-3, 0x123456789abcULL, -9LL);
  T(99, "%lld %lld", LLONG_MIN, LLONG_MAX);
  T(99, "%s|%10s|%-10s|%.2s|%10.2s|%-10.2s|%.*s|%s", "abc", "abc", "abc", "abc", "abc", "abc", 1,
    "abc", (char*)NULL);
  T(99, "%.3s|%10s|%.10s", (char*)NULL, (char*)NULL, (char*)NULL);
  T(99, "%s %s", (char*)5, (char*)-5);
  T(99, "%c|%5c|%-5c|%%|%5%|", 'x', 'y', 'z');
  T(99, "%pM %pm %pMR %pMF %pmR", mac, mac, mac, mac, mac);
  T(99, "%pI4 %pi4 %pI4h %pI4n %pI4b %pI4l", &ip, &ip, &ip, &ip, &ip, &ip);
  T(150, "%pI6 %pi6 %pI6c", &a6, &a6, &a6);
  T(150, "%pI6c %pI6c", &m6, &z6);
  T(150, "%pISpc %pIS %piS %pISp", &s4, &s4, &s4, &s4);
  T(150, "%pISpc %pISc %pIS %pISpfsc", &s6, &s6, &s6, &s6);
  T(150, "%pUb %pUB %pUl %pUL", &u, &u, &g, &g);
  T(150, "%pU", &u);
  T(99, "%pR|%pr", &res, &res);
  T(99, "%pR|%pr", &io, &io);
  T(99, "%pR|%pr", &irq, &irq);
  T(99, "%pR|%pR|%pR|%pr", &dma, &bus, &uns, &uns);
  T(99, "%ptR %ptRd %ptRt %ptRr %ptRdr %ptRtr", &tm, &tm, &tm, &tm, &tm, &tm);
  T(99, "%ptT %ptTd %ptTt %ptTr %ptTs", &t64, &t64, &t64, &t64, &t64);
  T(99, "%*ph|%*phC|%*phD|%*phN", 3, h, 3, h, 3, h, 3, h);
  T(220, "%70ph", h);
  T(99, "%ph", h);
  T(99, "%*ph", -3, h);
  T(99, "%*phN", 0, h);
  T(99, "%*pb|%*pbl|%32pb|%64pbl|%*pb", 128, bm, 128, bm, bm, bm, 17, bm);
  T(20, "%*pbl", 128, bm);
  T(99, "%*pb|%*pbl|", 0, bm, 0, bm);
  T(99, "%pe|%pe|%pe|%10pe", ERR_PTR(-ENOMEM), ERR_PTR(-EPROBE_DEFER), ERR_PTR(-9999 + 6000),
    ERR_PTR(-EIO));
  T(99, "%pe|%p|%px", NULL, NULL, NULL);
  T(99, "%pa %pad %pap", &pa, &da, &pa);
  T(99, "%p4cc", &four);
  T(99, "%pGg|%pGg", &(gfp_t){GFP_KERNEL}, &(gfp_t){GFP_ATOMIC | __GFP_ZERO | __GFP_COMP});
  T(99, "%pGv", &(unsigned long){VM_READ | VM_EXEC | VM_MAYREAD});
  T(99, "%pGp", &(unsigned long){0x40000214});
  T(99, "%pGg", &(gfp_t){0});
  T(99, "%pK|%8p|%08x", NULL, NULL, 5);
  T(99, "%ps|%pS", corners_init, corners_init);
  T(99, "%ps|%pS|%pB|%ps", (void*)0x1234, (void*)0x1234, (void*)0x1234, NULL);
  T(99, "%pEc|%*pE|%*pEhp", "a\nb", 4, "q\"\x01\n", 3,
    "\xff"
    "a\\");
  T(99, "%pI4|%pM|%pUb", NULL, NULL, NULL);
  T(99, "%pd|%pD", NULL, NULL);
  T(99, "%n%d", 5);
  T(99, "%d %y %d", 1, 2);
  T(99, "%");
  T(99, "abc%");
  T(99, "%l");
  T(99, "%-");
  T(99, "%5");
  T(99, "%pC|%pCn", NULL, NULL);
  T(99, "%020d|%-020d|%+020d|%#020x|%#-20x|", -5, -5, 5, 255, 255);
  T(99, "%*s|%-*s|%*c|", -8, "l", -8, "l", -3, 'c');
  T(99, "%300d", 5);
  T(99, "%.300d", 5);
  T(99, "%#.8x|%.8X|%+.8o", 0x1f, 0x1f, 0x1f);
  T(99, "%i %u %X", -5, -5, -5);
  T(99, "% 5d|% -5d|%+5d|%0+5d|%-05d|%+-5d|", 3, 3, 3, 3, 3, 3);
  T(99, "%#llx %#llX %#llo %016llx", 0xabcdefULL, 0xabcdefULL, 8ULL, 0xabcdefULL);
  vv("a%d %s", 5, "x");
  vv("%pI4", &ip);
  T(99, "%*pbl", 32, cpumask_bits(cpu_online_mask));
  return 0;
}
static void __exit corners_exit(void) {}
module_init(corners_init);
module_exit(corners_exit);
