/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture that has been laid out but not drawn: shapes, labels, and marks that can be pointed at. Charts fill it
 * from numbers; one drawing function paints it on screen, paper and files; tests and pointers ask it what is where.
 * All lengths are units of the cairo context it will be drawn on: pixels of an image, points of a page. */
#pragma once

#include "report/face.h"
#include "report/palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} XcPoint;

typedef struct
{
  double x, y, width, height;
} XcBox;

gboolean xc_box_overlaps (const XcBox *one, const XcBox *other);
gboolean xc_box_contains (const XcBox *outer, const XcBox *inner);
gboolean xc_box_meets_line (const XcBox *box, const XcPoint *points, gsize n_points);

/**
 * XcStyle:
 * @XC_STYLE_FILL: the inside, plain
 * @XC_STYLE_HATCH: the inside in oblique lines, with its outline
 * @XC_STYLE_LINE: the outline
 * @XC_STYLE_DASHES: the outline in dashes
 * @XC_STYLE_DOTS: the outline in dots
 */
typedef enum
{
  XC_STYLE_FILL,
  XC_STYLE_HATCH,
  XC_STYLE_LINE,
  XC_STYLE_DASHES,
  XC_STYLE_DOTS,
} XcStyle;

/**
 * XcText:
 * @words: one paragraph
 * @size: of the type, in units of the picture
 * @face: of the type
 * @spacing: between letters, more or less than usual, in units of the picture
 * @bold: whether in bold
 * @ink: how it is drawn
 * @align: where @x lies in the text: 0 at its left, 0.5 in its middle, 1 at its right
 * @x: where it stands
 * @y: its upper edge
 * @width: at which it is cut with "…", or wrapped when @lines is over 1; 0 for no limit
 * @lines: at most; 0 means 1
 */
typedef struct
{
  const char *words;
  double size;
  XcFace face;
  double spacing;
  gboolean bold;
  XcInk ink;
  double align;
  double x, y;
  double width;
  int lines;
} XcText;

/**
 * XcMark:
 * @kind: what it is, from the enumeration of the chart
 * @index: which of them
 * @panel: the number of the panel that it lies in
 * @box: where it is
 * @words: what it says, with its figures, as a whole sentence
 */
typedef struct
{
  int kind;
  gsize index;
  guint panel;
  XcBox box;
  char *words;
} XcMark;

/**
 * XcLabel:
 * @words: the text, before any cutting
 * @panel: the number of the panel that it lies in
 * @box: what it covers
 * @is_cut: whether some of it is replaced by "…"
 */
typedef struct
{
  char *words;
  guint panel;
  XcBox box;
  gboolean is_cut;
  XcInk ink;
  double size;
  PangoLayout *layout;
  guint64 look; /* the same for the same words in the same letters */
} XcLabel;

typedef struct _XcPicture XcPicture;

double xc_snap (double length);
double xc_picture_pen (double pixels, double scale);

/* As multiples of the size of the type: from the upper edge of a line of text to what its letters stand on, its height,
 * and the height of a line that another one follows. */
#define XC_LINE_ASCENT 0.9
#define XC_LINE_HEIGHT 1.15
#define XC_LINE_PITCH 1.35

XcPicture *xc_picture_new (double width, double height);
void xc_picture_free (XcPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcPicture, xc_picture_free)

void xc_picture_set_title (XcPicture *self, const char *title);
guint xc_picture_begin_panel (XcPicture *self, XcBox box);
void xc_picture_add_box (XcPicture *self, XcBox box, XcInk ink, XcStyle style, double width);
void xc_picture_add_line (XcPicture *self, const XcPoint *points, gsize n_points, XcInk ink, XcStyle style,
                          double width);
void xc_picture_add_rule (XcPicture *self, XcPoint from, XcPoint to, XcInk ink, XcStyle style, double width);
void xc_picture_add_area (XcPicture *self, const XcPoint *points, gsize n_points, XcInk ink, XcStyle style,
                          double width);
void xc_picture_avoid_line (XcPicture *self, const XcPoint *points, gsize n_points);
void xc_picture_add_disc (XcPicture *self, XcPoint centre, double radius, XcInk ink);
XcBox xc_picture_measure (XcPicture *self, const XcText *text);
const XcLabel *xc_picture_add_text (XcPicture *self, const XcText *text);
const XcLabel *xc_picture_try_text (XcPicture *self, const XcText *text, double margin);
gboolean xc_picture_is_free (XcPicture *self, const XcBox *box);
void xc_picture_add_mark (XcPicture *self, int kind, gsize index, XcBox box, char *words);

double xc_picture_get_width (XcPicture *self);
double xc_picture_get_height (XcPicture *self);
const char *xc_picture_get_title (XcPicture *self);
const XcMark *xc_picture_get_marks (XcPicture *self, gsize *n_marks);
const XcLabel *const *xc_picture_get_labels (XcPicture *self, gsize *n_labels);
const XcBox *xc_picture_get_panels (XcPicture *self, gsize *n_panels);
const XcMark *xc_picture_mark_at (XcPicture *self, double x, double y);
char *xc_picture_dup_words (XcPicture *self);

void xc_picture_draw (XcPicture *self, XcPalette palette, cairo_t *cr);

G_END_DECLS
