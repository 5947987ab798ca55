/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a table: values by field, what changed since it was loaded, what is wrong with it. */
#pragma once

#include "core/catalogue.h"
#include "core/day.h"

G_BEGIN_DECLS

typedef struct _XcRecord XcRecord;

/**
 * XcFault:
 * @field: the field that is wrong
 * @message: a translated sentence
 */
typedef struct
{
  const XcField *field;
  char *message;
} XcFault;

XcRecord *xc_record_new (XcTable table);
XcRecord *xc_record_copy (const XcRecord *record);
XcRecord *xc_record_ref (XcRecord *record);
void xc_record_unref (XcRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcRecord, xc_record_unref)

XcTable xc_record_get_table (const XcRecord *record);
/* 0 until it is in a ledger */
gint64 xc_record_get_id (const XcRecord *record);
void xc_record_set_id (XcRecord *record, gint64 id);

/* By name; a name that the table does not have is a programmer's error and stops the program. */
gboolean xc_record_is_set (const XcRecord *record, const char *field);
const char *xc_record_get_text (const XcRecord *record, const char *field);
gint64 xc_record_get_number (const XcRecord *record, const char *field);
gboolean xc_record_get_yes (const XcRecord *record, const char *field);
XcDay xc_record_get_day (const XcRecord *record, const char *field);

void xc_record_set_text (XcRecord *record, const char *field, const char *text);
void xc_record_set_number (XcRecord *record, const char *field, gint64 number);
void xc_record_set_yes (XcRecord *record, const char *field, gboolean yes);
void xc_record_set_day (XcRecord *record, const char *field, XcDay day);
void xc_record_clear (XcRecord *record, const char *field);

/* By position in the catalogue, for code that goes over all fields. */
gboolean xc_record_is_set_at (const XcRecord *record, guint index);
const char *xc_record_get_text_at (const XcRecord *record, guint index);
gint64 xc_record_get_number_at (const XcRecord *record, guint index);
void xc_record_set_text_at (XcRecord *record, guint index, const char *text);
void xc_record_set_number_at (XcRecord *record, guint index, gint64 number);
void xc_record_clear_at (XcRecord *record, guint index);

gboolean xc_record_is_changed (const XcRecord *record);
gboolean xc_record_is_changed_at (const XcRecord *record, guint index);
void xc_record_set_clean (XcRecord *record);

GPtrArray *xc_record_check (const XcRecord *record);

G_END_DECLS
