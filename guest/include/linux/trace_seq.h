// Text of trace events.
#ifndef _LINUX_TRACE_SEQ_H
#define _LINUX_TRACE_SEQ_H

#include <asm/page.h>
#include <linux/seq_buf.h>
#include <linux/types.h>

struct seq_buf;
struct trace_seq;

struct trace_seq {
  char buffer[4096];
  struct seq_buf seq;
  int full;
};

#endif
