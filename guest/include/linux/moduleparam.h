// Module parameters.
//
// A parameter is a 20-byte struct kernel_param in section __param {name, module, operations,
// permissions, level, flags, argument}, and two strings in .modinfo ("parmtype=", "parm="). The
// loader splits name=value words and calls ops->set(value, param) of the resident image.
#ifndef _LINUX_MODULEPARAM_H
#define _LINUX_MODULEPARAM_H

#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/stringify.h>

#ifdef MODULE
#define MODULE_PARAM_PREFIX
#else
#define MODULE_PARAM_PREFIX KBUILD_MODNAME "."
#endif
#define MAX_PARAM_PREFIX_LEN (64 - sizeof(unsigned long))

#define __MODULE_INFO(tag, name, info)                                              \
  static const char __UNIQUE_ID(name)[] __used __section(".modinfo") __aligned(1) = \
      __stringify(tag) "=" info
#define __MODULE_PARM_TYPE(name, _type) __MODULE_INFO(parmtype, name##type, #name ":" _type)
#define MODULE_PARM_DESC(_parm, desc) __MODULE_INFO(parm, _parm, #_parm ":" desc)

struct kernel_param;
enum { KERNEL_PARAM_OPS_FL_NOARG = (1 << 0) };
enum { KERNEL_PARAM_FL_UNSAFE = (1 << 0), KERNEL_PARAM_FL_HWPARAM = (1 << 1) };

struct kernel_param_ops {
  unsigned int flags;
  int (*set)(const char* val, const struct kernel_param* kp);
  int (*get)(char* buffer, const struct kernel_param* kp);
  void (*free)(void* arg);
};
struct kparam_string {
  unsigned int maxlen;
  char* string;
};
struct kparam_array {
  unsigned int max;
  unsigned int elemsize;
  unsigned int* num;
  const struct kernel_param_ops* ops;
  void* elem;
};
struct kernel_param {
  const char* name;
  struct module* mod;
  const struct kernel_param_ops* ops;
  const u16 perm;
  s8 level;
  u8 flags;
  union {
    void* arg;
    const struct kparam_string* str;
    const struct kparam_array* arr;
  };
};
_Static_assert(sizeof(struct kernel_param) == 20, "struct kernel_param of 6.1 i386");
typedef int (*param_set_fn)(const char* val, const struct kernel_param* kp);

extern const struct kernel_param __start___param[], __stop___param[];

