// Inline functions and macros of the headers: locks, chains, iterators, fields, numbers of devices,
// times. Nothing here depends on the machine.
#include <linux/bitfield.h>
#include <linux/bitmap.h>
#include <linux/bvec.h>
#include <linux/fs.h>
#include <linux/hrtimer.h>
#include <linux/idr.h>
#include <linux/kdev_t.h>
#include <linux/kfifo.h>
#include <linux/list_bl.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/nodemask.h>
#include <linux/overflow.h>
#include <linux/plist.h>
#include <linux/rbtree_latch.h>
#include <linux/rculist.h>
#include <linux/rculist_bl.h>
#include <linux/rculist_nulls.h>
#include <linux/rwsem.h>
#include <linux/sched/loadavg.h>
#include <linux/sched/prio.h>
#include <linux/sched/rt.h>
#include <linux/sched/wake_q.h>
#include <linux/seq_buf.h>
#include <linux/seqlock.h>
#include <linux/slab.h>
#include <linux/thread_info.h>
#include <linux/time.h>
#include <linux/uio.h>
#include <linux/ww_mutex.h>
#include <linux/xarray.h>

static DECLARE_RWSEM(sem);
static DEFINE_SEQLOCK(sl);
static DEFINE_RAW_SPINLOCK(raw);
static DEFINE_RWLOCK(rw);

static void locks(void) {
  seqcount_t count;
  seqcount_spinlock_t guarded;
  unsigned long flags;
  unsigned seq, round;
  int lockseq = 0;
  seqcount_init(&count);
  pr_info("rwsem %d %d", !!rwsem_is_locked(&sem), !!rwsem_is_contended(&sem));
  down_write_nested(&sem, SINGLE_DEPTH_NESTING);
  pr_cont(" written %d try %d", !!rwsem_is_locked(&sem), down_read_trylock(&sem));
  downgrade_write(&sem);
  pr_cont(" read %d try %d", !!rwsem_is_locked(&sem), down_read_trylock(&sem));
  up_read(&sem);
  up_read(&sem);
  pr_cont(" free %d\n", !!rwsem_is_locked(&sem));
  pr_info("raw trylocks %d", raw_spin_trylock_irqsave(&raw, flags));
  pr_cont(" %d %d", raw_spin_is_locked(&raw), raw_irqs_disabled());
  raw_spin_unlock_irqrestore(&raw, flags);
  pr_cont(" %d", raw_spin_trylock_irq(&raw));
  raw_spin_unlock_irq(&raw);
  pr_cont(" %d", write_trylock_irqsave(&rw, flags));
  write_unlock_irqrestore(&rw, flags);
  pr_cont(" %d\n", raw_irqs_disabled());
  seq = read_seqcount_begin(&count);
  write_seqcount_begin_nested(&count, 1);
  write_seqcount_end(&count);
  raw_write_seqcount_barrier(&count);
  pr_info("seqcount %u retry %d\n", count.sequence, read_seqcount_retry(&count, seq));
  seqcount_spinlock_init(&guarded, &sl.lock);
  write_seqcount_invalidate(&guarded.seqcount);
  pr_info("guarded %u\n", guarded.seqcount.sequence);
  for (round = 0; round < 5; round++) {
    read_seqbegin_or_lock(&sl, &lockseq);
    pr_info("round %u: seq %d\n", round, lockseq);
    if (round == 0) {
      write_seqlock(&sl);
      write_sequnlock(&sl);
    }
    if (!need_seqretry(&sl, lockseq)) break;
    lockseq = 1;
  }
  pr_info("held %d", spin_is_locked(&sl.lock));
  done_seqretry(&sl, lockseq);
  pr_cont(" %d\n", spin_is_locked(&sl.lock));
  read_seqlock_excl_irqsave(&sl, flags);
  read_sequnlock_excl_irqrestore(&sl, flags);
}

struct number {
  int value;
  struct latch_tree_node node;
};
static bool smaller(struct latch_tree_node* a, struct latch_tree_node* b) {
  return container_of(a, struct number, node)->value < container_of(b, struct number, node)->value;
}
static int compare(void* key, struct latch_tree_node* node) {
  return (long)key - container_of(node, struct number, node)->value;
}
static const struct latch_tree_ops ops = {.less = smaller, .comp = compare};

