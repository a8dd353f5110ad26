// Names of instructions and registers for both word sizes.
#ifndef _ASM_ASM_H
#define _ASM_ASM_H

#define _ASM_PTR ".long"
#define _ASM_ALIGN ".balign 4"
#define _ASM_AX "eax"
#define _ASM_SP "esp"
#define _ASM_BP "ebp"

#endif
