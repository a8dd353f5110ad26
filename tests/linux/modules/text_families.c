// Corners of formats, times, words and trees that random modules found.
#include <linux/dcache.h>
#include <linux/in.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/rtc.h>
#include <linux/socket.h>
#include <linux/string.h>

static char text[200];
static void show(const char* fmt, const void* p) {
  int n = snprintf(text, sizeof(text), fmt, p);

  pr_info("%s: %d [%s]\n", fmt + 1, n, text);
}

static void paths(void) {
  static struct dentry root, folder, file;

  root.d_parent = &root;
  root.d_name.name = "/";
  folder.d_parent = &root;
  folder.d_name.name = "folder";
  file.d_parent = &folder;
  file.d_name.name = "long name here";
  show("%.5pd", &file);
  show("%.0pd", &file);
  show("%.9pd2", &file);
  show("%20.9pd3", &file);
  show("%-30.7pd4", &file);
  show("%-30pd4", &file);
}

static void times(void) {
  struct rtc_time rtc = {.tm_year = 170, .tm_mon = 3, .tm_mday = 5};
  time64_t second = 4187147855LL;
  struct timespec64 span = {.tv_sec = 0x728500fc, .tv_nsec = 1};

  show("%20ptR", &rtc);
  show("%-20ptTd", &second);
  show("%30ptTrs", &second);
  pr_info("%lu\n", timespec64_to_jiffies(&span));
  span.tv_sec = -1;
  pr_info("%lu\n", timespec64_to_jiffies(&span));
  span.tv_sec = 4294966;
  pr_info("%lu\n", timespec64_to_jiffies(&span));
}

static void addresses(void) {
  struct sockaddr_in in = {.sin_family = AF_INET, .sin_port = htons(80)};

  in.sin_addr.s_addr = htonl(0x01020304);
  show("%pISh", &in);
  show("%pISn", &in);
  show("%pISpb", &in);
  show("%piSl", &in);
}

static void words(void) {
  char line[] = "=v =a=b a= b=\"x y\" \"c=d e\" f", *at = line, *name, *value;

  while (*at) {
    at = next_arg(at, &name, &value);
    pr_info("[%s] [%s]\n", name, value ?: "none");
  }
}

static int __init text_families_init(void) {
  paths();
  times();
  addresses();
  words();
  return 0;
}

static void __exit text_families_exit(void) {}

module_init(text_families_init);
module_exit(text_families_exit);
MODULE_LICENSE("GPL");
