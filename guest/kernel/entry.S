/*
 * Descriptor tables and the way into the kernel for exceptions.
 *
 * The host pushes the hardware frame and enters one of the 256 stubs; all of them build a struct
 * pt_regs (Linux: arch/x86/include/asm/ptrace.h, 32-bit) and call handle_exception(regs, vector).
 * For a fault taken in ring 0 the frame has no esp and ss: regs then ends behind eflags, and the
 * interrupted stack begins there.
 *
 *   low  ebx ecx edx esi edi ebp eax ds es fs gs error eip cs eflags (esp ss)  high
 */
#include "segments.h"

#define PT_GS 40

	.macro DESCRIPTOR base limit access flags
	.word \limit & 0xffff
	.word \base & 0xffff
	.byte (\base >> 16) & 0xff
	.byte \access
	.byte (\flags << 4) | ((\limit >> 16) & 0xf)
	.byte (\base >> 24) & 0xff
	.endm

	.section .data, "aw"
	.balign 4096
	.globl cpu_gdt_table, gdt_page		/* the second: Linux's name of the page */
cpu_gdt_table:
gdt_page:
	.fill GDT_KERNEL_CS, 8, 0
	DESCRIPTOR 0 0xfffff 0x9b 0xc		/* kernel code */
	DESCRIPTOR 0 0xfffff 0x93 0xc		/* kernel data */
	DESCRIPTOR 0 0xfffff 0xfb 0xc		/* user code */
	DESCRIPTOR 0 0xfffff 0xf3 0xc		/* user data */
	.fill GDT_PERCPU - GDT_USER_DS - 1, 8, 0
	DESCRIPTOR 0 0xfffff 0x93 0xc		/* per-CPU data: base 0 on one CPU */
	.fill GDT_ENTRIES - GDT_PERCPU - 1, 8, 0
	.size cpu_gdt_table, . - cpu_gdt_table

	.balign 4096
	.globl idt_table
idt_table:
	.fill 256, 8, 0
	.size idt_table, . - idt_table

	.balign 64
	.globl cpu_tss, cpu_tss_rw
cpu_tss:
cpu_tss_rw:
	.fill 104, 1, 0
	.size cpu_tss, . - cpu_tss

/* What an export call passes to the host and back; see emu/export/mailbox.hpp. */
	.balign 64
	.globl mm32_mailbox
mm32_mailbox:
	.fill 64, 1, 0
	.size mm32_mailbox, . - mm32_mailbox

	.section .rodata, "a"
	.balign 4
	.globl exception_entries
exception_entries:
	.set v, 0
	.rept 256
	.long exception_stubs + v * 16
	.set v, v + 1
	.endr
	.size exception_entries, . - exception_entries

	.text
	.balign 16
	.globl exception_stubs
	.type exception_stubs, @function
exception_stubs:
	.set v, 0
	.rept 256
	.balign 16
	.if !(v == 8 || (v >= 10 && v <= 14) || v == 17 || v == 21)
	pushl $0
	.endif
	pushl $v
	jmp common_exception
	.set v, v + 1
	.endr
	.size exception_stubs, . - exception_stubs

	.balign 16
	.globl common_exception
	.type common_exception, @function
common_exception:
	cld
	pushl %fs
	pushl %es
	pushl %ds
	pushl %eax
	pushl %ebp
	pushl %edi
	pushl %esi
	pushl %edx
	pushl %ecx
	pushl %ebx
	movl $__USER_DS, %ecx
	movl %ecx, %ds
	movl %ecx, %es
	movl $__KERNEL_PERCPU, %ecx
	movl %ecx, %fs
	movl PT_GS(%esp), %edx
	movl %gs, %ecx
	movl %ecx, PT_GS(%esp)
	movl %esp, %eax
	call handle_exception
leave_exception:
	popl %ebx
	popl %ecx
	popl %edx
	popl %esi
	popl %edi
	popl %ebp
	popl %eax
	popl %ds
	popl %es
	popl %fs
	popl %gs
	addl $4, %esp
	iret
	.size common_exception, . - common_exception

/* The registers of an exception in ring 0 are at eax, from where it returns. */
	.balign 16
	.globl mm32_exception_return
	.type mm32_exception_return, @function
mm32_exception_return:
	movl %eax, %esp
	jmp leave_exception
	.size mm32_exception_return, . - mm32_exception_return

/*
 * Functions with a hooked return come here, with their return address popped. Builds a struct
 * pt_regs whose ss stands where that address was; the handler puts flags and the address to go on at
 * in the place of sp and ss.
 */
	.balign 16
	.globl arch_rethook_trampoline
	.type arch_rethook_trampoline, @function
arch_rethook_trampoline:
	pushl $__KERNEL_DS
	pushl %esp
	pushfl
	pushl $__KERNEL_CS
	pushl $arch_rethook_trampoline
	pushl $-1
	pushl %gs
	pushl %fs
	pushl %es
	pushl %ds
	pushl %eax
	pushl %ebp
	pushl %edi
	pushl %esi
	pushl %edx
	pushl %ecx
	pushl %ebx
	movl %esp, %eax
	call arch_rethook_trampoline_callback
	popl %ebx
	popl %ecx
	popl %edx
	popl %esi
	popl %edi
	popl %ebp
	popl %eax
	addl $32, %esp			/* segments, orig_ax, ip, cs, flags */
	popfl
	ret
	.size arch_rethook_trampoline, . - arch_rethook_trampoline

/*
 * Entered by the host in front of an export call that is short of memory, with gfp and order in eax
 * and edx. On the stack: the call's eax, edx and ecx, its entry, then all as the call found it.
 */
	.balign 16
	.globl mm32_reclaim_entry
	.type mm32_reclaim_entry, @function
mm32_reclaim_entry:
	call mm32_direct_reclaim
	popl %eax
	popl %edx
	popl %ecx
	ret
	.size mm32_reclaim_entry, . - mm32_reclaim_entry

	.section .note.GNU-stack, "", @progbits
