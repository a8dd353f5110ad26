#include <linux/const.h>
