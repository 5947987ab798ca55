/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/what-if-bar.h"

#include <glib/gi18n-lib.h>

#include "app/wrap-box.h"

struct _XcWhatIfBar
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkSpinButton *rounds;
  GtkSpinButton *teams;
  GtkSpinButton *per_team;
  GtkLabel *result;

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (XcWhatIfBar, xc_what_if_bar, ADW_TYPE_BIN)

static guint changed_signal;

static void
value_changed_cb (XcWhatIfBar *self)
{
  if (!self->is_filling)
    g_signal_emit (self, changed_signal, 0);
}

static void
xc_what_if_bar_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_WHAT_IF_BAR);
  G_OBJECT_CLASS (xc_what_if_bar_parent_class)->dispose (object);
}

static void
xc_what_if_bar_class_init (XcWhatIfBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_what_if_bar_dispose;
  changed_signal =
      g_signal_new ("changed", XC_TYPE_WHAT_IF_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (XC_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/overview/what-if-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, XcWhatIfBar, rounds);
  gtk_widget_class_bind_template_child (widget_class, XcWhatIfBar, teams);
  gtk_widget_class_bind_template_child (widget_class, XcWhatIfBar, per_team);
  gtk_widget_class_bind_template_child (widget_class, XcWhatIfBar, result);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
}

static void
xc_what_if_bar_init (XcWhatIfBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
xc_what_if_bar_put (XcWhatIfBar *self, const XcWhatIf *what_if)
{
  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->rounds, what_if->rounds);
  gtk_spin_button_set_value (self->teams, what_if->teams);
  gtk_spin_button_set_value (self->per_team, what_if->per_team);
  self->is_filling = FALSE;
}

XcWhatIf
xc_what_if_bar_get (XcWhatIfBar *self)
{
  return (XcWhatIf){ .rounds = (guint) gtk_spin_button_get_value_as_int (self->rounds),
                     .teams = (guint) gtk_spin_button_get_value_as_int (self->teams),
                     .per_team = (guint) gtk_spin_button_get_value_as_int (self->per_team) };
}

static char *
dup_result (const XcPace *pace, const XcWhatIfResult *result)
{
  g_autofree char *day = xc_day_format (result->reached_on);

  if (pace->remaining == 0)
    return g_strdup (_ ("All that is owed is covered."));
  if (xc_day_is_set (result->reached_on))
    /* translators: 1 is a day, 2 a number of rounds */
    return g_strdup_printf (_ ("Full coverage on %1$s, after %2$u more rounds."), day, result->rounds_needed);
  if (result->team_needs > 0)
    /* translators: 1, 2 and 3 are numbers of organizations */
    return g_strdup_printf (
        _ ("At the end of the term %1$u covered, %2$u missing. Each team would have to cover %3$u a round."),
        result->covered, result->missing, result->team_needs);
  /* translators: 1 and 2 are numbers of organizations */
  return g_strdup_printf (_ ("At the end of the term %1$u covered, %2$u missing."), result->covered,
                          result->missing);
}

/**
 * xc_what_if_bar_tell:
 * @self: a bar
 * @pace: how far the term is
 * @result: where what is supposed leads
 */
void
xc_what_if_bar_tell (XcWhatIfBar *self, const XcPace *pace, const XcWhatIfResult *result)
{
  g_autofree char *words = dup_result (pace, result);

  gtk_label_set_text (self->result, words);
}

void
xc_what_if_bar_focus (XcWhatIfBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->rounds));
}
