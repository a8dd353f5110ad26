// Read at the end of a header of trace events: nothing is left to define.
#ifndef _TRACE_DEFINE_TRACE_H
#define _TRACE_DEFINE_TRACE_H

#endif
