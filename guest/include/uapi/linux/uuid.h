#include <linux/uuid.h>
