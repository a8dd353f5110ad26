// EFI.
#ifndef _LINUX_EFI_H
#define _LINUX_EFI_H

#include <linux/ioport.h>
#include <linux/types.h>
#include <linux/uuid.h>

#endif
