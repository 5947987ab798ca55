/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/organizations/organization-card.h"

#include <glib/gi18n-lib.h>

#include "core/value.h"
#include "store/row-name.h"

struct _XcOrganizationCard
{
  XcFormTab parent_instance;

  /* Borrowed: of its own tree */
  GtkScrolledWindow *scroller;

  /* Borrowed while the card is filled */
  GtkBox *box;
  const XcLedgerCoverage *coverage;
  XcStore *store;
};

G_DEFINE_FINAL_TYPE (XcOrganizationCard, xc_organization_card, XC_TYPE_FORM_TAB)

static void
xc_organization_card_class_init (XcOrganizationCardClass *class)
{
}

static void
xc_organization_card_init (XcOrganizationCard *self)
{
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
}

static GtkWidget *
add_label (XcOrganizationCard *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->box, label);
  return label;
}

static void
add_heading (XcOrganizationCard *self, const char *text)
{
  gtk_widget_set_margin_top (add_label (self, text, "heading"), 12);
}

/* What a field of @record says, in words; empty when it says nothing. */
static char *
dup_value (const XcRecord *record, const char *field)
{
  XcTable table = xc_record_get_table (record);
  int index = xc_catalogue_find_field (table, field);
  XcValue value = xc_value_of_record (record, (guint) index);

  return value.is_set ? xc_value_format (table, &xc_catalogue_get (table)->fields[index], &value)
                      : g_strdup ("");
}

static char *
dup_name (XcOrganizationCard *self, const XcRecord *record, const char *field)
{
  const XcField *reference = xc_catalogue_get_field (xc_record_get_table (record), field);

  return xc_row_dup_name (xc_store_get_database (self->store), reference->target,
                          xc_record_get_number (record, field));
}

static void
add_state (XcOrganizationCard *self, gint64 id)
{
  const XcOrganizationCoverage *state = xc_ledger_coverage_find (self->coverage, id, NULL);
  g_autofree char *why = xc_ledger_coverage_explain (self->coverage, id);
  g_autofree char *as_of = xc_day_format (self->coverage->as_of);
  g_autofree char *words = NULL;

  if (state == NULL)
    return;
  /* translators: %1$s is a symbol, %2$s the state of coverage, %3$s a day */
  words = g_strdup_printf (_ ("%1$s %2$s, as of %3$s"), xc_coverage_state_symbol (state->state),
                           xc_coverage_state_title (state->state), as_of);
  add_heading (self, words);
  add_label (self, why, NULL);
  if (state->repeat_visits > 0 || state->other_visits > 0)
    {
      g_autofree char *visits =
          /* translators: %1$u and %2$u are numbers of inspections */
          g_strdup_printf (_ ("Inspected again: %1$u; inspections that do not count: %2$u."),
                           state->repeat_visits, state->other_visits);

      add_label (self, visits, "dim-label");
    }
}

typedef struct
{
  XcRecord *member;
  XcRecord *event;
} Membership;

static void
clear_membership (gpointer data)
{
  xc_record_unref (((Membership *) data)->member);
  xc_record_unref (((Membership *) data)->event);
}

static int
compare_memberships (gconstpointer a, gconstpointer b)
{
  XcDay x = xc_record_get_day (((const Membership *) a)->event, "happened_on");
  XcDay y = xc_record_get_day (((const Membership *) b)->event, "happened_on");

  return x < y ? -1 : x > y;
}

/* By day, oldest first. */
static GArray *
load_memberships (XcOrganizationCard *self, gint64 id)
{
  g_autoptr (GPtrArray) members =
      xc_store_load_where (self->store, XC_TABLE_EVENT_MEMBER, "organization_id", id, NULL);
  GArray *memberships = g_array_new (FALSE, FALSE, sizeof (Membership));

  g_array_set_clear_func (memberships, clear_membership);
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      Membership membership;

      membership.event = xc_store_load (self->store, XC_TABLE_ORGANIZATION_EVENT,
                                        xc_record_get_number (members->pdata[i], "event_id"), NULL);
      if (membership.event == NULL)
        continue;
      membership.member = xc_record_ref (members->pdata[i]);
      g_array_append_val (memberships, membership);
    }
  g_array_sort (memberships, compare_memberships);
  return memberships;
}

