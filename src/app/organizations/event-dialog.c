/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/organizations/event-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/form/field-view.h"
#include "app/organizations/coverage-preview.h"
#include "app/organizations/organization-chooser.h"
#include "app/today.h"
#include "store/organization-events.h"
#include "store/row-name.h"

/* Long enough that a name is typed through, short enough that nobody waits. */
#define PREVIEW_AFTER_MS 250

#define N_VIEWS 8
#define MAX_CHILDREN_NAMED 6

struct _XcEventDialog
{
  XcDialog parent_instance;

  XcEventKind kind;
  guint preview_source;

  /* Owned */
  XcStore *store;
  XcLedgerCoverage *coverage;

  /* Template widgets */
  XcOrganizationChooser *before;
  XcOrganizationChooser *after;
  XcFieldView *happened_on;
  XcFieldView *document;
  XcFieldView *reason;
  XcFieldView *name;
  GtkWidget *place;
  XcFieldView *register_id;
  XcFieldView *parent_id;
  GtkWidget *passing;
  XcFieldView *passes;
  XcFieldView *decided_on;
  GtkWidget *children;
  GtkCheckButton *moves_children;
  GtkLabel *children_names;
  XcFieldView *children_parent;
  XcCoveragePreview *preview;
  GtkLabel *fault;
};

/* Which parts of the dialog a kind has, and what they are called. */
typedef struct
{
  const char *title;
  const char *before; /* NULL: nobody was there before */
  const char *after;  /* NULL: nobody else is there after */
  gboolean has_name;
  gboolean has_place;
  gboolean has_passing;
} EventParts;

static const EventParts parts[] = {
  [XC_EVENT_FOUNDED] = { N_ ("Organization Founded"), NULL, N_ ("New Organizations"), FALSE, TRUE, FALSE },
  [XC_EVENT_RENAMED] = { N_ ("Organization Renamed"), N_ ("Organization to Rename"), NULL, TRUE, FALSE,
                         FALSE },
  [XC_EVENT_MERGED] = { N_ ("Organizations Merged"), N_ ("Organizations Before the Merger"),
                        N_ ("Organization After the Merger"), FALSE, FALSE, TRUE },
  [XC_EVENT_SPLIT] = { N_ ("Organization Split"), N_ ("Organization Before the Split"),
                       N_ ("Organizations After the Split"), FALSE, FALSE, TRUE },
  [XC_EVENT_ABOLISHED] = { N_ ("Organization Abolished"), N_ ("Organizations to Abolish"), NULL, FALSE, FALSE,
                           FALSE },
  [XC_EVENT_MOVED] = { N_ ("Organization Moved"), N_ ("Organizations to Move"), NULL, FALSE, TRUE, FALSE },
};

static guint recorded_signal;

G_DEFINE_FINAL_TYPE (XcEventDialog, xc_event_dialog, XC_TYPE_DIALOG)

/* Reads one field; returns whether what is typed is a value, and says otherwise beside it. */
static gboolean
read_view (XcFieldView *view, XcRecord *record, gboolean says_faults)
{
  g_autofree char *fault = xc_field_editor_read (xc_field_view_get_editor (view), record);

  if (says_faults)
    xc_field_view_set_fault (view, fault);
  return fault == NULL;
}

static char *
settle_choosers (XcEventDialog *self)
{
  char *fault = parts[self->kind].before != NULL ? xc_organization_chooser_settle (self->before) : NULL;

  if (fault == NULL && parts[self->kind].after != NULL)
    fault = xc_organization_chooser_settle (self->after);
  return fault;
}

