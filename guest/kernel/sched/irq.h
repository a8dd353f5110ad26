/* The interrupt lines of the board, for those who raise them. */
#ifndef MM32_IRQ_H
#define MM32_IRQ_H

/* An interrupt of the line has come, interrupts are off: its handlers run, then the softirqs they
 * raised. */
void take_interrupt_of(unsigned int irq);

#endif
