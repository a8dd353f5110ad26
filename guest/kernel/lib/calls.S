// Functions that code of the 6.1 headers calls with conventions of their own.
//
//   __fentry__                   before every function's frame: nothing may change
//   __x86_indirect_thunk_REG     jumps to REG
//   __sw_hweight32/64            argument EAX (EDX:EAX), result EAX, all other registers kept
//   atomic64_*_cx8               pointer in ECX or ESI, value in EDX:EAX or ECX:EBX, see each
//   __SCT__NAME                  trampolines of static calls that do nothing
	.macro EXPORT_CALL name
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
	.macro END_FUNCTION name
	.size \name, . - \name
	EXPORT_CALL \name
	.endm

	.text
	FUNCTION __fentry__
	ret
	END_FUNCTION __fentry__

	FUNCTION mcount
	ret
	END_FUNCTION mcount

	.irp reg, eax, ebx, ecx, edx, esi, edi, ebp
	FUNCTION __x86_indirect_thunk_\reg
	jmp *%\reg
	END_FUNCTION __x86_indirect_thunk_\reg
	.endr

	FUNCTION __x86_return_thunk
	ret
	END_FUNCTION __x86_return_thunk

	.irp name, might_resched, cond_resched, preempt_schedule, preempt_schedule_notrace
	FUNCTION __SCT__\name
	ret
	END_FUNCTION __SCT__\name
	.endr

	FUNCTION __sw_hweight32
	pushl %edx
	movl %eax, %edx
	shrl %edx
	andl $0x55555555, %edx
	subl %edx, %eax
	movl %eax, %edx
	shrl $2, %eax
	andl $0x33333333, %edx
	andl $0x33333333, %eax
	addl %edx, %eax
	movl %eax, %edx
	shrl $4, %edx
	addl %edx, %eax
	andl $0x0f0f0f0f, %eax
	imull $0x01010101, %eax, %eax
	shrl $24, %eax
	popl %edx
	ret
	END_FUNCTION __sw_hweight32

	FUNCTION __sw_hweight64
	pushl %ecx
	pushl %edx
	call __sw_hweight32
	movl %eax, %ecx
	movl (%esp), %eax
	call __sw_hweight32
	addl %ecx, %eax
	popl %edx
	popl %ecx
	ret
	END_FUNCTION __sw_hweight64

	// EDX:EAX = *ECX
	FUNCTION atomic64_read_cx8
	movl %ebx, %eax
	movl %ecx, %edx
	lock cmpxchg8b (%ecx)
	ret
	END_FUNCTION atomic64_read_cx8

	// *ESI = ECX:EBX
	FUNCTION atomic64_set_cx8
	movl (%esi), %eax
	movl 4(%esi), %edx
1:	lock cmpxchg8b (%esi)
	jne 1b
	ret
	END_FUNCTION atomic64_set_cx8

	// *ESI = ECX:EBX, EDX:EAX = old value
	FUNCTION atomic64_xchg_cx8
	movl (%esi), %eax
	movl 4(%esi), %edx
1:	lock cmpxchg8b (%esi)
	jne 1b
	ret
	END_FUNCTION atomic64_xchg_cx8

	// EDX:EAX = *ECX op EDX:EAX, stored
	.macro ADD_SUB_RETURN name insn insc
	FUNCTION \name
	pushl %ebp
	pushl %ebx
	pushl %esi
	pushl %edi
	movl %eax, %esi
	movl %edx, %edi
	movl %ecx, %ebp
	movl (%ebp), %eax
	movl 4(%ebp), %edx
1:	movl %eax, %ebx
	movl %edx, %ecx
	\insn %esi, %ebx
	\insc %edi, %ecx
	lock cmpxchg8b (%ebp)
	jne 1b
	movl %ebx, %eax
	movl %ecx, %edx
	movl %ebp, %ecx
	popl %edi
	popl %esi
	popl %ebx
	popl %ebp
	ret
	END_FUNCTION \name
	.endm
	ADD_SUB_RETURN atomic64_add_return_cx8 addl adcl
	ADD_SUB_RETURN atomic64_sub_return_cx8 subl sbbl

	// EDX:EAX = *ESI ± 1, stored
	.macro INC_DEC_RETURN name insn insc
	FUNCTION \name
	pushl %ebx
	pushl %ecx
	movl (%esi), %eax
	movl 4(%esi), %edx
1:	movl %eax, %ebx
	movl %edx, %ecx
	\insn $1, %ebx
	\insc $0, %ecx
	lock cmpxchg8b (%esi)
	jne 1b
	movl %ebx, %eax
	movl %ecx, %edx
	popl %ecx
	popl %ebx
	ret
	END_FUNCTION \name
	.endm
	INC_DEC_RETURN atomic64_inc_return_cx8 addl adcl
	INC_DEC_RETURN atomic64_dec_return_cx8 subl sbbl

	// EDX:EAX = *ESI - 1, stored when it is not negative
	FUNCTION atomic64_dec_if_positive_cx8
	pushl %ebx
	pushl %ecx
	movl (%esi), %eax
	movl 4(%esi), %edx
1:	movl %eax, %ebx
	movl %edx, %ecx
	subl $1, %ebx
	sbbl $0, %ecx
	js 2f
	lock cmpxchg8b (%esi)
	jne 1b
2:	movl %ebx, %eax
	movl %ecx, %edx
	popl %ecx
	popl %ebx
	ret
	END_FUNCTION atomic64_dec_if_positive_cx8

	// *ESI += 1 unless it is 0; EAX = 1 when done
	FUNCTION atomic64_inc_not_zero_cx8
	pushl %ebx
	pushl %ecx
	pushl %edx
	movl (%esi), %eax
	movl 4(%esi), %edx
1:	movl %eax, %ecx
	orl %edx, %ecx
	jz 2f
	movl %eax, %ebx
	movl %edx, %ecx
	addl $1, %ebx
	adcl $0, %ecx
	lock cmpxchg8b (%esi)
	jne 1b
	movl $1, %eax
2:	popl %edx
	popl %ecx
	popl %ebx
	ret
	END_FUNCTION atomic64_inc_not_zero_cx8

	// *ESI += EDX:EAX unless it is EDI:ECX; EAX = 1 when done, EAX = 0 when not
	FUNCTION atomic64_add_unless_cx8
	pushl %ebp
	pushl %ebx
	movl %ecx, %ebp
	pushl %edx
	pushl %eax
	movl (%esi), %eax
	movl 4(%esi), %edx
1:	cmpl %eax, %ebp
	jne 2f
	cmpl %edx, %edi
	je 4f
2:	movl %eax, %ebx
	movl %edx, %ecx
	addl (%esp), %ebx
	adcl 4(%esp), %ecx
	lock cmpxchg8b (%esi)
	jne 1b
	movl $1, %eax
3:	addl $8, %esp
	popl %ebx
	popl %ebp
	ret
4:	xorl %eax, %eax
	jmp 3b
	END_FUNCTION atomic64_add_unless_cx8

	.section .note.GNU-stack, "", @progbits
