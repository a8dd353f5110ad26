#include <linux/completion.h>
