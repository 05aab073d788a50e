// libsodium: argon2id password hashing.
#include <sodium.h>
