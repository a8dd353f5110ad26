// Ethernet devices.
#ifndef _LINUX_ETHERDEVICE_H
#define _LINUX_ETHERDEVICE_H

#include <linux/if_ether.h>
#include <linux/netdevice.h>
#include <linux/random.h>

static inline bool is_zero_ether_addr(const u8* addr) {
  return !(addr[0] | addr[1] | addr[2] | addr[3] | addr[4] | addr[5]);
}
static inline bool is_multicast_ether_addr(const u8* addr) { return addr[0] & 1; }
static inline bool is_valid_ether_addr(const u8* addr) {
  return !is_multicast_ether_addr(addr) && !is_zero_ether_addr(addr);
}
static inline void eth_random_addr(u8* addr) {
  get_random_bytes(addr, ETH_ALEN);
  addr[0] = (addr[0] & 0xfe) | 2;
}
#define random_ether_addr(addr) eth_random_addr(addr)
static inline void eth_zero_addr(u8* addr) { memset(addr, 0, ETH_ALEN); }
static inline void ether_addr_copy(u8* dst, const u8* src) { memcpy(dst, src, ETH_ALEN); }
static inline bool ether_addr_equal(const u8* a, const u8* b) { return !memcmp(a, b, ETH_ALEN); }

#endif
