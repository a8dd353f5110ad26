// Packets without a network: what <linux/skbuff.h> defines itself, used on buffers of this module's
// own; room, headers, queues, fragments, owners.
#include <linux/etherdevice.h>
#include <linux/ip.h>
#include <linux/module.h>
#include <linux/skbuff.h>
#include <linux/tcp.h>
#include <linux/udp.h>

MODULE_LICENSE("GPL");

static u8 memory[3][2048] __aligned(8);
static struct sk_buff buffers[3];

static struct sk_buff* make(int i) {
  struct sk_buff* skb = &buffers[i];
  memset(skb, 0, sizeof(*skb));
  memset(memory[i], 0, sizeof(memory[i]));
  skb->head = skb->data = memory[i];
  skb_reset_tail_pointer(skb);
  skb_set_end_offset(skb, SKB_WITH_OVERHEAD(sizeof(memory[i])));
  skb->mac_header = (typeof(skb->mac_header))~0U;
  skb->transport_header = (typeof(skb->transport_header))~0U;
  refcount_set(&skb->users, 1);
  return skb;
}

static void show(const char* what, const struct sk_buff* skb) {
  pr_info("%s: len %u headroom %u tailroom %d headlen %u\n", what, skb->len, skb_headroom(skb),
          skb_tailroom(skb), skb_headlen(skb));
}

static void room(void) {
  struct sk_buff* skb = make(0);
  char text[8];
  skb_reserve(skb, 64);
  __skb_put_data(skb, "payload", 8);
  show("put", skb);
  __skb_put_zero(skb, 4);
  __skb_put_u8(skb, 0x5a);
  __skb_push(skb, 20);
  show("push", skb);
  __skb_pull(skb, 20);
  pr_info("room: %s, inline pull %d, too much %d\n", (char*)skb->data,
          skb_pull_inline(skb, 2) != NULL, skb_pull_inline(skb, 2000) != NULL);
  __skb_push(skb, 2);
  __skb_trim(skb, 8);
  show("trim", skb);
  skb_copy_from_linear_data_offset(skb, 3, text, 3);
  text[3] = 0;
  pr_info("room: copied %s, end %u, avail %d, nonlinear %d\n", text, skb_end_offset(skb),
          skb_availroom(skb), skb_is_nonlinear(skb));
  skb_copy_to_linear_data(skb, "PAY", 3);
  pr_info("room: %.6s\n", (char*)skb->data);
}

static void headers(void) {
  struct sk_buff* skb = make(0);
  struct iphdr* ip;
  struct udphdr* udp;
  skb_reserve(skb, 128);
  __skb_put_data(skb, "data", 4);
  __skb_push(skb, sizeof(struct udphdr));
  skb_reset_transport_header(skb);
  udp = udp_hdr(skb);
  udp->source = htons(53);
  udp->dest = htons(1024);
  __skb_push(skb, sizeof(struct iphdr));
  skb_reset_network_header(skb);
  ip = ip_hdr(skb);
  ip->version = 4;
  ip->ihl = 5;
  ip->protocol = IPPROTO_UDP;
  pr_info("headers: mac set %d, transport set %d\n", skb_mac_header_was_set(skb),
          skb_transport_header_was_set(skb));
  __skb_push(skb, ETH_HLEN);
  skb_reset_mac_header(skb);
  skb_reset_mac_len(skb);
  eth_hdr(skb)->h_proto = htons(ETH_P_IP);
  pr_info("headers: offsets %d %d %d, lengths %u %u %u\n", skb_mac_offset(skb),
          skb_network_offset(skb), skb_transport_offset(skb), skb_mac_header_len(skb), skb->mac_len,
          skb_network_header_len(skb));
  pr_info("headers: ihl %u, proto %04x, ports %u %u\n", ip_hdr(skb)->ihl * 4,
          ntohs(eth_hdr(skb)->h_proto), ntohs(udp_hdr(skb)->source), ntohs(udp_hdr(skb)->dest));
  __skb_pull(skb, ETH_HLEN);
  pr_info("headers: after pull %d %d %d\n", skb_mac_offset(skb), skb_network_offset(skb),
          skb_transport_offset(skb));
  skb_reset_inner_headers(skb);
  pr_info("headers: inner %d %d %d %u\n", skb_inner_network_offset(skb),
          skb_inner_transport_offset(skb), skb_inner_network_header_was_set(skb),
          skb_inner_network_header_len(skb));
  skb_set_transport_header(skb, 24);
  skb->csum_start = skb_transport_header(skb) - skb->head;
  pr_info("headers: checksum from %d\n", skb_checksum_start_offset(skb));
  skb_unset_mac_header(skb);
  pr_info("headers: mac set %d\n", skb_mac_header_was_set(skb));
}

