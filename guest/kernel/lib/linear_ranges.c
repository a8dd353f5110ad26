// Selectors and values of linear ranges. Linux: 6.1 lib/linear_ranges.c.
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/linear_range.h>

unsigned int linear_range_values_in_range(const struct linear_range* r) {
  return r ? r->max_sel - r->min_sel + 1 : 0;
}
EXPORT_SYMBOL_GPL(linear_range_values_in_range);

unsigned int linear_range_values_in_range_array(const struct linear_range* r, int ranges) {
  unsigned int sum = 0;
  int i;
  for (i = 0; i < ranges; i++) {
    unsigned int values = linear_range_values_in_range(&r[i]);
    if (!values) return 0;
    sum += values;
  }
  return sum;
}
EXPORT_SYMBOL_GPL(linear_range_values_in_range_array);

unsigned int linear_range_get_max_value(const struct linear_range* r) {
  return r->min + (r->max_sel - r->min_sel) * r->step;
}
EXPORT_SYMBOL_GPL(linear_range_get_max_value);

static bool has_selector(const struct linear_range* r, unsigned int selector) {
  return r->min_sel <= selector && selector <= r->max_sel;
}
int linear_range_get_value(const struct linear_range* r, unsigned int selector, unsigned int* val) {
  if (!has_selector(r, selector)) return -EINVAL;
  *val = r->min + (selector - r->min_sel) * r->step;
  return 0;
}
EXPORT_SYMBOL_GPL(linear_range_get_value);

int linear_range_get_value_array(const struct linear_range* r, int ranges, unsigned int selector,
                                 unsigned int* val) {
  int i;
  for (i = 0; i < ranges; i++) {
    if (has_selector(&r[i], selector)) return linear_range_get_value(&r[i], selector, val);
  }
  return -EINVAL;
}
EXPORT_SYMBOL_GPL(linear_range_get_value_array);

int linear_range_get_selector_low(const struct linear_range* r, unsigned int val,
                                  unsigned int* selector, bool* found) {
  *found = false;
  if (r->min > val) return -EINVAL;
  *selector = r->max_sel;
  if (linear_range_get_max_value(r) < val) return 0;
  *found = true;
  *selector = r->min_sel + (r->step ? (val - r->min) / r->step : 0);
  return 0;
}
EXPORT_SYMBOL_GPL(linear_range_get_selector_low);

int linear_range_get_selector_low_array(const struct linear_range* r, int ranges, unsigned int val,
                                        unsigned int* selector, bool* found) {
  int result = -EINVAL, i;
  for (i = 0; i < ranges; i++) {
    if (!linear_range_get_selector_low(&r[i], val, selector, found)) result = 0;
    if (*found) break;
  }
  return result;
}
EXPORT_SYMBOL_GPL(linear_range_get_selector_low_array);

int linear_range_get_selector_high(const struct linear_range* r, unsigned int val,
                                   unsigned int* selector, bool* found) {
  *found = false;
  if (linear_range_get_max_value(r) < val) return -EINVAL;
  *selector = r->min_sel;
  if (r->min > val) return 0;
  *found = true;
  *selector = r->step ? DIV_ROUND_UP(val - r->min, r->step) + r->min_sel : r->max_sel;
  return 0;
}
EXPORT_SYMBOL_GPL(linear_range_get_selector_high);

void linear_range_get_selector_within(const struct linear_range* r, unsigned int val,
                                      unsigned int* selector) {
  if (r->min > val)
    *selector = r->min_sel;
  else if (linear_range_get_max_value(r) < val)
    *selector = r->max_sel;
  else
    *selector = r->min_sel + (r->step ? (val - r->min) / r->step : 0);
}
EXPORT_SYMBOL_GPL(linear_range_get_selector_within);
