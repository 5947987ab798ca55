/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/organizations/organization-row.h"

#include "core/pinyin.h"

struct _XcOrganizationRow
{
  GObject parent_instance;

  /* Owned */
  XcRecord *record;
  char *register_title;

  guint register_position;
  XcCoverageState state;
  XcDay covered_on;
};

G_DEFINE_FINAL_TYPE (XcOrganizationRow, xc_organization_row, G_TYPE_OBJECT)

static void
xc_organization_row_finalize (GObject *object)
{
  XcOrganizationRow *self = XC_ORGANIZATION_ROW (object);

  g_clear_pointer (&self->record, xc_record_unref);
  g_free (self->register_title);
  G_OBJECT_CLASS (xc_organization_row_parent_class)->finalize (object);
}

static void
xc_organization_row_class_init (XcOrganizationRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = xc_organization_row_finalize;
}

static void
xc_organization_row_init (XcOrganizationRow *self)
{
}

static void
place_in_register (XcOrganizationRow *self, const XcCoverageInput *input)
{
  gint64 id = xc_record_get_number (self->record, "register_id");

  for (guint i = 0; i < input->registers->len; i++)
    {
      const XcCoverageRegister *place = &g_array_index (input->registers, XcCoverageRegister, i);

      if (place->id == id)
        {
          self->register_position = i;
          self->register_title = g_strdup (place->title);
        }
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  XcOrganizationRow *x = *(XcOrganizationRow *const *) a;
  XcOrganizationRow *y = *(XcOrganizationRow *const *) b;

  if (x->register_position != y->register_position)
    return x->register_position < y->register_position ? -1 : 1;
  return xc_organization_row_compare (x, y, XC_ORGANIZATION_NAME);
}

/**
 * xc_organization_rows_load:
 * @coverage: the coverage of a ledger
 * @error: return location
 *
 * Returns: (transfer full) (element-type XcOrganizationRow): all its organizations, in the order of the registers and
 *   then of their names
 */
GPtrArray *
xc_organization_rows_load (const XcLedgerCoverage *coverage, GError **error)
{
  const XcCoverageInput *input = xc_coverage_get_input (coverage->coverage);
  g_autoptr (GPtrArray) records = xc_store_load_all (coverage->store, XC_TABLE_ORGANIZATION, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      XcOrganizationRow *row = g_object_new (XC_TYPE_ORGANIZATION_ROW, NULL);
      const XcOrganizationCoverage *state;

      row->record = xc_record_ref (records->pdata[i]);
      state = xc_ledger_coverage_find (coverage, xc_record_get_id (row->record), NULL);
      row->state = state != NULL ? state->state : XC_COVERAGE_NOT_OWED;
      row->covered_on = state != NULL ? state->covered_on : XC_DAY_NONE;
      place_in_register (row, input);
      g_ptr_array_add (rows, row);
    }
  g_ptr_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}

gint64
xc_organization_row_get_id (XcOrganizationRow *self)
{
  return xc_record_get_id (self->record);
}

gint64
xc_organization_row_get_parent (XcOrganizationRow *self)
{
  return xc_record_get_number (self->record, "parent_id");
}

gint64
xc_organization_row_get_register (XcOrganizationRow *self)
{
  return xc_record_get_number (self->record, "register_id");
}

XcCoverageState
xc_organization_row_get_state (XcOrganizationRow *self)
{
  return self->state;
}

/**
 * xc_organization_row_dup_text:
 * @self: a row
 * @column: what of it
 *
 * Returns: (transfer full): as it stands in the list
 */
char *
xc_organization_row_dup_text (XcOrganizationRow *self, XcOrganizationColumn column)
{
  switch (column)
    {
    case XC_ORGANIZATION_NAME:
      return g_strdup (xc_record_get_text (self->record, "name"));
    case XC_ORGANIZATION_COVERAGE:
      return g_strdup_printf ("%s %s", xc_coverage_state_symbol (self->state),
                              xc_coverage_state_title (self->state));
    case XC_ORGANIZATION_COVERED_ON:
      return self->state > XC_COVERAGE_IN_PROGRESS ? xc_day_format (self->covered_on) : g_strdup ("");
    case XC_ORGANIZATION_REGISTER:
      return g_strdup (self->register_title != NULL ? self->register_title : "");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * xc_organization_row_matches:
 * @self: a row
 * @typed: a part of a name, or the initials of its pinyin
 *
 * Returns: whether the organization may be meant
 */
gboolean
xc_organization_row_matches (XcOrganizationRow *self, const char *typed)
{
  return xc_pinyin_matches (xc_record_get_text (self->record, "name"), typed)
         || (xc_record_is_set (self->record, "short_name")
             && xc_pinyin_matches (xc_record_get_text (self->record, "short_name"), typed));
}

/**
 * xc_organization_row_compare:
 * @a: a row
 * @b: another one
 * @column: by what
 *
 * Returns: which comes first, as strcmp()
 */
int
xc_organization_row_compare (XcOrganizationRow *a, XcOrganizationRow *b, XcOrganizationColumn column)
{
  switch (column)
    {
    case XC_ORGANIZATION_COVERAGE:
      return (int) a->state - (int) b->state;
    case XC_ORGANIZATION_COVERED_ON:
      return a->covered_on < b->covered_on ? -1 : a->covered_on > b->covered_on;
    case XC_ORGANIZATION_REGISTER:
      return (int) a->register_position - (int) b->register_position;
    case XC_ORGANIZATION_NAME:
      return xc_pinyin_compare (xc_record_get_text (a->record, "name"),
                                xc_record_get_text (b->record, "name"));
    default:
      g_return_val_if_reached (0);
    }
}
