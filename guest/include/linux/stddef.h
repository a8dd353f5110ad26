// NULL, offsetof, true and false, and the struct helpers of Linux's stddef.h.
#ifndef _LINUX_STDDEF_H
#define _LINUX_STDDEF_H

#undef NULL
#define NULL ((void*)0)

#undef offsetof
#define offsetof(TYPE, MEMBER) __builtin_offsetof(TYPE, MEMBER)
#define sizeof_field(TYPE, MEMBER) sizeof((((TYPE*)0)->MEMBER))
#define FIELD_SIZEOF(TYPE, MEMBER) sizeof_field(TYPE, MEMBER)
#define offsetofend(TYPE, MEMBER) (offsetof(TYPE, MEMBER) + sizeof_field(TYPE, MEMBER))

enum { false = 0, true = 1 };

// The same members once anonymously and once under NAME.
#define struct_group(NAME, MEMBERS...) __struct_group(, NAME, , MEMBERS)
#define struct_group_attr(NAME, ATTRS, MEMBERS...) __struct_group(, NAME, ATTRS, MEMBERS)
#define struct_group_tagged(TAG, NAME, MEMBERS...) __struct_group(TAG, NAME, , MEMBERS)
#define __struct_group(TAG, NAME, ATTRS, MEMBERS...) \
  union {                                            \
    struct {                                         \
      MEMBERS                                        \
    } ATTRS;                                         \
    struct TAG {                                     \
      MEMBERS                                        \
    } ATTRS NAME;                                    \
  }
#define DECLARE_FLEX_ARRAY(TYPE, NAME) \
  struct {                             \
    struct {                           \
    } __empty_##NAME;                  \
    TYPE NAME[];                       \
  }

#endif
