#include <linux/version.h>
