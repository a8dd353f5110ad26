/*
 * What headers read by name about the machine's memory: options as static keys, and the one node.
 * The host sets the keys of options that are on. Linux: mm/page_alloc.c, mm/page_poison.c.
 */
#include <linux/export.h>
#include <linux/numa.h>
#include <linux/static_key.h>
#include <linux/types.h>

struct static_key init_on_alloc;
EXPORT_SYMBOL(init_on_alloc);
struct static_key init_on_free;
EXPORT_SYMBOL(init_on_free);
struct static_key _page_poisoning_enabled;
EXPORT_SYMBOL(_page_poisoning_enabled);
bool _page_poisoning_enabled_early;
EXPORT_SYMBOL(_page_poisoning_enabled_early);

/* possible, online, has normal, high, any memory, has a CPU, initiates only */
nodemask_t node_states[7] = { { { 1 } }, { { 1 } }, { { 1 } }, { { 1 } }, { { 1 } }, { { 1 } } };
EXPORT_SYMBOL(node_states);
