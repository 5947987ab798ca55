/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "process.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534

pid_t
xc_test_fork (XcTestFunc function, gpointer data)
{
  pid_t child;

  fflush (NULL);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      function (data);
      _exit (0);
    }
  return child;
}

void
xc_test_wait (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

void
xc_test_kill (pid_t child)
{
  int status;

  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  /* Unless it was done before; but never of a failed assertion. */
  if (WIFSIGNALED (status))
    g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

typedef struct
{
  XcTestFunc function;
  gpointer data;
} Work;

static void
drop_rights (gpointer data)
{
  Work *work = data;

  /* Permissions mean nothing to root. */
  if (geteuid () == 0)
    {
      g_assert_cmpint (setgid (NOBODY), ==, 0);
      g_assert_cmpint (setuid (NOBODY), ==, 0);
    }
  work->function (work->data);
}

void
xc_test_as_stranger (XcTestFunc function, gpointer data)
{
  Work work = { function, data };

  xc_test_wait (xc_test_fork (drop_rights, &work));
}
