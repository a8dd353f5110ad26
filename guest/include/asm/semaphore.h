#include <linux/semaphore.h>
