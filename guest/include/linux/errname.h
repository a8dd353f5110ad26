// Names of error numbers.
#ifndef _LINUX_ERRNAME_H
#define _LINUX_ERRNAME_H

const char* errname(int err);

#endif
