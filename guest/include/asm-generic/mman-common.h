#include <uapi/linux/mman.h>
