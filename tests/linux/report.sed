# What differs between two machines in a report: registers, the call trace but for the module's own
# part, addresses, and where in a slab an object lies.
s/@offset=[0-9]+/@offset/
s/age=[0-9]+/age/
s/\+0x[0-9a-f]+\/0x[0-9a-f]+//g
s/0x\(ptrval\)|\(ptrval\)/ADDRESS/g
s/\.(isra|constprop|part)\.[0-9]+//g
s/(0x)?\b[c-f][0-9a-f]{7}\b/ADDRESS/g
s/0x([0-9a-f]{8}|[0-9a-f]{16})\b/ADDRESS/g
s/(Tainted: [A-Z ]*O)[E ]/\1/
s/PID: [0-9]+/PID/g
s/Comm: [a-z0-9]+/Comm/
s/pid=[0-9]+/pid/g
s/ \([A-Za-z0-9_.-]+:[0-9]+\)$//
s/atomic: [a-z0-9]+\/[0-9]+\//atomic: /
/^(EAX|ESI|DS|CR0|Code|EIP|CS:|Modules linked|Hardware name|CPU: |Call Trace:|EFLAGS|---\[|\*pde|Oops|note: |Segmentation fault|Killed|rmmod: )/d
/Disabling lock debugging/d
/^ (\? )?[A-Za-z_.0-9]+( \[[a-z_]+\])?$/d
/^ \? ADDRESS/d
/^ *$/d
/^Bytes b4 /d
