// Options of mounts.
#ifndef _LINUX_FS_PARSER_H
#define _LINUX_FS_PARSER_H

#include <linux/fs_context.h>
#include <linux/path.h>

struct constant_table;
struct fs_context;
struct fs_parameter;
struct fs_parameter_spec;
struct fs_parse_result;
struct p_log;
struct path;

#define fs_param_neg_with_no 0x0002
#define fs_param_can_be_empty 0x0004
#define fs_param_deprecated 0x0008
struct constant_table {
  const char* name;
  int value;
};
typedef int fs_param_type(struct p_log*, const struct fs_parameter_spec*, struct fs_parameter*,
                          struct fs_parse_result*);
int fs_param_is_bool(struct p_log*, const struct fs_parameter_spec*, struct fs_parameter*,
                     struct fs_parse_result*);
int fs_param_is_u32(struct p_log*, const struct fs_parameter_spec*, struct fs_parameter*,
                    struct fs_parse_result*);
int fs_param_is_s32(struct p_log*, const struct fs_parameter_spec*, struct fs_parameter*,
                    struct fs_parse_result*);
int fs_param_is_u64(struct p_log*, const struct fs_parameter_spec*, struct fs_parameter*,
                    struct fs_parse_result*);
int fs_param_is_enum(struct p_log*, const struct fs_parameter_spec*, struct fs_parameter*,
                     struct fs_parse_result*);
int fs_param_is_string(struct p_log*, const struct fs_parameter_spec*, struct fs_parameter*,
                       struct fs_parse_result*);
int fs_param_is_blob(struct p_log*, const struct fs_parameter_spec*, struct fs_parameter*,
                     struct fs_parse_result*);
int fs_param_is_blockdev(struct p_log*, const struct fs_parameter_spec*, struct fs_parameter*,
                         struct fs_parse_result*);
int fs_param_is_path(struct p_log*, const struct fs_parameter_spec*, struct fs_parameter*,
                     struct fs_parse_result*);
int fs_param_is_fd(struct p_log*, const struct fs_parameter_spec*, struct fs_parameter*,
                   struct fs_parse_result*);
struct fs_parameter_spec {
  const char* name;
  fs_param_type* type;
  u8 opt;
  unsigned short flags;
  const void* data;
};
struct fs_parse_result {
  bool negated;
  union {
    bool boolean;
    int int_32;
    unsigned int uint_32;
    u64 uint_64;
  };
};
int __fs_parse(struct p_log* log, const struct fs_parameter_spec* desc, struct fs_parameter* value,
               struct fs_parse_result* result);
int fs_lookup_param(struct fs_context* fc, struct fs_parameter* param, bool want_bdev,
                    unsigned int flags, struct path* _path);
int lookup_constant(const struct constant_table tbl[], const char* name, int not_found);

// Inline in Linux.
int fs_parse(struct fs_context* fc, const struct fs_parameter_spec* desc,
             struct fs_parameter* param, struct fs_parse_result* result);
bool validate_constant_table(const struct constant_table* tbl, size_t tbl_size, int low, int high,
                             int special);
bool fs_validate_description(const char* name, const struct fs_parameter_spec* desc);

#endif