static void latched(void) {
  static struct latch_tree_root root;
  static struct number numbers[7];
  long i;
  for (i = 0; i < 7; i++) {
    numbers[i].value = i * 3 % 7;
    latch_tree_insert(&numbers[i].node, &root, &ops);
  }
  latch_tree_erase(&numbers[2].node, &root, &ops);
  pr_info("latch %u:", root.seq.seqcount.sequence);
  for (i = -1; i < 8; i++) {
    struct latch_tree_node* found = latch_tree_find((void*)i, &root, &ops);
    pr_cont(" %d", found ? (int)(container_of(found, struct number, node) - numbers) : -1);
  }
  pr_cont("\n");
}

struct item {
  int id;
  struct hlist_bl_node bl;
  struct hlist_nulls_node nulls;
  struct plist_node prio;
  struct list_head list;
};

static void chains(void) {
  static struct item items[5];
  struct hlist_bl_head bl;
  struct hlist_nulls_head nulls;
  struct plist_head order = PLIST_HEAD_INIT(order);
  struct hlist_bl_node *at, *next;
  struct hlist_nulls_node* n;
  struct item *item, *save;
  int i;
  INIT_HLIST_BL_HEAD(&bl);
  INIT_HLIST_NULLS_HEAD(&nulls, 9);
  hlist_bl_lock(&bl);
  pr_info("bl locked %d", hlist_bl_is_locked(&bl));
  for (i = 0; i < 5; i++) {
    items[i].id = i;
    plist_node_init(&items[i].prio, (i * 2) % 5);
    list_add_tail(&items[i].prio.node_list, &order.node_list);
    if (i < 3) hlist_bl_add_head_rcu(&items[i].bl, &bl);
    if (i & 1)
      hlist_nulls_add_tail_rcu(&items[i].nulls, &nulls);
    else
      hlist_nulls_add_head_rcu(&items[i].nulls, &nulls);
  }
  hlist_bl_add_behind(&items[3].bl, &items[1].bl);
  hlist_bl_add_before(&items[4].bl, &items[2].bl);
  hlist_bl_unlock(&bl);
  pr_cont(" %d:", hlist_bl_is_locked(&bl));
  hlist_bl_for_each_entry(item, at, &bl, bl) pr_cont(" %d", item->id);
  hlist_bl_lock(&bl);
  hlist_bl_for_each_entry_safe(item, at, next, &bl, bl) if (item->id & 1) hlist_bl_del(&item->bl);
  hlist_bl_unlock(&bl);
  pr_cont(" left:");
  hlist_bl_for_each_entry_rcu(item, at, &bl, bl) pr_cont(" %d", item->id);
  pr_cont("\n");
  pr_info("nulls:");
  hlist_nulls_for_each_entry_rcu(item, n, &nulls, nulls) pr_cont(" %d", item->id);
  hlist_nulls_del_init_rcu(&items[0].nulls);
  hlist_nulls_del_rcu(&items[3].nulls);
  hlist_nulls_replace_init_rcu(&items[1].nulls, &items[0].nulls);
  pr_cont(" left:");
  hlist_nulls_for_each_entry(item, n, &nulls, nulls) pr_cont(" %d", item->id);
  pr_cont(" end %lu %d\n", get_nulls_value(n), hlist_nulls_unhashed_lockless(&items[1].nulls));
  pr_info("plist last %d:", plist_last_entry(&order, struct item, prio)->id);
  plist_for_each_entry_safe(item, save, &order, prio) {
    pr_cont(" %d", item->id);
    if (item->id == 2) list_del_init(&item->prio.node_list);
  }
  pr_cont(" %d %d\n", plist_next(&items[0].prio)->prio, plist_prev(&items[4].prio)->prio);
}

static int quiet(void) { return 0; }
static void nothing(void) {}
static void rcu_lists(void) {
  LIST_HEAD(a);
  LIST_HEAD(b);
  HLIST_HEAD(left);
  HLIST_HEAD(right);
  static struct item items[4];
  static struct hlist_node h[2];
  struct rcu_head head;
  struct item* item;
  int i;
  for (i = 0; i < 4; i++) {
    items[i].id = i;
    list_add_tail_rcu(&items[i].list, i < 2 ? &a : &b);
  }
  list_splice_tail_init_rcu(&b, &a, nothing);
  pr_info("spliced %d:", list_empty(&b));
  list_for_each_entry_rcu(item, &a, list) pr_cont(" %d", item->id);
  hlist_add_head_rcu(&h[0], &left);
  hlist_add_head_rcu(&h[1], &right);
  hlists_swap_heads_rcu(&left, &right);
  pr_cont(" swapped %d %d", left.first == &h[1], h[0].pprev == &right.first);
  rcu_head_init(&head);
  pr_cont(" %d", ULONG_CMP_GE(1UL, ~0UL) + 2 * ULONG_CMP_LT(~0UL, 1UL) + quiet());
  pr_cont(" sched %d", rcu_read_lock_sched_held());
  rcu_read_lock_sched();
  pr_cont(" %d", rcu_read_lock_sched_held());
  rcu_read_unlock_sched();
  pr_cont("\n");
}

