/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of data/example, and what the composer of problems asks of them. */
#pragma once

#include "intake/text-sheet.h"

G_BEGIN_DECLS

/* The evening to which the example was lived: nothing in it happened later. */
#define XC_EXAMPLE_DAY ((XcDay) 18717) /* 2021-03-31 */

/**
 * XcExampleBook:
 * @sheets: (element-type XcTextSheet): what is imported, named and headed as in the template
 * @organizations: of these, the organizations
 * @inspections: of these, the inspections, with how many problems each found
 * @topics: what problems are about: who leads their rectification, and the point of each scheme that they belong to
 * @phrases: problems in words, with slots, by topic and kind of organization
 * @remedies: what is done about a topic at once, for good, or so far
 * @sections: what sections are called in each register
 * @persons: invented names
 * @states: how the problems of each round stand
 */
typedef struct
{
  GPtrArray *sheets;
  const XcTextSheet *organizations;
  XcTextSheet *inspections;
  XcTextSheet *topics;
  XcTextSheet *phrases;
  XcTextSheet *remedies;
  XcTextSheet *sections;
  XcTextSheet *persons;
  XcTextSheet *states;
} XcExampleBook;

XcExampleBook *xc_example_book_new (void);
void xc_example_book_free (XcExampleBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcExampleBook, xc_example_book_free)

guint xc_example_book_find (const XcTextSheet *sheet, const char *heading, const char *text);
guint xc_example_book_find_organization (const XcExampleBook *self, const char *name);
const char *xc_example_book_get_person (const XcExampleBook *self, guint number);

G_END_DECLS
