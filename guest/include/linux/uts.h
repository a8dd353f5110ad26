#include <linux/utsname.h>
