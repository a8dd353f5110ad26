// Accounting of delays: none.
#ifndef _LINUX_DELAYACCT_H
#define _LINUX_DELAYACCT_H

#endif