static void queues(void) {
  struct sk_buff_head list, other;
  struct sk_buff *skb, *next;
  int i, order = 0;
  skb_queue_head_init(&list);
  __skb_queue_head_init(&other);
  for (i = 0; i < 3; i++) make(i)->len = i + 1;
  __skb_queue_tail(&list, &buffers[1]);
  __skb_queue_head(&list, &buffers[0]);
  __skb_queue_after(&list, &buffers[1], &buffers[2]);
  skb_queue_walk(&list, skb) order = order * 10 + skb->len;
  pr_info("queues: %d of %u, first %d last %d\n", order, skb_queue_len(&list),
          skb_queue_is_first(&list, &buffers[0]), skb_queue_is_last(&list, &buffers[2]));
  pr_info("queues: peek %u %u, next %u, none %d\n", skb_peek(&list)->len, skb_peek_tail(&list)->len,
          skb_peek_next(&buffers[0], &list)->len, skb_peek_next(&buffers[2], &list) == NULL);
  skb = __skb_dequeue(&list);
  __skb_queue_tail(&other, skb);
  skb_queue_splice_tail_init(&list, &other);
  order = 0;
  skb_queue_reverse_walk(&other, skb) order = order * 10 + skb->len;
  pr_info("queues: spliced %d, empty %d %d\n", order, skb_queue_empty(&list),
          skb_queue_empty_lockless(&other));
  skb_queue_walk_safe(&other, skb, next) {
    if (skb->len == 2) __skb_unlink(skb, &other);
  }
  pr_info("queues: left %u, tail %u\n", skb_queue_len_lockless(&other),
          __skb_dequeue_tail(&other)->len);
  pr_info("queues: %u, empty after %d\n", __skb_dequeue(&other)->len, skb_queue_empty(&other));
}

static void fragments(void) {
  struct sk_buff* skb = make(0);
  skb_frag_t frag = {}, second = {};
  struct page* page = alloc_page(GFP_KERNEL);
  frag.bv_page = page;
  skb_frag_size_set(&frag, 100);
  skb_frag_size_add(&frag, 28);
  skb_frag_size_sub(&frag, 8);
  skb_frag_off_set(&frag, 16);
  skb_frag_off_add(&frag, 16);
  skb_frag_off_copy(&second, &frag);
  pr_info("fragments: size %u off %u copied %u, address %lx\n", skb_frag_size(&frag),
          skb_frag_off(&frag), skb_frag_off(&second),
          (unsigned long)skb_frag_address(&frag) - (unsigned long)page_address(page));
  __free_page(page);
  skb_get(skb);
  pr_info("owners: shared %d\n", skb_shared(skb));
  pr_info("owners: last %d\n", skb_unref(skb));
  pr_info("owners: shared %d, last %d\n", skb_shared(skb), skb_unref(skb));
  pr_info("owners: cloned %d\n", skb_cloned(skb));
  skb_record_rx_queue(skb, 3);
  pr_info("owners: queue %u recorded %d mapping %u, gso %d, list %d, dst %d, pfmemalloc %d\n",
          skb_get_rx_queue(skb), skb_rx_queue_recorded(skb), skb_get_queue_mapping(skb),
          skb_is_gso(skb), skb_has_frag_list(skb), skb_dst(skb) != NULL, skb_pfmemalloc(skb));
  pr_info("owners: sizes %zu %zu %zu\n", (size_t)SKB_TRUESIZE(100), (size_t)SKB_WITH_OVERHEAD(2048),
          sizeof(struct skb_shared_info));
}

static int __init packet_buffers_init(void) {
  room();
  headers();
  queues();
  fragments();
  return 0;
}
static void __exit packet_buffers_exit(void) {}
module_init(packet_buffers_init);
module_exit(packet_buffers_exit);
