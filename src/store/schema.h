/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a ledger, by numbered steps. */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* "XUNC": file(1) and other programs know a ledger by it. */
#define XC_SCHEMA_APPLICATION_ID 0x58554e43
#define XC_SCHEMA_VERSION 5

gboolean xc_schema_get_version (XcDatabase *database, int *version, GError **error);
gboolean xc_schema_verify (XcDatabase *database, int version, GError **error);
gboolean xc_schema_migrate (XcDatabase *database, int from, GError **error);

G_END_DECLS
