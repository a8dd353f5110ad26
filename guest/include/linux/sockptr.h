// A pointer to an option's value, in user or kernel memory.
#ifndef _LINUX_SOCKPTR_H
#define _LINUX_SOCKPTR_H

#include <linux/slab.h>
#include <linux/types.h>
#include <linux/uaccess.h>

typedef struct {
  union {
    void* kernel;
    void* user;
  };
  bool is_kernel : 1;
} sockptr_t;

// Inline in Linux.
bool sockptr_is_kernel(sockptr_t sockptr);
sockptr_t KERNEL_SOCKPTR(void* p);
sockptr_t USER_SOCKPTR(void* p);
bool sockptr_is_null(sockptr_t sockptr);
int copy_from_sockptr_offset(void* dst, sockptr_t src, size_t offset, size_t size);
int copy_from_sockptr(void* dst, sockptr_t src, size_t size);
int copy_safe_from_sockptr(void* dst, size_t ksize, sockptr_t optval, unsigned int optlen);
int copy_to_sockptr_offset(sockptr_t dst, size_t offset, const void* src, size_t size);
int copy_to_sockptr(sockptr_t dst, const void* src, size_t size);
void* memdup_sockptr(sockptr_t src, size_t len);
void* memdup_sockptr_nul(sockptr_t src, size_t len);
long strncpy_from_sockptr(char* dst, sockptr_t src, size_t count);
int check_zeroed_sockptr(sockptr_t src, size_t offset, size_t size);

// Inline in Linux.
bool sockptr_is_kernel(sockptr_t sockptr);
sockptr_t KERNEL_SOCKPTR(void* p);
sockptr_t USER_SOCKPTR(void* p);
bool sockptr_is_null(sockptr_t sockptr);
int copy_from_sockptr_offset(void* dst, sockptr_t src, size_t offset, size_t size);
int copy_from_sockptr(void* dst, sockptr_t src, size_t size);
int copy_safe_from_sockptr(void* dst, size_t ksize, sockptr_t optval, unsigned int optlen);
int copy_to_sockptr_offset(sockptr_t dst, size_t offset, const void* src, size_t size);
int copy_to_sockptr(sockptr_t dst, const void* src, size_t size);
void* memdup_sockptr(sockptr_t src, size_t len);
void* memdup_sockptr_nul(sockptr_t src, size_t len);
long strncpy_from_sockptr(char* dst, sockptr_t src, size_t count);
int check_zeroed_sockptr(sockptr_t src, size_t offset, size_t size);

#endif
