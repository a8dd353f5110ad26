// %p and the letters after it.
//
// A plain %p prints the address: no_hash_pointers is 1 here (a learner wants to see addresses);
// with 0 (--param no_hash_pointers=0) it prints a hash of it, as a kernel without that option does.
// %pF and %pf are symbols, as they were until 5.3.
// Semantics of the others: Linux 6.1 Documentation/core-api/printk-formats.rst.
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/fs_mm32.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/siphash.h>
#include <linux/string.h>
#include <linux/string_helpers.h>

#include "../base/swnode.h"
#include "format.h"
#include "host.h"

bool no_hash_pointers = true;
EXPORT_SYMBOL_GPL(no_hash_pointers);
int kptr_restrict;

void out_pointer_value(struct out* o, const void* p, struct spec spec) {
  spec.base = 16;
  spec.flags |= SPEC_SMALL;
  spec.qualifier = 0;
  if (spec.width == -1) {
    spec.width = 2 * sizeof(void*);
    spec.flags |= SPEC_ZERO;
  }
  out_number(o, (unsigned long)p, spec);
}

static void out_plain_pointer(struct out* o, const char* fmt, const void* p, struct spec spec) {
  static siphash_key_t key;
  static bool have_key;
  if (no_hash_pointers || IS_ERR_OR_NULL(p)) {
    out_pointer_value(o, p, spec);
    return;
  }
  if (!have_key) {
    key.key[0] = ((u64)mm32_random_u32() << 32) | mm32_random_u32();
    key.key[1] = ((u64)mm32_random_u32() << 32) | mm32_random_u32();
    have_key = true;
  }
  out_pointer_value(o, (void*)(unsigned long)siphash_1u32((u32)(unsigned long)p, &key), spec);
}

static void out_symbol(struct out* o, const char* fmt, const void* p, struct spec spec) {
  const char kind = *fmt;
  char name[256];
  int flags = kind == 'B'                  ? MM32_SYMBOL_BACKTRACE
              : kind == 's' || kind == 'f' ? MM32_SYMBOL_NO_OFFSET
                                           : 0;
  if (mm32_symbol((unsigned long)p, name, sizeof(name), flags) < 0)
    scnprintf(name, sizeof(name), "0x%lx", (unsigned long)p);
  out_string(o, name, spec);
}

// %pfw: a node of a description with all above it; %pfwP: its own name.
static void out_node(struct out* o, const char* fmt, const void* p, struct spec spec) {
  unsigned int depth = fmt[2] == 'P' ? 1 : swnode_count_parents(p) + 1;
  char path[256] = "";
  if (fmt[1] != 'w') {
    out_symbol(o, fmt, p, spec);
    return;
  }
  if (!out_check_pointer(o, p, spec)) return;
  while (depth--) {
    const struct fwnode_handle* node = swnode_ancestor(p, depth);
    if (fmt[2] != 'P') strlcat(path, swnode_name_prefix(node) ?: "", sizeof(path));
    strlcat(path, fwnode_get_name(node) ?: "", sizeof(path));
  }
  out_string(o, path, spec);
}

static void out_restricted(struct out* o, const char* fmt, const void* p, struct spec spec) {
  out_plain_pointer(o, fmt, kptr_restrict >= 2 ? NULL : p, spec);
}

static void out_error_name(struct out* o, const char* fmt, const void* p, struct spec spec) {
  const char* name;
  if (!IS_ERR(p)) {
    out_plain_pointer(o, fmt, p, spec);
    return;
  }
  name = errname(PTR_ERR(p));
  if (name) {
    out_string(o, name, spec);
  } else {
    spec.flags |= SPEC_SIGN;
    spec.base = 10;
    out_number(o, (u64)(s64)PTR_ERR(p), spec);
  }
}

// There are no clocks; what is not NULL is printed as any pointer.
static void out_clock(struct out* o, const char* fmt, const void* p, struct spec spec) {
  if (out_check_pointer(o, p, spec)) out_plain_pointer(o, fmt, p, spec);
}

static void out_hex_bytes(struct out* o, const char* fmt, const void* p, struct spec spec) {
  const u8* bytes = p;
  char separator = fmt[1] == 'C' ? ':' : fmt[1] == 'D' ? '-' : fmt[1] == 'N' ? 0 : ' ';
  int i, length = 1;
  if (spec.width == 0) return;
  if (!out_check_pointer(o, bytes, spec)) return;
  if (spec.width > 0) length = min(spec.width, 64);
  for (i = 0; i < length; i++) {
    if (i && separator) out_char(o, separator);
    out_char(o, hex_asc_hi(bytes[i]));
    out_char(o, hex_asc_lo(bytes[i]));
  }
}

static unsigned int escape_flags(const char* fmt) {
  unsigned int flags = 0;
  for (fmt++;; fmt++) {
    switch (*fmt) {
      case 'a':
        flags |= ESCAPE_ANY;
        break;
      case 'c':
        flags |= ESCAPE_SPECIAL;
        break;
      case 'h':
        flags |= ESCAPE_HEX;
        break;
      case 'n':
        flags |= ESCAPE_NULL;
        break;
      case 'o':
        flags |= ESCAPE_OCTAL;
        break;
      case 'p':
        flags |= ESCAPE_NP;
        break;
      case 's':
        flags |= ESCAPE_SPACE;
        break;
      default:
        return flags ? flags : ESCAPE_ANY_NP;
    }
  }
}

