/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *text;
  gint64 number;
  gboolean is_set;
  gboolean is_changed;
} Value;

struct _XcRecord
{
  gatomicrefcount references;
  XcTable table;
  gint64 id;
  const XcCatalogueTable *entry;
  Value values[];
};

/**
 * xc_record_new:
 * @table: its table
 *
 * Returns: (transfer full): a row that is in no ledger yet, with the initial values of the catalogue
 */
XcRecord *
xc_record_new (XcTable table)
{
  const XcCatalogueTable *entry = xc_catalogue_get (table);
  XcRecord *self = g_malloc0 (sizeof (XcRecord) + entry->n_fields * sizeof (Value));

  g_atomic_ref_count_init (&self->references);
  self->table = table;
  self->entry = entry;
  for (guint i = 0; i < entry->n_fields; i++)
    {
      const XcField *field = &entry->fields[i];

      if (field->initial == NULL)
        continue;
      if (xc_field_is_textual (field))
        xc_record_set_text_at (self, i, field->initial);
      else
        xc_record_set_number_at (self, i, g_ascii_strtoll (field->initial, NULL, 10));
    }
  return self;
}

/**
 * xc_record_copy:
 * @record: a row
 *
 * Returns: (transfer full): the same values, id and marks of change
 */
XcRecord *
xc_record_copy (const XcRecord *record)
{
  XcRecord *copy = xc_record_new (record->table);

  copy->id = record->id;
  for (guint i = 0; i < record->entry->n_fields; i++)
    {
      g_free (copy->values[i].text);
      copy->values[i] = record->values[i];
      copy->values[i].text = g_strdup (record->values[i].text);
    }
  return copy;
}

XcRecord *
xc_record_ref (XcRecord *record)
{
  g_atomic_ref_count_inc (&record->references);
  return record;
}

void
xc_record_unref (XcRecord *record)
{
  if (!g_atomic_ref_count_dec (&record->references))
    return;
  for (guint i = 0; i < record->entry->n_fields; i++)
    g_free (record->values[i].text);
  g_free (record);
}

XcTable
xc_record_get_table (const XcRecord *record)
{
  return record->table;
}

gint64
xc_record_get_id (const XcRecord *record)
{
  return record->id;
}

void
xc_record_set_id (XcRecord *record, gint64 id)
{
  record->id = id;
}

static guint
find (const XcRecord *record, const char *name)
{
  int index = xc_catalogue_find_field (record->table, name);

  if (G_UNLIKELY (index < 0))
    g_error ("the table “%s” has no field “%s”", record->entry->name, name);
  return (guint) index;
}

gboolean
xc_record_is_set_at (const XcRecord *record, guint index)
{
  g_return_val_if_fail (index < record->entry->n_fields, FALSE);
  return record->values[index].is_set;
}

/**
 * xc_record_get_text_at:
 * @record: a row
 * @index: position of a text, a long text or a choice
 *
 * Returns: (transfer none) (nullable): the text, or the choice's word; %NULL when none is given
 */
const char *
xc_record_get_text_at (const XcRecord *record, guint index)
{
  g_return_val_if_fail (
      index < record->entry->n_fields && xc_field_is_textual (&record->entry->fields[index]), NULL);
  return record->values[index].text;
}

/**
 * xc_record_get_number_at:
 * @record: a row
 * @index: position of anything but text
 *
 * Returns: the number, fen, id, microseconds, 0 or 1, or #XcDay; 0, or %XC_DAY_NONE, when none is given
 */
gint64
xc_record_get_number_at (const XcRecord *record, guint index)
{
  g_return_val_if_fail (
      index < record->entry->n_fields && !xc_field_is_textual (&record->entry->fields[index]), 0);
  if (!record->values[index].is_set)
    return record->entry->fields[index].kind == XC_FIELD_DAY ? XC_DAY_NONE : 0;
  return record->values[index].number;
}

/**
 * xc_record_set_text_at:
 * @record: a row
 * @index: position of a text, a long text or a choice
 * @text: (nullable): UTF-8; empty and %NULL both mean none
 */
void
xc_record_set_text_at (XcRecord *record, guint index, const char *text)
{
  Value *value;

  g_return_if_fail (index < record->entry->n_fields && xc_field_is_textual (&record->entry->fields[index]));
  value = &record->values[index];
  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (value->text, text) == 0)
    return;
  g_free (value->text);
  value->text = g_strdup (text);
  value->is_set = text != NULL;
  value->is_changed = TRUE;
}

