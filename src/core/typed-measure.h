/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time limits of measures, and those who answer for problems, as people type them in one go. */
#pragma once

#include "core/rectification.h"

G_BEGIN_DECLS

/**
 * XcTypedLimit:
 * @due_on: the day, or %XC_DAY_NONE
 * @wording: (nullable): what was typed beside or instead of a day, as “2024年底前，并长期坚持”
 * @has_type: whether it says how the problem is to be rectified
 * @type: how
 */
typedef struct
{
  XcDay due_on;
  char *wording;
  gboolean has_type;
  XcRectificationType type;
} XcTypedLimit;

void xc_typed_limit_read (const char *typed, XcDay today, XcTypedLimit *limit);
void xc_typed_limit_clear (XcTypedLimit *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XcTypedLimit, xc_typed_limit_clear)

/**
 * XcTypedOwner:
 * @unit: (nullable): a department
 * @name: (nullable): a person
 * @post: (nullable): the person's post
 */
typedef struct
{
  char *unit;
  char *name;
  char *post;
} XcTypedOwner;

XcTypedOwner *xc_typed_owner_new (const char *unit, const char *name, const char *post);
void xc_typed_owner_free (XcTypedOwner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcTypedOwner, xc_typed_owner_free)

GPtrArray *xc_typed_owners_read (const char *typed, gboolean are_units);
char *xc_typed_owner_format (const XcTypedOwner *self, gboolean is_unit);

G_END_DECLS
