/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nearly every file of the window includes, read once for all of them. A file still includes what it uses. */
#include <adwaita.h>
#include <glib/gi18n-lib.h>
