/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/picture-file.h"

#include "core/fail.h"
#include "report/output-file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * xc_picture_format_from_path:
 * @path: a file name that ends in .png, .svg or .pdf
 * @format: (out): the format
 * @error: return location; %XC_REPORT_ERROR_NOT_VALID
 *
 * Returns: whether the ending says a format
 */
gboolean
xc_picture_format_from_path (const char *path, XcPictureFormat *format, GError **error)
{
  static const char *const endings[] = { ".png", ".svg", ".pdf" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = (XcPictureFormat) i;
        return TRUE;
      }
  g_autofree char *display = g_filename_display_name (path);
  /* translators: a file name with its folder */
  return xc_fail (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_VALID,
                  _ ("“%1$s” was not written: its name must end in .png, .svg or .pdf."), display);
}

/* ---- from the picture to bytes ---- */

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_pdf (const char *title, double width, double height, XcDay day, GByteArray *bytes)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, width, height);
  char iso[XC_DAY_ISO_SIZE];
  g_autofree char *created = NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Xuncha " XC_VERSION);
  /* The day of the figures, not of the writing: the same figures give the same file. */
  created = g_strconcat (xc_day_format_iso (day, iso), "T00:00:00Z", NULL);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
  return surface;
}

static cairo_surface_t *
create_surface (XcPicture *picture, XcPictureFormat format, XcDay day, GByteArray *bytes)
{
  double width = xc_picture_get_width (picture), height = xc_picture_get_height (picture);
  cairo_surface_t *surface;

  switch (format)
    {
    case XC_PICTURE_PNG:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
    case XC_PICTURE_SVG:
      surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case XC_PICTURE_PDF:
      return create_pdf (xc_picture_get_title (picture), width, height, day, bytes);
    }
  g_assert_not_reached ();
}

/* Gives an SVG picture a title, and its words for those who cannot see it: its letters are outlines. */
static void
insert_words (XcPicture *picture, GByteArray *bytes)
{
  g_autofree char *words = xc_picture_dup_words (picture);
  g_autofree char *told =
      g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>", xc_picture_get_title (picture), words);
  g_autofree char *whole = g_strndup ((const char *) bytes->data, bytes->len);
  const char *start = strstr (whole, "<svg");
  const char *end = start != NULL ? strchr (start, '>') : NULL;

  if (end == NULL)
    return;
  g_byte_array_set_size (bytes, (guint) (end + 1 - whole));
  g_byte_array_append (bytes, (const guint8 *) told, strlen (told));
  g_byte_array_append (bytes, (const guint8 *) end + 1, strlen (end + 1));
}

static GByteArray *
render (XcPicture *picture, XcPictureFormat format, XcPalette palette, XcDay day, cairo_status_t *status)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = create_surface (picture, format, day, bytes);
  cairo_t *cr = cairo_create (surface);

  xc_picture_draw (picture, palette, cr);
  *status = cairo_status (cr);
  cairo_destroy (cr);
  if (*status == CAIRO_STATUS_SUCCESS && format == XC_PICTURE_PNG)
    *status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (*status == CAIRO_STATUS_SUCCESS)
    *status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (format == XC_PICTURE_SVG)
    insert_words (picture, bytes);
  return g_steal_pointer (&bytes);
}

/* ---- from the file back to a picture ---- */

typedef struct
{
  const char *next;
  gsize left;
} Reader;

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->next, length);
  reader->next += length;
  reader->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
is_whole_png (XcPicture *picture, const char *contents, gsize length)
{
  Reader reader = { contents, length };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, &reader);
  gboolean whole = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS
                   && cairo_image_surface_get_width (surface) == (int) xc_picture_get_width (picture)
                   && cairo_image_surface_get_height (surface) == (int) xc_picture_get_height (picture);

  cairo_surface_destroy (surface);
  return whole;
}

static gboolean
is_whole_xml (const char *contents, gsize length)
{
  static const GMarkupParser nothing = { NULL };
  GMarkupParseContext *parser = g_markup_parse_context_new (&nothing, 0, NULL, NULL);
  gboolean whole = g_markup_parse_context_parse (parser, contents, length, NULL)
                   && g_markup_parse_context_end_parse (parser, NULL);

  g_markup_parse_context_free (parser);
  return whole;
}

/* What was written must be there byte for byte, and be a picture. */
static gboolean
prove (XcPicture *picture, XcPictureFormat format, GByteArray *bytes, XcOutputFile *file, GError **error)
{
  g_autofree char *contents = NULL;
  gsize length;
  gboolean whole;

  if (!g_file_get_contents (xc_output_file_get_working_path (file), &contents, &length, NULL)
      || length != bytes->len || memcmp (contents, bytes->data, length) != 0)
    return xc_output_file_fail_proof (file, error);
  switch (format)
    {
    case XC_PICTURE_PNG:
      whole = is_whole_png (picture, contents, length);
      break;
    case XC_PICTURE_SVG:
      whole = is_whole_xml (contents, length);
      break;
    case XC_PICTURE_PDF:
      whole = g_str_has_prefix (contents, "%PDF-") && g_str_has_suffix (contents + length - 6, "%%EOF\n");
      break;
    default:
      g_assert_not_reached ();
    }
  return whole || xc_output_file_fail_proof (file, error);
}

