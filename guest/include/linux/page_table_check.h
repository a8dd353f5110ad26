// Checks of user page tables: off.
#ifndef _LINUX_PAGE_TABLE_CHECK_H
#define _LINUX_PAGE_TABLE_CHECK_H

#endif
