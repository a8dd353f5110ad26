// pr_debug: sites that are switched on and off by queries, as the module parameter dyndbg= gives
// them, and the lines that they print. Linux: lib/dynamic_debug.c.
//
//   dyndbg="func start +p; line 10-20 +pmf"     match words, then flags with + - or =
#define pr_fmt(fmt) "dyndbg: " fmt
#include <linux/ctype.h>
#include <linux/device.h>
#include <linux/dynamic_debug.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/moduleparam.h>
#include <linux/sched.h>
#include <linux/static_key.h>
#include <linux/string.h>

#include "host.h"

#define MAX_WORDS 9

struct query {
  const char *module, *function, *filename, *format;
  unsigned int first_line, last_line;
  unsigned int mask, flags;
};

static void print_prefix(const struct _ddebug* site, char* text, int size) {
  int n = 0;
  if (site->flags & DPRINTK_TID) n += scnprintf(text + n, size - n, "[%d] ", current->pid);
  if (site->flags & DPRINTK_MODNAME) n += scnprintf(text + n, size - n, "%s:", site->modname);
  if (site->flags & DPRINTK_FUNCNAME) n += scnprintf(text + n, size - n, "%s:", site->function);
  if (site->flags & DPRINTK_LINENO) n += scnprintf(text + n, size - n, "%d:", site->lineno);
  if (site->flags & (DPRINTK_MODNAME | DPRINTK_FUNCNAME | DPRINTK_LINENO))
    scnprintf(text + n, size - n, " ");
}

void __dynamic_pr_debug(struct _ddebug* site, const char* fmt, ...) {
  char prefix[64] = "";
  struct va_format vaf;
  va_list args;
  va_start(args, fmt);
  vaf.fmt = fmt;
  vaf.va = &args;
  print_prefix(site, prefix, sizeof prefix);
  _printk(KERN_DEBUG "%s%pV", prefix, &vaf);
  va_end(args);
}
EXPORT_SYMBOL(__dynamic_pr_debug);

void __dynamic_dev_dbg(struct _ddebug* site, const struct device* dev, const char* fmt, ...) {
  char prefix[64] = "";
  struct va_format vaf;
  va_list args;
  va_start(args, fmt);
  vaf.fmt = fmt;
  vaf.va = &args;
  print_prefix(site, prefix, sizeof prefix);
  if (dev)
    dev_printk_emit(LOGLEVEL_DEBUG, dev, "%s%s %s: %pV", prefix, dev_driver_string(dev),
                    dev_name(dev), &vaf);
  else
    _printk(KERN_DEBUG "(NULL device *): %pV", &vaf);
  va_end(args);
}
EXPORT_SYMBOL(__dynamic_dev_dbg);

// "+pf": 0, or -EINVAL.
static int parse_flags(const char* text, struct query* query) {
  static const char letters[] = "pmflt";
  unsigned int flags = 0;
  const char* at;
  if (*text != '+' && *text != '-' && *text != '=') {
    pr_err("bad flag-op %c, at start of %s\n", *text, text);
    return -EINVAL;
  }
  for (at = text + 1; *at; at++) {
    const char* letter = strchr(letters, *at);
    if (*at == '_') continue;
    if (!letter) {
      pr_err("unknown flag '%c'\n", *at);
      return -EINVAL;
    }
    flags |= 1u << (letter - letters);
  }
  query->mask = *text == '-' ? ~flags : *text == '=' ? 0 : ~0u;
  query->flags = *text == '-' ? 0 : flags;
  return 0;
}

static int parse_line(const char* text, unsigned int* line) {
  if (!*text) {
    *line = 0;
    return 0;
  }
  if (!kstrtouint(text, 10, line)) return 0;
  pr_err("bad line-number: %s\n", text);
  return -EINVAL;
}

static int parse_lines(char* text, struct query* query) {
  char* last = strchr(text, '-');
  if (last) *last++ = 0;
  if (parse_line(text, &query->first_line)) return -EINVAL;
  query->last_line = query->first_line;
  if (!last) return 0;
  if (parse_line(last, &query->last_line)) return -EINVAL;
  if (!query->last_line) query->last_line = UINT_MAX;
  if (query->last_line >= query->first_line) return 0;
  pr_err("last-line:%d < 1st-line:%d\n", query->last_line, query->first_line);
  return -EINVAL;
}

