#include <linux/list_bl.h>
