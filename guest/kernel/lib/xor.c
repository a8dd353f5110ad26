// The exclusive or of up to four blocks goes into another: what lacks of them is ignored, as in
// Linux. Linux: 6.1 crypto/xor.c.
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/raid/xor.h>

void xor_blocks(unsigned int src_count, unsigned int bytes, void* dest, void** srcs) {
  const unsigned int blocks = clamp_t(unsigned int, src_count, 1, MAX_XOR_BLOCKS);
  unsigned int k, i;
  for (k = 0; k < blocks; k++)
    for (i = 0; i < bytes / sizeof(long); i++) ((long*)dest)[i] ^= ((long*)srcs[k])[i];
}
EXPORT_SYMBOL(xor_blocks);
