/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds XML to the workbook reader without a checksum in the way: a sheet, and after each form feed another part that
 * replaces the usual one.
 */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "reading.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static const char *const parts[] = { PACKAGE_SHEET,    PACKAGE_STRINGS, PACKAGE_STYLES,
                                     PACKAGE_WORKBOOK, PACKAGE_TARGETS, PACKAGE_ROOT };

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  int fd = memfd_create ("workbook", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *read = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Package) package = package_new_workbook ("");
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const guint8 *end = memchr (data, '\f', size);
      gsize used = end != NULL ? (gsize) (end - data) : size;

      if (used > 0)
        {
          package_put (package, parts[i], NULL);
          package_add (package, parts[i], (const char *) data, (gssize) used);
        }
      if (end == NULL)
        break;
      data += used + 1;
      size -= used + 1;
    }
  bytes = package_dup_bytes (package);
  g_assert_cmpint (write (fd, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)), ==,
                   (gssize) g_bytes_get_size (bytes));
  read = read_workbook (path, NULL, &error);
  g_assert_true ((read == NULL) == (error != NULL));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
  close (fd);
  return 0;
}
