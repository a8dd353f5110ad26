/*
 * What KUnit says of a failed expectation: the place, what was expected, the values that were found
 * unless the source names them literally, the text of the test. Linux: 6.1 lib/kunit/assert.c.
 */
#include <kunit/test.h>
#include <linux/export.h>

#define INDENT "    "
#define TEXT_BYTES 1024

// The text of one failure is collected first and printed as one message, as Linux does.
struct text {
  char bytes[TEXT_BYTES];
  size_t length;
};

static void __printf(2, 0) add_args(struct text* text, const char* fmt, va_list args) {
  text->length += vscnprintf(text->bytes + text->length, TEXT_BYTES - text->length, fmt, args);
}
static void __printf(2, 3) add(struct text* text, const char* fmt, ...) {
  va_list args;
  va_start(args, fmt);
  add_args(text, fmt, args);
  va_end(args);
}
static struct text* begin(struct kunit* test, const struct kunit_failure_mm32* f) {
  struct text* text = kzalloc(sizeof(*text), GFP_KERNEL);
  test->status = KUNIT_FAILURE;
  if (text)
    add(text, "%s FAILED at %s:%d\n", f->type == KUNIT_ASSERTION ? "ASSERTION" : "EXPECTATION",
        f->file, f->line);
  return text;
}
static void finish(struct kunit* test, const struct kunit_failure_mm32* f, struct text* text) {
  if (text) kunit_err(test, "%s", text->bytes);
  kfree(text);
  if (f->type == KUNIT_ASSERTION) kunit_end_case_mm32(test);
}
#define FINISH_WITH_MESSAGE(test, f, text, fmt) \
  do {                                          \
    if ((text) && (fmt)) {                      \
      va_list args;                             \
      add(text, "\n");                          \
      va_start(args, fmt);                      \
      add_args(text, fmt, args);                \
      va_end(args);                             \
    }                                           \
    finish(test, f, text);                      \
  } while (0)

void kunit_fail_text_mm32(struct kunit* test, const struct kunit_failure_mm32* f, const char* fmt,
                          ...) {
  struct text* text = begin(test, f);
  if (text) {
    va_list args;
    va_start(args, fmt);
    add_args(text, fmt, args);
    va_end(args);
  }
  finish(test, f, text);
}
EXPORT_SYMBOL(kunit_fail_text_mm32);

void kunit_fail_truth_mm32(struct kunit* test, const struct kunit_failure_mm32* f, const char* fmt,
                           ...) {
  struct text* text = begin(test, f);
  if (text)
    add(text, INDENT "Expected %s to be %s, but is %s\n", f->left, f->left_value ? "true" : "false",
        f->left_value ? "false" : "true");
  FINISH_WITH_MESSAGE(test, f, text, fmt);
}
EXPORT_SYMBOL(kunit_fail_truth_mm32);

void kunit_fail_pointer_mm32(struct kunit* test, const struct kunit_failure_mm32* f,
                             const char* fmt, ...) {
  struct text* text = begin(test, f);
  if (text && !f->left_value)
    add(text, INDENT "Expected %s is not null, but is\n", f->left);
  else if (text)
    add(text, INDENT "Expected %s is not error, but is: %ld\n", f->left, (long)f->left_value);
  FINISH_WITH_MESSAGE(test, f, text, fmt);
}
EXPORT_SYMBOL(kunit_fail_pointer_mm32);

static bool is_number(const char* name, long long value) {
  char digits[24];
  snprintf(digits, sizeof(digits), "%lld", value);
  return strcmp(digits, name) == 0;
}
static bool is_string(const char* name, const char* value) {
  const size_t length = strlen(name);
  return length >= 2 && name[0] == '"' && name[length - 1] == '"' &&
         strncmp(name + 1, value, length - 2) == 0;
}
static void add_value(struct text* text, const struct kunit_failure_mm32* f, const char* name,
                      long long value, const char* end) {
  const char* string = (const char*)(unsigned long)value;
  if (f->operand == KUNIT_POINTER) {
    add(text, INDENT INDENT "%s == %px%s", name, string, end);
  } else if (f->operand == KUNIT_NUMBER) {
    if (!is_number(name, value)) add(text, INDENT INDENT "%s == %lld%s", name, value, end);
  } else if (!string) {
    add(text, INDENT INDENT "%s == <null>%s", name, end);
  } else if (!is_string(name, string)) {
    add(text, INDENT INDENT "%s == \"%s\"%s", name, string, end);
  }
}
void kunit_fail_pair_mm32(struct kunit* test, const struct kunit_failure_mm32* f, const char* fmt,
                          ...) {
  struct text* text = begin(test, f);
  if (text) {
    add(text, INDENT "Expected %s %s %s, but\n", f->left, f->op, f->right);
    add_value(text, f, f->left, f->left_value, "\n");
    add_value(text, f, f->right, f->right_value, "");
  }
  FINISH_WITH_MESSAGE(test, f, text, fmt);
}
EXPORT_SYMBOL(kunit_fail_pair_mm32);
