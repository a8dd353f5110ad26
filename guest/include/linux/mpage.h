// Reading and writing many pages of a file at once.
#ifndef _LINUX_MPAGE_H
#define _LINUX_MPAGE_H

#include <linux/fs.h>
#include <linux/types.h>

struct address_space;
struct folio;
struct readahead_control;
struct writeback_control;

void mpage_readahead(struct readahead_control*, get_block_t get_block);
int mpage_read_folio(struct folio* folio, get_block_t get_block);
int mpage_writepages(struct address_space* mapping, struct writeback_control* wbc,
                     get_block_t get_block);

#endif
