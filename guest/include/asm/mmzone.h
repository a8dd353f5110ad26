#include <linux/mmzone.h>