/* What is typed, or NULL when some of it is no value. */
static XcOrganizationEvent *
read_event (XcEventDialog *self, gboolean says_faults)
{
  g_autoptr (XcOrganizationEvent) event = xc_organization_event_new (self->kind);
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_ORGANIZATION_EVENT);
  g_autoptr (XcRecord) organization = xc_record_new (XC_TABLE_ORGANIZATION);
  g_autoptr (XcRecord) member = xc_record_new (XC_TABLE_EVENT_MEMBER);
  g_autoptr (XcRecord) elsewhere = xc_record_new (XC_TABLE_ORGANIZATION);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new_with_free_func (g_free);
  const EventParts *has = &parts[self->kind];
  gboolean is_valid = read_view (self->happened_on, record, says_faults);

  is_valid &= read_view (self->document, record, says_faults);
  is_valid &= read_view (self->reason, record, says_faults);
  if (has->has_name)
    is_valid &= read_view (self->name, organization, says_faults);
  if (has->has_place)
    {
      is_valid &= read_view (self->register_id, organization, says_faults);
      is_valid &= read_view (self->parent_id, organization, says_faults);
    }
  if (has->has_passing)
    {
      is_valid &= read_view (self->passes, member, says_faults);
      is_valid &= read_view (self->decided_on, member, says_faults);
    }
  if (gtk_widget_get_visible (GTK_WIDGET (self->children_parent)))
    is_valid &= read_view (self->children_parent, elsewhere, says_faults);
  if (!is_valid)
    return NULL;
  event->moves_children = gtk_check_button_get_active (self->moves_children);
  event->children_parent_id = xc_record_get_number (elsewhere, "parent_id");
  event->day = xc_record_get_day (record, "happened_on");
  event->document = g_strdup (xc_record_get_text (record, "document"));
  event->reason = g_strdup (xc_record_get_text (record, "reason"));
  event->register_id = xc_record_get_number (organization, "register_id");
  event->parent_id = xc_record_get_number (organization, "parent_id");
  xc_passes_from_word (xc_record_get_text (member, "passes"), &event->passes);
  event->decided_on = xc_record_get_day (member, "decided_on");
  if (has->before != NULL)
    xc_organization_chooser_read (self->before, event->predecessors, nobody);
  if (has->after != NULL)
    xc_organization_chooser_read (self->after, event->successors, event->founded);
  if (has->has_name && xc_record_is_set (organization, "name"))
    g_ptr_array_add (event->founded, g_strdup (xc_record_get_text (organization, "name")));
  return g_steal_pointer (&event);
}

/* The first few are named: who they are, not how many, tells whether they are to move. */
static char *
dup_children_names (XcEventDialog *self, const GArray *children)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_named = MIN (children->len, MAX_CHILDREN_NAMED);

  for (guint i = 0; i < n_named; i++)
    {
      g_autofree char *name = xc_row_dup_name (xc_store_get_database (self->store), XC_TABLE_ORGANIZATION,
                                               g_array_index (children, gint64, i));

      g_string_append_printf (names, "%s%s", i > 0 ? C_ ("between names", ", ") : "", name);
    }
  if (children->len > n_named)
    /* translators: %1$s are names, %2$u is a number of organizations */
    return g_strdup_printf (_ ("%1$s and %2$u more"), names->str, children->len - n_named);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Nobody would think of those below; they would stay below what is there no more. */
static void
show_children (XcEventDialog *self, const XcOrganizationEvent *event)
{
  g_autoptr (GArray) children = NULL;
  g_autofree char *label = NULL;
  g_autofree char *names = NULL;

  if (event != NULL && xc_day_is_set (event->day))
    children = xc_organization_event_find_children (event, self->store, NULL);
  gtk_widget_set_visible (self->children, children != NULL && children->len > 0);
  if (children == NULL || children->len == 0)
    return;
  label =
      g_strdup_printf (self->kind == XC_EVENT_MERGED
                           /* translators: %u is a number of organizations */
                           ? g_dngettext (GETTEXT_PACKAGE, "_Put the %u organization below under the new one",
                                          "_Put the %u organizations below under the new one", children->len)
                           /* translators: %u is a number of organizations */
                           : g_dngettext (GETTEXT_PACKAGE, "_Put the %u organization below elsewhere",
                                          "_Put the %u organizations below elsewhere", children->len),
                       children->len);
  names = dup_children_names (self, children);
  gtk_check_button_set_label (self->moves_children, label);
  gtk_label_set_text (self->children_names, names);
}

static void
moves_children_toggled_cb (XcEventDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->children_parent),
                          self->kind != XC_EVENT_MERGED
                              && gtk_check_button_get_active (self->moves_children));
}

static void
show_preview (XcEventDialog *self)
{
  g_autoptr (XcOrganizationEvent) event = read_event (self, FALSE);
  g_autoptr (GError) error = NULL;

  show_children (self, event);
  if (event == NULL || !xc_day_is_set (event->day))
    xc_coverage_preview_clear (self->preview,
                               _ ("Type the day and the organizations to see what coverage will be."));
  else if (self->coverage == NULL)
    xc_coverage_preview_clear (self->preview, _ ("The ledger has no term yet, so there is no coverage."));
  else if (!xc_coverage_preview_show (self->preview, self->coverage, event->day, xc_organization_event_apply,
                                      event, &error))
    xc_coverage_preview_clear (self->preview, error->message);
}

