/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/avoidance/avoidance-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/avoidance/avoidance-group.h"
#include "app/avoidance/avoidance-ways.h"
#include "app/form/drafts.h"
#include "app/form/field-view.h"
#include "app/today.h"
#include "app/window.h"
#include "core/avoidance-words.h"
#include "store/assignment.h"
#include "store/avoidance-ruling.h"
#include "store/team-substitute.h"

struct _XcAvoidanceDialog
{
  XcDialog parent_instance;

  XcAvoidancePlace place;

  /* Owned */
  XcStore *store;
  XcAvoidance *avoidance; /* what is shown is of it */

  /* Template widgets */
  AdwWindowTitle *heading;
  GtkMenuButton *way;
  GtkWidget *conflicts;
  GtkWidget *nothing;
  GtkBox *groups;
  GtkWidget *waiving;
  GtkLabel *fault;
  XcFieldView *reason;
  XcFieldView *ruled_on;
};

G_DEFINE_FINAL_TYPE (XcAvoidanceDialog, xc_avoidance_dialog, XC_TYPE_DIALOG)

static void update (XcAvoidanceDialog *self);

static void
say_fault (XcAvoidanceDialog *self, const char *sentence)
{
  gtk_label_set_text (self->fault, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), sentence != NULL);
}

/* What is typed belongs to what the dialog is about, as long as there is no ruling to which it could belong. */
static gint64
get_draft_id (XcAvoidanceDialog *self)
{
  return self->place.inspection_id != 0 ? self->place.inspection_id : self->place.person_id;
}

static void
xc_avoidance_dialog_keep (XcDialog *dialog)
{
  XcAvoidanceDialog *self = XC_AVOIDANCE_DIALOG (dialog);
  g_autofree char *typed = xc_field_editor_dup_typed (xc_field_view_get_editor (self->reason));
  g_autofree char *ledger = xc_store_dup_uuid (self->store);
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);

  if (typed == NULL || *typed == '\0')
    {
      xc_drafts_drop (ledger, XC_TABLE_AVOIDANCE, get_draft_id (self));
      return;
    }
  g_hash_table_insert (texts, (gpointer) "reason", typed);
  xc_drafts_keep (ledger, XC_TABLE_AVOIDANCE, get_draft_id (self), texts);
}

static void
put_draft (XcAvoidanceDialog *self)
{
  g_autofree char *ledger = xc_store_dup_uuid (self->store);
  g_autoptr (GHashTable) typed = xc_drafts_find (ledger, XC_TABLE_AVOIDANCE, get_draft_id (self));
  const char *reason = typed != NULL ? g_hash_table_lookup (typed, "reason") : NULL;

  if (reason != NULL)
    xc_field_editor_put_typed (xc_field_view_get_editor (self->reason), reason);
}

/* After something was done: it is told in the window, and where nothing is left to be decided the dialog has done its work. */
static void
finish (XcAvoidanceDialog *self, const char *title)
{
  g_autoptr (GArray) conflicts = NULL;

  say_fault (self, NULL);
  xc_window_tell_done (GTK_WIDGET (self), title);
  conflicts = xc_avoidance_book_list (xc_avoidance_book_get (self->store), &self->place);
  if (xc_avoidance_count_open (conflicts) == 0)
    gtk_window_close (GTK_WINDOW (self));
  else
    update (self);
}

static GArray *
list_chosen (XcAvoidanceDialog *self)
{
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (XcAvoidanceSubject));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    xc_avoidance_group_read_chosen (child, subjects);
  return subjects;
}

/* Reads reason and day; says what is wrong beside them. */
static XcRecord *
read_ruling (XcAvoidanceDialog *self)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_AVOIDANCE);
  g_autofree char *reason_fault = xc_field_editor_read (xc_field_view_get_editor (self->reason), record);
  g_autofree char *day_fault = xc_field_editor_read (xc_field_view_get_editor (self->ruled_on), record);

  xc_field_view_set_fault (self->reason, reason_fault);
  xc_field_view_set_fault (self->ruled_on, day_fault);
  return reason_fault == NULL && day_fault == NULL ? g_steal_pointer (&record) : NULL;
}

static void
waive_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcAvoidanceDialog *self = XC_AVOIDANCE_DIALOG (widget);
  g_autoptr (GArray) subjects = list_chosen (self);
  g_autoptr (XcRecord) record = read_ruling (self);
  XcAvoidanceDecision decision = { .ruling = XC_RULING_WAIVED, .subjects = subjects };
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (record == NULL || !gtk_widget_get_visible (self->waiving))
    return;
  decision.reason = xc_record_get_text (record, "reason");
  decision.ruled_on = xc_record_get_day (record, "ruled_on");
  if (!xc_avoidance_decide (self->store, &decision, &title, &error))
    {
      say_fault (self, error->message);
      if (decision.reason == NULL)
        gtk_widget_child_focus (GTK_WIDGET (self->reason), GTK_DIR_TAB_FORWARD);
      return;
    }
  xc_field_editor_put_typed (xc_field_view_get_editor (self->reason), "");
  finish (self, title);
}

