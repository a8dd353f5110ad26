// Control flow integrity: not configured.
#ifndef _ASM_CFI_H
#define _ASM_CFI_H

#endif
