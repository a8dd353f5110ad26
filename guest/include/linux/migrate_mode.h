// How hard page migration tries.
#ifndef _LINUX_MIGRATE_MODE_H
#define _LINUX_MIGRATE_MODE_H

#include <linux/migrate.h>

#endif