// Words between blanks, or in quotes. Returns their number or -EINVAL.
static int split(char* text, char* words[]) {
  int count = 0;
  for (;;) {
    char* end;
    text = skip_spaces(text);
    if (!*text || *text == '#') return count;
    if (*text == '"' || *text == '\'') {
      char quote = *text++;
      end = strchr(text, quote);
      if (!end) {
        pr_err("unclosed quote: %s\n", text);
        return -EINVAL;
      }
    } else {
      for (end = text; *end && !isspace(*end); end++) {
      }
    }
    if (count == MAX_WORDS) {
      pr_err("too many words, legal max <=%d\n", MAX_WORDS);
      return -EINVAL;
    }
    if (*end) *end++ = 0;
    words[count++] = text;
    text = end;
  }
}

static int parse_matches(char* words[], int count, struct query* query) {
  int i;
  if (count % 2) {
    pr_err("expecting pairs of match-spec <value>\n");
    return -EINVAL;
  }
  for (i = 0; i < count; i += 2) {
    if (!strcmp(words[i], "func")) {
      query->function = words[i + 1];
    } else if (!strcmp(words[i], "file")) {
      query->filename = words[i + 1];
    } else if (!strcmp(words[i], "module")) {
      query->module = words[i + 1];
    } else if (!strcmp(words[i], "format")) {
      query->format = words[i + 1];
    } else if (!strcmp(words[i], "line")) {
      if (parse_lines(words[i + 1], query)) return -EINVAL;
    } else {
      pr_err("unknown keyword \"%s\"\n", words[i]);
      return -EINVAL;
    }
  }
  return 0;
}

static int parse(char* text, struct query* query) {
  char* words[MAX_WORDS];
  const int count = split(text, words);
  const char* failed = count <= 0                               ? "tokenize"
                       : parse_flags(words[count - 1], query)   ? "flags parse"
                       : parse_matches(words, count - 1, query) ? "query parse"
                                                                : NULL;
  if (failed) pr_err("%s failed\n", failed);
  return failed ? -EINVAL : 0;
}

static bool matches(const struct _ddebug* site, const struct query* query) {
  if (query->module && strcmp(query->module, site->modname)) return false;
  if (query->function && strcmp(query->function, site->function)) return false;
  if (query->format && !strstr(site->format, query->format)) return false;
  if (query->filename && strcmp(query->filename, site->filename) &&
      strcmp(query->filename, kbasename(site->filename)))
    return false;
  return site->lineno >= query->first_line && site->lineno <= query->last_line;
}

static void change(struct _ddebug* site, const struct query* query) {
  unsigned int flags = (site->flags & query->mask) | query->flags;
  site->flags = flags;
  // static_branch_enable and _disable, of which code of the real headers is rewritten.
  site->key.enabled.counter = flags & DPRINTK_PRINT;
  mm32_update_jump_sites((struct static_key*)&site->key);
}

int mm32_dyndbg(struct _ddebug* sites, unsigned int count, char* queries);
// The host calls this with the sites of a module and a value of dyndbg=.
int mm32_dyndbg(struct _ddebug* sites, unsigned int count, char* queries) {
  int error = 0;
  char* text;
  unsigned int i;
  while ((text = strsep(&queries, ";\n")) != NULL) {
    struct query query = {.last_line = UINT_MAX};
    text = strim(text);
    if (!*text || *text == '#') continue;
    if (parse(text, &query)) {
      error = -EINVAL;
      continue;
    }
    for (i = 0; i < count; i++)
      if (matches(&sites[i], &query)) change(&sites[i], &query);
  }
  return error;
}

static int set_classes(const char* val, const struct kernel_param* kp) { return 0; }
static int get_classes(char* buffer, const struct kernel_param* kp) {
  return scnprintf(buffer, 16, "0x0\n");
}
const struct kernel_param_ops param_ops_dyndbg_classes = {.set = set_classes, .get = get_classes};
EXPORT_SYMBOL(param_ops_dyndbg_classes);