static gboolean
preview_later_cb (gpointer data)
{
  XcEventDialog *self = data;

  self->preview_source = 0;
  show_preview (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (XcEventDialog *self)
{
  /* Entries are emptied as the dialog goes. */
  if (self->store == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->fault), FALSE);
  g_clear_handle_id (&self->preview_source, g_source_remove);
  self->preview_source = g_timeout_add (PREVIEW_AFTER_MS, preview_later_cb, self);
}

static void
say_fault (XcEventDialog *self, const char *sentence)
{
  gtk_label_set_text (self->fault, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
}

static void
record_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  XcEventDialog *self = XC_EVENT_DIALOG (widget);
  g_autofree char *unsettled = settle_choosers (self);
  g_autoptr (XcOrganizationEvent) event = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (unsettled != NULL)
    {
      say_fault (self, unsettled);
      return;
    }
  event = read_event (self, TRUE);
  if (event == NULL)
    return;
  title = xc_organization_event_dup_title (event, self->store);
  if (!xc_store_run (self->store, title, xc_organization_event_apply, event, &error))
    {
      say_fault (self, error->message);
      return;
    }
  g_signal_emit (self, recorded_signal, 0, title);
  xc_dialog_finish (XC_DIALOG (self));
}

/* All that is typed into, but for the choosers, by the names of its fields. */
static void
list_views (XcEventDialog *self, XcFieldView *views[N_VIEWS])
{
  XcFieldView *const all[N_VIEWS] = { self->happened_on, self->document,  self->reason, self->name,
                                      self->register_id, self->parent_id, self->passes, self->decided_on };

  memcpy (views, all, sizeof all);
}

static void
xc_event_dialog_read_typed (XcDialog *dialog, GHashTable *typed)
{
  XcEventDialog *self = XC_EVENT_DIALOG (dialog);
  XcFieldView *views[N_VIEWS];

  list_views (self, views);
  for (guint i = 0; i < N_VIEWS; i++)
    g_hash_table_insert (typed, g_strdup (xc_field_view_get_field_name (views[i])),
                         xc_field_editor_dup_typed (xc_field_view_get_editor (views[i])));
  if (parts[self->kind].before != NULL)
    g_hash_table_insert (typed, g_strdup ("before"), xc_organization_chooser_dup_typed (self->before));
  if (parts[self->kind].after != NULL)
    g_hash_table_insert (typed, g_strdup ("after"), xc_organization_chooser_dup_typed (self->after));
  g_hash_table_insert (typed, g_strdup ("children_parent"),
                       xc_field_editor_dup_typed (xc_field_view_get_editor (self->children_parent)));
  if (gtk_check_button_get_active (self->moves_children))
    g_hash_table_insert (typed, g_strdup ("moves_children"), g_strdup ("yes"));
}

static void
xc_event_dialog_put_typed (XcDialog *dialog, GHashTable *typed)
{
  XcEventDialog *self = XC_EVENT_DIALOG (dialog);
  const char *before = g_hash_table_lookup (typed, "before");
  const char *after = g_hash_table_lookup (typed, "after");
  const char *children_parent = g_hash_table_lookup (typed, "children_parent");
  XcFieldView *views[N_VIEWS];

  list_views (self, views);
  for (guint i = 0; i < N_VIEWS; i++)
    {
      const char *text = g_hash_table_lookup (typed, xc_field_view_get_field_name (views[i]));

      if (text != NULL)
        xc_field_editor_put_typed (xc_field_view_get_editor (views[i]), text);
      xc_field_view_set_fault (views[i], NULL);
    }
  if (before != NULL && parts[self->kind].before != NULL)
    xc_organization_chooser_put_typed (self->before, before);
  if (after != NULL && parts[self->kind].after != NULL)
    xc_organization_chooser_put_typed (self->after, after);
  if (children_parent != NULL)
    xc_field_editor_put_typed (xc_field_view_get_editor (self->children_parent), children_parent);
  gtk_check_button_set_active (self->moves_children, g_hash_table_contains (typed, "moves_children"));
  show_preview (self);
}

/* What was typed about one organization is not put into the dialog about another. */
static char *
dup_draft_name (XcEventKind kind, const GArray *organizations)
{
  g_autoptr (GString) name = g_string_new ("event ");

  g_string_append (name, xc_event_kind_to_word (kind));
  for (guint i = 0; i < organizations->len; i++)
    g_string_append_printf (name, " %" G_GINT64_FORMAT, g_array_index (organizations, gint64, i));
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
xc_event_dialog_dispose (GObject *object)
{
  XcEventDialog *self = XC_EVENT_DIALOG (object);

  g_clear_pointer (&self->coverage, xc_ledger_coverage_free);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_EVENT_DIALOG);
  /* What is taken away tells of a change once more. */
  g_clear_handle_id (&self->preview_source, g_source_remove);
  G_OBJECT_CLASS (xc_event_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, before);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, after);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, happened_on);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, document);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, name);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, place);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, register_id);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, parent_id);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, passing);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, passes);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, decided_on);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, children);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, moves_children);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, children_names);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, children_parent);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, XcEventDialog, fault);
}

