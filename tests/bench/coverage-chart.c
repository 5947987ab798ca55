/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The coverage chart of 1,000 organizations in 10 rounds, beside a bare loop that lays out and shows as many texts of
 * the same words and fills as many boxes, and beside matplotlib drawing the same; and moving the day of the figures
 * through the term, each day counted, laid out and drawn anew as the slider of the window does it.
 */
#include <glib/gstdio.h>
#include <stdio.h>

#include "../report/chart-example.h"
#include "report/coverage-chart-source.h"
#include "report/picture-file.h"

#define TIMES 20

/* Milliseconds that one call takes on average. */
#define MEASURE(statement)                                                                                   \
  ({                                                                                                         \
    gint64 begun_ = g_get_monotonic_time ();                                                                 \
                                                                                                             \
    for (int i_ = 0; i_ < TIMES; i_++)                                                                       \
      {                                                                                                      \
        statement;                                                                                           \
      }                                                                                                      \
    (double) (g_get_monotonic_time () - begun_) / 1000 / TIMES;                                              \
  })

static void
show_barely (XcPicture *picture, cairo_t *cr)
{
  gsize n_labels;
  const XcLabel *const *labels = xc_picture_get_labels (picture, &n_labels);

  for (gsize i = 0; i < n_labels; i++)
    {
      PangoLayout *layout = pango_cairo_create_layout (cr);
      PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC");

      pango_font_description_set_absolute_size (font, labels[i]->size * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, labels[i]->words, -1);
      cairo_move_to (cr, labels[i]->box.x, labels[i]->box.y);
      pango_cairo_show_layout (cr, layout);
      cairo_rectangle (cr, labels[i]->box.x, labels[i]->box.y, 20, 40);
      cairo_fill (cr);
      pango_font_description_free (font);
      g_object_unref (layout);
    }
}

static void
write_pdf (const XcCoverageChart *chart, const char *path)
{
  g_autoptr (XcPicture) picture =
      xc_coverage_chart_lay_out (chart, XC_CHART_PAGE_WIDTH, XC_CHART_PAGE_HEIGHT);
  g_autoptr (GError) error = NULL;

  xc_picture_write (picture, XC_PICTURE_PDF, XC_PALETTE_LIGHT, chart->as_of, path, TRUE, &error);
  g_assert_no_error (error);
}

#define FIRST_DAY ((XcDay) 17000)
#define N_DAYS 1826
#define N_ORGANIZATIONS 1000
#define N_ROUNDS 10
#define N_REGISTERS 6
#define FRAME_MS 16.67

static void
add_organization (XcCoverageInput *input, guint index)
{
  XcCoverageOrganization row = { .id = index + 1,
                                 .name = xc_coverage_input_text (input, "示范区某某局党组"),
                                 .register_id = index % N_REGISTERS + 1,
                                 .valid_from = index % 50 == 7 ? FIRST_DAY + (XcDay) index : XC_DAY_NONE,
                                 .valid_to = index % 50 == 9 ? FIRST_DAY + (XcDay) index : XC_DAY_NONE,
                                 .listed = TRUE };
  guint round = index % (N_ROUNDS + 1);
  XcDay starts = FIRST_DAY + 20 + (XcDay) round * 150;
  XcCoverageInspection inspection = { .id = index + 1,
                                      .round_id = round + 1,
                                      .organization_id = index + 1,
                                      .kind = XC_INSPECTION_REGULAR,
                                      .entered_on = starts,
                                      .left_on = starts + 30 + (XcDay) (index % 40),
                                      .fed_back_on = XC_DAY_NONE };

  g_array_append_val (input->organizations, row);
  if (round < N_ROUNDS)
    g_array_append_val (input->inspections, inspection);
}

static XcCoverage *
make_coverage (void)
{
  static const char *const titles[] = { "区直单位", "镇（街道）", "国有企业", "学校", "医院", "村（社区）" };
  XcCoverageInput *input = xc_coverage_input_new ();

  input->term = (XcCoverageTerm){ .starts = FIRST_DAY,
                                  .ends = FIRST_DAY + N_DAYS - 1,
                                  .covered_when = XC_COVERED_WHEN_LEFT,
                                  .decimals = 2,
                                  .planned_rounds = N_ROUNDS };
  for (guint i = 0; i < N_REGISTERS; i++)
    {
      XcCoverageRegister row = { i + 1, titles[i], i < 5 };

      g_array_append_val (input->registers, row);
    }
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      XcCoverageRound row = { .id = i + 1,
                              .ordinal = (int) i + 1,
                              .starts = FIRST_DAY + 20 + (XcDay) i * 150,
                              .ends = FIRST_DAY + 90 + (XcDay) i * 150 };

      g_array_append_val (input->rounds, row);
    }
  for (guint i = 0; i < N_ORGANIZATIONS; i++)
    add_organization (input, i);
  return xc_coverage_new (input);
}

