/* Runs the works that are queued, if the running task may be interrupted by them. */
#ifndef MM32_WORK_H
#define MM32_WORK_H

void run_pending_works(void);

#endif
