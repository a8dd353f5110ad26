/*
 * The change from one task's stack to another's. What the compiler expects to find unchanged after
 * a call lies on the stack, with the flags, because the interrupt flag is a task's own.
 * Linux: arch/x86/entry/entry_32.S, __switch_to_asm, ret_from_fork.
 */
	.text
	.balign 16
	/* void switch_stacks(unsigned long *save, unsigned long next) */
	.globl switch_stacks
	.type switch_stacks, @function
switch_stacks:
	pushl %ebp
	pushl %ebx
	pushl %edi
	pushl %esi
	pushfl
	movl %esp, (%eax)
	movl %edx, %esp
	popfl
	popl %esi
	popl %edi
	popl %ebx
	popl %ebp
	ret
	.size switch_stacks, . - switch_stacks

	.balign 16
	.globl ret_from_fork
	.type ret_from_fork, @function
ret_from_fork:
	call kthread
	ud2
	.size ret_from_fork, . - ret_from_fork

	.section .note.GNU-stack, "", @progbits