static void
xc_event_dialog_class_init (XcEventDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_event_dialog_dispose;
  XC_DIALOG_CLASS (class)->read_typed = xc_event_dialog_read_typed;
  XC_DIALOG_CLASS (class)->put_typed = xc_event_dialog_put_typed;
  recorded_signal = g_signal_new ("recorded", XC_TYPE_EVENT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (XC_TYPE_ORGANIZATION_CHOOSER);
  g_type_ensure (XC_TYPE_FIELD_VIEW);
  g_type_ensure (XC_TYPE_COVERAGE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuncha/Xuncha/organizations/event-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, moves_children_toggled_cb);
  gtk_widget_class_install_action (widget_class, "event.record", NULL, record_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "event.record", NULL);
}

static void
xc_event_dialog_init (XcEventDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_up_view (XcEventDialog *self, XcFieldView *view, const XcRecord *record)
{
  xc_field_view_set_table (view, xc_record_get_table (record));
  xc_field_editor_show (xc_field_view_get_editor (view), self->store, record);
  g_signal_connect_swapped (xc_field_view_get_editor (view), "edited", G_CALLBACK (changed_cb), self);
}

static void
set_up_views (XcEventDialog *self)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_ORGANIZATION_EVENT);
  g_autoptr (XcRecord) organization = xc_record_new (XC_TABLE_ORGANIZATION);
  g_autoptr (XcRecord) member = xc_record_new (XC_TABLE_EVENT_MEMBER);

  xc_record_set_day (record, "happened_on", xc_today ());
  xc_record_set_day (member, "decided_on", xc_today ());
  set_up_view (self, self->happened_on, record);
  set_up_view (self, self->document, record);
  set_up_view (self, self->reason, record);
  set_up_view (self, self->name, organization);
  set_up_view (self, self->register_id, organization);
  set_up_view (self, self->parent_id, organization);
  set_up_view (self, self->passes, member);
  set_up_view (self, self->decided_on, member);
  set_up_view (self, self->children_parent, organization);
}

/**
 * xc_event_dialog_new:
 * @parent: the window
 * @kind: what happened
 * @store: a ledger open for writing
 * @term: (nullable): the term in which coverage is counted
 * @organizations: (element-type gint64): whom it happened to, as selected
 *
 * Returns: the dialog
 */
XcEventDialog *
xc_event_dialog_new (GtkWindow *parent, XcEventKind kind, XcStore *store, XcRecord *term,
                     const GArray *organizations)
{
  XcEventDialog *self = g_object_new (XC_TYPE_EVENT_DIALOG, "transient-for", parent, NULL);
  const EventParts *has = &parts[kind];
  g_autofree char *draft = dup_draft_name (kind, organizations);

  self->kind = kind;
  self->store = g_object_ref (store);
  self->coverage = term != NULL ? xc_ledger_coverage_load (store, term, NULL) : NULL;
  gtk_window_set_title (GTK_WINDOW (self), _ (has->title));
  set_up_views (self);
  gtk_widget_set_visible (GTK_WIDGET (self->before), has->before != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->after), has->after != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->name), has->has_name);
  gtk_widget_set_visible (self->place, has->has_place);
  gtk_widget_set_visible (self->passing, has->has_passing);
  if (has->before != NULL)
    xc_organization_chooser_set_up (self->before, store, _ (has->before), FALSE);
  if (has->after != NULL)
    xc_organization_chooser_set_up (self->after, store, _ (has->after), TRUE);
  for (guint i = 0; has->before != NULL && i < organizations->len; i++)
    xc_organization_chooser_add (self->before, g_array_index (organizations, gint64, i));
  /* After a merger there is one place where they can be. */
  gtk_check_button_set_active (self->moves_children, kind == XC_EVENT_MERGED);
  moves_children_toggled_cb (self);
  xc_dialog_take_up_draft (XC_DIALOG (self), store, draft);
  gtk_widget_child_focus (GTK_WIDGET (has->before != NULL ? self->before : self->after), GTK_DIR_TAB_FORWARD);
  show_preview (self);
  return self;
}
