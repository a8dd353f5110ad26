// The machine, started again at once.
#ifndef _ASM_EMERGENCY_RESTART_H
#define _ASM_EMERGENCY_RESTART_H

void machine_emergency_restart(void);

#endif
