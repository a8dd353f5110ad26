/*
 * What the compiler of Debian's kernel puts calls to: function-entry hooks and retpoline thunks.
 * No tracer is ever attached and the emulated CPU does not speculate, so the hook returns at once
 * and the thunks are plain jumps. Linux: arch/x86/kernel/ftrace_32.S, arch/x86/lib/retpoline.S.
 */
	.macro EXPORT name
	.pushsection .rodata.str1.1, "aMS", @progbits, 1
1:	.asciz "\name"
	.popsection
	.pushsection .mm32_exports, "a"
	.balign 4
	.long \name
	.long 1b
	.popsection
	.endm

	.macro THUNK register
	.balign 16
	.globl __x86_indirect_thunk_\register
	.type __x86_indirect_thunk_\register, @function
__x86_indirect_thunk_\register:
	jmp *%\register
	.size __x86_indirect_thunk_\register, . - __x86_indirect_thunk_\register
	EXPORT __x86_indirect_thunk_\register
	.endm

	.text
	.balign 16
	.globl __fentry__
	.type __fentry__, @function
__fentry__:
	ret
	.size __fentry__, . - __fentry__
	EXPORT __fentry__

	.balign 16
	.globl mcount
	.type mcount, @function
mcount:
	ret
	.size mcount, . - mcount
	EXPORT mcount

	.balign 16
	.globl __x86_return_thunk
	.type __x86_return_thunk, @function
__x86_return_thunk:
	ret
	.size __x86_return_thunk, . - __x86_return_thunk
	EXPORT __x86_return_thunk

	.irp register, eax, ecx, edx, ebx, ebp, esi, edi
	THUNK \register
	.endr

	.section .note.GNU-stack, "", @progbits
