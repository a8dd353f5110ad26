#include <linux/magic.h>
