#include <linux/rcupdate.h>
