/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-example.h"
#include "report/picture-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef struct
{
  char *folder;
  char *path;
  XcChartExample *example;
  XcPicture *picture;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strconcat ("图.", (const char *) data, NULL);

  fixture->folder = g_dir_make_tmp ("xuncha-picture-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, name, NULL);
  fixture->example = xc_chart_example_new ("typical", TRUE);
  fixture->picture =
      xc_coverage_chart_lay_out (&fixture->example->chart, XC_CHART_PAGE_WIDTH, XC_CHART_PAGE_HEIGHT);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  /* Fails when anything else was left behind. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  xc_picture_free (fixture->picture);
  xc_chart_example_free (fixture->example);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
write_picture (Fixture *fixture, XcPictureFormat format, gboolean replace, GError **error)
{
  return xc_picture_write (fixture->picture, format, XC_PALETTE_LIGHT, fixture->example->chart.as_of,
                           fixture->path, replace, error);
}

static void
png_has_its_size (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (write_picture (fixture, XC_PICTURE_PNG, FALSE, &error));
  g_assert_no_error (error);
  cairo_surface_t *surface = cairo_image_surface_create_from_png (fixture->path);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, XC_CHART_PAGE_WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, XC_CHART_PAGE_HEIGHT);
  cairo_surface_destroy (surface);
}

static void
collect_words (GMarkupParseContext *parser, const char *text, gsize length, gpointer data, GError **error)
{
  if (strcmp (g_markup_parse_context_get_element (parser), "title") == 0
      || strcmp (g_markup_parse_context_get_element (parser), "desc") == 0)
    g_string_append_len (data, text, length);
}

static void
svg_says_what_it_shows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *contents = NULL;
  gsize length;
  const GMarkupParser functions = { .text = collect_words };

  g_assert_true (write_picture (fixture, XC_PICTURE_SVG, FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  GMarkupParseContext *parser = g_markup_parse_context_new (&functions, 0, words, NULL);
  g_assert_true (g_markup_parse_context_parse (parser, contents, length, &error));
  g_assert_true (g_markup_parse_context_end_parse (parser, &error));
  g_markup_parse_context_free (parser);
  g_assert_true (g_str_has_prefix (words->str, "二届示范区委巡察全覆盖进度"));
  g_assert_nonnull (strstr (words->str, "96 of 112"));
  g_assert_nonnull (strstr (contents, "width=\"842px\""));
}

static char *
run (const char *program, const char *option, const char *path)
{
  const char *arguments[] = { program, option, path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  if (strcmp (program, "pdfinfo") == 0)
    arguments[3] = NULL;
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

static void
pdf_can_be_searched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *one = NULL, *other = NULL;
  gsize length, other_length;

  g_assert_true (write_picture (fixture, XC_PICTURE_PDF, FALSE, &error));
  g_assert_no_error (error);
  g_autofree char *text = run ("pdftotext", "-layout", fixture->path);
  g_autofree char *properties = run ("pdfinfo", "-isodates", fixture->path);
  g_assert_nonnull (strstr (text, "二届示范区委巡察全覆盖进度"));
  g_assert_nonnull (strstr (text, "96/112 85.71%"));
  g_assert_nonnull (strstr (text, "村（社区）"));
  g_assert_nonnull (strstr (properties, "2021-03-31"));
  g_assert_nonnull (strstr (properties, "(A4)"));
  g_assert_nonnull (strstr (properties, "二届示范区委巡察全覆盖进度"));

  g_assert_true (g_file_get_contents (fixture->path, &one, &length, NULL));
  g_assert_true (write_picture (fixture, XC_PICTURE_PDF, TRUE, &error));
  g_assert_true (g_file_get_contents (fixture->path, &other, &other_length, NULL));
  g_assert_cmpmem (one, length, other, other_length);
}

static void
replaces_only_when_asked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "theirs", -1, NULL));
  g_assert_false (write_picture (fixture, XC_PICTURE_PNG, FALSE, &error));
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "theirs");
}

static void
full_disk_leaves_what_was_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  struct rlimit before, small;
  XcPictureFormat format;

  g_assert_true (xc_picture_format_from_path (fixture->path, &format, NULL));
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = (struct rlimit){ 10000, before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  gboolean written = write_picture (fixture, format, TRUE, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (written);
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NO_SPACE);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
}

static void
refuses_sizes_that_cannot_be_drawn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcPicture) small = xc_picture_new (100, 800);
  g_autoptr (XcPicture) large = xc_picture_new (800, 20000);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      xc_picture_write (small, XC_PICTURE_PNG, XC_PALETTE_LIGHT, 0, fixture->path, FALSE, &error));
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_VALID);
  g_clear_error (&error);
  g_assert_false (
      xc_picture_write (large, XC_PICTURE_PDF, XC_PALETTE_LIGHT, 0, fixture->path, FALSE, &error));
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_VALID);
}

static void
format_is_in_the_name (void)
{
  g_autoptr (GError) error = NULL;
  XcPictureFormat format;

  g_assert_true (xc_picture_format_from_path ("a.b/c.PDF", &format, NULL));
  g_assert_cmpint (format, ==, XC_PICTURE_PDF);
  g_assert_true (xc_picture_format_from_path ("图.svg", &format, NULL));
  g_assert_cmpint (format, ==, XC_PICTURE_SVG);
  g_assert_true (xc_picture_format_from_path ("x.png", &format, NULL));
  g_assert_cmpint (format, ==, XC_PICTURE_PNG);
  g_assert_false (xc_picture_format_from_path ("x.jpg", &format, &error));
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_VALID);
  g_assert_nonnull (strstr (error->message, "x.jpg"));
}

#define ADD(name, ending, function)                                                                          \
  g_test_add ("/report/picture-file/" name, Fixture, ending, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("png-has-its-size", "png", png_has_its_size);
  ADD ("svg-says-what-it-shows", "svg", svg_says_what_it_shows);
  ADD ("pdf-can-be-searched", "pdf", pdf_can_be_searched);
  ADD ("replaces-only-when-asked", "png", replaces_only_when_asked);
  ADD ("full-disk-leaves-what-was-there-png", "png", full_disk_leaves_what_was_there);
  ADD ("full-disk-leaves-what-was-there-svg", "svg", full_disk_leaves_what_was_there);
  ADD ("full-disk-leaves-what-was-there-pdf", "pdf", full_disk_leaves_what_was_there);
  ADD ("refuses-sizes-that-cannot-be-drawn", "png", refuses_sizes_that_cannot_be_drawn);
  g_test_add_func ("/report/picture-file/format-is-in-the-name", format_is_in_the_name);
  return g_test_run ();
}
