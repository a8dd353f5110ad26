// Memory mapped for a device: addresses, masks, lists, pages.
#include <linux/dma-mapping.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>

static struct platform_device* pdev;

static void single(struct device* dev, void* buf) {
  dma_addr_t addr = dma_map_single(dev, buf, 3000, DMA_TO_DEVICE);
  pr_info("single: %d, error %d\n", addr == virt_to_phys(buf), dma_mapping_error(dev, addr));
  dma_sync_single_for_cpu(dev, addr, 3000, DMA_TO_DEVICE);
  dma_sync_single_for_device(dev, addr, 3000, DMA_TO_DEVICE);
  dma_unmap_single(dev, addr, 3000, DMA_TO_DEVICE);
}

static void list(struct device* dev, void* buf) {
  struct scatterlist sg[3];
  struct sg_table table = {.sgl = sg, .nents = 3, .orig_nents = 3};
  int mapped;
  sg_init_table(sg, 3);
  sg_set_buf(&sg[0], buf, 100);
  sg_set_buf(&sg[1], buf + 200, 300);
  sg_set_buf(&sg[2], buf + 1000, 7);
  mapped = dma_map_sg(dev, sg, 3, DMA_BIDIRECTIONAL);
  pr_info("list: %d of %u %u %u, %d\n", mapped, sg_dma_len(&sg[0]), sg_dma_len(&sg[1]),
          sg_dma_len(&sg[2]), sg_dma_address(&sg[1]) == virt_to_phys(buf + 200));
  dma_sync_sg_for_cpu(dev, sg, 3, DMA_BIDIRECTIONAL);
  dma_sync_sg_for_device(dev, sg, 3, DMA_BIDIRECTIONAL);
  dma_unmap_sg(dev, sg, 3, DMA_BIDIRECTIONAL);
  pr_info("table: %d\n", dma_map_sgtable(dev, &table, DMA_TO_DEVICE, 0));
  dma_unmap_sgtable(dev, &table, DMA_TO_DEVICE, 0);
}

static void masks(struct device* dev, void* buf) {
  dma_addr_t addr;
  int error;
  pr_info("masks: %d %d, required %llx\n", dma_set_mask(dev, DMA_BIT_MASK(24)),
          dma_set_coherent_mask(dev, DMA_BIT_MASK(20)), dma_get_required_mask(dev));
  *dev->dma_mask = 0xfff;
  addr = dma_map_single(dev, buf, 3000, DMA_TO_DEVICE);
  error = dma_mapping_error(dev, addr);
  pr_info("out of reach: %d\n", error);
  dma_set_mask(dev, DMA_BIT_MASK(32));
  pr_info("sizes %zx %zx, sync %d, boundary %lx, mmap %d\n", dma_max_mapping_size(dev),
          dma_opt_mapping_size(dev), dma_need_sync(dev, 0), dma_get_merge_boundary(dev),
          dma_can_mmap(dev));
}

static void pages(struct device* dev) {
  struct sg_table table;
  dma_addr_t addr;
  struct page* page = alloc_page(GFP_HIGHUSER);
  void* buf;
  int error;
  addr = dma_map_page(dev, page, 16, 100, DMA_FROM_DEVICE);
  pr_info("page: %d\n", addr == page_to_phys(page) + 16);
  dma_unmap_page(dev, addr, 100, DMA_FROM_DEVICE);
  __free_page(page);
  addr = dma_map_resource(dev, 0xfed00000, 4096, DMA_BIDIRECTIONAL, 0);
  pr_info("resource: %llx\n", (u64)addr);
  dma_unmap_resource(dev, addr, 4096, DMA_BIDIRECTIONAL, 0);
  buf = dma_alloc_coherent(dev, 5000, &addr, GFP_KERNEL);
  error = dma_get_sgtable(dev, &table, buf, addr, 5000);
  pr_info("sgtable: %d, %u entries, %u bytes\n", error, table.nents, table.sgl->length);
  sg_free_table(&table);
  dma_free_coherent(dev, 5000, buf, addr);
  page = dma_alloc_pages(dev, 4096, &addr, DMA_TO_DEVICE, GFP_KERNEL);
  pr_info("pages: %d %d\n", page != NULL, addr == page_to_phys(page));
  dma_free_pages(dev, 4096, page, addr, DMA_TO_DEVICE);
}

static int __init dma_mapping_init(void) {
  void* buf = kmalloc(3000, GFP_KERNEL);
  pdev = platform_device_register_simple("mapped", -1, NULL, 0);
  if (!buf || IS_ERR(pdev)) return -ENOMEM;
  pr_info("at first %llx %llx\n", *pdev->dev.dma_mask, pdev->dev.coherent_dma_mask);
  single(&pdev->dev, buf);
  list(&pdev->dev, buf);
  masks(&pdev->dev, buf);
  pages(&pdev->dev);
  kfree(buf);
  return 0;
}

static void __exit dma_mapping_exit(void) { platform_device_unregister(pdev); }

module_init(dma_mapping_init);
module_exit(dma_mapping_exit);
MODULE_LICENSE("GPL");
