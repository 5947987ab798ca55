/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A column of the list of steps. */
#pragma once

#include "app/history/step.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkColumnViewColumn *xc_step_column_new (XcStepColumn column);

G_END_DECLS
