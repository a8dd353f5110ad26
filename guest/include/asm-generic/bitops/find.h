#include <linux/find.h>
