// Pins by number.
#ifndef _LINUX_GPIO_H
#define _LINUX_GPIO_H

#include <linux/errno.h>
#include <linux/gpio/consumer.h>
#include <linux/types.h>

#define GPIOF_DIR_OUT (0 << 0)
#define GPIOF_DIR_IN (1 << 0)
#define GPIOF_INIT_LOW (0 << 1)
#define GPIOF_INIT_HIGH (1 << 1)
#define GPIOF_IN GPIOF_DIR_IN
#define GPIOF_OUT_INIT_LOW (GPIOF_DIR_OUT | GPIOF_INIT_LOW)
#define GPIOF_OUT_INIT_HIGH (GPIOF_DIR_OUT | GPIOF_INIT_HIGH)

struct device;
struct gpio;

int devm_gpio_request(struct device*, unsigned int, const char*);
int devm_gpio_request_one(struct device*, unsigned int, unsigned long, const char*);
int gpio_request(unsigned int, const char*);
void gpio_free(unsigned int);
int gpio_request_one(unsigned int, unsigned long, const char*);
int gpio_request_array(const struct gpio*, size_t);
void gpio_free_array(const struct gpio*, size_t);

static inline bool gpio_is_valid(int number) { return number >= 0 && number < 512; }
static inline int gpio_direction_input(unsigned gpio) {
  return gpiod_direction_input(gpio_to_desc(gpio));
}
static inline int gpio_direction_output(unsigned gpio, int value) {
  return gpiod_direction_output_raw(gpio_to_desc(gpio), value);
}
static inline int gpio_get_value(unsigned gpio) { return gpiod_get_raw_value(gpio_to_desc(gpio)); }
static inline void gpio_set_value(unsigned gpio, int value) {
  gpiod_set_raw_value(gpio_to_desc(gpio), value);
}
static inline int gpio_to_irq(unsigned gpio) { return gpiod_to_irq(gpio_to_desc(gpio)); }
#define __gpio_get_value(gpio) gpio_get_value(gpio)
#define __gpio_set_value(gpio, value) gpio_set_value(gpio, value)

#endif
