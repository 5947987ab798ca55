/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coverage chart's map: every organization as a square, register by register. What is covered comes first, in the
 * order in which it was covered, so that the squares of a register read as a bar and what is missing stands at its end. */
#include "report/coverage-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "report/coverage-state.h"

/* Lengths in pixels of a 1280 × 800 screen. */
#define LARGEST 30
#define SMALLEST 4
#define ROW_GAP 12
#define KEY_SIDE 13
/* Of the width, for the names of the registers. */
#define TITLE_SHARE 0.2

/* Which come first. */
static const XcCoverageState order[] = { XC_COVERAGE_COVERED, XC_COVERAGE_TO_CONFIRM, XC_COVERAGE_IN_PROGRESS,
                                         XC_COVERAGE_NEVER };

static guint
get_rank (XcCoverageState state)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] == state)
      return i;
  return G_N_ELEMENTS (order);
}

/* ---- one square ---- */

static void
add_square (XcChartLayout *layout, XcCoverageState state, XcBox box)
{
  double pen =
      MAX (xc_picture_pen (1, layout->scale), MIN (box.width / 8, xc_picture_pen (1.4, layout->scale)));
  XcPoint corner[] = { { box.x, box.y }, { box.x + box.width, box.y }, { box.x, box.y + box.height } };

  switch (state)
    {
    case XC_COVERAGE_COVERED:
      xc_picture_add_box (layout->picture, box, XC_INK_COVERED, XC_STYLE_FILL, 0);
      break;
    case XC_COVERAGE_TO_CONFIRM:
      xc_picture_add_area (layout->picture, corner, 3, XC_INK_COVERED, XC_STYLE_FILL, 0);
      xc_picture_add_box (layout->picture, box, XC_INK_COVERED, XC_STYLE_LINE, pen);
      break;
    case XC_COVERAGE_IN_PROGRESS:
      xc_picture_add_box (layout->picture, box, XC_INK_COVERED, XC_STYLE_HATCH, pen);
      break;
    case XC_COVERAGE_NEVER:
      xc_picture_add_box (layout->picture, box, XC_INK_MUTED, XC_STYLE_LINE, pen);
      break;
    case XC_COVERAGE_NOT_OWED:
    default:
      g_return_if_reached ();
    }
}

