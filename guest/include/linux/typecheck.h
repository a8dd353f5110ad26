// A warning when x is not of the given type; always 1.
#ifndef _LINUX_TYPECHECK_H
#define _LINUX_TYPECHECK_H

#define typecheck(type, x)                    \
  ({                                          \
    type __typecheck_1;                       \
    typeof(x) __typecheck_2;                  \
    (void)(&__typecheck_1 == &__typecheck_2); \
    1;                                        \
  })
#define typecheck_fn(type, function) \
  ({                                 \
    typeof(type) __fn = function;    \
    (void)__fn;                      \
  })

#endif
