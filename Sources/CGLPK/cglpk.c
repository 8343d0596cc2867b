#include "CGLPK.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

// All state is the calling thread's, as GLPK's own environment is.
static _Thread_local struct {
  jmp_buf *guard;  // where to go when GLPK gives up
  int (*should_stop)(void *info);
  void *info;
  int stoppable;        // inside a long run, and not inside anything it called
  int broken;           // a guarded call failed inside something a long run called
  char said[200];       // the latest line of output
  char said_before[200];
  char failure[400];    // what was said when GLPK last gave up
} here;

// GLPK says why it gives up, in one line or two, and then comes here.
static void on_error(void *info) {
  (void)info;
  const int ended_by_place = strncmp(here.said, "Error detected", 14) == 0;
  snprintf(here.failure, sizeof here.failure, "%s%s", ended_by_place ? here.said_before : "", here.said);
  if (here.guard != NULL) longjmp(*here.guard, CGLPK_FAILED);
}

// Every line GLPK would print comes here. None is printed.
static int on_output(void *info, const char *text) {
  (void)info;
  if (strspn(text, " \n") < strlen(text)) {
    memcpy(here.said_before, here.said, sizeof here.said);
    snprintf(here.said, sizeof here.said, "%s", text);
  }
  if (here.stoppable && here.should_stop != NULL) {
    here.stoppable = 0;
    const int stops = here.should_stop(here.info);
    if (here.broken) longjmp(*here.guard, CGLPK_FAILED);
    if (stops) longjmp(*here.guard, CGLPK_STOPPED);
    here.stoppable = 1;
  }
  return 1;
}

// Runs `statement`; what is written in it and read after it must be reached through pointers.
#define GUARD(statement)                     \
  jmp_buf *const outer = here.guard;         \
  const int was_stoppable = here.stoppable;  \
  jmp_buf target;                            \
  const int ending = _setjmp(target);        \
  if (ending == CGLPK_DONE) {                \
    here.guard = &target;                    \
    statement;                               \
  }                                          \
  here.guard = outer;                        \
  here.stoppable = was_stoppable;            \
  if (ending != CGLPK_DONE) here.broken = 1; \
  return ending

int cglpk_open(int (*should_stop)(void *info), void *info) {
  memset(&here, 0, sizeof here);
  if (glp_init_env() > 1) return CGLPK_FAILED;
  here.should_stop = should_stop;
  here.info = info;
  glp_error_hook(on_error, NULL);
  glp_term_hook(on_output, NULL);
  return CGLPK_DONE;
}

void cglpk_close(void) {
  glp_free_env();
  here.should_stop = NULL;
  here.broken = 0;
}

const char *cglpk_message(void) { return here.failure; }

int cglpk_create(glp_prob **problem) { GUARD(*problem = glp_create_prob()); }

int cglpk_add_rows(glp_prob *problem, int count) { GUARD(glp_add_rows(problem, count)); }

int cglpk_add_columns(glp_prob *problem, int count) { GUARD(glp_add_cols(problem, count)); }

int cglpk_load_matrix(glp_prob *problem, int count, const int *rows, const int *columns, const double *values) {
  GUARD(glp_load_matrix(problem, count, rows, columns, values));
}

int cglpk_set_row(glp_prob *problem, int row, int count, const int *columns, const double *values) {
  GUARD(glp_set_mat_row(problem, row, count, columns, values));
}

int cglpk_set_column(glp_prob *problem, int column, int count, const int *rows, const double *values) {
  GUARD(glp_set_mat_col(problem, column, count, rows, values));
}

int cglpk_delete_columns(glp_prob *problem, int count, const int *columns) {
  GUARD(glp_del_cols(problem, count, columns));
}

static void prepare(glp_prob *problem) {
  glp_scale_prob(problem, GLP_SF_AUTO);
  glp_adv_basis(problem, 0);
}

int cglpk_prepare(glp_prob *problem) { GUARD(prepare(problem)); }

static void simplex(glp_prob *problem, const glp_smcp *settings, int *code) {
  here.stoppable = 1;
  *code = glp_simplex(problem, settings);
}

int cglpk_simplex(glp_prob *problem, const glp_smcp *settings, int *code) { GUARD(simplex(problem, settings, code)); }

// A failure inside the callback was caught there, below frames of the callback's own; only now can GLPK be left.
static void on_event(glp_tree *tree, void *info) {
  const glp_iocp *settings = info;
  here.stoppable = 0;
  settings->cb_func(tree, settings->cb_info);
  if (here.broken) longjmp(*here.guard, CGLPK_FAILED);
  here.stoppable = 1;
}

static void intopt(glp_prob *problem, const glp_iocp *settings, int *code) {
  glp_iocp own = *settings;
  if (settings->cb_func != NULL) {
    own.cb_func = on_event;
    own.cb_info = (void *)settings;
  }
  here.stoppable = 1;
  *code = glp_intopt(problem, &own);
}

int cglpk_intopt(glp_prob *problem, const glp_iocp *settings, int *code) { GUARD(intopt(problem, settings, code)); }

int cglpk_provoke_failure(void) { GUARD(glp_assert(0 == 1)); }
