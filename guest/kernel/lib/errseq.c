// Error sequences: bits 0 to 11 the error, bit 12 "somebody has seen it", above a counter that
// moves when an error is set after it was seen. Linux: 6.1 lib/errseq.c.
#include <linux/bug.h>
#include <linux/err.h>
#include <linux/errseq.h>
#include <linux/export.h>

#include "../bug_at.h"

#define SEEN (MAX_ERRNO + 1)
#define STEP (SEEN << 1)

errseq_t errseq_set(errseq_t* eseq, int err) {
  errseq_t old = *eseq;
  if (WARN_AT(err == 0 || (unsigned int)-err > MAX_ERRNO, "lib/errseq.c", 74, "err = %d\n", err))
    return old;
  *eseq = (old & ~(MAX_ERRNO | SEEN)) | -err;
  if (old & SEEN) *eseq += STEP;
  return old;
}
EXPORT_SYMBOL(errseq_set);
errseq_t errseq_sample(errseq_t* eseq) { return *eseq & SEEN ? *eseq : 0; }
EXPORT_SYMBOL(errseq_sample);
int errseq_check(errseq_t* eseq, errseq_t since) {
  return *eseq == since ? 0 : -(int)(*eseq & MAX_ERRNO);
}
EXPORT_SYMBOL(errseq_check);
int errseq_check_and_advance(errseq_t* eseq, errseq_t* since) {
  if (*eseq == *since) return 0;
  *eseq |= SEEN;
  *since = *eseq;
  return -(int)(*since & MAX_ERRNO);
}
EXPORT_SYMBOL(errseq_check_and_advance);
