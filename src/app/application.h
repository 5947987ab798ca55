/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program on the desktop: one window a ledger. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XC_APPLICATION_ID "org.xuncha.Xuncha"

#define XC_TYPE_APPLICATION (xc_application_get_type ())
G_DECLARE_FINAL_TYPE (XcApplication, xc_application, XC, APPLICATION, AdwApplication)

int xc_application_main (int argc, char **argv);

G_END_DECLS