static void
withdraw_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcAvoidanceDialog *self = XC_AVOIDANCE_DIALOG (widget);
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (GArray) rulings = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  g_array_append_val (rulings, id);
  if (xc_avoidance_withdraw (self->store, rulings, &title, &error))
    finish (self, title);
  else
    say_fault (self, error->message);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const fields[] = { "team_id", NULL };
  XcAvoidanceDialog *self = XC_AVOIDANCE_DIALOG (widget);
  g_autoptr (GArray) inspections = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (XcRecord) values = xc_record_new (XC_TABLE_INSPECTION);
  XcAssignmentChange change = { inspections, values, fields };
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  gint64 inspection, team;

  g_variant_get (parameter, "(xx)", &inspection, &team);
  g_array_append_val (inspections, inspection);
  xc_record_set_number (values, "team_id", team);
  title = xc_assignment_change_dup_title (&change, self->store);
  if (xc_store_run (self->store, title, xc_assignment_change, &change, &error))
    finish (self, title);
  else
    say_fault (self, error->message);
}

static void
replace_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcAvoidanceDialog *self = XC_AVOIDANCE_DIALOG (widget);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  gint64 member, person;

  g_variant_get (parameter, "(xx)", &member, &person);
  if (xc_team_substitute (self->store, member, person, xc_today (), &title, &error))
    finish (self, title);
  else
    say_fault (self, error->message);
}

/* Of an inspection, its organization; of a person, who that is. */
static void
show_heading (XcAvoidanceDialog *self)
{
  const XcAvoidanceInspection *inspection =
      xc_avoidance_find_inspection (self->avoidance, self->place.inspection_id);
  const XcAvoidanceTeam *team = xc_avoidance_find_team (
      self->avoidance, inspection != NULL ? inspection->team_id : self->place.team_id);
  const XcAvoidancePerson *person = xc_avoidance_find_person (self->avoidance, self->place.person_id);
  const XcAvoidanceOrganization *organization =
      inspection != NULL ? xc_avoidance_find_organization (self->avoidance, inspection->organization_id)
                         : NULL;
  const char *name = organization != NULL ? organization->name : person != NULL ? person->name : "";
  g_autofree char *team_name = team != NULL ? xc_avoidance_team_name (team) : g_strdup ("");
  /* translators: %s is an organization or a person */
  g_autofree char *title = g_strdup_printf (C_ ("avoidance", "Avoidance: %s"), name);

  adw_window_title_set_title (self->heading, title);
  adw_window_title_set_subtitle (self->heading, team_name);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* The way out that is the same for all groups stands above them. */
static void
show_way (XcAvoidanceDialog *self, const GArray *conflicts)
{
  gboolean can_write = xc_store_is_writable (self->store);
  const XcAvoidanceConflict *first =
      conflicts->len > 0 ? &g_array_index (conflicts, XcAvoidanceConflict, 0) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->way), can_write && first != NULL);
  if (first == NULL)
    return;
  if (self->place.inspection_id != 0)
    xc_avoidance_ways_offer_teams (self->way, self->store, first);
  else
    xc_avoidance_ways_offer_people (self->way, self->store, first);
}

/* Conflicts of one person at one inspection stand together; returns how many there are from @first on. */
static guint
count_together (const GArray *conflicts, guint first)
{
  const XcAvoidanceConflict *one = &g_array_index (conflicts, XcAvoidanceConflict, first);
  guint n = 0;

  for (; first + n < conflicts->len; n++)
    {
      const XcAvoidanceConflict *other = &g_array_index (conflicts, XcAvoidanceConflict, first + n);

      if (other->person != one->person || other->inspection != one->inspection)
        break;
    }
  return n;
}

/* Nobody is asked to choose where there is no choice. */
static void
show_groups (XcAvoidanceDialog *self, const GArray *conflicts)
{
  XcAvoidanceGroupParts parts = {
    .with_teams = self->place.inspection_id == 0,
    .can_write = xc_store_is_writable (self->store),
  };
  guint n_choices = 0;

  for (guint i = 0, n; i < conflicts->len; i += n)
    {
      n = count_together (conflicts, i);
      n_choices += xc_avoidance_group_count_choices (&g_array_index (conflicts, XcAvoidanceConflict, i), n);
    }
  parts.is_chosen = n_choices == 1;
  gtk_widget_set_visible (self->waiving, parts.can_write && n_choices > 0);
  for (guint i = 0, n; i < conflicts->len; i += n)
    {
      n = count_together (conflicts, i);
      gtk_box_append (self->groups,
                      xc_avoidance_group_new (self->store, self->avoidance,
                                              &g_array_index (conflicts, XcAvoidanceConflict, i), n, &parts));
    }
}

