// The only door to Expat: its own header.
#include <expat.h>