static void
add_names (XcOrganizationCard *self, const XcRecord *organization, GArray *memberships)
{
  XcDay since = xc_record_get_day (organization, "valid_from");
  gboolean has_former = FALSE;

  for (guint i = 0; i < memberships->len; i++)
    {
      const Membership *membership = &g_array_index (memberships, Membership, i);
      g_autofree char *from = xc_day_is_set (since) ? xc_day_format (since) : g_strdup ("");
      g_autofree char *to = NULL;
      g_autofree char *line = NULL;

      if (!xc_record_is_set (membership->member, "former_name"))
        continue;
      if (!has_former)
        add_heading (self, _ ("Former Names"));
      has_former = TRUE;
      since = xc_record_get_day (membership->event, "happened_on");
      to = xc_day_format (since - 1);
      line = *from != '\0'
                 /* translators: %1$s is a name, %2$s and %3$s the first and the last day of it */
                 ? g_strdup_printf (_ ("%1$s, %2$s to %3$s"),
                                    xc_record_get_text (membership->member, "former_name"), from, to)
                 /* translators: %1$s is a name, %2$s the last day of it */
                 : g_strdup_printf (_ ("%1$s, until %2$s"),
                                    xc_record_get_text (membership->member, "former_name"), to);
      add_label (self, line, NULL);
    }
}

static void
add_event (XcOrganizationCard *self, const Membership *membership)
{
  g_autofree char *day = dup_value (membership->event, "happened_on");
  g_autofree char *kind = dup_value (membership->event, "kind");
  g_autofree char *document = dup_value (membership->event, "document");
  g_autofree char *reason = dup_value (membership->event, "reason");
  gint64 event_id = xc_record_get_id (membership->event);
  g_autofree char *before = xc_ledger_coverage_dup_names (self->coverage, event_id, XC_SIDE_BEFORE);
  g_autofree char *after = xc_ledger_coverage_dup_names (self->coverage, event_id, XC_SIDE_AFTER);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *former = dup_name (self, membership->member, "former_register_id");

  /* translators: %1$s is a day, %2$s what happened then, as “Merged” */
  g_string_printf (line, _ ("%1$s %2$s"), day, kind);
  if (*before != '\0' || *after != '\0')
    g_string_append_printf (line,
                            *before != '\0' && *after != '\0' ? C_ ("event", ": %1$s → %2$s") : ": %1$s%2$s",
                            before, after);
  if (*former != '\0')
    /* translators: %s is a register */
    g_string_append_printf (line, _ ("; before that in %s"), former);
  if (*document != '\0')
    g_string_append_printf (line, C_ ("document or reason", "; %s"), document);
  if (*reason != '\0')
    g_string_append_printf (line, C_ ("document or reason", "; %s"), reason);
  add_label (self, line->str, NULL);
}

static void
add_events (XcOrganizationCard *self, GArray *memberships)
{
  gint64 last = 0;

  if (memberships->len > 0)
    add_heading (self, _ ("Events"));
  for (guint i = 0; i < memberships->len; i++)
    {
      const Membership *membership = &g_array_index (memberships, Membership, i);

      /* It may stand on both sides of one event. */
      if (xc_record_get_id (membership->event) != last)
        add_event (self, membership);
      last = xc_record_get_id (membership->event);
    }
}

static gboolean
says_counting (const XcRecord *inspection)
{
  XcInspectionKind kind = XC_INSPECTION_REGULAR;
  XcLevel level = XC_LEVEL_OWN;
  XcCounts counts = XC_COUNTS_BY_KIND;

  xc_inspection_kind_from_word (xc_record_get_text (inspection, "kind"), &kind);
  xc_level_from_word (xc_record_get_text (inspection, "level"), &level);
  xc_counts_from_word (xc_record_get_text (inspection, "counts"), &counts);
  return xc_inspection_counts (kind, level, counts);
}

static char *
dup_place (XcOrganizationCard *self, const XcRecord *inspection)
{
  g_autoptr (XcRecord) round = NULL;
  g_autofree char *term = NULL;
  g_autofree char *name = NULL;

  if (!xc_record_is_set (inspection, "round_id"))
    return g_strdup (_ ("A higher committee"));
  round = xc_store_load (self->store, XC_TABLE_ROUND, xc_record_get_number (inspection, "round_id"), NULL);
  name = dup_name (self, inspection, "round_id");
  if (round == NULL || xc_record_get_number (round, "term_id") == xc_record_get_id (self->coverage->term))
    return g_steal_pointer (&name);
  term = dup_name (self, round, "term_id");
  /* translators: %1$s is a term, %2$s a round of it */
  return g_strdup_printf (_ ("%1$s, %2$s"), term, name);
}

