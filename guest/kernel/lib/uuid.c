// UUIDs: making and reading them.
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/random.h>
#include <linux/uuid.h>

const guid_t guid_null;
EXPORT_SYMBOL(guid_null);
const uuid_t uuid_null;
EXPORT_SYMBOL(uuid_null);

void generate_random_uuid(unsigned char uuid[16]) {
  get_random_bytes(uuid, 16);
  uuid[6] = (uuid[6] & 0x0f) | 0x40;
  uuid[8] = (uuid[8] & 0x3f) | 0x80;
}
EXPORT_SYMBOL(generate_random_uuid);
void generate_random_guid(unsigned char guid[16]) {
  get_random_bytes(guid, 16);
  guid[7] = (guid[7] & 0x0f) | 0x40;
  guid[8] = (guid[8] & 0x3f) | 0x80;
}
EXPORT_SYMBOL(generate_random_guid);
void guid_gen(guid_t* u) { generate_random_guid(u->b); }
EXPORT_SYMBOL_GPL(guid_gen);
void uuid_gen(uuid_t* u) { generate_random_uuid(u->b); }
EXPORT_SYMBOL_GPL(uuid_gen);

bool uuid_is_valid(const char* uuid) {
  int i;
  for (i = 0; i < UUID_STRING_LEN; i++) {
    bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (hyphen ? uuid[i] != '-' : !isxdigit(uuid[i])) return false;
  }
  return true;
}
EXPORT_SYMBOL(uuid_is_valid);

static int parse(const char* text, u8 out[16], const u8 order[16]) {
  int i;
  if (!uuid_is_valid(text)) return -EINVAL;
  for (i = 0; i < 16; i++) {
    if (*text == '-') text++;
    out[order[i]] = (hex_to_bin(text[0]) << 4) | hex_to_bin(text[1]);
    text += 2;
  }
  return 0;
}
int guid_parse(const char* uuid, guid_t* u) {
  static const u8 order[16] = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
  return parse(uuid, u->b, order);
}
EXPORT_SYMBOL(guid_parse);
int uuid_parse(const char* uuid, uuid_t* u) {
  static const u8 order[16] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  return parse(uuid, u->b, order);
}
EXPORT_SYMBOL(uuid_parse);
