/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * In the table of settings by name, as text. What is not there, or is there in a form that nothing made, is as usual:
 * three bodies review, warnings come 20 and 10 days before. Letters are Chinese papers, so what heads them is not
 * translated.
 */
#include "store/office.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "core/text.h"
#include "store/settings.h"

static const char *const names[] = {
  "closing.bodies",       "rectification.counts-basically-done",
  "warning.green-days",   "warning.yellow-days",
  "evidence.largest-mib", "letter.reminder-prefix",
  "letter.urging-prefix", "letter.letterhead",
  "letter.signatory",     "letter.reply-days",
};

enum
{
  BODIES,
  COUNTS_BASICALLY_DONE,
  GREEN_DAYS,
  YELLOW_DAYS,
  ATTACHMENT_MIB,
  REMINDER_PREFIX,
  URGING_PREFIX,
  LETTERHEAD,
  SIGNATORY,
  REPLY_DAYS,
  N_SETTINGS,
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == N_SETTINGS);

static guint
read_bodies (const char *value, guint usual)
{
  g_auto (GStrv) words = g_strsplit (value != NULL ? value : "", " ", -1);
  guint bodies = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      XcReviewingBody body;

      if (xc_reviewing_body_from_word (words[i], &body))
        bodies |= XC_BODY_MASK (body);
    }
  return bodies != 0 ? bodies : usual;
}

static char *
write_bodies (guint bodies)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < XC_N_REVIEWING_BODIES; i++)
    if ((bodies & XC_BODY_MASK (i)) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "",
                              xc_reviewing_body_to_word ((XcReviewingBody) i));
  return g_string_free (words, FALSE);
}

static int
read_number (const char *value, int usual, int most)
{
  gint64 number;

  return value != NULL && g_ascii_string_to_signed (value, 10, 0, most, &number, NULL) ? (int) number : usual;
}

static char *
read_text (const char *value, const char *usual)
{
  return g_strdup (xc_text_is_blank (value) ? usual : value);
}

/* The office is that of the committee whose term is the latest. */
static char *
name_office (XcStore *store, GError **error)
{
  g_autoptr (GPtrArray) terms = xc_store_load_all (store, XC_TABLE_TERM, error);
  const XcRecord *latest = NULL;

  if (terms == NULL)
    return NULL;
  for (guint i = 0; i < terms->len; i++)
    if (latest == NULL
        || xc_record_get_day (terms->pdata[i], "starts_on") > xc_record_get_day (latest, "starts_on"))
      latest = terms->pdata[i];
  return g_strdup_printf ("%s巡察工作领导小组办公室",
                          latest != NULL ? xc_record_get_text (latest, "committee") : "");
}

static void
free_values (char **values)
{
  for (guint i = 0; i < N_SETTINGS; i++)
    g_free (values[i]);
}

static gboolean
read_values (XcStore *store, char **values, GError **error)
{
  for (guint i = 0; i < N_SETTINGS; i++)
    if (!xc_store_settings_get (store, names[i], &values[i], error))
      return FALSE;
  return TRUE;
}

/**
 * xc_office_load:
 * @store: a ledger
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): what the office has settled, or what is usual; %NULL when it could not be read
 */
XcOffice *
xc_office_load (XcStore *store, GError **error)
{
  const guint usual =
      XC_BODY_MASK (XC_BODY_OFFICE) | XC_BODY_MASK (XC_BODY_DISCIPLINE) | XC_BODY_MASK (XC_BODY_ORGANIZATION);
  g_autofree char *name = name_office (store, error);
  char *values[N_SETTINGS] = { NULL };
  XcOffice *self;

  if (name == NULL || !read_values (store, values, error))
    {
      free_values (values);
      return NULL;
    }
  self = g_new0 (XcOffice, 1);
  self->bodies = read_bodies (values[BODIES], usual);
  self->counts_basically_done = read_number (values[COUNTS_BASICALLY_DONE], 0, 1) != 0;
  self->green_days = read_number (values[GREEN_DAYS], 20, XC_OFFICE_WARNING_DAYS_MAX);
  self->yellow_days =
      MIN (read_number (values[YELLOW_DAYS], 10, XC_OFFICE_WARNING_DAYS_MAX), self->green_days);
  self->attachment_mib = MAX (read_number (values[ATTACHMENT_MIB], 20, XC_OFFICE_ATTACHMENT_MIB_MAX), 1);
  self->reminder_prefix = read_text (values[REMINDER_PREFIX], "巡办函");
  self->urging_prefix = read_text (values[URGING_PREFIX], "巡办督");
  self->letterhead = read_text (values[LETTERHEAD], name);
  self->signatory = read_text (values[SIGNATORY], self->letterhead);
  self->reply_days = read_number (values[REPLY_DAYS], 10, XC_OFFICE_WARNING_DAYS_MAX);
  free_values (values);
  return self;
}

void
xc_office_free (XcOffice *self)
{
  g_free (self->reminder_prefix);
  g_free (self->urging_prefix);
  g_free (self->letterhead);
  g_free (self->signatory);
  g_free (self);
}

/**
 * xc_office_put:
 * @store: a ledger, inside an action
 * @office: what it has settled
 * @error: return location; %XC_STORE_ERROR_REFUSED when nobody is to review
 *
 * For actions of which this is only a part.
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_office_put (XcStore *store, const XcOffice *office, GError **error)
{
  g_autofree char *bodies = write_bodies (office->bodies);
  g_autofree char *green = g_strdup_printf ("%d", office->green_days);
  g_autofree char *yellow = g_strdup_printf ("%d", office->yellow_days);
  g_autofree char *mib = g_strdup_printf ("%d", office->attachment_mib);
  g_autofree char *reply = g_strdup_printf ("%d", office->reply_days);
  const char *const values[N_SETTINGS] = {
    bodies,
    office->counts_basically_done ? "1" : "0",
    green,
    yellow,
    mib,
    office->reminder_prefix,
    office->urging_prefix,
    office->letterhead,
    office->signatory,
    reply,
  };

  if (*bodies == '\0')
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                    _ ("Nobody would review the closing of problems, so nothing was saved. Choose at least "
                       "one reviewing body."));
  if (office->yellow_days > office->green_days)
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                    _ ("The second warning would come before the first, so nothing was saved. Enter fewer "
                       "days for the second one."));
  for (guint i = 0; i < N_SETTINGS; i++)
    if (!xc_store_settings_put (store, names[i], values[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
put (XcStore *store, gpointer data, GError **error)
{
  return xc_office_put (store, data, error);
}

/**
 * xc_office_save:
 * @store: a ledger
 * @office: what it has settled
 * @error: return location; %XC_STORE_ERROR_REFUSED when nobody is to review
 *
 * Writes it as one step that can be undone.
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_office_save (XcStore *store, const XcOffice *office, GError **error)
{
  return xc_store_run (store, _ ("Settings of the office"), put, (gpointer) office, error);
}
