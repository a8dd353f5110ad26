// How hard memory is to find.
#ifndef _LINUX_VMPRESSURE_H
#define _LINUX_VMPRESSURE_H

#endif
