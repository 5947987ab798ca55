/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a laid out picture holds, for those who fill it and those who draw it. */
#pragma once

#include "report/picture.h"

G_BEGIN_DECLS

typedef enum
{
  XC_SHAPE_LINE,
  XC_SHAPE_AREA,
  XC_SHAPE_DISC, /* one point */
} XcShapeForm;

typedef struct
{
  XcShapeForm form;
  XcInk ink;
  XcStyle style;
  double width; /* of the pen, or the radius of a disc */
  guint first_point, n_points;
} XcShape;

struct _XcPicture
{
  double width, height;
  char *title;
  GArray *points;    /* of XcPoint */
  GArray *shapes;    /* of XcShape, the lowest first */
  GArray *obstacles; /* of XcShape: lines that labels shall not cross */
  GArray *panels;    /* of XcBox */
  GArray *marks;     /* of XcMark, the lowest first */
  GPtrArray *labels; /* of XcLabel */
};

/* Adds to a number what it shall be another one by (FNV-1a, a word at a time and stirred). */
static inline guint64
xc_mix (guint64 number, guint64 with)
{
  number = (number ^ with) * G_GUINT64_CONSTANT (0x100000001b3);
  return number ^ (number >> 29);
}

guint64 xc_mix_bytes (guint64 number, const char *bytes, gsize length);

G_END_DECLS