static void iterators(void) {
  char a[] = "first.", b[] = "second.", c[] = "3", out[32];
  struct kvec vec[] = {{a, 6}, {b, 7}, {c, 1}};
  struct iov_iter iter;
  struct iov_iter_state state;
  struct page* pages = alloc_pages(GFP_KERNEL, 1);
  struct bio_vec bv[3], one;
  struct bvec_iter at;
  struct bvec_iter_all all;
  struct iovec part;
  iter = (struct iov_iter){.iter_type = ITER_KVEC, .kvec = vec, .nr_segs = 3, .count = 14};
  pr_info("kvec %d iovec %d bvec %d rw %d type %d backed %d\n", iov_iter_is_kvec(&iter),
          iter_is_iovec(&iter), iov_iter_is_bvec(&iter), iov_iter_rw(&iter), iov_iter_type(&iter),
          user_backed_iter(&iter));
  iter.iov_offset = 2;
  iov_iter_truncate(&iter, 3);
  iov_iter_save_state(&iter, &state);
  pr_info("state %zu %zu %lu\n", state.iov_offset, state.count, state.nr_segs);
  part = iov_iter_iovec(&iter);
  iov_iter_reexpand(&iter, 12);
  pr_info("part %.3s of %zu, then %zu\n", (char*)part.iov_base, part.iov_len,
          iov_iter_iovec(&iter).iov_len);
  iov_iter_ubuf(&iter, WRITE, NULL, 77);
  pr_info("ubuf %d %d rw %d count %zu\n", iter_is_ubuf(&iter), user_backed_iter(&iter),
          iov_iter_rw(&iter), iov_iter_count(&iter));

  if (!pages) return;
  bvec_set_page(&bv[0], pages, 5000, 100);
  bvec_set_page(&bv[1], pages + 1, 30, 4000);
  bvec_set_page(&bv[2], pages, 8, 0);
  at = (struct bvec_iter){.bi_size = 5038};
  for_each_bvec(one, bv, at, at) pr_info("piece page %d len %u offset %u\n",
                                         (int)(one.bv_page - pages), one.bv_len, one.bv_offset);
  at = (struct bvec_iter){.bi_size = 5038};
  pr_info("advance %d", bvec_iter_advance(bv, &at, 5010));
  pr_cont(" idx %u done %u size %u page %d len %u\n", at.bi_idx, at.bi_bvec_done, at.bi_size,
          (int)(bvec_iter_page(bv, at) - pages), mp_bvec_iter_len(bv, at));
  for (bvec_init_iter_all(&all); all.idx < 1;) {
    bvec_advance(&bv[0], &all);
    pr_info("all page %d len %u offset %u done %u\n", (int)(all.bv.bv_page - pages), all.bv.bv_len,
            all.bv.bv_offset, all.done);
  }
  memcpy_to_bvec(&bv[2], "eight ch");
  memcpy_from_bvec(out, &bv[2]);
  memzero_bvec(&bv[2]);
  pr_info("bvec %.8s, then %d\n", out, *(char*)bvec_virt(&bv[2]));
  __free_pages(pages, 1);
}

