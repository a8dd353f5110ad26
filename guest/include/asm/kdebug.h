#include <linux/kdebug.h>
