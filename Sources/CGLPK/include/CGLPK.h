// The only door to GLPK: its own header, and guarded forms of the calls that may end the process.
//
// GLPK answers a failed assertion, a bad argument or exhausted memory by abort(). Between `cglpk_open` and
// `cglpk_close` on one thread, each function below turns that into CGLPK_FAILED. After CGLPK_FAILED or
// CGLPK_STOPPED no call but plain getters and `cglpk_close` may follow on that thread: GLPK was left by longjmp,
// and closing frees all that it held.
#ifndef CGLPK_H
#define CGLPK_H

#include <glpk.h>

/// How a guarded call ended.
enum {
  CGLPK_DONE = 0,     // returned normally
  CGLPK_FAILED = 1,   // GLPK gave up; `cglpk_message` may say why
  CGLPK_STOPPED = 2,  // `should_stop` answered yes
};

/// Readies GLPK on the calling thread. `should_stop` (may be NULL) is polled some times a second inside long simplex
/// runs. Returns CGLPK_FAILED where GLPK's environment cannot be made.
int cglpk_open(int (*should_stop)(void *info), void *info);

/// Frees whatever GLPK holds on the calling thread.
void cglpk_close(void);

/// GLPK's last words on the calling thread, or "".
const char *cglpk_message(void);

int cglpk_create(glp_prob **problem);
int cglpk_add_rows(glp_prob *problem, int count);
int cglpk_add_columns(glp_prob *problem, int count);
int cglpk_load_matrix(glp_prob *problem, int count, const int *rows, const int *columns, const double *values);
int cglpk_set_row(glp_prob *problem, int row, int count, const int *columns, const double *values);
int cglpk_set_column(glp_prob *problem, int column, int count, const int *rows, const double *values);
int cglpk_delete_columns(glp_prob *problem, int count, const int *columns);

/// Scales the problem and gives it a starting basis.
int cglpk_prepare(glp_prob *problem);

int cglpk_simplex(glp_prob *problem, const glp_smcp *settings, int *code);
int cglpk_intopt(glp_prob *problem, const glp_iocp *settings, int *code);

/// Fails an assertion of GLPK's on purpose, so that tests can see the guard hold.
int cglpk_provoke_failure(void);

#endif
