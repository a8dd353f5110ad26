#include <linux/mm.h>

// Inline in Linux.
struct folio;
struct page;
void reset_page_owner(struct page* page, unsigned short order);
void set_page_owner(struct page* page, unsigned int order, gfp_t gfp_mask);
void split_page_owner(struct page* page, unsigned short order);
void folio_copy_owner(struct folio* newfolio, struct folio* folio);
void set_page_owner_migrate_reason(struct page* page, int reason);
void dump_page_owner(const struct page* page);
