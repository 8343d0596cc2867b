// The only door to zlib: its own header, with input that is only read.
#define ZLIB_CONST
#include <zlib.h>
