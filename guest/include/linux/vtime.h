// Accounting of time.
#ifndef _LINUX_VTIME_H
#define _LINUX_VTIME_H

#endif
