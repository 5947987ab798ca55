/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds workbooks part by part, right ones and damaged ones, so that each hazard is a short test of its own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MAIN_NAMESPACE "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONSHIP_NAMESPACE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_NAMESPACE "http://schemas.openxmlformats.org/package/2006/relationships"
#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* Where the parts of package_new_workbook() are. */
#define PACKAGE_TYPES "[Content_Types].xml"
#define PACKAGE_ROOT "_rels/.rels"
#define PACKAGE_WORKBOOK "xl/workbook.xml"
#define PACKAGE_TARGETS "xl/_rels/workbook.xml.rels"
#define PACKAGE_STRINGS "xl/sharedStrings.xml"
#define PACKAGE_STYLES "xl/styles.xml"
#define PACKAGE_SHEET "xl/worksheets/sheet1.xml"

typedef struct _Package Package;

Package *package_new (void);
void package_free (Package *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Package, package_free)

/* Appends a part, even under a name that is there already. */
void package_add (Package *self, const char *name, const char *text, gssize size);
/* Replaces a part or appends it; without a text removes it. */
void package_put (Package *self, const char *name, const char *text);
GBytes *package_dup_bytes (Package *self);
/* Writes it into the folder of the test and tells where. */
char *package_write (Package *self);

/* A workbook with one sheet 表 of these rows, the shared strings 零 and 一, and the cell styles 0 (a number), 1 (the
 * usual date) and 2 (a date written out, yyyy"年"m"月"d"日"). */
Package *package_new_workbook (const char *rows);
void package_put_items (Package *self, const char *items);

/* Writes bytes into the folder of the test and tells where. */
char *write_test_file (const char *name, const void *bytes, gsize size);
/* Removes the folder of the test with all files in it. */
void remove_test_folder (void);

G_END_DECLS
