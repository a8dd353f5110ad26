// Shell patterns: * ? [a-z] [!a-z] and \x. One position to go back to, so time is at most
// quadratic.
#include <linux/export.h>
#include <linux/glob.h>
#include <linux/types.h>

// [class]: returns what follows it, NULL when it is not closed. *match says whether c is in it.
static const char* match_class(const char* pat, unsigned char c, bool* match) {
  bool inverted = *pat == '!';
  const char* p = pat + inverted;
  unsigned char a = *p++;
  *match = false;
  do {
    unsigned char b = a;
    if (a == '\0') return NULL;
    if (p[0] == '-' && p[1] != ']') {
      b = p[1];
      if (b == '\0') return NULL;
      p += 2;
    }
    *match |= a <= c && c <= b;
  } while ((a = *p++) != ']');
  if (inverted) *match = !*match;
  return p;
}

bool glob_match(char const* pat, char const* str) {
  const char *back_pat = NULL, *back_str = NULL;
  for (;;) {
    unsigned char c = *str++, d = *pat++;
    switch (d) {
      case '?':
        if (c == '\0') return false;
        continue;
      case '*':
        if (*pat == '\0') return true;
        back_pat = pat;
        back_str = --str;
        continue;
      case '[': {
        bool match;
        const char* after;
        if (c == '\0') return false;
        after = match_class(pat, c, &match);
        if (!after) goto literal;
        if (!match) goto backtrack;
        pat = after;
        continue;
      }
      case '\\':
        d = *pat++;
        fallthrough;
      default:
      literal:
        if (c == d) {
          if (d == '\0') return true;
          continue;
        }
      backtrack:
        if (c == '\0' || !back_pat) return false;
        pat = back_pat;
        str = ++back_str;
    }
  }
}
EXPORT_SYMBOL(glob_match);