static void fields(void) {
  __le16 l = cpu_to_le16(0x1234);
  __be32 b = cpu_to_be32(0x12345678);
  u64 w = 0;
  unsigned long map[3] = {0xf0f0, 0, 3}, copy[3];
  unsigned int rs = 0, re = 0;
  DECLARE_KFIFO(fifo, char, 8);
  spinlock_t lock;
  char buf[8] = {0};
  pr_info("le %x %x", le16_get_bits(l, 0xff0), le16_to_cpu(le16_encode_bits(5, 0x70)));
  le16p_replace_bits(&l, 7, 0xf000);
  pr_cont(" %x be %x", le16_to_cpu(l), be32_get_bits(b, 0xffff0000));
  b = be32_replace_bits(b, 0xab, 0xff);
  u64p_replace_bits(&w, 0x3ff, 0x3ff00000000ull);
  pr_cont(" %x u64 %llx max %x\n", be32_to_cpu(b), w, field_max(0xff0u));
  bitmap_next_set_region(map, &rs, &re, 96);
  pr_info("region %u-%u nth %lu %lu wrap %lu", rs, re, find_nth_and_bit(map, map, 96, 3),
          find_nth_andnot_bit(map, map + 1, 32, 1), find_next_and_bit_wrap(map, map, 96, 70));
  bitmap_copy_and_extend(copy, map, 70, 96);
  pr_cont(" equal %d size %u zero_le %lu\n", bitmap_equal(map, copy, 70), (unsigned)bitmap_size(70),
          find_next_zero_bit_le(map, 96, 4));
  spin_lock_init(&lock);
  INIT_KFIFO(fifo);
  pr_info("kfifo %u", kfifo_in_spinlocked_noirqsave(&fifo, "word", 4, &lock));
  pr_cont(" %d", kfifo_is_empty_spinlocked_noirqsave(&fifo, &lock));
  pr_cont(" %u %s\n", kfifo_out_spinlocked_noirqsave(&fifo, buf, 7, &lock), buf);
  pr_info("umin %u MAX %d array %d %d negative %d\n", (unsigned)umin(3u, 4ul), MAX(2, 9),
          min_array(((int[]){4, -2, 7}), 3), max_array(((int[]){4, -2, 7}), 3), is_negative(-1L));
}

static void trees(void) {
  static DEFINE_XARRAY_ALLOC1(xa);
  static DEFINE_IDR(idr);
  XA_STATE(xas, &xa, 0);
  unsigned long tmp, id = 2;
  u32 next = 0, got = 0;
  void* entry;
  int i;
  for (i = 0; i < 3; i++) {
    int failed = xa_alloc_cyclic_irq(&xa, &got, xa_mk_value(i), XA_LIMIT(5, 7), &next, GFP_KERNEL);
    pr_info("cyclic %d %u next %u\n", failed, got, next);
  }
  pr_info("cyclic %d",
          xa_alloc_cyclic_bh(&xa, &got, xa_mk_value(9), XA_LIMIT(5, 7), &next, GFP_KERNEL));
  pr_cont(" cmpxchg %lu", xa_to_value(xa_cmpxchg_irq(&xa, 6, xa_mk_value(1), NULL, GFP_KERNEL)));
  pr_cont(" reserve %d", xa_reserve_bh(&xa, 6, GFP_KERNEL));
  pr_cont(" zero %d\n", xa_is_zero(xa_entry(&xa, xa_to_node(xa_head(&xa)), 6)));
  xas_lock(&xas);
  entry = xas_load(&xas);
  xas_unlock(&xas);
  pr_info("xas %d top %d\n", entry == NULL, xas_top(XAS_RESTART) + 2 * xas_top(xas.xa_node));
  xa_destroy(&xa);
  for (i = 0; i < 5; i++) idr_alloc(&idr, &xa + i, 0, 0, GFP_KERNEL);
  pr_info("idr from 2:");
  idr_for_each_entry_continue_ul(&idr, entry, tmp, id) pr_cont(" %lu", id);
  pr_cont("\n");
  idr_destroy(&idr);
}

