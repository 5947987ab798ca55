/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/board/team-column.h"

#include <glib/gi18n-lib.h>

#include "app/board/load-bar.h"
#include "app/text-size.h"

struct _XcTeamColumn
{
  AdwBin parent_instance;

  gint64 team_id;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *leader;
  GtkWidget *work;
  XcLoadBar *bar;
  GtkLabel *load;
  XcBoardList *list;
};

/* A short name and the days of a task stand in it. */
#define NARROWEST 136

G_DEFINE_FINAL_TYPE (XcTeamColumn, xc_team_column, ADW_TYPE_BIN)

static void
xc_team_column_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_TEAM_COLUMN);
  G_OBJECT_CLASS (xc_team_column_parent_class)->dispose (object);
}

static void
xc_team_column_class_init (XcTeamColumnClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_team_column_dispose;
  g_type_ensure (XC_TYPE_LOAD_BAR);
  g_type_ensure (XC_TYPE_BOARD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/board/team-column.ui");
  gtk_widget_class_bind_template_child (widget_class, XcTeamColumn, title);
  gtk_widget_class_bind_template_child (widget_class, XcTeamColumn, leader);
  gtk_widget_class_bind_template_child (widget_class, XcTeamColumn, work);
  gtk_widget_class_bind_template_child (widget_class, XcTeamColumn, bar);
  gtk_widget_class_bind_template_child (widget_class, XcTeamColumn, load);
  gtk_widget_class_bind_template_child (widget_class, XcTeamColumn, list);
}

static void
xc_team_column_init (XcTeamColumn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), xc_text_size_scale (NARROWEST), -1);
}

XcTeamColumn *
xc_team_column_new (void)
{
  return g_object_new (XC_TYPE_TEAM_COLUMN, NULL);
}

static void
show_load (XcTeamColumn *self, const XcTeamLoad *load)
{
  gboolean is_over = xc_team_load_is_over (load);
  g_autofree char *words = NULL;
  g_autofree char *tip = NULL;
  g_autofree char *assumed = NULL;

  xc_load_bar_show (self->bar, load);
  if (load->days > 0)
    /* translators: %1$u is the work of a team and %2$u the days that it has, in team-days */
    words = g_strdup_printf (is_over ? _ ("%1$u/%2$u team-days ⚠") : _ ("%1$u/%2$u team-days"), load->work,
                             load->days);
  else
    /* translators: %u is a number of team-days */
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u team-day", "%u team-days", load->work),
                             load->work);
  gtk_label_set_text (self->load, words);
  if (is_over)
    gtk_widget_add_css_class (GTK_WIDGET (self->load), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->load), "error");
  assumed = g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE,
          /* translators: %1$u is a number of organizations, %2$u and %3$u are team-days */
          "Of %1$u organization no work is given: it is taken for %2$u team-days, an extension for %3$u.",
          "Of %1$u organizations no work is given: each is taken for %2$u team-days, an extension for %3$u.",
          load->n_assumed),
      load->n_assumed, XC_TEAM_LOAD_USUAL_WORK, XC_TEAM_LOAD_EXTENDED_WORK);
  tip = g_strdup_printf ("%s%s%s", _ ("Work of the organizations against working days on site"),
                         load->n_assumed > 0 ? "\n" : "", load->n_assumed > 0 ? assumed : "");
  gtk_widget_set_tooltip_text (self->work, tip);
}

/**
 * xc_team_column_show:
 * @self: a column
 * @team: what it shows
 */
void
xc_team_column_show (XcTeamColumn *self, const XcBoardTeam *team)
{
  g_autofree char *leader = NULL;
  g_autofree char *name = NULL;

  self->team_id = team->id;
  if (team->leader != NULL)
    /* translators: %s is the name of a leader */
    leader = g_strdup_printf (_ ("Leader %s"), team->leader);
  else
    leader = g_strdup (_ ("Leader (not decided) ⚠"));
  gtk_label_set_text (self->title, team->title);
  gtk_label_set_text (self->leader, leader);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->leader), leader);
  gtk_widget_set_visible (GTK_WIDGET (self->leader), team->id != 0);
  gtk_widget_set_visible (self->work, team->id != 0);
  show_load (self, &team->load);
  xc_board_list_set_items (self->list, team->items);
  /* translators: %1$s is a team, %2$s its leader */
  name = team->id != 0 ? g_strdup_printf (C_ ("team", "%1$s, %2$s"), team->title, leader)
                       : g_strdup (team->title);
  xc_board_list_set_name (self->list, name);
}

/**
 * xc_team_column_get_team:
 * @self: a column
 *
 * Returns: whose it is; 0 for no team
 */
gint64
xc_team_column_get_team (XcTeamColumn *self)
{
  return self->team_id;
}

XcBoardList *
xc_team_column_get_list (XcTeamColumn *self)
{
  return self->list;
}
