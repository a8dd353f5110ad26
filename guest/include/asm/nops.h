// Instructions that do nothing.
#ifndef _ASM_NOPS_H
#define _ASM_NOPS_H

#endif