void
xc_record_set_number_at (XcRecord *record, guint index, gint64 number)
{
  Value *value;

  g_return_if_fail (index < record->entry->n_fields && !xc_field_is_textual (&record->entry->fields[index]));
  value = &record->values[index];
  if (value->is_set && value->number == number)
    return;
  value->number = number;
  value->is_set = TRUE;
  value->is_changed = TRUE;
}

void
xc_record_clear_at (XcRecord *record, guint index)
{
  Value *value;

  g_return_if_fail (index < record->entry->n_fields);
  value = &record->values[index];
  if (!value->is_set)
    return;
  g_clear_pointer (&value->text, g_free);
  value->number = 0;
  value->is_set = FALSE;
  value->is_changed = TRUE;
}

gboolean
xc_record_is_set (const XcRecord *record, const char *field)
{
  return xc_record_is_set_at (record, find (record, field));
}

const char *
xc_record_get_text (const XcRecord *record, const char *field)
{
  return xc_record_get_text_at (record, find (record, field));
}

gint64
xc_record_get_number (const XcRecord *record, const char *field)
{
  return xc_record_get_number_at (record, find (record, field));
}

gboolean
xc_record_get_yes (const XcRecord *record, const char *field)
{
  return xc_record_get_number_at (record, find (record, field)) != 0;
}

XcDay
xc_record_get_day (const XcRecord *record, const char *field)
{
  return (XcDay) xc_record_get_number_at (record, find (record, field));
}

void
xc_record_set_text (XcRecord *record, const char *field, const char *text)
{
  xc_record_set_text_at (record, find (record, field), text);
}

/**
 * xc_record_set_number:
 * @record: a row
 * @field: the name of a number, an amount, an instant or a reference
 * @number: in the field's unit; a reference of 0 means none
 */
void
xc_record_set_number (XcRecord *record, const char *field, gint64 number)
{
  guint index = find (record, field);

  if (number == 0 && record->entry->fields[index].kind == XC_FIELD_REFERENCE)
    xc_record_clear_at (record, index);
  else
    xc_record_set_number_at (record, index, number);
}

void
xc_record_set_yes (XcRecord *record, const char *field, gboolean yes)
{
  xc_record_set_number_at (record, find (record, field), yes ? 1 : 0);
}

void
xc_record_set_day (XcRecord *record, const char *field, XcDay day)
{
  guint index = find (record, field);

  if (xc_day_is_set (day))
    xc_record_set_number_at (record, index, day);
  else
    xc_record_clear_at (record, index);
}

void
xc_record_clear (XcRecord *record, const char *field)
{
  xc_record_clear_at (record, find (record, field));
}

gboolean
xc_record_is_changed_at (const XcRecord *record, guint index)
{
  g_return_val_if_fail (index < record->entry->n_fields, FALSE);
  return record->values[index].is_changed;
}

/**
 * xc_record_is_changed:
 * @record: a row
 *
 * Returns: whether any value was set to another one since it was loaded or made
 */
gboolean
xc_record_is_changed (const XcRecord *record)
{
  for (guint i = 0; i < record->entry->n_fields; i++)
    if (record->values[i].is_changed)
      return TRUE;
  return FALSE;
}

/**
 * xc_record_set_clean:
 * @record: a row that now is as the ledger has it
 */
void
xc_record_set_clean (XcRecord *record)
{
  for (guint i = 0; i < record->entry->n_fields; i++)
    record->values[i].is_changed = FALSE;
}

static void
free_fault (gpointer data)
{
  XcFault *fault = data;

  g_free (fault->message);
  g_free (fault);
}

static void
add_fault (GPtrArray *faults, const XcField *field, char *message)
{
  XcFault *fault = g_new (XcFault, 1);

  fault->field = field;
  fault->message = message;
  g_ptr_array_add (faults, fault);
}

/* The limits as texts: message ids cannot hold a 64-bit format. */
static char *
say_range (XcTable table, const XcField *field)
{
  g_autofree char *least = g_strdup_printf ("%" G_GINT64_FORMAT, field->minimum);
  g_autofree char *most = g_strdup_printf ("%" G_GINT64_FORMAT, field->maximum);

  /* translators: %1$s is the title of a field, %2$s and %3$s are numbers */
  return g_strdup_printf (_ ("“%1$s” must be from %2$s to %3$s."), xc_field_title (table, field), least,
                          most);
}

