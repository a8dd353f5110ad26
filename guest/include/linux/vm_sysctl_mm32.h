// The files of /proc/sys/vm for guest code: write a knob by its name. 0, -ENOENT or -EINVAL.
//   vm_sysctl_write("min_free_kbytes", "4096");
#ifndef _LINUX_VM_SYSCTL_MM32_H
#define _LINUX_VM_SYSCTL_MM32_H

int vm_sysctl_write(const char* name, const char* value);

#endif
