/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for a file, through the desktop's own dialog. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/**
 * XcFileKind:
 * @title: (translated): what such files are called
 * @patterns: (array zero-terminated=1): their endings: "*.xlsx"
 */
typedef struct
{
  const char *title;
  const char *const *patterns;
} XcFileKind;

typedef void (*XcFileFunc) (XcWindow *window, GFile *file);
typedef void (*XcFileDataFunc) (XcWindow *window, GFile *file, gpointer data);

void xc_choose_file_to_open (XcWindow *window, const char *title, const XcFileKind *kind,
                             XcFileFunc function);
void xc_choose_file_to_save (XcWindow *window, const char *title, const XcFileKind *kind, const char *name,
                             XcFileFunc function);
void xc_choose_file_to_save_with (XcWindow *window, const char *title, const XcFileKind *kind,
                                  const char *name, XcFileDataFunc function, gpointer data,
                                  GDestroyNotify free_data);
void xc_choose_folder_with (XcWindow *window, const char *title, XcFileDataFunc function, gpointer data,
                            GDestroyNotify free_data);

G_END_DECLS
