# What differs between two machines in the warnings of vsnprintf, which itself is another's code.
s/^WARNING: .* at .*vsprintf.*/WARNING in vsnprintf/
/^(EAX|ESI|DS|CR0|Code|EIP|Modules linked|Hardware name|CPU: |Call Trace:|---\[)/d
/^ /d
