// Module parameters of every type, at their defaults, and what their get functions print.
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/slab.h>

static int number = 5;
static unsigned long big = 4000000000ul;
static bool flag;
static char* text = "default";
static int list[4] = {1, 2};
static int list_count = 2;
static char fixed[8] = "abc";
static short small = -3;
static unsigned char byte = 200;
module_param(number, int, 0644);
MODULE_PARM_DESC(number, "a number");
module_param(big, ulong, 0);
module_param(flag, bool, 0444);
module_param(text, charp, 0);
module_param_array(list, int, &list_count, 0);
module_param_string(fixed, fixed, sizeof(fixed), 0);
module_param_named(renamed, small, short, 0);
module_param(byte, byte, 0);

static int set_noisy(const char* val, const struct kernel_param* kp) {
  pr_info("set %s\n", val);
  return param_set_int(val, kp);
}
static const struct kernel_param_ops noisy_ops = {.set = set_noisy, .get = param_get_int};
static int noisy;
module_param_cb(noisy, &noisy_ops, &noisy, 0644);

static void try(const struct kernel_param_ops* ops, const char* val, void* arg) {
  struct kernel_param kp = {
      .name = "try", .mod = THIS_MODULE, .ops = ops, .perm = 0, .level = -1, .arg = arg};
  char *buf = kmalloc(PAGE_SIZE, GFP_KERNEL), *copy = kstrdup(val, GFP_KERNEL);
  int set, got;
  kernel_param_lock(THIS_MODULE);
  set = ops->set(copy, &kp);
  got = ops->get(buf, &kp);
  kernel_param_unlock(THIS_MODULE);
  pr_info("\"%s\": %d, %d %.*s\n", val, set, got, got > 0 ? got - 1 : 0, buf);
  kfree(copy);
  kfree(buf);
}

static int __init parameters_init(void) {
  static const struct kparam_array arr = {
      .max = 4, .elemsize = sizeof(int), .num = &list_count, .ops = &param_ops_int, .elem = list};
  static const struct kparam_string str = {.maxlen = 8, .string = fixed};
  unsigned long long wide = 0;
  unsigned int u = 0;
  int bint = 0;
  pr_info("%d %lu %d %s %d: %d %d %s %d %d %d\n", number, big, flag, text, list_count, list[0],
          list[1], fixed, small, byte, noisy);
  try(&param_ops_int, "0x20", &number);
  try(&param_ops_int, "99999999999", &number);
  try(&param_ops_int, "x", &number);
  try(&param_ops_uint, "-1", &u);
  try(&param_ops_hexint, "255", &u);
  try(&param_ops_ullong, "18446744073709551615", &wide);
  try(&param_ops_byte, "256", &byte);
  try(&param_ops_short, "-32768", &small);
  try(&param_ops_bool, "yes", &flag);
  try(&param_ops_bool, "maybe", &flag);
  try(&param_ops_invbool, "y", &flag);
  try(&param_ops_bint, "1", &bint);
  try(&param_ops_charp, "some text", &text);
  param_free_charp(&text);
  try(&param_array_ops, "7,8,9", (void*)&arr);
  try(&param_array_ops, "1,2,3,4,5", (void*)&arr);
  try(&param_array_ops, "1,x", (void*)&arr);
  try(&param_ops_string, "1234567", (void*)&str);
  try(&param_ops_string, "12345678", (void*)&str);
  return 0;
}
static void __exit parameters_exit(void) {}
module_init(parameters_init);
module_exit(parameters_exit);
MODULE_LICENSE("GPL");
