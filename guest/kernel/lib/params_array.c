// Array parameters ("1,2,3"), and the argument line of a module ("name=value name2 -- …").
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/moduleparam.h>
#include <linux/string.h>

// Parameters change only while their module is loaded, by the one task that loads it.
void kernel_param_lock(struct module* mod) {}
EXPORT_SYMBOL(kernel_param_lock);
void kernel_param_unlock(struct module* mod) {}
EXPORT_SYMBOL(kernel_param_unlock);

static int set_array(const char* val, const struct kernel_param* kp) {
  const struct kparam_array* arr = kp->arr;
  struct kernel_param element = {kp->name,  kp->mod,   arr->ops,   kp->perm,
                                 kp->level, kp->flags, {arr->elem}};
  unsigned int ignored, *count = arr->num ? arr->num : &ignored;
  char* text = (char*)val;
  if (!val) {
    pr_err("%s: expects arguments\n", kp->name);
    return -EINVAL;
  }
  for (*count = 0;;) {
    size_t length = strcspn(text, ",");
    char separator = text[length];
    int error;
    if (*count == arr->max) {
      pr_err("%s: can only take %i arguments\n", kp->name, arr->max);
      return -EINVAL;
    }
    text[length] = '\0';
    error = arr->ops->set(text, &element);
    if (error) return error;
    element.arg += arr->elemsize;
    (*count)++;
    if (separator != ',') return 0;
    text += length + 1;
  }
}

static int get_array(char* buffer, const struct kernel_param* kp) {
  const struct kparam_array* arr = kp->arr;
  struct kernel_param element = *kp;
  unsigned int i;
  int length, at = 0;
  for (i = 0; i < (arr->num ? *arr->num : arr->max); i++) {
    if (i) buffer[at - 1] = ',';
    element.arg = arr->elem + arr->elemsize * i;
    length = arr->ops->get(buffer + at, &element);
    if (length < 0) return length;
    at += length;
  }
  buffer[at] = '\0';
  return at;
}

static void free_array(void* arg) {
  const struct kparam_array* arr = arg;
  unsigned int i;
  if (!arr->ops->free) return;
  for (i = 0; i < (arr->num ? *arr->num : arr->max); i++)
    arr->ops->free(arr->elem + arr->elemsize * i);
}

const struct kernel_param_ops param_array_ops = {
    .set = set_array, .get = get_array, .free = free_array};
EXPORT_SYMBOL(param_array_ops);

static char dash_to_underscore(char c) { return c == '-' ? '_' : c; }
bool parameq(const char* a, const char* b) {
  while (dash_to_underscore(*a) == dash_to_underscore(*b)) {
    if (!*a) return true;
    a++;
    b++;
  }
  return false;
}

// Cuts the next word off args; quotes keep blanks together and are removed.
char* next_arg(char* args, char** param, char** val) {
  bool quoted = false, in_quote = false;
  char* equals = NULL;
  size_t i;
  if (*args == '"') {
    args++;
    in_quote = quoted = true;
  }
  for (i = 0; args[i]; i++) {
    if (isspace(args[i]) && !in_quote) break;
    if (!equals && i && args[i] == '=') equals = args + i;
    if (args[i] == '"') in_quote = !in_quote;
  }
  *param = args;
  *val = NULL;
  if (equals) {
    *equals = '\0';
    *val = equals + 1;
    if (**val == '"') {
      (*val)++;
      if (args[i - 1] == '"') args[i - 1] = '\0';
    }
  }
  if (quoted && i && args[i - 1] == '"') args[i - 1] = '\0';
  if (args[i]) args[i++] = '\0';
  return skip_spaces(args + i);
}
EXPORT_SYMBOL(next_arg);

static int set_one(char* param, char* val, const struct kernel_param* params, unsigned num) {
  unsigned i;
  for (i = 0; i < num; i++) {
    if (!parameq(param, params[i].name)) continue;
    if (!val && !(params[i].ops->flags & KERNEL_PARAM_OPS_FL_NOARG)) return -EINVAL;
    return params[i].ops->set(val, &params[i]);
  }
  return -ENOENT;
}

char* parse_args(const char* doing, char* args, const struct kernel_param* params, unsigned num,
                 s16 level_min, s16 level_max, void* arg,
                 int (*unknown)(char* param, char* val, const char* doing, void* arg)) {
  args = skip_spaces(args);
  while (*args) {
    char *param, *val;
    int error;
    args = next_arg(args, &param, &val);
    if (!val && !strcmp(param, "--")) return args;
    error = set_one(param, val, params, num);
    if (error == -ENOENT && unknown) error = unknown(param, val, doing, arg);
    if (!error) continue;
    if (error == -ENOENT)
      pr_err("%s: Unknown parameter `%s'\n", doing, param);
    else if (error == -ENOSPC)
      pr_err("%s: `%s' too large for parameter `%s'\n", doing, val ? val : "", param);
    else
      pr_err("%s: `%s' invalid for parameter `%s'\n", doing, val ? val : "", param);
    return ERR_PTR(error);
  }
  return NULL;
}
