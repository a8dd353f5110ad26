/* Formats with wrong arguments, letters that mean nothing, widths out of bounds. */
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/module.h>

#pragma GCC diagnostic ignored "-Wformat"

static char buffer[64];

#define SHOW(...)                                              \
  do {                                                         \
    int length = snprintf(buffer, sizeof buffer, __VA_ARGS__); \
    pr_info("%d [%s] %d\n", __LINE__, buffer, length);         \
  } while (0)

static void strings(void) {
  SHOW("%s", (char*)NULL);
  SHOW("%s", (char*)ERR_PTR(-22));
  SHOW("%s", (char*)0x10);
  SHOW("%.2s|%20s", (char*)NULL, (char*)ERR_PTR(-2));
  SHOW("%hs %ls %lc", "x", "y", 'z');
  SHOW("%n%d", (int*)buffer, 5);
}

static void pointers(void) {
  SHOW("%pe %pe %pe", ERR_PTR(-ENOMEM), ERR_PTR(-4000), (void*)NULL);
  SHOW("%pS %ps %pB", NULL, NULL, NULL);
  SHOW("%pV %pU %pM %pI4", NULL, NULL, NULL, NULL);
  SHOW("%*ph|%*phC|%*phN|%100ph", 3, "\1\2\3", 0, "\1", -1, "\1\2", "\1\2\3");
  SHOW("%pa %pad %pr %pR %pb", NULL, NULL, NULL, NULL, NULL);
  SHOW("%pd %pD %pt %ptR", NULL, NULL, NULL, NULL);
  SHOW("%pC %pN %pNF %pG %pGp", NULL, NULL, NULL, NULL, NULL);
  SHOW("%pE %pO %pOF %p4cc %pg", NULL, NULL, NULL, NULL, NULL);
  SHOW("%pi6 %pISpc %ptTs", NULL, NULL, NULL);
  SHOW("%pUb %pI4 %*ph", ERR_PTR(-5), ERR_PTR(-5), 4, ERR_PTR(-9));
  SHOW("%20p|%-20p|%020p|%#p", NULL, NULL, NULL, NULL);
  SHOW("%5px|%016px|%#px|%.5px", NULL, NULL, (void*)0xab, NULL);
}

static void numbers(void) {
  SHOW("%*d|%.*d|%.-5d|%5.*d|%5.d|", -8, 42, -5, 42, 5, -1, 5, 0);
  SHOW("%lu %d", 1ULL << 33, 9);
  SHOW("%hd %hu %hhd %hhu", 70000, 70000, 300, 300);
  SHOW("%2000d|", 5);
  SHOW("%.2000d|", 5);
  SHOW("%2147483648d", 5);
  SHOW("%99999999999d", 5);
  SHOW("%*d|", INT_MIN, 5);
  SHOW("%*d", 8388608, 5);
  SHOW("%.*d", 40000, 5);
}

static void letters(void) {
  SHOW("abc%%");
  SHOW("%k %d", 5);
  SHOW("%f %d", 1, 2);
  SHOW("%");
  SHOW("%ll");
  SHOW("%1$d", 5);
}

static int __init format_misuse_init(void) {
  strings();
  pointers();
  numbers();
  letters();
  pr_info("%d %d\n", snprintf(buffer, 0, "abc"), snprintf(NULL, 0, "abc %d", 12));
  pr_info("%d\n", snprintf(buffer, (size_t)INT_MAX + 1, "x"));
  pr_info("two\nlines\n");
  pr_info("nul %c after\n", 0);
  return 0;
}

static void __exit format_misuse_exit(void) {}

module_init(format_misuse_init);
module_exit(format_misuse_exit);
MODULE_LICENSE("GPL");