static void
update (XcAvoidanceDialog *self)
{
  XcAvoidanceBook *book = xc_avoidance_book_get (self->store);
  XcAvoidance *avoidance = xc_avoidance_book_read (book, NULL);
  g_autoptr (GArray) conflicts = xc_avoidance_book_list (book, &self->place);
  GtkWidget *child;

  if (avoidance == NULL)
    return;
  g_clear_pointer (&self->avoidance, xc_avoidance_unref);
  self->avoidance = xc_avoidance_ref (avoidance);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  show_heading (self);
  show_way (self, conflicts);
  show_groups (self, conflicts);
  gtk_widget_set_visible (self->conflicts, conflicts->len > 0);
  gtk_widget_set_visible (self->nothing, conflicts->len == 0);
}

/* Who opens it wants to write a reason. What is not on the screen yet takes no focus. */
static void
xc_avoidance_dialog_map (GtkWidget *widget)
{
  XcAvoidanceDialog *self = XC_AVOIDANCE_DIALOG (widget);

  GTK_WIDGET_CLASS (xc_avoidance_dialog_parent_class)->map (widget);
  if (gtk_widget_get_visible (self->waiving))
    gtk_widget_child_focus (GTK_WIDGET (self->reason), GTK_DIR_TAB_FORWARD);
}

static void
xc_avoidance_dialog_dispose (GObject *object)
{
  XcAvoidanceDialog *self = XC_AVOIDANCE_DIALOG (object);

  g_clear_pointer (&self->avoidance, xc_avoidance_unref);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_AVOIDANCE_DIALOG);
  G_OBJECT_CLASS (xc_avoidance_dialog_parent_class)->dispose (object);
}

static void
xc_avoidance_dialog_class_init (XcAvoidanceDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_avoidance_dialog_dispose;
  XC_DIALOG_CLASS (class)->keep = xc_avoidance_dialog_keep;
  widget_class->map = xc_avoidance_dialog_map;
  g_type_ensure (XC_TYPE_FIELD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuncha/Xuncha/avoidance/avoidance-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcAvoidanceDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, XcAvoidanceDialog, way);
  gtk_widget_class_bind_template_child (widget_class, XcAvoidanceDialog, conflicts);
  gtk_widget_class_bind_template_child (widget_class, XcAvoidanceDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, XcAvoidanceDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, XcAvoidanceDialog, waiving);
  gtk_widget_class_bind_template_child (widget_class, XcAvoidanceDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, XcAvoidanceDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, XcAvoidanceDialog, ruled_on);
  gtk_widget_class_install_action (widget_class, "avoidance.waive", NULL, waive_action);
  gtk_widget_class_install_action (widget_class, "avoidance.withdraw", "x", withdraw_action);
  gtk_widget_class_install_action (widget_class, "avoidance.move", "(xx)", move_action);
  gtk_widget_class_install_action (widget_class, "avoidance.replace", "(xx)", replace_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "avoidance.waive", NULL);
}

static void
xc_avoidance_dialog_init (XcAvoidanceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xc_avoidance_dialog_new:
 * @parent: (nullable): the window
 * @store: its ledger
 * @place: an inspection, or somebody in a team
 *
 * Returns: the dialog, to be presented
 */
XcAvoidanceDialog *
xc_avoidance_dialog_new (GtkWindow *parent, XcStore *store, const XcAvoidancePlace *place)
{
  XcAvoidanceDialog *self = g_object_new (XC_TYPE_AVOIDANCE_DIALOG, "transient-for", parent, NULL);
  g_autoptr (XcRecord) ruling = xc_record_new (XC_TABLE_AVOIDANCE);

  self->store = g_object_ref (store);
  self->place = *place;
  xc_record_set_day (ruling, "ruled_on", xc_today ());
  xc_field_view_set_table (self->reason, XC_TABLE_AVOIDANCE);
  xc_field_view_set_table (self->ruled_on, XC_TABLE_AVOIDANCE);
  xc_field_editor_show (xc_field_view_get_editor (self->reason), store, ruling);
  xc_field_editor_show (xc_field_view_get_editor (self->ruled_on), store, ruling);
  put_draft (self);
  update (self);
  return self;
}
