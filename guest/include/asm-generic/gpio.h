#include <linux/gpio.h>
