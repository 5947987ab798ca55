/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/timetable-pages.h"

#include <math.h>

#include "report/timetable-chart-private.h"

/* Of the type on A4: 9 points for names. On larger paper it grows by less than the paper does, so that more fits. */
#define SCALE_A4 0.67

typedef struct
{
  guint first_line, n_lines;
  int head_line; /* the head of a group that goes on from the page before, or -1 */
} Page;

typedef struct
{
  XcTimetable *timetable;
  char *marking;

  double width, height;
  XcTimetableChart *chart;
  double title, legend, top; /* heights, and where the head begins */
  GArray *pages;             /* of Page */
} TimetablePages;

static const XcTimetableLine *
get_line (const TimetablePages *self, guint index)
{
  return &g_array_index (self->chart->lines, XcTimetableLine, index);
}

static int
find_head (const TimetablePages *self, guint line)
{
  while (!get_line (self, line)->is_group)
    line--;
  return (int) line;
}

/* Fills pages from the top; the head of a group goes with its first row, and is repeated where the group goes on. */
static void
find_pages (TimetablePages *self)
{
  double room = self->height - XC_PAGE_MARGIN - 4 - self->top - self->chart->head_height;
  guint n_lines = self->chart->lines->len, line = 0;

  do
    {
      Page page = { .first_line = line, .head_line = -1 };
      double used = 0;

      if (line < n_lines && !get_line (self, line)->is_group)
        {
          page.head_line = find_head (self, line);
          used = get_line (self, (guint) page.head_line)->height;
        }
      while (line < n_lines)
        {
          double height = get_line (self, line)->height, with = height;

          if (get_line (self, line)->is_group && line + 1 < n_lines && !get_line (self, line + 1)->is_group)
            with += get_line (self, line + 1)->height;
          if (used + with > room && line > page.first_line)
            break;
          used += height;
          line++;
        }
      page.n_lines = line - page.first_line;
      g_array_append_val (self->pages, page);
    }
  while (line < n_lines);
}

static void
begin (gpointer data, double width, double height)
{
  TimetablePages *self = data;
  double inner = width - 2 * XC_PAGE_MARGIN;
  double scale = SCALE_A4 * sqrt (MIN (width / XC_PAGE_A4_LONG, height / XC_PAGE_A4_SHORT));
  double days = self->timetable->last - self->timetable->first + 1, names;

  g_clear_pointer (&self->chart, xc_timetable_chart_free);
  g_array_set_size (self->pages, 0);
  self->width = width;
  self->height = height;
  g_autoptr (XcTimetableChart) trial = xc_timetable_chart_new (self->timetable, scale, 1);
  names = xc_timetable_chart_get_names_width (trial);
  self->chart = xc_timetable_chart_new (self->timetable, scale, MAX (inner - names, 1) / days);
  g_autoptr (XcPicture) measure = xc_picture_new (inner, 1);
  self->title = xc_timetable_add_title (self->chart, measure, (XcBox){ 0, 0, inner, 1 });
  self->legend = xc_timetable_add_legend (self->chart, measure, (XcBox){ 0, 0, inner, 1 });
  self->top = xc_snap (XC_PAGE_MARGIN + self->title + self->legend + 4);
  find_pages (self);
}

static guint
count (gpointer data)
{
  return ((TimetablePages *) data)->pages->len;
}

static XcPicture *
lay_out (gpointer data, guint index)
{
  TimetablePages *self = data;
  const Page *page = &g_array_index (self->pages, Page, index);
  XcPicture *picture = xc_picture_new (self->width, self->height);
  double inner = self->width - 2 * XC_PAGE_MARGIN;
  g_autofree char *title = xc_timetable_dup_title (self->timetable);
  XcTimetablePlace place = {
    .chart = self->chart,
    .picture = picture,
    .left = XC_PAGE_MARGIN,
    .body = XC_PAGE_MARGIN + self->chart->names_width,
    .width = inner - self->chart->names_width,
    .first_line = page->first_line,
    .n_lines = page->n_lines,
    .head_line = page->head_line,
  };

  xc_picture_set_title (picture, title);
  xc_timetable_add_title (self->chart, picture,
                          (XcBox){ XC_PAGE_MARGIN, XC_PAGE_MARGIN, inner, self->title });
  xc_timetable_add_legend (self->chart, picture,
                           (XcBox){ XC_PAGE_MARGIN, XC_PAGE_MARGIN + self->title, inner, self->legend });
  xc_timetable_add_lines (&place, self->top);
  xc_page_add_foot (picture, XC_TIMETABLE_SMALL * self->chart->scale, self->marking, index, self->pages->len);
  return picture;
}

static void
free_pages (gpointer data)
{
  TimetablePages *self = data;

  xc_timetable_chart_free (self->chart);
  xc_timetable_free (self->timetable);
  g_array_unref (self->pages);
  g_free (self->marking);
  g_free (self);
}

/**
 * xc_timetable_pages_new:
 * @timetable: (transfer full): a timetable
 * @marking: (nullable): the marking line of the office
 *
 * Returns: (transfer full): its pages
 */
XcPages *
xc_timetable_pages_new (XcTimetable *timetable, const char *marking)
{
  static const XcPagesKind kind = { begin, NULL, count, lay_out, free_pages };
  TimetablePages *self = g_new0 (TimetablePages, 1);
  g_autofree char *title = xc_timetable_dup_title (timetable);

  self->timetable = timetable;
  self->marking = g_strdup (marking);
  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  return xc_pages_new (&kind, title, timetable->as_of, self);
}
