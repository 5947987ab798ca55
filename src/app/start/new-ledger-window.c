/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/new-ledger-window.h"

#include <glib/gi18n-lib.h>

#include "app/settings.h"
#include "app/today.h"
#include "core/text.h"

#define MONTHS_OF_TERM 60
#define N_ENTRIES 4

struct _XcNewLedgerWindow
{
  XcDialog parent_instance;

  /* Template widgets */
  GtkEditable *committee;
  GtkEditable *ordinal;
  GtkEditable *starts_on;
  GtkEditable *ends_on;
  AdwPreferencesGroup *registers;
  GtkCheckButton *by_import;
  GtkCheckButton *by_hand;
  GtkLabel *fault;

  GtkCheckButton *register_checks[XC_N_PRESET_REGISTERS]; /* borrowed */

  char *proposed_end; /* owned: the last day that nobody typed */
};

G_DEFINE_FINAL_TYPE (XcNewLedgerWindow, xc_new_ledger_window, XC_TYPE_DIALOG)

static guint accepted_signal;

static gboolean
refuse (XcNewLedgerWindow *self, GtkEditable *entry, const char *sentence)
{
  gtk_label_set_text (self->fault, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
  if (entry != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (entry));
  return FALSE;
}

static XcDay
read_day (GtkEditable *entry)
{
  g_autofree char *typed = xc_text_clean (gtk_editable_get_text (entry));

  return *typed != '\0' ? xc_day_parse (typed, xc_today ()) : XC_DAY_NONE;
}

/* Says the first thing that is missing or wrong, and goes there. */
static gboolean
check (XcNewLedgerWindow *self)
{
  g_autoptr (XcNewLedger) answers = xc_new_ledger_window_dup_answers (self);

  if (*answers->committee == '\0')
    return refuse (self, self->committee, _ ("Which committee is it? Write its name as it signs."));
  if (answers->ordinal == 0)
    return refuse (self, self->ordinal, _ ("Which term of the committee is it? Write it as 2 or 二."));
  if (!xc_day_is_set (answers->starts_on))
    return refuse (self, self->starts_on, _ ("On which day did the term begin? Write it as 2024-05-16."));
  if (!xc_day_is_set (answers->ends_on))
    return refuse (self, self->ends_on, _ ("On which day does the term end? Write it as 2024-05-16."));
  if (answers->ends_on < answers->starts_on)
    return refuse (self, self->ends_on, _ ("The term ends before it begins. Mend one of the two days."));
  for (guint i = 0; i < XC_N_PRESET_REGISTERS; i++)
    if (answers->registers[i])
      return TRUE;
  return refuse (self, NULL, _ ("Choose at least one register: every organization belongs to one."));
}

static void
create_clicked_cb (XcNewLedgerWindow *self)
{
  if (!check (self))
    return;
  /* Kept until the ledger is made: whoever gives up choosing a place for it finds everything again. */
  g_signal_emit (self, accepted_signal, 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* A term is of five years; most end on the day before the next begins. */
static void
starts_on_changed_cb (XcNewLedgerWindow *self)
{
  XcDay day = read_day (self->starts_on);
  const char *typed = gtk_editable_get_text (self->ends_on);
  char ends_on[XC_DAY_ISO_SIZE];

  if (!xc_day_is_set (day) || (*typed != '\0' && g_strcmp0 (typed, self->proposed_end) != 0))
    return;
  g_free (self->proposed_end);
  self->proposed_end = g_strdup (xc_day_format_iso (xc_day_add_months (day, MONTHS_OF_TERM) - 1, ends_on));
  gtk_editable_set_text (self->ends_on, self->proposed_end);
}

static void
add_registers (XcNewLedgerWindow *self)
{
  for (guint i = 0; i < XC_N_PRESET_REGISTERS; i++)
    {
      const char *title = xc_new_ledger_get_register (i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check_button = gtk_check_button_new ();

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check_button), xc_new_ledger_is_usual (i));
      gtk_widget_set_valign (check_button, GTK_ALIGN_CENTER);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check_button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check_button);
      adw_preferences_group_add (self->registers, row);
      self->register_checks[i] = GTK_CHECK_BUTTON (check_button);
    }
}

/* What is typed into, and under which name it is kept. */
typedef struct
{
  const char *name;
  GtkEditable *entry;
} Typed;

static void
list_entries (XcNewLedgerWindow *self, Typed entries[N_ENTRIES])
{
  entries[0] = (Typed){ "committee", self->committee };
  entries[1] = (Typed){ "ordinal", self->ordinal };
  entries[2] = (Typed){ "starts_on", self->starts_on };
  entries[3] = (Typed){ "ends_on", self->ends_on };
}

static char *
dup_register_name (guint index)
{
  return g_strdup_printf ("register %u", index);
}

static void
xc_new_ledger_window_read_typed (XcDialog *dialog, GHashTable *typed)
{
  XcNewLedgerWindow *self = XC_NEW_LEDGER_WINDOW (dialog);
  Typed entries[N_ENTRIES];

  list_entries (self, entries);
  for (guint i = 0; i < N_ENTRIES; i++)
    g_hash_table_insert (typed, g_strdup (entries[i].name),
                         g_strdup (gtk_editable_get_text (entries[i].entry)));
  for (guint i = 0; i < XC_N_PRESET_REGISTERS; i++)
    if (gtk_check_button_get_active (self->register_checks[i]))
      g_hash_table_insert (typed, dup_register_name (i), g_strdup ("yes"));
  if (gtk_check_button_get_active (self->by_import))
    g_hash_table_insert (typed, g_strdup ("import"), g_strdup ("yes"));
}

static void
xc_new_ledger_window_put_typed (XcDialog *dialog, GHashTable *typed)
{
  XcNewLedgerWindow *self = XC_NEW_LEDGER_WINDOW (dialog);
  Typed entries[N_ENTRIES];

  list_entries (self, entries);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      const char *text = g_hash_table_lookup (typed, entries[i].name);

      gtk_editable_set_text (entries[i].entry, text != NULL ? text : "");
    }
  for (guint i = 0; i < XC_N_PRESET_REGISTERS; i++)
    {
      g_autofree char *name = dup_register_name (i);

      gtk_check_button_set_active (self->register_checks[i], g_hash_table_contains (typed, name));
    }
  gtk_check_button_set_active (g_hash_table_contains (typed, "import") ? self->by_import : self->by_hand,
                               TRUE);
}

