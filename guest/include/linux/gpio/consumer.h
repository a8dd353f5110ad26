// Pins by descriptor.
#ifndef _LINUX_GPIO_CONSUMER_H
#define _LINUX_GPIO_CONSUMER_H

#include <linux/bits.h>
#include <linux/err.h>
#include <linux/types.h>

struct acpi_device;
struct acpi_gpio_mapping;
struct device;
struct device_node;
struct fwnode_handle;
struct gpio_array;
struct gpio_desc;
struct gpio_descs;

enum gpiod_flags {
  GPIOD_ASIS = 0,
  GPIOD_IN = 1,
  GPIOD_OUT_LOW = 3,
  GPIOD_OUT_HIGH = 7,
  GPIOD_OUT_LOW_OPEN_DRAIN = 11,
  GPIOD_OUT_HIGH_OPEN_DRAIN = 15
};

int gpiod_count(struct device*, const char*);
struct gpio_desc* gpiod_get(struct device*, const char*, enum gpiod_flags);
struct gpio_desc* gpiod_get_index(struct device*, const char*, unsigned int, enum gpiod_flags);
struct gpio_desc* gpiod_get_optional(struct device*, const char*, enum gpiod_flags);
struct gpio_desc* gpiod_get_index_optional(struct device*, const char*, unsigned int,
                                           enum gpiod_flags);
struct gpio_descs* gpiod_get_array(struct device*, const char*, enum gpiod_flags);
struct gpio_descs* gpiod_get_array_optional(struct device*, const char*, enum gpiod_flags);
void gpiod_put(struct gpio_desc*);
void gpiod_put_array(struct gpio_descs*);
struct gpio_desc* devm_gpiod_get(struct device*, const char*, enum gpiod_flags);
struct gpio_desc* devm_gpiod_get_index(struct device*, const char*, unsigned int, enum gpiod_flags);
struct gpio_desc* devm_gpiod_get_optional(struct device*, const char*, enum gpiod_flags);
struct gpio_desc* devm_gpiod_get_index_optional(struct device*, const char*, unsigned int,
                                                enum gpiod_flags);
struct gpio_descs* devm_gpiod_get_array(struct device*, const char*, enum gpiod_flags);
struct gpio_descs* devm_gpiod_get_array_optional(struct device*, const char*, enum gpiod_flags);
void devm_gpiod_put(struct device*, struct gpio_desc*);
void devm_gpiod_unhinge(struct device*, struct gpio_desc*);
void devm_gpiod_put_array(struct device*, struct gpio_descs*);
int gpiod_get_direction(struct gpio_desc*);
int gpiod_direction_input(struct gpio_desc*);
int gpiod_direction_output(struct gpio_desc*, int);
int gpiod_direction_output_raw(struct gpio_desc*, int);
int gpiod_enable_hw_timestamp_ns(struct gpio_desc*, unsigned long);
int gpiod_disable_hw_timestamp_ns(struct gpio_desc*, unsigned long);
int gpiod_get_value(const struct gpio_desc*);
int gpiod_get_array_value(unsigned int, struct gpio_desc**, struct gpio_array*, unsigned long*);
void gpiod_set_value(struct gpio_desc*, int);
int gpiod_set_array_value(unsigned int, struct gpio_desc**, struct gpio_array*, unsigned long*);
int gpiod_get_raw_value(const struct gpio_desc*);
int gpiod_get_raw_array_value(unsigned int, struct gpio_desc**, struct gpio_array*, unsigned long*);
void gpiod_set_raw_value(struct gpio_desc*, int);
int gpiod_set_raw_array_value(unsigned int, struct gpio_desc**, struct gpio_array*, unsigned long*);
int gpiod_get_value_cansleep(const struct gpio_desc*);
int gpiod_get_array_value_cansleep(unsigned int, struct gpio_desc**, struct gpio_array*,
                                   unsigned long*);
void gpiod_set_value_cansleep(struct gpio_desc*, int);
int gpiod_set_array_value_cansleep(unsigned int, struct gpio_desc**, struct gpio_array*,
                                   unsigned long*);
int gpiod_get_raw_value_cansleep(const struct gpio_desc*);
int gpiod_get_raw_array_value_cansleep(unsigned int, struct gpio_desc**, struct gpio_array*,
                                       unsigned long*);
void gpiod_set_raw_value_cansleep(struct gpio_desc*, int);
int gpiod_set_raw_array_value_cansleep(unsigned int, struct gpio_desc**, struct gpio_array*,
                                       unsigned long*);
int gpiod_set_config(struct gpio_desc*, unsigned long);
int gpiod_set_debounce(struct gpio_desc*, unsigned int);
int gpiod_set_transitory(struct gpio_desc*, bool);
void gpiod_toggle_active_low(struct gpio_desc*);
int gpiod_is_active_low(const struct gpio_desc*);
int gpiod_cansleep(const struct gpio_desc*);
int gpiod_to_irq(const struct gpio_desc*);
int gpiod_set_consumer_name(struct gpio_desc*, const char*);
struct gpio_desc* gpio_to_desc(unsigned int);
int desc_to_gpio(const struct gpio_desc*);
struct gpio_desc* fwnode_gpiod_get_index(struct fwnode_handle*, const char*, int, enum gpiod_flags,
                                         const char*);
struct gpio_desc* devm_fwnode_gpiod_get_index(struct device*, struct fwnode_handle*, const char*,
                                              int, enum gpiod_flags, const char*);
struct gpio_desc* gpiod_get_from_of_node(const struct device_node*, const char*, int,
                                         enum gpiod_flags, const char*);
struct gpio_desc* devm_gpiod_get_from_of_node(struct device*, const struct device_node*,
                                              const char*, int, enum gpiod_flags, const char*);
int acpi_dev_add_driver_gpios(struct acpi_device*, const struct acpi_gpio_mapping*);
void acpi_dev_remove_driver_gpios(struct acpi_device*);
int devm_acpi_dev_add_driver_gpios(struct device*, const struct acpi_gpio_mapping*);
struct gpio_desc* acpi_get_and_request_gpiod(char*, unsigned int, char*);
int gpiod_export(struct gpio_desc*, bool);
int gpiod_export_link(struct device*, const char*, struct gpio_desc*);
void gpiod_unexport(struct gpio_desc*);

#endif
