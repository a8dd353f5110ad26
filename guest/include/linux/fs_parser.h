// Options of mounts.
#ifndef _LINUX_FS_PARSER_H
#define _LINUX_FS_PARSER_H

#include <linux/fs_context.h>
#include <linux/path.h>

#endif
