#include <linux/bitmap.h>
