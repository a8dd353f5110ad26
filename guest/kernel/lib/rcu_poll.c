// Grace periods that are asked about instead of waited for.
//
// A cookie is the number of the grace period that will be enough, in steps that leave room for a
// cookie of a period that is always over. P1: a number is reached when a grace period began and
// ended after the cookie was made: the callbacks that were waiting then have run. Linux: 6.1
// kernel/rcu/tree.c.
#include <linux/export.h>
#include <linux/rcupdate.h>
#include <linux/srcu.h>

#define ALWAYS_OVER 1UL
#define STEP 4UL

static unsigned long last_over = 1000 * STEP;
static struct rcu_head marker;
static bool marker_waits, one_more;

static void mark(struct rcu_head* head) {
  last_over += STEP;
  marker_waits = one_more;
  one_more = false;
  if (marker_waits) call_rcu(&marker, mark);
}

void note_grace_period(void) { last_over += STEP; }

unsigned long get_state_synchronize_rcu(void) { return last_over + STEP; }
EXPORT_SYMBOL_GPL(get_state_synchronize_rcu);

unsigned long get_completed_synchronize_rcu(void) { return ALWAYS_OVER; }
EXPORT_SYMBOL_GPL(get_completed_synchronize_rcu);

// Whoever asks while one is on its way needs the next one.
unsigned long start_poll_synchronize_rcu(void) {
  one_more |= marker_waits;
  if (!marker_waits) call_rcu(&marker, mark);
  marker_waits = true;
  return last_over + (one_more ? 2 : 1) * STEP;
}
EXPORT_SYMBOL_GPL(start_poll_synchronize_rcu);

unsigned long start_poll_synchronize_rcu_expedited(void) { return start_poll_synchronize_rcu(); }
EXPORT_SYMBOL_GPL(start_poll_synchronize_rcu_expedited);

bool poll_state_synchronize_rcu(unsigned long oldstate) {
  return oldstate == ALWAYS_OVER || ULONG_CMP_GE(last_over, oldstate);
}
EXPORT_SYMBOL_GPL(poll_state_synchronize_rcu);

void cond_synchronize_rcu(unsigned long oldstate) {
  if (!poll_state_synchronize_rcu(oldstate)) synchronize_rcu();
}
EXPORT_SYMBOL_GPL(cond_synchronize_rcu);

void cond_synchronize_rcu_expedited(unsigned long oldstate) { cond_synchronize_rcu(oldstate); }
EXPORT_SYMBOL_GPL(cond_synchronize_rcu_expedited);

void get_completed_synchronize_rcu_full(struct rcu_gp_oldstate* rgosp) {
  rgosp->rgos_norm = rgosp->rgos_exp = ALWAYS_OVER;
}
EXPORT_SYMBOL_GPL(get_completed_synchronize_rcu_full);

void get_state_synchronize_rcu_full(struct rcu_gp_oldstate* rgosp) {
  rgosp->rgos_norm = rgosp->rgos_exp = get_state_synchronize_rcu();
}
EXPORT_SYMBOL_GPL(get_state_synchronize_rcu_full);

void start_poll_synchronize_rcu_full(struct rcu_gp_oldstate* rgosp) {
  rgosp->rgos_norm = rgosp->rgos_exp = start_poll_synchronize_rcu();
}
EXPORT_SYMBOL_GPL(start_poll_synchronize_rcu_full);

void start_poll_synchronize_rcu_expedited_full(struct rcu_gp_oldstate* rgosp) {
  start_poll_synchronize_rcu_full(rgosp);
}
EXPORT_SYMBOL_GPL(start_poll_synchronize_rcu_expedited_full);

bool poll_state_synchronize_rcu_full(struct rcu_gp_oldstate* rgosp) {
  return poll_state_synchronize_rcu(rgosp->rgos_norm) ||
         poll_state_synchronize_rcu(rgosp->rgos_exp);
}
EXPORT_SYMBOL_GPL(poll_state_synchronize_rcu_full);

void cond_synchronize_rcu_full(struct rcu_gp_oldstate* rgosp) {
  if (!poll_state_synchronize_rcu_full(rgosp)) synchronize_rcu();
}
EXPORT_SYMBOL_GPL(cond_synchronize_rcu_full);

void cond_synchronize_rcu_expedited_full(struct rcu_gp_oldstate* rgosp) {
  cond_synchronize_rcu_full(rgosp);
}
EXPORT_SYMBOL_GPL(cond_synchronize_rcu_expedited_full);

// Every task passes a voluntary switch within a grace period: there is one CPU.
void call_rcu_tasks(struct rcu_head* head, rcu_callback_t func) { call_rcu(head, func); }
EXPORT_SYMBOL_GPL(call_rcu_tasks);
void call_rcu_tasks_rude(struct rcu_head* head, rcu_callback_t func) { call_rcu(head, func); }
EXPORT_SYMBOL_GPL(call_rcu_tasks_rude);
void synchronize_rcu_tasks(void) { synchronize_rcu(); }
EXPORT_SYMBOL_GPL(synchronize_rcu_tasks);
void synchronize_rcu_tasks_rude(void) { synchronize_rcu(); }
EXPORT_SYMBOL_GPL(synchronize_rcu_tasks_rude);
void rcu_barrier_tasks(void) { rcu_barrier(); }
EXPORT_SYMBOL_GPL(rcu_barrier_tasks);
void rcu_barrier_tasks_rude(void) { rcu_barrier(); }
EXPORT_SYMBOL_GPL(rcu_barrier_tasks_rude);
