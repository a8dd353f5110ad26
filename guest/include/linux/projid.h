// Project numbers of files.
#ifndef _LINUX_PROJID_H
#define _LINUX_PROJID_H

#include <linux/types.h>

struct user_namespace;

#define INVALID_PROJID KPROJIDT_INIT(-1)
#define OVERFLOW_PROJID 65534
typedef struct {
  projid_t val;
} kprojid_t;
kprojid_t make_kprojid(struct user_namespace* from, projid_t projid);
projid_t from_kprojid(struct user_namespace* to, kprojid_t projid);
projid_t from_kprojid_munged(struct user_namespace* to, kprojid_t projid);

// Inline in Linux.
bool kprojid_has_mapping(struct user_namespace* ns, kprojid_t projid);

// Inline in Linux.
bool kprojid_has_mapping(struct user_namespace* ns, kprojid_t projid);

static inline bool projid_eq(kprojid_t left, kprojid_t right) { return left.val == right.val; }
static inline bool projid_lt(kprojid_t left, kprojid_t right) { return left.val < right.val; }
static inline bool projid_valid(kprojid_t projid) { return projid.val != (projid_t)-1; }

#endif