/* Moves through the term, a fortnight at a time. */
static void
move_slider (XcChartSheet sheet, const char *what)
{
  g_autoptr (XcCoverage) coverage = make_coverage ();
  g_autoptr (XcRecord) term = xc_record_new (XC_TABLE_TERM);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1090, 570);
  cairo_t *cr = cairo_create (surface);
  double sum = 0, most = 0;
  guint n_frames = 0, n_late = 0;

  xc_record_set_text (term, "committee", "示范区委");
  xc_record_set_number (term, "ordinal", 2);
  for (XcDay day = FIRST_DAY; day < FIRST_DAY + N_DAYS; day += 14)
    {
      gint64 begun = g_get_monotonic_time ();
      g_autoptr (XcCoverageChartSource) source = xc_coverage_chart_source_new (coverage, term, day);
      XcCoverageChart chart = *xc_coverage_chart_source_get_chart (source);
      g_autoptr (XcPicture) picture = NULL;

      chart.is_bare = TRUE;
      chart.least_scale = 0.85;
      picture = xc_coverage_chart_lay_out_sheet (&chart, sheet, 1090, 570);
      xc_picture_draw (picture, XC_PALETTE_LIGHT, cr);
      double ms = (double) (g_get_monotonic_time () - begun) / 1000;
      sum += ms;
      most = MAX (most, ms);
      n_late += ms > FRAME_MS;
      n_frames++;
    }
  g_print ("%-28s %8.2f ms a frame on average, %.2f at most; %u of %u over %.2f ms\n", what, sum / n_frames,
           most, n_late, n_frames, FRAME_MS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Milliseconds of matplotlib for a picture and for a PDF; 0 where it is not installed. */
static void
ask_peer (const char *peer, const char *folder, double *picture, double *pdf)
{
  const char *argv[] = { peer, folder, NULL };
  g_autofree char *out = NULL;

  *picture = *pdf = 0;
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, NULL)
      || sscanf (out, "%lf %lf", picture, pdf) != 2)
    g_print ("matplotlib did not draw: install python3-matplotlib\n");
}

static void
say_peer (const char *what, double ms, double ours)
{
  if (ms > 0)
    g_print ("%-28s %8.2f ms  %6.1f times ours\n", what, ms, ms / ours);
}

static void
say (const char *what, double ms, double bare_ms)
{
  g_print ("%-28s %8.2f ms  %6.1f times the bare loop\n", what, ms, ms / bare_ms);
}

int
main (int argc, char **argv)
{
  double peer_picture, peer_pdf;
  g_autoptr (XcChartExample) example = xc_chart_example_new ("thousand", TRUE);
  g_autofree char *folder = g_dir_make_tmp ("xuncha-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.pdf", NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, XC_CHART_WIDTH, XC_CHART_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (XcPicture) picture =
      xc_coverage_chart_lay_out (&example->chart, XC_CHART_WIDTH, XC_CHART_HEIGHT);

  /* Once for the fonts, which every program loads once. */
  xc_picture_draw (picture, XC_PALETTE_LIGHT, cr);
  show_barely (picture, cr);
  double bare = MEASURE (show_barely (picture, cr));
  say ("bare loop", bare, bare);
  double laying_out = MEASURE (
      xc_picture_free (xc_coverage_chart_lay_out (&example->chart, XC_CHART_WIDTH, XC_CHART_HEIGHT)));
  say ("laying out once more", laying_out, bare);
  double drawing = MEASURE (xc_picture_draw (picture, XC_PALETTE_LIGHT, cr));
  say ("drawing", drawing, bare);
  double pdf = MEASURE (write_pdf (&example->chart, path));
  say ("PDF, written and proven", pdf, bare);
  g_autoptr (XcPicture) squares = xc_coverage_chart_lay_out_sheet (
      &example->chart, XC_CHART_SHEET_ORGANIZATIONS, XC_CHART_WIDTH, XC_CHART_HEIGHT);
  say ("drawing 1,000 squares", MEASURE (xc_picture_draw (squares, XC_PALETTE_LIGHT, cr)), bare);
  move_slider (XC_CHART_SHEET_PROGRESS, "slider, progress");
  move_slider (XC_CHART_SHEET_REGISTERS, "slider, registers");
  move_slider (XC_CHART_SHEET_ORGANIZATIONS, "slider, organizations");
  if (argc > 1)
    {
      ask_peer (argv[1], folder, &peer_picture, &peer_pdf);
      say_peer ("matplotlib, picture", peer_picture, drawing + laying_out);
      say_peer ("matplotlib, PDF", peer_pdf, pdf);
      g_autofree char *peer_png_path = g_build_filename (folder, "peer.png", NULL);
      g_autofree char *peer_pdf_path = g_build_filename (folder, "peer.pdf", NULL);
      g_remove (peer_png_path);
      g_remove (peer_pdf_path);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
