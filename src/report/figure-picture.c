/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figure-picture.h"

#include <glib/gi18n-lib.h>

/* Lengths in pixels of a 1280 × 800 screen. */
#define SCREEN_WIDTH 1280
#define SCREEN_HEIGHT 800
#define MARGIN 56
#define HEAD_HEIGHT 120
#define FOOT_HEIGHT 40
#define GAP 28
#define TITLE 34
#define AS_OF 22
#define CAPTION 22
#define VALUE 64
#define RULE 18
#define SMALL 16
#define RULE_LINES 4

typedef struct
{
  const XcFigurePicture *figures;
  XcPicture *picture;
  double scale;
} Layout;

static void
add_head (Layout *self, XcBox box)
{
  const XcFigurePicture *figures = self->figures;
  XcText text = { .words = figures->title,
                  .size = TITLE * self->scale,
                  .bold = TRUE,
                  .ink = XC_INK_TEXT,
                  .x = box.x,
                  .y = box.y,
                  .width = box.width * (figures->subtitle != NULL ? 0.68 : 1) };
  double below = box.y + text.size * XC_LINE_PITCH + 8 * self->scale;

  xc_picture_begin_panel (self->picture, box);
  xc_picture_add_text (self->picture, &text);
  text = (XcText){ .words = figures->as_of,
                   .size = AS_OF * self->scale,
                   .ink = XC_INK_MUTED,
                   .x = box.x,
                   .y = below,
                   .width = box.width };
  xc_picture_add_text (self->picture, &text);
  if (figures->subtitle == NULL)
    return;
  text = (XcText){ .words = figures->subtitle,
                   .size = CAPTION * self->scale,
                   .ink = XC_INK_MUTED,
                   .align = 1,
                   .x = box.x + box.width,
                   .y = box.y + (TITLE - CAPTION) * XC_LINE_ASCENT * self->scale,
                   .width = box.width * 0.3 };
  xc_picture_add_text (self->picture, &text);
}

static void
add_foot (Layout *self, XcBox box)
{
  if (self->figures->marking == NULL)
    return;
  xc_picture_begin_panel (self->picture, box);
  xc_picture_add_text (self->picture, &(XcText){ .words = self->figures->marking,
                                                 .size = SMALL * self->scale,
                                                 .bold = TRUE,
                                                 .ink = XC_INK_MUTED,
                                                 .align = 1,
                                                 .x = box.x + box.width,
                                                 .y = box.y,
                                                 .width = box.width });
}

/* All values are of one size, at which the longest fits its place. */
static double
fit_values (Layout *self, const XcBox *boxes)
{
  double size = VALUE * self->scale;

  for (guint i = 0; i < self->figures->n_figures; i++)
    {
      XcText text = { .words = self->figures->figures[i].value, .size = VALUE * self->scale, .bold = TRUE };
      double width = xc_picture_measure (self->picture, &text).width;

      if (width > boxes[i].width)
        size = MIN (size, text.size * boxes[i].width / width);
    }
  return size;
}

static void
add_figure (Layout *self, guint index, XcBox box, double value_size)
{
  const XcLargeFigure *figure = &self->figures->figures[index];
  XcText text = { .words = figure->title,
                  .size = CAPTION * self->scale,
                  .ink = XC_INK_MUTED,
                  .x = box.x,
                  .y = box.y,
                  .width = box.width };

  xc_picture_begin_panel (self->picture, box);
  xc_picture_add_text (self->picture, &text);
  text.y += text.size * XC_LINE_PITCH;
  text.words = figure->value;
  text.size = value_size;
  text.bold = TRUE;
  text.ink = figure->is_alarm ? XC_INK_ALARM : XC_INK_TEXT;
  text.width += 1; /* as wide as was measured */
  xc_picture_add_text (self->picture, &text);
  text.y += text.size * XC_LINE_PITCH;
  if (figure->rule != NULL)
    xc_picture_add_text (self->picture, &(XcText){ .words = figure->rule,
                                                   .size = RULE * self->scale,
                                                   .ink = XC_INK_MUTED,
                                                   .x = box.x,
                                                   .y = text.y,
                                                   .width = box.width,
                                                   .lines = RULE_LINES });
  xc_picture_add_mark (
      self->picture, 0, index, box,
      /* translators: 1 is the title of a figure, 2 the figure, 3 a sentence that says what is counted */
      g_strdup_printf (C_ ("figure", "%1$s: %2$s. %3$s"), figure->title, figure->value,
                       figure->rule != NULL ? figure->rule : ""));
}

static void
place_figures (Layout *self, XcBox box, XcBox *boxes)
{
  const XcFigurePicture *figures = self->figures;
  guint n_rows = figures->n_figures > 0 ? figures->figures[figures->n_figures - 1].row + 1 : 1;
  double gap = GAP * self->scale, height = (box.height - (n_rows - 1) * gap) / n_rows;

  for (guint i = 0; i < figures->n_figures; i++)
    {
      const XcLargeFigure *figure = &figures->figures[i];
      guint before = 0, shares = 0;

      for (guint j = 0; j < figures->n_figures; j++)
        if (figures->figures[j].row == figure->row)
          {
            before += j < i ? figures->figures[j].share : 0;
            shares += figures->figures[j].share;
          }
      boxes[i] = (XcBox){ xc_snap (box.x + (box.width + gap) * before / shares),
                          xc_snap (box.y + figure->row * (height + gap)),
                          (box.width + gap) * figure->share / shares - gap, height };
    }
}

/**
 * xc_figure_picture_lay_out:
 * @figures: the figures
 * @width: of the picture
 * @height: of the picture
 *
 * Returns: (transfer full): the picture; everything in it grows with its size
 */
XcPicture *
xc_figure_picture_lay_out (const XcFigurePicture *figures, double width, double height)
{
  Layout self = { figures, xc_picture_new (width, height),
                  MIN (width / SCREEN_WIDTH, height / SCREEN_HEIGHT) };
  double margin = MARGIN * self.scale, head = HEAD_HEIGHT * self.scale, foot = FOOT_HEIGHT * self.scale;
  XcBox inner = { margin, margin * 0.8, width - 2 * margin, height - 1.6 * margin };
  g_autofree XcBox *boxes = g_new0 (XcBox, figures->n_figures + 1);
  double value_size;

  xc_picture_set_title (self.picture, figures->title);
  add_head (&self, (XcBox){ inner.x, inner.y, inner.width, head });
  place_figures (&self, (XcBox){ inner.x, inner.y + head, inner.width, inner.height - head - foot }, boxes);
  value_size = fit_values (&self, boxes);
  for (guint i = 0; i < figures->n_figures; i++)
    add_figure (&self, i, boxes[i], value_size);
  add_foot (&self, (XcBox){ inner.x, inner.y + inner.height - foot / 2, inner.width, foot / 2 });
  return self.picture;
}
