// Using the FPU in the kernel.
#ifndef _ASM_FPU_API_H
#define _ASM_FPU_API_H

#include <linux/bottom_half.h>

void kernel_fpu_begin_mask(unsigned int kfpu_mask);

struct fpstate;
struct fpu_guest;

void kernel_fpu_end(void);
bool irq_fpu_usable(void);
void fpregs_assert_state_consistent(void);
void switch_fpu_return(void);
int cpu_has_xfeatures(u64, const char**);
void fpstate_clear_xstate_component(struct fpstate*, unsigned int);
u64 xstate_get_guest_group_perm(void);
bool fpu_alloc_guest_fpstate(struct fpu_guest*);
void fpu_free_guest_fpstate(struct fpu_guest*);
int fpu_swap_kvm_fpstate(struct fpu_guest*, bool);
int fpu_enable_guest_xfd_features(struct fpu_guest*, u64);
void fpu_copy_guest_fpstate_to_uabi(struct fpu_guest*, void*, unsigned int, u64, u32);
int fpu_copy_uabi_to_guest_fpstate(struct fpu_guest*, const void*, u64, u32*);

#define kernel_fpu_begin() kernel_fpu_begin_mask(2)

#endif
