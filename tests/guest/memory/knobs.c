// The files of /proc/sys/vm, written by a module; the zones show what they do.
#include <linux/mm.h>
#include <linux/mmzone.h>
#include <linux/module.h>
#include <linux/vm_sysctl_mm32.h>

static void show(const char* what) {
  const struct zone* normal = &NODE_DATA(0)->node_zones[ZONE_NORMAL];
  const struct zone* dma = &NODE_DATA(0)->node_zones[ZONE_DMA];
  pr_info("%s: min+ %d gap %lu reserve %d\n", what,
          min_wmark_pages(normal) + min_wmark_pages(dma) >= 1022,
          low_wmark_pages(normal) - min_wmark_pages(normal),
          dma->lowmem_reserve[ZONE_NORMAL] > 1000);
}

static void set(const char* name, const char* value) {
  pr_info("%s = '%s': %d\n", name, value, vm_sysctl_write(name, value));
}

static int __init knobs_init(void) {
  show("boot");
  set("min_free_kbytes", "4096");
  show("min_free_kbytes");
  set("lowmem_reserve_ratio", "32 32 0 0");
  show("lowmem_reserve_ratio");
  set("watermark_scale_factor", "1000");
  pr_info("gap is a tenth: %d\n",
          low_wmark_pages(&NODE_DATA(0)->node_zones[ZONE_NORMAL]) -
                  min_wmark_pages(&NODE_DATA(0)->node_zones[ZONE_NORMAL]) ==
              zone_managed_pages(&NODE_DATA(0)->node_zones[ZONE_NORMAL]) / 10);
  set("watermark_boost_factor", "0");
  set("compact_memory", "1");
  set("compact_memory", "2");
  set("watermark_scale_factor", "0");
  set("min_free_kbytes", "-1");
  set("min_free_kbytes", "x");
  set("no_such_knob", "1");
  return 0;
}

static void __exit knobs_exit(void) {}

module_init(knobs_init);
module_exit(knobs_exit);
MODULE_LICENSE("GPL");

// mm32-expect: log ^min_free_kbytes: min\+ 1 gap