/**
 * xc_picture_write:
 * @self: a picture; its units are pixels of a PNG or SVG and points (1/72 inch) of a PDF
 * @format: of the file
 * @palette: where it will be seen
 * @day: that the picture speaks of, written as its date into a PDF
 * @path: where to write
 * @replace: whether a file that is there already may be replaced
 * @error: return location; %XC_REPORT_ERROR_NOT_VALID for a size that cannot be made, else as in
 *   xc_output_file_new() and xc_output_file_finish(), and %XC_REPORT_ERROR_NOT_PROVEN
 *
 * Writes the picture beside its target, reads it back, and puts it in its place.
 *
 * Returns: whether the file is there, whole
 */
gboolean
xc_picture_write (XcPicture *self, XcPictureFormat format, XcPalette palette, XcDay day, const char *path,
                  gboolean replace, GError **error)
{
  double width = xc_picture_get_width (self), height = xc_picture_get_height (self);
  cairo_status_t status;

  g_return_val_if_fail (xc_day_is_set (day), FALSE);
  if (fmin (width, height) < XC_PICTURE_SIZE_MIN || fmax (width, height) > XC_PICTURE_SIZE_MAX)
    return xc_fail (
        error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_VALID,
        /* translators: all are numbers of pixels or points */
        _ ("A picture of %1$.0f × %2$.0f cannot be drawn: width and height must be from %3$d to %4$d."),
        width, height, XC_PICTURE_SIZE_MIN, XC_PICTURE_SIZE_MAX);
  g_autoptr (XcOutputFile) file = xc_output_file_new (path, replace, error);
  if (file == NULL)
    return FALSE;
  g_autoptr (GByteArray) bytes = render (self, format, palette, day, &status);
  if (status != CAIRO_STATUS_SUCCESS)
    /* translators: what the drawing library says about the failure */
    return xc_fail (
        error, XC_REPORT_ERROR, XC_REPORT_ERROR_FAILED,
        _ ("The picture could not be drawn, and nothing was written: “%1$s”. Try a smaller size."),
        cairo_status_to_string (status));
  return xc_output_file_write (file, bytes->data, bytes->len, error)
         && prove (self, format, bytes, file, error) && xc_output_file_finish (file, error);
}

static GByteArray *
render_pages (XcPictureFunc lay_out, guint n_pages, gpointer data, const char *title, XcDay day,
              cairo_status_t *status)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = create_pdf (title, 1, 1, day, bytes);
  cairo_t *cr = cairo_create (surface);

  *status = CAIRO_STATUS_SUCCESS;
  for (guint i = 0; i < n_pages && *status == CAIRO_STATUS_SUCCESS; i++)
    {
      g_autoptr (XcPicture) page = lay_out (i, data);

      cairo_pdf_surface_set_size (surface, xc_picture_get_width (page), xc_picture_get_height (page));
      xc_picture_draw (page, XC_PALETTE_LIGHT, cr);
      cairo_show_page (cr);
      *status = cairo_status (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (*status == CAIRO_STATUS_SUCCESS)
    *status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return g_steal_pointer (&bytes);
}

/**
 * xc_picture_write_pages:
 * @lay_out: gives each page, in points
 * @n_pages: how many; at least one
 * @data: for @lay_out
 * @title: for the properties of the file
 * @day: that the pages speak of
 * @path: where to write a PDF
 * @replace: whether a file that is there already may be replaced
 * @error: return location; as in xc_picture_write()
 *
 * Writes the pages beside their target, reads them back, and puts them in their place.
 *
 * Returns: whether the file is there, whole
 */
gboolean
xc_picture_write_pages (XcPictureFunc lay_out, guint n_pages, gpointer data, const char *title, XcDay day,
                        const char *path, gboolean replace, GError **error)
{
  cairo_status_t status;

  g_return_val_if_fail (n_pages > 0 && xc_day_is_set (day), FALSE);
  g_autoptr (XcOutputFile) file = xc_output_file_new (path, replace, error);
  if (file == NULL)
    return FALSE;
  g_autoptr (GByteArray) bytes = render_pages (lay_out, n_pages, data, title, day, &status);
  if (status != CAIRO_STATUS_SUCCESS)
    /* translators: what the drawing library says about the failure */
    return xc_fail (error, XC_REPORT_ERROR, XC_REPORT_ERROR_FAILED,
                    _ ("The pages could not be drawn, and nothing was written: “%1$s”."),
                    cairo_status_to_string (status));
  return xc_output_file_write (file, bytes->data, bytes->len, error)
         && prove (NULL, XC_PICTURE_PDF, bytes, file, error) && xc_output_file_finish (file, error);
}
