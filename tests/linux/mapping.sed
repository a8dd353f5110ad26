# What differs between two machines in the report of a fault of a mapping: registers, addresses, entries,
# what lies below the module in the call trace, and internal frames of functions that are one call here.
s/\.cold//
s/\+0x[0-9a-f]+\/0x[0-9a-f]+//g
s/0x\(ptrval\)|\(ptrval\)/ADDRESS/g
s/(0x)?\b[c-f][0-9a-f]{7}\b/ADDRESS/g
s/0x[0-9a-f]{8}\b/ADDRESS/g
s/(Tainted: [A-Z ]*O)[E ]/\1/
s/PID: [0-9]+/PID/g
s/ \([a-z_.0-9]+:[0-9]+\)$//
s/\.part\.0//
s/ \[[a-z_]+\]$//
s/^insmod1?: /insmod: /
s/= [0-9a-f]{8,16}/= ENTRY/g
s/^(CPA  protect  Rodata RO):.*/\1/
s/^(\*pd.*ENTRY) *$/\1/
/^(EAX|ESI|DS|Code|Modules linked|Hardware name|CPU: |EFLAGS|---\[|CR0|CR2|EIP: 0x8|rmmod: |note: |Segmentation fault|Killed)/d
/^ \? /d
/^ (do_one_initcall|do_init_module|load_module|__ia32_sys_finit_module|ia32_sys_call|do_int80_syscall_32|entry_INT80_32|warn_alloc|__vmalloc_node_range|__vmalloc|remove_vm_area|__vunmap|_set_memory_wc|_set_pages_array|dump_stack(_lvl)?|(__)?change_page_attr_set_clr)$/d
/^Mem-Info:$/,/ pages hwpoisoned$/d
/^BUG: (non-zero pgtables_bytes|Bad rss-counter)/d
/Disabling lock debugging/d
/^ *$/d
