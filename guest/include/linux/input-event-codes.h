#include <uapi/linux/input-event-codes.h>
