// Single words of user memory, with the conventions that get_user and put_user of the 6.1 headers
// compile to.
//
//   __get_user_N   address in EAX; result EDX (8 bytes: ECX:EDX), error in EAX
//   __put_user_N   value in EAX (8 bytes: EDX:EAX), address in ECX; error in ECX, EBX may change
//   _nocheck_      the caller has checked that the address is the user's
// Source: Linux 6.1 arch/x86/lib/getuser.S, putuser.S.
#define EFAULT 14
#define TASK_END 0xc0000000

	.macro END_FUNCTION name
	.size \name, . - \name
	.pushsection .rodata.str, "a"
9:	.asciz "\name"
	.popsection
	.pushsection .mm32_exports, "a"
	.balign 4
	.long \name, 9b
	.popsection
	.endm
	.macro FUNCTION name
	.globl \name
	.type \name, @function
	.balign 16
\name:
	.endm
	// A fault of the instruction at `at` goes on at `to`.
	.macro FIXUP at to
	.pushsection __ex_table, "a"
	.balign 4
	.long \at - ., \to - ., 3
	.popsection
	.endm

	.text
bad_get:
	xorl %edx, %edx
	movl $-EFAULT, %eax
	ret
bad_get_8:
	xorl %ecx, %ecx
	jmp bad_get
bad_put:
	movl $-EFAULT, %ecx
	ret

	.macro GETTER bytes insn
	FUNCTION __get_user_\bytes
	cmpl $(TASK_END - \bytes + 1), %eax
	jae bad_get
	jmp __get_user_nocheck_\bytes
	END_FUNCTION __get_user_\bytes
	FUNCTION __get_user_nocheck_\bytes
1:	\insn (%eax), %edx
	xorl %eax, %eax
	ret
	FIXUP 1b bad_get
	END_FUNCTION __get_user_nocheck_\bytes
	.endm
	GETTER 1 movzbl
	GETTER 2 movzwl
	GETTER 4 movl

	FUNCTION __get_user_8
	cmpl $(TASK_END - 7), %eax
	jae bad_get_8
	jmp __get_user_nocheck_8
	END_FUNCTION __get_user_8
	FUNCTION __get_user_nocheck_8
1:	movl (%eax), %edx
2:	movl 4(%eax), %ecx
	xorl %eax, %eax
	ret
	FIXUP 1b bad_get_8
	FIXUP 2b bad_get_8
	END_FUNCTION __get_user_nocheck_8

	.macro PUTTER bytes insn register
	FUNCTION __put_user_\bytes
	cmpl $(TASK_END - \bytes + 1), %ecx
	jae bad_put
	jmp __put_user_nocheck_\bytes
	END_FUNCTION __put_user_\bytes
	FUNCTION __put_user_nocheck_\bytes
1:	\insn \register, (%ecx)
	xorl %ecx, %ecx
	ret
	FIXUP 1b bad_put
	END_FUNCTION __put_user_nocheck_\bytes
	.endm
	PUTTER 1 movb %al
	PUTTER 2 movw %ax
	PUTTER 4 movl %eax

	FUNCTION __put_user_8
	cmpl $(TASK_END - 7), %ecx
	jae bad_put
	jmp __put_user_nocheck_8
	END_FUNCTION __put_user_8
	FUNCTION __put_user_nocheck_8
1:	movl %eax, (%ecx)
2:	movl %edx, 4(%ecx)
	xorl %ecx, %ecx
	ret
	FIXUP 1b bad_put
	FIXUP 2b bad_put
	END_FUNCTION __put_user_nocheck_8

	.section .note.GNU-stack, "", @progbits
