/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several organizations, chosen one after the other by typing; new names where those may be founded. */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_ORGANIZATION_CHOOSER (xc_organization_chooser_get_type ())
G_DECLARE_FINAL_TYPE (XcOrganizationChooser, xc_organization_chooser, XC, ORGANIZATION_CHOOSER, AdwBin)

/* Signal: "changed" when others are chosen. */
void xc_organization_chooser_set_up (XcOrganizationChooser *self, XcStore *store, const char *title,
                                     gboolean allows_new);
void xc_organization_chooser_add (XcOrganizationChooser *self, gint64 id);
char *xc_organization_chooser_settle (XcOrganizationChooser *self);
void xc_organization_chooser_read (XcOrganizationChooser *self, GArray *ids, GPtrArray *names);
char *xc_organization_chooser_dup_typed (XcOrganizationChooser *self);
void xc_organization_chooser_put_typed (XcOrganizationChooser *self, const char *typed);

G_END_DECLS