static void
xc_new_ledger_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (xc_new_ledger_window_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (XC_NEW_LEDGER_WINDOW (widget)->committee));
}

static void
xc_new_ledger_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_NEW_LEDGER_WINDOW);
  G_OBJECT_CLASS (xc_new_ledger_window_parent_class)->dispose (object);
}

static void
xc_new_ledger_window_finalize (GObject *object)
{
  g_free (XC_NEW_LEDGER_WINDOW (object)->proposed_end);
  G_OBJECT_CLASS (xc_new_ledger_window_parent_class)->finalize (object);
}

static void
xc_new_ledger_window_class_init (XcNewLedgerWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_new_ledger_window_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_new_ledger_window_finalize;
  XC_DIALOG_CLASS (class)->read_typed = xc_new_ledger_window_read_typed;
  XC_DIALOG_CLASS (class)->put_typed = xc_new_ledger_window_put_typed;
  widget_class->map = xc_new_ledger_window_map;
  accepted_signal = g_signal_new ("accepted", XC_TYPE_NEW_LEDGER_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/start/new-ledger-window.ui");
  gtk_widget_class_bind_template_child (widget_class, XcNewLedgerWindow, committee);
  gtk_widget_class_bind_template_child (widget_class, XcNewLedgerWindow, ordinal);
  gtk_widget_class_bind_template_child (widget_class, XcNewLedgerWindow, starts_on);
  gtk_widget_class_bind_template_child (widget_class, XcNewLedgerWindow, ends_on);
  gtk_widget_class_bind_template_child (widget_class, XcNewLedgerWindow, registers);
  gtk_widget_class_bind_template_child (widget_class, XcNewLedgerWindow, by_import);
  gtk_widget_class_bind_template_child (widget_class, XcNewLedgerWindow, by_hand);
  gtk_widget_class_bind_template_child (widget_class, XcNewLedgerWindow, fault);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, starts_on_changed_cb);
}

static void
xc_new_ledger_window_init (XcNewLedgerWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_registers (self);
}

XcNewLedgerWindow *
xc_new_ledger_window_new (GtkWindow *parent)
{
  XcNewLedgerWindow *self = g_object_new (XC_TYPE_NEW_LEDGER_WINDOW, "transient-for", parent, NULL);

  xc_dialog_take_up_draft (XC_DIALOG (self), NULL, XC_NEW_LEDGER_DRAFT);
  return self;
}

/**
 * xc_new_ledger_window_dup_answers:
 * @self: the window
 *
 * Returns: (transfer full): what was answered; what cannot be read is 0 or %XC_DAY_NONE
 */
XcNewLedger *
xc_new_ledger_window_dup_answers (XcNewLedgerWindow *self)
{
  XcNewLedger *answers = g_new0 (XcNewLedger, 1);

  answers->committee = xc_text_clean (gtk_editable_get_text (self->committee));
  if (!xc_new_ledger_read_ordinal (gtk_editable_get_text (self->ordinal), &answers->ordinal))
    answers->ordinal = 0;
  answers->starts_on = read_day (self->starts_on);
  answers->ends_on = read_day (self->ends_on);
  for (guint i = 0; i < XC_N_PRESET_REGISTERS; i++)
    answers->registers[i] = gtk_check_button_get_active (self->register_checks[i]);
  if (xc_settings_get () != NULL)
    {
      answers->unit = g_settings_get_string (xc_settings_get (), "issuing-unit");
      answers->marking = g_settings_get_string (xc_settings_get (), "marking-line");
    }
  answers->imports = gtk_check_button_get_active (self->by_import);
  return answers;
}