static void out_escaped(struct out* o, const char* fmt, const void* text, struct spec spec) {
  size_t room = o->at < o->end ? (size_t)(o->end - o->at) : 0;
  if (spec.width == 0) return;
  if (!out_check_pointer(o, text, spec)) return;
  o->at += string_escape_mem(text, spec.width < 0 ? 1 : spec.width, o->at, room, escape_flags(fmt),
                             NULL);
}

static void out_va_format(struct out* o, const char* fmt, const void* p, struct spec spec) {
  const struct va_format* format = p;
  size_t room = o->at < o->end ? (size_t)(o->end - o->at) : 0;
  va_list args;
  if (!out_check_pointer(o, format, spec)) return;
  va_copy(args, *format->va);
  o->at += vsnprintf(o->at, room, format->fmt, args);
  va_end(args);
}

static void out_address(struct out* o, const char* fmt, const void* p, struct spec spec) {
  size_t size = fmt[1] == 'd' ? sizeof(dma_addr_t) : sizeof(phys_addr_t);
  u64 value;
  if (!out_check_pointer(o, p, spec)) return;
  value = size == 8 ? *(const u64*)p : *(const u32*)p;
  out_number(o, value, number_spec(16, SPEC_SPECIAL | SPEC_SMALL | SPEC_ZERO, 2 + 2 * size));
}

// The last one to four components of a path, from the root side; the precision counts all of it.
static void out_dentry(struct out* o, const char* fmt, const void* p, struct spec spec) {
  const struct dentry* d = p;
  const char* names[4];
  char* start = o->at;
  int depth = fmt[1] >= '2' && fmt[1] <= '4' ? fmt[1] - '0' : 1, i, left = spec.precision;
  for (i = 0; i < depth; i++) {
    const struct dentry* parent;
    if (!out_check_pointer(o, d, spec)) return;
    parent = d->d_parent;
    names[i] = (const char*)d->d_name.name;
    if (parent == d) {
      if (i) names[i] = "";
      i++;
      break;
    }
    d = parent;
  }
  while (i-- > 0) {
    const char* name;
    for (name = names[i]; *name && left; name++, left--) out_char(o, *name);
    if (i && left) {
      out_char(o, '/');
      left--;
    }
  }
  out_widen(o, start, spec);
}

static void out_file(struct out* o, const char* fmt, const void* p, struct spec spec) {
  const struct file* file = p;
  if (out_check_pointer(o, file, spec)) out_dentry(o, fmt, file->f_path.dentry, spec);
}

static void out_kernel_or_user_string(struct out* o, const char* fmt, const void* p,
                                      struct spec spec) {
  if (fmt[1] != 's')
    out_message(o, fmt[0] == 'k' ? "(%pk?)" : "(%pu?)", spec);
  else if (out_check_pointer(o, p, spec))
    out_string(o, p, spec);
}

static void out_full_value(struct out* o, const char* fmt, const void* p, struct spec spec) {
  out_pointer_value(o, p, spec);
}

/* Structures that are not here: clocks, network features, device nodes, block devices. */
static void out_foreign(struct out* o, const char* fmt, const void* p, struct spec spec) {
  if (*fmt == 'O' && fmt[1] != 'F')
    out_message(o, "(%pO?)", spec);
  else if (!out_check_pointer(o, p, spec))
    return;
  else if (*fmt == 'N' && fmt[1] != 'F')
    out_message(o, "(%pN?)", spec);
  else
    out_plain_pointer(o, fmt, p, spec);
}

typedef void (*pointer_writer)(struct out* o, const char* fmt, const void* p, struct spec spec);

static const struct {
  const char* letters;
  pointer_writer write;
} pointer_writers[] = {
    {"f", out_node},       {"FSsB", out_symbol},  {"Rr", out_resource},
    {"h", out_hex_bytes},  {"b", out_bitmap},     {"Mm", out_mac},
    {"Ii", out_ip},        {"E", out_escaped},    {"U", out_uuid},
    {"V", out_va_format},  {"K", out_restricted}, {"4", out_fourcc},
    {"a", out_address},    {"d", out_dentry},     {"D", out_file},
    {"t", out_time},       {"G", out_flags},      {"x", out_full_value},
    {"C", out_clock},      {"e", out_error_name}, {"ku", out_kernel_or_user_string},
    {"CNOg", out_foreign},
};

void out_pointer(struct out* o, const char* fmt, const void* p, struct spec spec) {
  unsigned int i;
  for (i = 0; i < ARRAY_SIZE(pointer_writers); i++) {
    if (*fmt && strchr(pointer_writers[i].letters, *fmt)) {
      pointer_writers[i].write(o, fmt, p, spec);
      return;
    }
  }
  out_plain_pointer(o, fmt, p, spec);
}
