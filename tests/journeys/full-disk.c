/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded into a program under test before the C library: as long as the file exists that XUNCHA_FULL_DISK names, no regular
 * file takes a byte more, as on a disk without room. What the program prints goes on. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static gboolean
is_full (int fd)
{
  const char *flag = g_getenv ("XUNCHA_FULL_DISK");
  struct stat status;

  if (fd <= STDERR_FILENO || flag == NULL || access (flag, F_OK) != 0 || fstat (fd, &status) != 0
      || !S_ISREG (status.st_mode))
    return FALSE;
  errno = ENOSPC;
  return TRUE;
}

ssize_t
write (int fd, const void *bytes, size_t size)
{
  static ssize_t (*next) (int, const void *, size_t);

  if (next == NULL)
    *(void **) &next = dlsym (RTLD_NEXT, "write");
  return is_full (fd) ? -1 : next (fd, bytes, size);
}

ssize_t
writev (int fd, const struct iovec *parts, int n_parts)
{
  static ssize_t (*next) (int, const struct iovec *, int);

  if (next == NULL)
    *(void **) &next = dlsym (RTLD_NEXT, "writev");
  return is_full (fd) ? -1 : next (fd, parts, n_parts);
}

/* The name that programs with large files are linked to. */
ssize_t
pwrite (int fd, const void *bytes, size_t size, off_t at)
{
  static ssize_t (*next) (int, const void *, size_t, off_t);

  if (next == NULL)
    *(void **) &next = dlsym (RTLD_NEXT, "pwrite64");
  return is_full (fd) ? -1 : next (fd, bytes, size, at);
}

int
fallocate (int fd, int mode, off_t at, off_t size)
{
  static int (*next) (int, int, off_t, off_t);

  if (next == NULL)
    *(void **) &next = dlsym (RTLD_NEXT, "fallocate64");
  return is_full (fd) ? -1 : next (fd, mode, at, size);
}