#define __module_param_call(prefix, name, ops, arg, perm, level, flags)       \
  static const char __param_str_##name[] = prefix #name;                      \
  static struct kernel_param const __param_##name __used __section("__param") \
      __aligned(sizeof(void*)) = {__param_str_##name, THIS_MODULE, ops, perm, level, flags, {arg}}
#define module_param_cb(name, ops, arg, perm) \
  __module_param_call(MODULE_PARAM_PREFIX, name, ops, arg, perm, -1, 0)
#define module_param_cb_unsafe(name, ops, arg, perm) \
  __module_param_call(MODULE_PARAM_PREFIX, name, ops, arg, perm, -1, KERNEL_PARAM_FL_UNSAFE)
#define device_param_cb(name, ops, arg, perm) module_param_cb(name, ops, arg, perm)
#define core_param_cb(name, ops, arg, perm) module_param_cb(name, ops, arg, perm)
#define core_param(name, var, type, perm) \
  param_check_##type(name, &(var));       \
  __module_param_call("", name, &param_ops_##type, &var, perm, -1, 0)
#define module_param_call(name, _set, _get, arg, perm)        \
  static const struct kernel_param_ops __param_ops_##name = { \
      .flags = 0, .set = (void*)_set, .get = (void*)_get};    \
  __module_param_call(MODULE_PARAM_PREFIX, name, &__param_ops_##name, arg, perm, -1, 0)

#define __param_check(name, p, type) \
  static inline type __always_unused* __check_##name(void) { return (p); }
#define module_param(name, type, perm) module_param_named(name, name, type, perm)
#define module_param_unsafe(name, type, perm) module_param(name, type, perm)
#define module_param_hw(name, type, hwtype, perm) module_param(name, type, perm)
#define module_param_named(name, value, type, perm)       \
  param_check_##type(name, &(value));                     \
  module_param_cb(name, &param_ops_##type, &value, perm); \
  __MODULE_PARM_TYPE(name, #type)
#define module_param_string(name, string, len, perm)                                               \
  static const struct kparam_string __param_string_##name = {len, string};                         \
  __module_param_call(MODULE_PARAM_PREFIX, name, &param_ops_string, (void*)&__param_string_##name, \
                      perm, -1, 0);                                                                \
  __MODULE_PARM_TYPE(name, "string")
#define module_param_array(name, type, nump, perm) \
  module_param_array_named(name, name, type, nump, perm)
#define module_param_array_named(name, array, type, nump, perm)                                \
  param_check_##type(name, &(array)[0]);                                                       \
  static const struct kparam_array __param_arr_##name = {.max = ARRAY_SIZE(array),             \
                                                         .num = nump,                          \
                                                         .ops = &param_ops_##type,             \
                                                         .elemsize = sizeof(array[0]),         \
                                                         .elem = array};                       \
  __module_param_call(MODULE_PARAM_PREFIX, name, &param_array_ops, (void*)&__param_arr_##name, \
                      perm, -1, 0);                                                            \
  __MODULE_PARM_TYPE(name, "array of " #type)
#define module_param_hw_array(name, type, hwtype, nump, perm) \
  module_param_array(name, type, nump, perm)

// The form of 2.4: the type is a letter in a string. The variable itself tells as much: a scalar, a
// string or an array of int.
#define __MM32_PARM_OPS(var) \
  _Generic((var),                     \
      char*: &param_ops_charp,        \
      unsigned char: &param_ops_byte, \
      char: &param_ops_byte,          \
      short: &param_ops_short,        \
      unsigned short: &param_ops_ushort, \
      unsigned int: &param_ops_uint,  \
      long: &param_ops_long,          \
      unsigned long: &param_ops_ulong, \
      int*: &param_array_ops,         \
      default: &param_ops_int)
#define MODULE_PARM(var, type)                                          \
  static const struct kparam_array __param_arr_##var __maybe_unused = { \
      .max = sizeof(var) / sizeof(int),                                 \
      .ops = &param_ops_int,                                            \
      .elemsize = sizeof(int),                                          \
      .elem = (void*)&var};                                             \
  module_param_cb(var, __MM32_PARM_OPS(var),                                                   \
                  _Generic((var), int*: (void*)&__param_arr_##var, default: (void*)&var), 0)

#define __MM32_PARAM(name)                                              \
  extern const struct kernel_param_ops param_ops_##name;                \
  int param_set_##name(const char* val, const struct kernel_param* kp); \
  int param_get_##name(char* buffer, const struct kernel_param* kp);
__MM32_PARAM(byte)
__MM32_PARAM(short)
__MM32_PARAM(ushort)
__MM32_PARAM(int)
__MM32_PARAM(uint)
__MM32_PARAM(long)
__MM32_PARAM(ulong)
__MM32_PARAM(ullong)
__MM32_PARAM(hexint)
__MM32_PARAM(charp)
__MM32_PARAM(bool)
__MM32_PARAM(invbool)
__MM32_PARAM(bint)
__MM32_PARAM(bool_enable_only)
extern const struct kernel_param_ops param_ops_string;
extern const struct kernel_param_ops param_array_ops;
int param_set_copystring(const char* val, const struct kernel_param* kp);
int param_get_string(char* buffer, const struct kernel_param* kp);
int param_set_uint_minmax(const char* val, const struct kernel_param* kp, unsigned int min,
                          unsigned int max);
void param_free_charp(void* arg);

#define param_check_byte(name, p) __param_check(name, p, unsigned char)
#define param_check_short(name, p) __param_check(name, p, short)
#define param_check_ushort(name, p) __param_check(name, p, unsigned short)
#define param_check_int(name, p) __param_check(name, p, int)
#define param_check_uint(name, p) __param_check(name, p, unsigned int)
#define param_check_long(name, p) __param_check(name, p, long)
#define param_check_ulong(name, p) __param_check(name, p, unsigned long)
#define param_check_ullong(name, p) __param_check(name, p, unsigned long long)
#define param_check_hexint(name, p) param_check_uint(name, p)
#define param_check_charp(name, p) __param_check(name, p, char*)
#define param_check_bool(name, p) __param_check(name, p, bool)
#define param_check_invbool(name, p) __param_check(name, p, bool)
#define param_check_bint(name, p) param_check_int(name, p)
#define param_check_bool_enable_only(name, p) param_check_bool(name, p)

char* parse_args(const char* name, char* args, const struct kernel_param* params, unsigned num,
                 s16 level_min, s16 level_max, void* arg,
                 int (*unknown)(char* param, char* val, const char* doing, void* arg));
bool parameq(const char* name1, const char* name2);
void kernel_param_lock(struct module* mod);
void kernel_param_unlock(struct module* mod);

#define postcore_param_cb(name, ops, arg, perm) module_param_cb(name, ops, arg, perm)
#define subsys_param_cb(name, ops, arg, perm) module_param_cb(name, ops, arg, perm)
#define arch_param_cb(name, ops, arg, perm) module_param_cb(name, ops, arg, perm)
#define fs_param_cb(name, ops, arg, perm) module_param_cb(name, ops, arg, perm)
#define late_param_cb(name, ops, arg, perm) module_param_cb(name, ops, arg, perm)
#define module_param_named_unsafe(name, value, type, perm) \
  module_param_named(name, value, type, perm)
#define module_param_hw_named(name, value, type, hwtype, perm) \
  module_param_named(name, value, type, perm)

#endif
