/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "full-ledger.h"

#include "ledger.h"

#define N_ROWS 2
#define FIRST_DAY ((XcDay) 19000) /* 2022-01-08 */
/* SHA-256 of "abc". */
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

typedef struct
{
  XcTable table;
  guint row;
  gint64 ids[XC_N_TABLES][N_ROWS];
} Filling;

static void
fill_field (XcRecord *record, guint index, const Filling *filling)
{
  const XcField *field = &xc_catalogue_get (filling->table)->fields[index];
  guint row = filling->row, n_choices = 0;
  g_autofree char *text = NULL;

  switch (field->kind)
    {
    case XC_FIELD_TEXT:
    case XC_FIELD_LONG_TEXT:
      text = g_strdup_printf ("“%s”第 %u 行", field->name, row + 1);
      xc_record_set_text_at (record, index, text);
      break;
    case XC_FIELD_CHOICE:
      while (field->choices[n_choices].word != NULL)
        n_choices++;
      xc_record_set_text_at (record, index, field->choices[row % n_choices].word);
      break;
    case XC_FIELD_DAY:
      /* Later fields hold later days. */
      xc_record_set_number_at (record, index, FIRST_DAY + (XcDay) (index + 100 * row));
      break;
    case XC_FIELD_YES_NO:
      xc_record_set_number_at (record, index, row % 2);
      break;
    case XC_FIELD_REFERENCE:
      /* The first row of a tree is its root. */
      if (field->target != filling->table || row > 0)
        xc_record_set_number_at (record, index, filling->ids[field->target][0]);
      break;
    case XC_FIELD_INSTANT:
    case XC_FIELD_NUMBER:
    case XC_FIELD_MONEY:
      xc_record_set_number_at (record, index, field->minimum + row);
      break;
    }
}

static gboolean
add_rows (XcStore *store, gpointer data, GError **error)
{
  Filling *filling = data;
  const XcCatalogueTable *entry = xc_catalogue_get (filling->table);

  for (filling->row = 0; filling->row < N_ROWS; filling->row++)
    {
      g_autoptr (XcRecord) record = xc_record_new (filling->table);

      for (guint i = 0; i < entry->n_fields; i++)
        fill_field (record, i, filling);
      /* Only a review has a body and a verdict. */
      if (filling->table == XC_TABLE_CLOSING_STEP && filling->row == 0)
        {
          xc_record_clear (record, "body");
          xc_record_clear (record, "verdict");
        }
      if (filling->table == XC_TABLE_EVIDENCE)
        xc_record_set_text (record, "sha256", ABC);
      if (!xc_store_save (store, record, error))
        return FALSE;
      filling->ids[filling->table][filling->row] = xc_record_get_id (record);
    }
  return filling->table != XC_TABLE_EVIDENCE
         || xc_database_execute (xc_store_get_database (store),
                                 "INSERT INTO attachment (sha256, bytes) VALUES ('" ABC "', X'616263')",
                                 error);
}

void
xc_test_ledger_fill (XcStore *store)
{
  g_autoptr (GError) error = NULL;
  Filling filling = { 0 };

  for (guint i = 0; i < XC_N_TABLES; i++)
    {
      filling.table = (XcTable) i;
      xc_store_run (store, xc_catalogue_get (filling.table)->name, add_rows, &filling, &error);
      g_assert_no_error (error);
    }
  g_assert_true (xc_store_undo (store, NULL, &error));
  g_assert_true (xc_store_redo (store, NULL, &error));
  g_assert_true (xc_store_note (store, "note", &error));
}
