#include <linux/in.h>
