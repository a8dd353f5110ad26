#include <linux/poll.h>
