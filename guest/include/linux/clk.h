// Clocks.
#ifndef _LINUX_CLK_H
#define _LINUX_CLK_H

#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/notifier.h>

struct clk;
struct clk_bulk_data;
struct device;
struct device_node;
struct notifier_block;
struct of_phandle_args;

int clk_notifier_register(struct clk*, struct notifier_block*);
int clk_notifier_unregister(struct clk*, struct notifier_block*);
int devm_clk_notifier_register(struct device*, struct clk*, struct notifier_block*);
long clk_get_accuracy(struct clk*);
int clk_set_phase(struct clk*, int);
int clk_get_phase(struct clk*);
int clk_set_duty_cycle(struct clk*, unsigned int, unsigned int);
int clk_get_scaled_duty_cycle(struct clk*, unsigned int);
bool clk_is_match(const struct clk*, const struct clk*);
int clk_rate_exclusive_get(struct clk*);
void clk_rate_exclusive_put(struct clk*);
int clk_save_context(void);
void clk_restore_context(void);
int clk_prepare(struct clk*);
int clk_bulk_prepare(int, const struct clk_bulk_data*);
bool clk_is_enabled_when_prepared(struct clk*);
void clk_unprepare(struct clk*);
void clk_bulk_unprepare(int, const struct clk_bulk_data*);
struct clk* clk_get(struct device*, const char*);
int clk_bulk_get(struct device*, int, struct clk_bulk_data*);
int clk_bulk_get_all(struct device*, struct clk_bulk_data**);
int clk_bulk_get_optional(struct device*, int, struct clk_bulk_data*);
int devm_clk_bulk_get(struct device*, int, struct clk_bulk_data*);
int devm_clk_bulk_get_optional(struct device*, int, struct clk_bulk_data*);
int devm_clk_bulk_get_all(struct device*, struct clk_bulk_data**);
struct clk* devm_clk_get(struct device*, const char*);
struct clk* devm_clk_get_prepared(struct device*, const char*);
struct clk* devm_clk_get_enabled(struct device*, const char*);
struct clk* devm_clk_get_optional(struct device*, const char*);
struct clk* devm_clk_get_optional_prepared(struct device*, const char*);
struct clk* devm_clk_get_optional_enabled(struct device*, const char*);
struct clk* devm_get_clk_from_child(struct device*, struct device_node*, const char*);
int clk_enable(struct clk*);
int clk_bulk_enable(int, const struct clk_bulk_data*);
void clk_disable(struct clk*);
void clk_bulk_disable(int, const struct clk_bulk_data*);
unsigned long clk_get_rate(struct clk*);
void clk_put(struct clk*);
void clk_bulk_put(int, struct clk_bulk_data*);
void clk_bulk_put_all(int, struct clk_bulk_data*);
void devm_clk_put(struct device*, struct clk*);
long clk_round_rate(struct clk*, unsigned long);
int clk_set_rate(struct clk*, unsigned long);
int clk_set_rate_exclusive(struct clk*, unsigned long);
bool clk_has_parent(const struct clk*, const struct clk*);
int clk_set_rate_range(struct clk*, unsigned long, unsigned long);
int clk_set_min_rate(struct clk*, unsigned long);
int clk_set_max_rate(struct clk*, unsigned long);
int clk_set_parent(struct clk*, struct clk*);
struct clk* clk_get_parent(struct clk*);
struct clk* clk_get_sys(const char*, const char*);
struct clk* of_clk_get(struct device_node*, int);
struct clk* of_clk_get_by_name(struct device_node*, const char*);
struct clk* of_clk_get_from_provider(struct of_phandle_args*);

struct clk_bulk_data;
struct clk_notifier;
struct clk_notifier_data;
struct list_head;
struct srcu_notifier_head;

#define PRE_RATE_CHANGE BIT(0)
#define POST_RATE_CHANGE BIT(1)
#define ABORT_RATE_CHANGE BIT(2)
struct clk_notifier {
  struct clk* clk;
  struct srcu_notifier_head notifier_head;
  struct list_head node;
};
struct clk_notifier_data {
  struct clk* clk;
  unsigned long old_rate;
  unsigned long new_rate;
};
struct clk_bulk_data {
  const char* id;
  struct clk* clk;
};

// Inline in Linux.
int clk_prepare_enable(struct clk* clk);
void clk_disable_unprepare(struct clk* clk);
int clk_bulk_prepare_enable(int num_clks, const struct clk_bulk_data* clks);
void clk_bulk_disable_unprepare(int num_clks, const struct clk_bulk_data* clks);
int clk_drop_range(struct clk* clk);
struct clk* clk_get_optional(struct device* dev, const char* id);

#endif
