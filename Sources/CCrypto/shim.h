// The only door to OpenSSL's libcrypto: hashes and keyed hashes.
#include <openssl/evp.h>
#include <openssl/hmac.h>
