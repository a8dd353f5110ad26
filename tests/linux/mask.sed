# What differs between two machines, or between two boots, in a kernel log that is to be compared.
s/^\[ *[0-9]+\.[0-9]+\] //
/loading out-of-tree module taints kernel/d
/module verification failed: signature/d
/^@@LAB/d
/^clocksource: |^tsc: |^random: /d
