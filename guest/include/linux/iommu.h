// Address spaces of devices.
#ifndef _LINUX_IOMMU_H
#define _LINUX_IOMMU_H

#include <linux/err.h>
#include <linux/errno.h>
#include <linux/scatterlist.h>
#include <linux/types.h>

#endif
