/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/intake-error.h"

G_DEFINE_QUARK (xc - intake - error, xc_intake_error)
