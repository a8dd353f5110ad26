// The old name of <crypto/sha1.h> and <crypto/sha2.h>.
#include <crypto/sha1.h>
#include <crypto/sha2.h>
