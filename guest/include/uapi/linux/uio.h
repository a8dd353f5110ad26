#include <linux/uio.h>
