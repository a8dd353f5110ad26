// Text search: one engine (Knuth, Morris and Pratt) under the names of the three that Linux has.
// Linux: 6.1 lib/textsearch.c and lib/ts_kmp.c.
#include <linux/ctype.h>
#include <linux/err.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/textsearch.h>

struct kmp {
  unsigned int length;
  u8* pattern;
  unsigned int prefix[];
};

static u8 folded(const struct ts_config* conf, u8 c) {
  return conf->flags & TS_IGNORECASE ? toupper(c) : c;
}

static unsigned int kmp_find(struct ts_config* conf, struct ts_state* state) {
  struct kmp* kmp = ts_config_priv(conf);
  unsigned int matched = 0, i, consumed = state->offset;
  const u8* text;
  for (;;) {
    unsigned int length = conf->get_next_block(consumed, &text, conf, state);
    if (!length) return UINT_MAX;
    for (i = 0; i < length; i++) {
      u8 c = folded(conf, text[i]);
      while (matched && kmp->pattern[matched] != c) matched = kmp->prefix[matched - 1];
      if (kmp->pattern[matched] == c) matched++;
      if (matched < kmp->length) continue;
      state->offset = consumed + i + 1;
      return state->offset - kmp->length;
    }
    consumed += length;
  }
}

static struct ts_config* kmp_init(const void* pattern, unsigned int len, gfp_t gfp, int flags) {
  size_t priv = sizeof(struct kmp) + len * sizeof(unsigned int) + len;
  struct ts_config* conf = alloc_ts_config(priv, gfp);
  unsigned int i, k = 0;
  struct kmp* kmp;
  if (IS_ERR(conf)) return conf;
  conf->flags = flags;
  kmp = ts_config_priv(conf);
  kmp->length = len;
  kmp->pattern = (u8*)(kmp->prefix + len);
  for (i = 0; i < len; i++) kmp->pattern[i] = folded(conf, ((const u8*)pattern)[i]);
  if (len) kmp->prefix[0] = 0;
  for (i = 1; i < len; i++) {
    while (k && kmp->pattern[k] != kmp->pattern[i]) k = kmp->prefix[k - 1];
    if (kmp->pattern[k] == kmp->pattern[i]) k++;
    kmp->prefix[i] = k;
  }
  return conf;
}
static void* kmp_pattern(struct ts_config* conf) {
  return ((struct kmp*)ts_config_priv(conf))->pattern;
}
static unsigned int kmp_length(struct ts_config* conf) {
  return ((struct kmp*)ts_config_priv(conf))->length;
}

#define ENGINE(engine_name, link)                                                        \
  {                                                                                      \
    .name = engine_name, .find = kmp_find, .init = kmp_init, .get_pattern = kmp_pattern, \
    .get_pattern_len = kmp_length, .list = {                                             \
      link,                                                                              \
      link                                                                               \
    }                                                                                    \
  }
static struct ts_ops engines[] = {ENGINE("kmp", NULL), ENGINE("bm", NULL), ENGINE("fsm", NULL)};
static LIST_HEAD(registered);

int textsearch_register(struct ts_ops* ops) {
  struct ts_ops* known;
  if (!ops->name || !ops->find || !ops->init || !ops->get_pattern || !ops->get_pattern_len)
    return -EINVAL;
  list_for_each_entry(known, &registered, list) {
    if (!strcmp(known->name, ops->name)) return -EEXIST;
  }
  list_add_tail(&ops->list, &registered);
  return 0;
}
EXPORT_SYMBOL(textsearch_register);
int textsearch_unregister(struct ts_ops* ops) {
  list_del(&ops->list);
  return 0;
}
EXPORT_SYMBOL(textsearch_unregister);

static struct ts_ops* find_engine(const char* name) {
  struct ts_ops* ops;
  unsigned int i;
  for (i = 0; i < ARRAY_SIZE(engines); i++) {
    if (!strcmp(engines[i].name, name)) return &engines[i];
  }
  list_for_each_entry(ops, &registered, list) {
    if (!strcmp(ops->name, name)) return ops;
  }
  return NULL;
}

struct ts_config* textsearch_prepare(const char* algo, const void* pattern, unsigned int len,
                                     gfp_t gfp, int flags) {
  struct ts_ops* ops = find_engine(algo);
  struct ts_config* conf;
  if (!len) return ERR_PTR(-EINVAL);
  if (!ops) return ERR_PTR(-ENOENT);
  conf = ops->init(pattern, len, gfp, flags);
  if (!IS_ERR(conf)) conf->ops = ops;
  return conf;
}
EXPORT_SYMBOL(textsearch_prepare);
void textsearch_destroy(struct ts_config* conf) {
  if (conf->ops && conf->ops->destroy) conf->ops->destroy(conf);
  kfree(conf);
}
EXPORT_SYMBOL(textsearch_destroy);

struct linear {
  unsigned int length;
  const void* data;
};
static unsigned int linear_block(unsigned int consumed, const u8** dst, struct ts_config* conf,
                                 struct ts_state* state) {
  struct linear* linear = (struct linear*)state->cb;
  if (consumed >= linear->length) return 0;
  *dst = linear->data + consumed;
  return linear->length - consumed;
}
unsigned int textsearch_find_continuous(struct ts_config* conf, struct ts_state* state,
                                        const void* data, unsigned int len) {
  struct linear* linear = (struct linear*)state->cb;
  conf->get_next_block = linear_block;
  linear->data = data;
  linear->length = len;
  return textsearch_find(conf, state);
}
EXPORT_SYMBOL(textsearch_find_continuous);
