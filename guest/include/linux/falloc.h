// Space of files.
#ifndef _LINUX_FALLOC_H
#define _LINUX_FALLOC_H

#endif
