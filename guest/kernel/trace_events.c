// Trace events that modules define with TRACE_EVENT. Nobody can switch one on here, so what a
// switched-on event would call is there to be linked and never runs.
// Linux: 6.1 kernel/trace/{trace_events,trace_output,trace_event_perf,bpf_trace}.c.
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/list.h>
#include <linux/types.h>

struct trace_event_call;

int trace_event_raw_init(struct trace_event_call* call);
int trace_event_raw_init(struct trace_event_call* call) { return 0; }
EXPORT_SYMBOL_GPL(trace_event_raw_init);

int trace_event_reg(struct trace_event_call* call, int type, void* data);
int trace_event_reg(struct trace_event_call* call, int type, void* data) { return -EINVAL; }
EXPORT_SYMBOL_GPL(trace_event_reg);

#define NEVER_CALLED(name, type) \
  type name(void);               \
  type name(void) { return 0; }  \
  EXPORT_SYMBOL_GPL(name)
#define NEVER_CALLED_VOID(name) \
  void name(void);              \
  void name(void) {}            \
  EXPORT_SYMBOL_GPL(name)

NEVER_CALLED(trace_event_buffer_reserve, void*);
NEVER_CALLED_VOID(trace_event_buffer_commit);
NEVER_CALLED(__trace_trigger_soft_disabled, bool);
NEVER_CALLED(trace_raw_output_prep, int);
NEVER_CALLED_VOID(trace_event_printf);
NEVER_CALLED(trace_handle_return, int);
NEVER_CALLED(perf_trace_buf_alloc, void*);
NEVER_CALLED_VOID(perf_trace_run_bpf_submit);
NEVER_CALLED(trace_print_flags_seq, void*);
NEVER_CALLED(trace_print_symbols_seq, void*);
NEVER_CALLED(trace_print_flags_seq_u64, void*);
NEVER_CALLED(trace_print_symbols_seq_u64, void*);
NEVER_CALLED(trace_print_hex_seq, void*);
NEVER_CALLED(trace_print_array_seq, void*);
NEVER_CALLED(trace_print_hex_dump_seq, void*);
NEVER_CALLED(trace_print_bitmask_seq, void*);
NEVER_CALLED_VOID(trace_seq_printf);
NEVER_CALLED(bpf_trace_run1, int);
NEVER_CALLED(bpf_trace_run2, int);
NEVER_CALLED(bpf_trace_run3, int);
NEVER_CALLED(bpf_trace_run4, int);
NEVER_CALLED(bpf_trace_run5, int);
NEVER_CALLED(bpf_trace_run6, int);
NEVER_CALLED(bpf_trace_run7, int);
NEVER_CALLED(bpf_trace_run8, int);
NEVER_CALLED(bpf_trace_run9, int);
NEVER_CALLED(bpf_trace_run10, int);
NEVER_CALLED(bpf_trace_run11, int);
NEVER_CALLED(bpf_trace_run12, int);