static void
check_value (const XcRecord *record, guint index, GPtrArray *faults)
{
  const XcField *field = &record->entry->fields[index];
  const Value *value = &record->values[index];

  if (!value->is_set)
    {
      if (field->is_required)
        /* translators: %s is the title of a field */
        add_fault (faults, field,
                   g_strdup_printf (_ ("“%s” must be given."), xc_field_title (record->table, field)));
      return;
    }
  if (xc_field_is_textual (field) && !g_utf8_validate (value->text, -1, NULL))
    /* translators: %s is the title of a field */
    add_fault (faults, field,
               g_strdup_printf (_ ("“%s” holds characters that cannot be read; type it anew."),
                                xc_field_title (record->table, field)));
  else if (field->kind == XC_FIELD_CHOICE && xc_field_find_choice (field, value->text) == NULL)
    /* translators: %1$s is what was given, %2$s the title of a field */
    add_fault (faults, field,
               g_strdup_printf (_ ("“%1$s” is not one of the choices of “%2$s”."), value->text,
                                xc_field_title (record->table, field)));
  else if (field->kind == XC_FIELD_DAY && (value->number < XC_DAY_MIN || value->number > XC_DAY_MAX))
    /* translators: %s is the title of a field */
    add_fault (faults, field,
               g_strdup_printf (_ ("“%s” is not a day between 1900 and 2199."),
                                xc_field_title (record->table, field)));
  else if (field->maximum > field->minimum
           && (value->number < field->minimum || value->number > field->maximum))
    add_fault (faults, field, say_range (record->table, field));
}

/* That the second of two days, when both are given, is not before the first. */
static void
check_order (const XcRecord *record, const char *first, const char *second, GPtrArray *faults)
{
  XcDay from = xc_record_get_day (record, first);
  XcDay to = xc_record_get_day (record, second);

  if (xc_day_is_set (from) && xc_day_is_set (to) && to < from)
    {
      const XcField *later = xc_catalogue_get_field (record->table, second);
      const XcField *earlier = xc_catalogue_get_field (record->table, first);

      add_fault (faults, later,
                 /* translators: both are titles of fields that hold days */
                 g_strdup_printf (_ ("“%1$s” is before “%2$s”; one of the two days is wrong."),
                                  xc_field_title (record->table, later),
                                  xc_field_title (record->table, earlier)));
    }
}

/* Days of which the second may not be before the first. */
static const struct
{
  XcTable table;
  const char *first;
  const char *second;
} orders[] = {
  { XC_TABLE_TERM, "starts_on", "ends_on" },
  { XC_TABLE_ORGANIZATION, "valid_from", "valid_to" },
  { XC_TABLE_ROUND, "starts_on", "ends_on" },
  { XC_TABLE_BATCH, "starts_on", "ends_on" },
  { XC_TABLE_ROUND_STAGE, "planned_from", "planned_to" },
  { XC_TABLE_ROUND_STAGE, "actual_from", "actual_to" },
  { XC_TABLE_PERSON_POST, "from_on", "to_on" },
  { XC_TABLE_TEAM_MEMBER, "from_on", "to_on" },
  { XC_TABLE_INSPECTION, "notified_on", "enters_on" },
  { XC_TABLE_INSPECTION, "planned_enters_on", "planned_leaves_on" },
  { XC_TABLE_INSPECTION, "enters_on", "leaves_on" },
  { XC_TABLE_INSPECTION, "leaves_on", "fed_back_on" },
};

/**
 * xc_record_check:
 * @record: a row
 *
 * What can be said of the row by itself; whether it fits the other rows is for the ledger to say.
 *
 * Returns: (transfer full) (element-type XcFault): what is wrong, in the order of the fields; empty when nothing is
 */
GPtrArray *
xc_record_check (const XcRecord *record)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (free_fault);

  for (guint i = 0; i < record->entry->n_fields; i++)
    check_value (record, i, faults);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i].table == record->table)
      check_order (record, orders[i].first, orders[i].second, faults);
  if (record->table == XC_TABLE_INSPECTION)
    {
      gboolean is_higher = g_strcmp0 (xc_record_get_text (record, "level"), "higher") == 0;
      gboolean by_kind = g_strcmp0 (xc_record_get_text (record, "counts"), "by_kind") == 0;

      if (!xc_record_is_set (record, "round_id") && !is_higher)
        add_fault (
            faults, xc_catalogue_get_field (record->table, "round_id"),
            g_strdup (_ ("An inspection of one's own committee belongs to a round; choose the round.")));
      if (!by_kind && !xc_record_is_set (record, "counts_reason"))
        add_fault (
            faults, xc_catalogue_get_field (record->table, "counts_reason"),
            g_strdup (_ ("Say why this inspection counts, or does not, against the rule of its kind.")));
    }
  return faults;
}
