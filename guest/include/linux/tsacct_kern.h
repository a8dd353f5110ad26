// Statistics of tasks: none.
#ifndef _LINUX_TSACCT_KERN_H
#define _LINUX_TSACCT_KERN_H

#endif
