// An error and whether each of many has seen it. Linux: 6.1 lib/errseq.c.
#ifndef _LINUX_ERRSEQ_H
#define _LINUX_ERRSEQ_H

#include <linux/types.h>
typedef u32 errseq_t;
errseq_t errseq_set(errseq_t* eseq, int err);
errseq_t errseq_sample(errseq_t* eseq);
int errseq_check(errseq_t* eseq, errseq_t since);
int errseq_check_and_advance(errseq_t* eseq, errseq_t* since);

#endif
