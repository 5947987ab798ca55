/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typefaces of pictures, papers and workbooks, named by what they are for. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XcFace:
 * @XC_FACE_SANS: of screens and charts
 * @XC_FACE_TITLE: 小标宋, of titles of official papers
 * @XC_FACE_BODY: 仿宋, of what they say
 * @XC_FACE_HEADING: 黑体, of their headings
 *
 * Which letters; each with what stands in for it where it is not installed.
 */
typedef enum
{
  XC_FACE_SANS,
  XC_FACE_TITLE,
  XC_FACE_BODY,
  XC_FACE_HEADING,
} XcFace;

G_END_DECLS
