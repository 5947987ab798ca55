/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds whole files to the workbook reader. */
#include <sys/mman.h>
#include <unistd.h>

#include "reading.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  int fd = memfd_create ("workbook", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *read = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  read = read_workbook (path, NULL, &error);
  g_assert_true ((read == NULL) == (error != NULL));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
  close (fd);
  return 0;
}
