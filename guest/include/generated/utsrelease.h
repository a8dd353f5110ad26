// The release name that a module of mm32 carries.
#ifndef _GENERATED_UTSRELEASE_H
#define _GENERATED_UTSRELEASE_H
#ifndef UTS_RELEASE
#define UTS_RELEASE "6.1.0-mm32"
#endif
#endif