static void times(void) {
  struct timespec64 ts = {5, 999999999};
  struct itimerspec64 its = {{1, 0}, {2, 1000000000}};
  struct hrtimer timer;
  timespec64_add_ns(&ts, 3000000002ull);
  pr_info("timespec %lld.%09ld strict %d settod %d its %d\n", ts.tv_sec, ts.tv_nsec,
          timespec64_valid_strict(&ts), timespec64_valid_settod(&ts), itimerspec64_valid(&its));
  pr_info("cond %d", ktime_to_timespec64_cond(0, &ts));
  pr_cont(" %d", ktime_to_timespec64_cond(1500000000, &ts));
  pr_cont(" %lld.%ld\n", ts.tv_sec, ts.tv_nsec);
  pr_info("after32 %d before32 %d between32 %d delta %u %ld\n", time_after32(1, 0xfffffff0),
          time_before32(1, 0xfffffff0), time_between32(5, 1, 9), jiffies_delta_to_msecs(-5),
          (long)jiffies_delta_to_clock_t(25));
  pr_info("jiffies64 %d %d\n", time_is_before_eq_jiffies64(get_jiffies_64()),
          time_is_before_jiffies64(get_jiffies_64() + 1000));
  hrtimer_init(&timer, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
  hrtimer_set_expires_range_ns(&timer, 1000, 50);
  hrtimer_add_expires_ns(&timer, 7);
  pr_info("hrtimer %lld %lld running %d queued %d\n", hrtimer_get_expires_tv64(&timer),
          hrtimer_get_softexpires_tv64(&timer), hrtimer_callback_running(&timer),
          hrtimer_is_queued(&timer));
  pr_info("load %lu %lu nice %ld %ld rt %d %d\n", calc_load(2048, EXP_1, 4096),
          calc_load(4096, EXP_5, 0), nice_to_rlimit(-5), rlimit_to_nice(3), rt_prio(99),
          rt_prio(100));
}

static void numbers(void) {
  dev_t dev = MKDEV(259, 70000);
  char name[24], text[16];
  struct seq_buf s;
  char* room;
  size_t n;
  DEFINE_WAKE_Q(wake);
  nodemask_t nodes = nodemask_of_node(0);
  pr_info("dev %s new %x %x old %x %d huge %llx sysv %x %u %u %d\n", format_dev_t(name, dev),
          new_encode_dev(dev), new_decode_dev(new_encode_dev(dev)) == dev,
          old_encode_dev(MKDEV(8, 3)), old_valid_dev(dev), huge_encode_dev(dev),
          sysv_encode_dev(dev), sysv_major(sysv_encode_dev(dev)), sysv_minor(sysv_encode_dev(dev)),
          sysv_valid_dev(dev));
  seq_buf_init(&s, text, sizeof(text));
  n = seq_buf_get_buf(&s, &room);
  memcpy(room, "twelve chars", 12);
  seq_buf_commit(&s, 12);
  seq_buf_terminate(&s);
  pr_info("seq_buf %zu %u %u %s", n, seq_buf_used(&s), seq_buf_buffer_left(&s), text);
  seq_buf_commit(&s, -1);
  pr_cont(" %d %u\n", seq_buf_has_overflowed(&s), seq_buf_used(&s));
  pr_info("nodes %d %d %d wake %d flag %d", nodes_weight(nodes), first_node(nodes),
          nodes_empty(nodes), wake_q_empty(&wake), test_and_set_thread_flag(TIF_NOTSC));
  pr_cont(" %d %d\n", test_and_clear_thread_flag(TIF_NOTSC), test_thread_flag(TIF_NOTSC));
  pr_info(FW_BUG "%d " HW_ERR "%d\n", is_dot_dotdot("..", 2), is_dot_dotdot(".a", 2));
}

static void files(void) {
  struct inode* inode = kzalloc(sizeof(*inode), GFP_KERNEL);
  struct file* file = kzalloc(sizeof(*file), GFP_KERNEL);
  if (inode && file) {
    file->f_inode = inode;
    init_rwsem(&inode->i_rwsem);
    inode->i_mode = S_IFREG | S_ISUID | 0755;
    pr_info("writers %d", get_write_access(inode));
    pr_cont(" %d %d", deny_write_access(file), inode_is_open_for_write(inode));
    put_write_access(inode);
    pr_cont(" %d", deny_write_access(file));
    pr_cont(" %d", get_write_access(inode));
    allow_write_access(file);
    pr_cont(" mode %d %d %d", !!is_sxid(inode->i_mode), execute_ok(inode),
            !!inode_wrong_type(inode, S_IFDIR));
    inode_lock_nested(inode, 1);
    pr_cont(" locked %d", !!inode_is_locked(inode));
    inode_unlock(inode);
    pr_cont(" %d", inode_trylock_shared(inode));
    inode_unlock_shared(inode);
    inode->i_blocks = 3;
    inode->i_bytes = 100;
    file->f_flags = O_APPEND | O_WRONLY;
    pr_cont(" bytes %lld acc %d %d\n", __inode_get_bytes(inode), ACC_MODE(O_RDWR),
            (int)OPEN_FMODE(O_WRONLY));
  }
  kfree(file);
  kfree(inode);
}

static int __init inlines_init(void) {
  locks();
  latched();
  chains();
  rcu_lists();
  iterators();
  fields();
  trees();
  times();
  numbers();
  files();
  return 0;
}
static void __exit inlines_exit(void) {}
module_init(inlines_init);
module_exit(inlines_exit);
MODULE_LICENSE("GPL");
