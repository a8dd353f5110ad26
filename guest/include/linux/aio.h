// Asynchronous requests.
#ifndef _LINUX_AIO_H
#define _LINUX_AIO_H

#include <linux/types.h>

struct kiocb;
struct mm_struct;

typedef int kiocb_cancel_fn(struct kiocb*);
void exit_aio(struct mm_struct* mm);
void kiocb_set_cancel_fn(struct kiocb* req, kiocb_cancel_fn* cancel);

#endif
