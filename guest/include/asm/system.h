#include <asm/barrier.h>
#include <asm/processor.h>
#include <linux/irqflags.h>
