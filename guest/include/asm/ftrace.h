#include <linux/ftrace.h>
