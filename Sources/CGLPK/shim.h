#ifndef SAMMA_CGLPK_SHIM_H
#define SAMMA_CGLPK_SHIM_H
#include <glpk.h>
#endif
