// Module parameters: text to value and back for every type (param_ops_*), and splitting of the
// argument line. A charp keeps its own copy of the text. Linux: 6.1 kernel/params.c.
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/mm.h>
#include <linux/moduleparam.h>
#include <linux/slab.h>
#include <linux/string.h>

#define DEFINE_PARAM(name, type, format, parse)                          \
  int param_set_##name(const char* val, const struct kernel_param* kp) { \
    return parse(val, 0, (type*)kp->arg);                                \
  }                                                                      \
  int param_get_##name(char* buffer, const struct kernel_param* kp) {    \
    return scnprintf(buffer, PAGE_SIZE, format "\n", *(type*)kp->arg);   \
  }                                                                      \
  const struct kernel_param_ops param_ops_##name = {                     \
      .set = param_set_##name,                                           \
      .get = param_get_##name,                                           \
  };                                                                     \
  EXPORT_SYMBOL(param_set_##name);                                       \
  EXPORT_SYMBOL(param_get_##name);                                       \
  EXPORT_SYMBOL(param_ops_##name)

DEFINE_PARAM(byte, unsigned char, "%hhu", kstrtou8);
DEFINE_PARAM(short, short, "%hi", kstrtos16);
DEFINE_PARAM(ushort, unsigned short, "%hu", kstrtou16);
DEFINE_PARAM(int, int, "%i", kstrtoint);
DEFINE_PARAM(uint, unsigned int, "%u", kstrtouint);
DEFINE_PARAM(long, long, "%li", kstrtol);
DEFINE_PARAM(ulong, unsigned long, "%lu", kstrtoul);
DEFINE_PARAM(ullong, unsigned long long, "%llu", kstrtoull);
DEFINE_PARAM(hexint, unsigned int, "%#08x", kstrtouint);

int param_set_uint_minmax(const char* val, const struct kernel_param* kp, unsigned int min,
                          unsigned int max) {
  unsigned int number;
  int error;
  if (!val) return -EINVAL;
  error = kstrtouint(val, 0, &number);
  if (error || number < min || number > max) return -EINVAL;
  *(unsigned int*)kp->arg = number;
  return 0;
}
EXPORT_SYMBOL_GPL(param_set_uint_minmax);

struct charp_copy {
  struct list_head list;
  char text[];
};
static LIST_HEAD(charp_copies);

void param_free_charp(void* arg) {
  struct charp_copy* copy;
  list_for_each_entry(copy, &charp_copies, list) {
    if (copy->text != *(char**)arg) continue;
    list_del(&copy->list);
    kfree(copy);
    return;
  }
}
EXPORT_SYMBOL(param_free_charp);

int param_set_charp(const char* val, const struct kernel_param* kp) {
  size_t length = strnlen(val, 1024 + 1);
  struct charp_copy* copy;
  if (length > 1024) {
    pr_err("%s: string parameter too long\n", kp->name);
    return -ENOSPC;
  }
  param_free_charp(kp->arg);
  copy = kmalloc(sizeof(*copy) + length + 1, GFP_KERNEL);
  if (!copy) return -ENOMEM;
  memcpy(copy->text, val, length + 1);
  list_add(&copy->list, &charp_copies);
  *(char**)kp->arg = copy->text;
  return 0;
}
EXPORT_SYMBOL(param_set_charp);

int param_get_charp(char* buffer, const struct kernel_param* kp) {
  return scnprintf(buffer, PAGE_SIZE, "%s\n", *((char**)kp->arg));
}
EXPORT_SYMBOL(param_get_charp);
const struct kernel_param_ops param_ops_charp = {
    .set = param_set_charp, .get = param_get_charp, .free = param_free_charp};
EXPORT_SYMBOL(param_ops_charp);

int param_set_bool(const char* val, const struct kernel_param* kp) {
  return kstrtobool(val ? val : "1", kp->arg);
}
EXPORT_SYMBOL(param_set_bool);
int param_get_bool(char* buffer, const struct kernel_param* kp) {
  return sprintf(buffer, "%c\n", *(bool*)kp->arg ? 'Y' : 'N');
}
EXPORT_SYMBOL(param_get_bool);
const struct kernel_param_ops param_ops_bool = {
    .flags = KERNEL_PARAM_OPS_FL_NOARG, .set = param_set_bool, .get = param_get_bool};
EXPORT_SYMBOL(param_ops_bool);

int param_set_bool_enable_only(const char* val, const struct kernel_param* kp) {
  bool value, old = *(bool*)kp->arg;
  struct kernel_param dummy = *kp;
  int error;
  dummy.arg = &value;
  error = param_set_bool(val, &dummy);
  if (error) return error;
  if (!value && old) return -EROFS;
  if (value && !old) error = param_set_bool(val, kp);
  return error;
}
EXPORT_SYMBOL_GPL(param_set_bool_enable_only);
const struct kernel_param_ops param_ops_bool_enable_only = {
    .flags = KERNEL_PARAM_OPS_FL_NOARG, .set = param_set_bool_enable_only, .get = param_get_bool};
EXPORT_SYMBOL_GPL(param_ops_bool_enable_only);

int param_set_invbool(const char* val, const struct kernel_param* kp) {
  bool value;
  int error = kstrtobool(val ? val : "1", &value);
  if (!error) *(bool*)kp->arg = !value;
  return error;
}
EXPORT_SYMBOL(param_set_invbool);
int param_get_invbool(char* buffer, const struct kernel_param* kp) {
  return sprintf(buffer, "%c\n", *(bool*)kp->arg ? 'N' : 'Y');
}
EXPORT_SYMBOL(param_get_invbool);
const struct kernel_param_ops param_ops_invbool = {.set = param_set_invbool,
                                                   .get = param_get_invbool};
EXPORT_SYMBOL(param_ops_invbool);

int param_set_bint(const char* val, const struct kernel_param* kp) {
  bool value;
  int error = kstrtobool(val ? val : "1", &value);
  if (!error) *(int*)kp->arg = value;
  return error;
}
EXPORT_SYMBOL(param_set_bint);
const struct kernel_param_ops param_ops_bint = {
    .flags = KERNEL_PARAM_OPS_FL_NOARG, .set = param_set_bint, .get = param_get_int};
EXPORT_SYMBOL(param_ops_bint);

int param_set_copystring(const char* val, const struct kernel_param* kp) {
  const struct kparam_string* kps = kp->str;
  if (strnlen(val, kps->maxlen) == kps->maxlen) {
    pr_err("%s: string doesn't fit in %u chars.\n", kp->name, kps->maxlen - 1);
    return -ENOSPC;
  }
  strcpy(kps->string, val);
  return 0;
}
EXPORT_SYMBOL(param_set_copystring);
int param_get_string(char* buffer, const struct kernel_param* kp) {
  return scnprintf(buffer, PAGE_SIZE, "%s\n", kp->str->string);
}
EXPORT_SYMBOL(param_get_string);
const struct kernel_param_ops param_ops_string = {.set = param_set_copystring,
                                                  .get = param_get_string};
EXPORT_SYMBOL(param_ops_string);
