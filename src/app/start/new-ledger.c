/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/new-ledger.h"

#include <glib/gi18n-lib.h>

#include "core/numeral.h"
#include "report/list-marks.h"

/* Data, as the office writes it, in every language. Villages and communities are counted, but not in the grand total:
 * they are inspected through their town or street. */
static const struct
{
  const char *title;
  gboolean is_in_total;
  gboolean is_usual;
} registers[XC_N_PRESET_REGISTERS] = {
  { "区直单位", TRUE, TRUE }, { "镇(街道)", TRUE, TRUE }, { "国有企业", TRUE, TRUE },
  { "学校", TRUE, FALSE },    { "医院", TRUE, FALSE },    { "村(社区)", FALSE, TRUE },
};

void
xc_new_ledger_free (XcNewLedger *self)
{
  g_free (self->committee);
  g_free (self->unit);
  g_free (self->marking);
  g_free (self);
}

/**
 * xc_new_ledger_get_register:
 * @index: below %XC_N_PRESET_REGISTERS
 *
 * Returns: (transfer none): what a usual register is called
 */
const char *
xc_new_ledger_get_register (guint index)
{
  g_return_val_if_fail (index < XC_N_PRESET_REGISTERS, NULL);
  return registers[index].title;
}

/**
 * xc_new_ledger_is_usual:
 * @index: below %XC_N_PRESET_REGISTERS
 *
 * Returns: whether nearly every office has this register
 */
gboolean
xc_new_ledger_is_usual (guint index)
{
  g_return_val_if_fail (index < XC_N_PRESET_REGISTERS, FALSE);
  return registers[index].is_usual;
}

/**
 * xc_new_ledger_read_ordinal:
 * @typed: 2, 二, 二届 or 第二届
 * @ordinal: (out): the number
 *
 * Returns: whether it is the number of a term
 */
gboolean
xc_new_ledger_read_ordinal (const char *typed, int *ordinal)
{
  const char *const suffixes[] = { "届委员会", "届", NULL };

  return xc_numeral_parse_ordinal (typed, suffixes, ordinal) && *ordinal >= 1 && *ordinal <= 99;
}

static const char *
guess_level (const char *committee)
{
  if (g_str_has_suffix (committee, "市委"))
    return "city";
  return g_str_has_suffix (committee, "县委") ? "county" : "district";
}

static gboolean
fill (XcStore *store, gpointer data, GError **error)
{
  const XcNewLedger *self = data;
  g_autoptr (XcRecord) term = xc_record_new (XC_TABLE_TERM);
  int position = 0;

  xc_record_set_text (term, "committee", self->committee);
  xc_record_set_number (term, "ordinal", self->ordinal);
  xc_record_set_text (term, "level", guess_level (self->committee));
  xc_record_set_day (term, "starts_on", self->starts_on);
  xc_record_set_day (term, "ends_on", self->ends_on);
  if (!xc_store_save (store, term, error))
    return FALSE;
  for (guint i = 0; i < XC_N_PRESET_REGISTERS; i++)
    if (self->registers[i])
      {
        g_autoptr (XcRecord) group = xc_record_new (XC_TABLE_REGISTER);

        xc_record_set_text (group, "title", registers[i].title);
        xc_record_set_number (group, "position", ++position);
        xc_record_set_yes (group, "in_total", registers[i].is_in_total);
        if (!xc_store_save (store, group, error))
          return FALSE;
      }
  if ((self->unit != NULL && *self->unit != '\0') || (self->marking != NULL && *self->marking != '\0'))
    return xc_list_marks_put (store, self->unit, self->marking, error);
  return TRUE;
}

/**
 * xc_new_ledger_fill:
 * @self: what was asked for
 * @store: an empty ledger
 * @error: return location for a #XcStoreError
 *
 * Writes it as one step that can be undone.
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_new_ledger_fill (const XcNewLedger *self, XcStore *store, GError **error)
{
  return xc_store_run (store, _ ("Term and registers"), fill, (gpointer) self, error);
}
