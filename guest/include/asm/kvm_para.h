// Services of a hypervisor: none.
#ifndef _ASM_KVM_PARA_H
#define _ASM_KVM_PARA_H

#include <asm/processor.h>

static inline bool kvm_para_available(void) { return false; }
static inline unsigned int kvm_arch_para_features(void) { return 0; }

#endif