static void
add_inspection (XcOrganizationCard *self, const XcRecord *inspection)
{
  g_autofree char *place = dup_place (self, inspection);
  g_autofree char *kind = dup_value (inspection, "kind");
  g_autofree char *enters = dup_value (inspection, "enters_on");
  g_autofree char *leaves = dup_value (inspection, "leaves_on");
  g_autofree char *fed_back = dup_value (inspection, "fed_back_on");
  g_autofree char *reason = dup_value (inspection, "counts_reason");
  g_autoptr (GString) line = g_string_new (NULL);

  /* translators: %1$s is a round, %2$s the kind of an inspection */
  g_string_printf (line, C_ ("inspection", "%1$s, %2$s"), place, kind);
  if (*enters != '\0' || *leaves != '\0')
    /* translators: %1$s and %2$s are the days when the team enters and leaves, either may be empty */
    g_string_append_printf (line, C_ ("inspection", ": %1$s to %2$s"), enters, leaves);
  if (*fed_back != '\0')
    /* translators: %s is a day */
    g_string_append_printf (line, C_ ("inspection", ", fed back on %s"), fed_back);
  add_label (self, line->str, NULL);
  g_string_assign (line, says_counting (inspection) ? _ ("Counts toward coverage")
                                                    : _ ("Does not count toward coverage"));
  if (*reason != '\0')
    g_string_append_printf (line, C_ ("document or reason", "; %s"), reason);
  gtk_widget_add_css_class (add_label (self, line->str, "caption"), "dim-label");
}

static void
add_problems (XcOrganizationCard *self, GPtrArray *inspections)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_PROBLEM, "state");
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) line = g_string_new (NULL);
  guint total = 0;

  for (guint i = 0; i < inspections->len; i++)
    {
      g_autoptr (GPtrArray) problems = xc_store_load_where (self->store, XC_TABLE_PROBLEM, "inspection_id",
                                                            xc_record_get_id (inspections->pdata[i]), NULL);

      for (guint p = 0; problems != NULL && p < problems->len; p++)
        {
          const XcChoice *state =
              xc_field_find_choice (field, xc_record_get_text (problems->pdata[p], "state"));
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, state->word));

          g_hash_table_insert (counts, (gpointer) state->word, GUINT_TO_POINTER (count + 1));
          total++;
        }
    }
  /* translators: %u is a number of problems */
  g_string_printf (line, g_dngettext (GETTEXT_PACKAGE, "%u problem", "%u problems", total), total);
  add_heading (self, line->str);
  g_string_truncate (line, 0);
  for (const XcChoice *state = field->choices; state->word != NULL; state++)
    if (g_hash_table_contains (counts, state->word))
      g_string_append_printf (line, "%s%s %u", line->len > 0 ? C_ ("between names", ", ") : "",
                              xc_choice_title (state),
                              GPOINTER_TO_UINT (g_hash_table_lookup (counts, state->word)));
  if (line->len > 0)
    add_label (self, line->str, NULL);
}

/**
 * xc_organization_card_show:
 * @self: a card
 * @coverage: (nullable): of the ledger
 * @organization: the id of whom to show, or 0
 */
void
xc_organization_card_show (XcOrganizationCard *self, const XcLedgerCoverage *coverage, gint64 organization)
{
  g_autoptr (XcRecord) record = NULL;
  g_autoptr (GArray) memberships = NULL;
  g_autoptr (GPtrArray) inspections = NULL;

  self->coverage = coverage;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "form");
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->box));
  if (coverage != NULL && organization != 0)
    record = xc_store_load (coverage->store, XC_TABLE_ORGANIZATION, organization, NULL);
  if (record == NULL)
    {
      add_label (self, _ ("Choose one organization to see what the ledger knows of it."), "dim-label");
      return;
    }
  self->store = coverage->store;
  memberships = load_memberships (self, organization);
  inspections = xc_store_load_where (self->store, XC_TABLE_INSPECTION, "organization_id", organization, NULL);
  add_label (self, xc_record_get_text (record, "name"), "title-3");
  add_state (self, organization);
  add_names (self, record, memberships);
  add_events (self, memberships);
  if (inspections == NULL)
    return;
  add_heading (self, inspections->len > 0 ? _ ("Inspections") : _ ("No inspections"));
  for (guint i = 0; i < inspections->len; i++)
    add_inspection (self, inspections->pdata[i]);
  add_problems (self, inspections);
}