static char *
dup_words (const XcChartOrganization *organization)
{
  g_autofree char *day = xc_day_format (organization->covered_on);

  switch (organization->state)
    {
    case XC_COVERAGE_COVERED:
      if (organization->round != NULL)
        /* translators: 1 is an organization, 2 a day, 3 the number of a round */
        return g_strdup_printf (_ ("%1$s: covered on %2$s in round %3$s."), organization->name, day,
                                organization->round);
      /* translators: 1 is an organization, 2 a day */
      return g_strdup_printf (_ ("%1$s: covered on %2$s."), organization->name, day);
    case XC_COVERAGE_TO_CONFIRM:
      /* translators: 1 is an organization, 2 a day */
      return g_strdup_printf (_ ("%1$s: covered on %2$s through another one; to be confirmed."),
                              organization->name, day);
    case XC_COVERAGE_IN_PROGRESS:
      if (organization->round != NULL)
        /* translators: 1 is an organization, 2 the number of a round */
        return g_strdup_printf (_ ("%1$s: a team of round %2$s is there."), organization->name,
                                organization->round);
      /* translators: an organization */
      return g_strdup_printf (_ ("%s: a team is there."), organization->name);
    case XC_COVERAGE_NEVER:
      /* translators: an organization */
      return g_strdup_printf (_ ("%s: not inspected in this term yet."), organization->name);
    case XC_COVERAGE_NOT_OWED:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* ---- where they stand ---- */

static int
compare_organizations (gconstpointer a, gconstpointer b, gpointer data)
{
  const XcChartOrganization *organizations = data;
  gsize i = *(const gsize *) a, j = *(const gsize *) b;
  const XcChartOrganization *one = &organizations[i], *other = &organizations[j];

  if (one->register_index != other->register_index)
    return one->register_index < other->register_index ? -1 : 1;
  if (one->state != other->state)
    return get_rank (one->state) < get_rank (other->state) ? -1 : 1;
  if (one->covered_on != other->covered_on)
    return one->covered_on < other->covered_on ? -1 : 1;
  return i < j ? -1 : i > j;
}

static GArray *
list_in_order (const XcCoverageChart *chart)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (gsize i = 0; i < chart->n_organizations; i++)
    g_array_append_val (list, i);
  g_array_sort_with_data (list, compare_organizations, (gpointer) chart->organizations);
  return list;
}

/* How many each register has. */
static gsize *
count_organizations (const XcCoverageChart *chart)
{
  gsize *counts = g_new0 (gsize, chart->n_registers + 1);

  for (gsize i = 0; i < chart->n_organizations; i++)
    counts[chart->organizations[i].register_index]++;
  return counts;
}

static double
get_row_height (const XcChartLayout *layout, gsize count, gsize columns, double pitch)
{
  gsize lines = MAX ((count + columns - 1) / columns, 1);

  return MAX (lines * pitch, XC_CHART_BODY * XC_LINE_PITCH * layout->scale);
}

/* The largest squares that leave room for all of them. */
static double
choose_pitch (const XcChartLayout *layout, const gsize *counts, double width, double height)
{
  double gap = ROW_GAP * layout->scale, least = SMALLEST;

  for (double pitch = floor (LARGEST * layout->scale); pitch > least; pitch -= 1)
    {
      gsize columns = MAX ((gsize) (width / pitch), 1);
      double needed = 0;

      for (gsize i = 0; i < layout->chart->n_registers; i++)
        needed += get_row_height (layout, counts[i], columns, pitch) + gap;
      if (needed - gap <= height)
        return pitch;
    }
  return least;
}

static void
lay_out_title (XcChartLayout *layout, gsize index, XcBox box)
{
  const XcCoverageChart *chart = layout->chart;
  const XcChartRegister *row = &chart->registers[index];
  g_autofree char *figures = g_strdup_printf ("%u/%u", row->covered, row->owed);
  g_autofree char *starred = row->in_total ? g_strdup (row->title) : g_strconcat (row->title, " *", NULL);
  XcText text = { .words = figures,
                  .size = XC_CHART_BODY * layout->scale,
                  .bold = TRUE,
                  .ink = XC_INK_TEXT,
                  .align = 1,
                  .x = box.x + box.width - 16 * layout->scale,
                  .y = box.y };

  const XcLabel *label = xc_picture_add_text (layout->picture, &text);
  text.words = starred;
  text.bold = FALSE;
  text.align = 0;
  text.x = box.x;
  text.width = MAX (label->box.x - box.x - 8 * layout->scale, 1);
  xc_picture_add_text (layout->picture, &text);
  xc_picture_add_mark (layout->picture, XC_CHART_MARK_REGISTER, index, box,
                       xc_chart_dup_figures (chart, row->title, row));
}

static void
lay_out_rows (XcChartLayout *layout, XcBox box)
{
  const XcCoverageChart *chart = layout->chart;
  g_autoptr (GArray) list = list_in_order (chart);
  double titles = xc_snap (box.width * TITLE_SHARE), y = box.y, gap = xc_snap (ROW_GAP * layout->scale);
  g_autofree gsize *counts = count_organizations (chart);
  double pitch = choose_pitch (layout, counts, box.width - titles, box.height);
  double side = MAX (pitch - MAX (1, xc_snap (pitch / 7)), 1);
  gsize columns = MAX ((gsize) ((box.width - titles) / pitch), 1), next = 0;

  for (gsize i = 0; i < chart->n_registers; i++)
    {
      double height = xc_snap (get_row_height (layout, counts[i], columns, pitch));

      lay_out_title (layout, i, (XcBox){ box.x, y, titles, height });
      for (gsize k = 0; k < counts[i]; k++, next++)
        {
          gsize o = g_array_index (list, gsize, next);
          XcBox square = { box.x + titles + (k % columns) * pitch, y + (k / columns) * pitch, side, side };

          add_square (layout, chart->organizations[o].state, square);
          xc_picture_add_mark (layout->picture, XC_CHART_MARK_ORGANIZATION, o, square,
                               dup_words (&chart->organizations[o]));
        }
      y += height + gap;
    }
}

/* What the squares mean, with how many there are of each. */
static void
lay_out_key (XcChartLayout *layout, XcBox box)
{
  const XcCoverageChart *chart = layout->chart;
  double scale = layout->scale, x = box.x, side = xc_snap (KEY_SIDE * scale);
  double size = XC_CHART_BODY * scale;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint count = 0;
      g_autofree char *words = NULL;

      for (gsize o = 0; o < chart->n_organizations; o++)
        count += chart->organizations[o].state == order[i];
      /* translators: beside a square that means a state of coverage; 1 is the state, 2 a number of organizations */
      words = g_strdup_printf (C_ ("key", "%1$s %2$u"), xc_coverage_state_title (order[i]), count);
      XcText text = { .words = words,
                      .size = size,
                      .ink = XC_INK_TEXT,
                      .x = x + side + 7 * scale,
                      .y = box.y,
                      .width = MAX (box.x + box.width - x - side - 7 * scale, 1) };
      const XcLabel *label = xc_picture_add_text (layout->picture, &text);
      XcBox mark = { x, box.y, label->box.x + label->box.width - x, label->box.height };

      add_square (layout, order[i], (XcBox){ xc_snap (x), xc_snap (box.y + 2 * scale), side, side });
      /* translators: 1 is a state of coverage, 2 a number of organizations */
      xc_picture_add_mark (
          layout->picture, XC_CHART_MARK_STATE, order[i], mark,
          g_strdup_printf (_ ("%1$s: %2$u organizations."), xc_coverage_state_title (order[i]), count));
      x = mark.x + mark.width + 28 * scale;
    }
}

void
xc_chart_lay_out_squares (XcChartLayout *layout, XcBox box)
{
  XcBox inner = xc_chart_add_panel (layout, box, _ ("Every organization"));
  double key = xc_snap (XC_CHART_BODY * XC_LINE_PITCH * layout->scale + 12 * layout->scale);

  if (layout->chart->n_organizations == 0)
    {
      xc_picture_add_text (layout->picture,
                           &(XcText){ .words = _ ("No organization is owed an inspection yet."),
                                      .size = XC_CHART_HEADING * layout->scale,
                                      .ink = XC_INK_MUTED,
                                      .align = 0.5,
                                      .x = inner.x + inner.width / 2,
                                      .y = inner.y + inner.height / 2,
                                      .width = inner.width });
      return;
    }
  xc_chart_add_star_note (layout, box);
  lay_out_key (layout, (XcBox){ inner.x, inner.y, inner.width, key });
  lay_out_rows (layout, (XcBox){ inner.x, inner.y + key, inner.width, inner.height - key });
}
