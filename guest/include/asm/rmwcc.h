// Read, change and write in one instruction, with a flag as the result.
#ifndef _ASM_RMWCC_H
#define _ASM_RMWCC_H

#include <linux/kernel.h>

#define GEN_UNARY_RMWcc_3(op, var, cc)                                      \
  ({                                                                        \
    bool __c;                                                               \
    asm volatile(op " %[m]" : [m] "+m"(var), "=@cc" #cc(__c) : : "memory"); \
    __c;                                                                    \
  })
#define GEN_UNARY_RMWcc_4(op, var, cc, arg) GEN_UNARY_RMWcc_3(op, var, cc)
#define GEN_UNARY_RMWcc(args...) CONCATENATE(GEN_UNARY_RMWcc_, COUNT_ARGS(args))(args)
#define GEN_BINARY_RMWcc_5(op, var, cc, conv, val)                                              \
  ({                                                                                            \
    bool __c;                                                                                   \
    asm volatile(op " %[v], %[m]" : [m] "+m"(var), "=@cc" #cc(__c) : [v] conv(val) : "memory"); \
    __c;                                                                                        \
  })
#define GEN_BINARY_RMWcc_6(op, var, cc, conv, val, arg) GEN_BINARY_RMWcc_5(op, var, cc, conv, val)
#define GEN_BINARY_RMWcc(args...) CONCATENATE(GEN_BINARY_RMWcc_, COUNT_ARGS(args))(args)

#endif
