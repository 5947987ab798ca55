/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "package.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  char *name;
  char *text;
  gsize size;
} Part;

struct _Package
{
  GPtrArray *parts;
};

static char *folder;

static void
free_part (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_free (part->text);
  g_free (part);
}

Package *
package_new (void)
{
  Package *self = g_new0 (Package, 1);

  self->parts = g_ptr_array_new_with_free_func (free_part);
  return self;
}

void
package_free (Package *self)
{
  g_ptr_array_unref (self->parts);
  g_free (self);
}

void
package_add (Package *self, const char *name, const char *text, gssize size)
{
  Part *part = g_new0 (Part, 1);

  part->name = g_strdup (name);
  part->size = size < 0 ? strlen (text) : (gsize) size;
  part->text = g_memdup2 (text, part->size);
  g_ptr_array_add (self->parts, part);
}

void
package_put (Package *self, const char *name, const char *text)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      if (strcmp (part->name, name) != 0)
        continue;
      if (text == NULL)
        {
          g_ptr_array_remove_index (self->parts, i);
          return;
        }
      g_free (part->text);
      part->text = g_strdup (text);
      part->size = strlen (text);
      return;
    }
  g_assert_nonnull (text);
  package_add (self, name, text, -1);
}

static guint32
compute_crc (const char *bytes, gsize size)
{
  static guint32 table[256];
  guint32 crc = 0xffffffff;

  if (table[1] == 0)
    for (guint32 i = 0; i < 256; i++)
      {
        table[i] = i;
        for (guint bit = 0; bit < 8; bit++)
          table[i] = table[i] >> 1 ^ ((table[i] & 1) != 0 ? 0xedb88320 : 0);
      }
  for (gsize i = 0; i < size; i++)
    crc = crc >> 8 ^ table[(crc ^ (guint8) bytes[i]) & 0xff];
  return ~crc;
}

static void
put_number (GByteArray *bytes, guint64 number, guint size)
{
  for (guint i = 0; i < size; i++, number >>= 8)
    g_byte_array_append (bytes, (const guint8[]){ (guint8) number }, 1);
}

/* What a local and a central record have in common. */
static void
put_common (GByteArray *bytes, const Part *part)
{
  put_number (bytes, 20, 2);
  put_number (bytes, 0x800, 2);
  put_number (bytes, 0, 2);
  put_number (bytes, 0x00210000, 4);
  put_number (bytes, compute_crc (part->text, part->size), 4);
  put_number (bytes, part->size, 4);
  put_number (bytes, part->size, 4);
  put_number (bytes, strlen (part->name), 2);
  put_number (bytes, 0, 2);
}

GBytes *
package_dup_bytes (Package *self)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GByteArray) directory = g_byte_array_new ();

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);
      guint at = bytes->len;

      g_byte_array_append (bytes, (const guint8 *) "PK\3\4", 4);
      put_common (bytes, part);
      g_byte_array_append (bytes, (const guint8 *) part->name, (guint) strlen (part->name));
      g_byte_array_append (bytes, (const guint8 *) part->text, (guint) part->size);

      g_byte_array_append (directory, (const guint8 *) "PK\1\2", 4);
      put_number (directory, 20, 2);
      put_common (directory, part);
      put_number (directory, 0, 10);
      put_number (directory, at, 4);
      g_byte_array_append (directory, (const guint8 *) part->name, (guint) strlen (part->name));
    }
  put_number (directory, 0x06054b50, 4);
  put_number (directory, 0, 4);
  put_number (directory, self->parts->len, 2);
  put_number (directory, self->parts->len, 2);
  put_number (directory, directory->len - 12, 4);
  put_number (directory, bytes->len, 4);
  put_number (directory, 0, 2);
  g_byte_array_append (bytes, directory->data, directory->len);
  return g_byte_array_free_to_bytes (bytes);
}

char *
write_test_file (const char *name, const void *bytes, gsize size)
{
  g_autoptr (GError) error = NULL;
  char *path;
  FILE *file;

  if (folder == NULL)
    folder = g_dir_make_tmp ("xuncha-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, name, NULL);
  file = g_fopen (path, "wb");
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
  return path;
}

void
remove_test_folder (void)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (folder == NULL)
    return;
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_clear_pointer (&folder, g_free);
}

char *
package_write (Package *self)
{
  g_autoptr (GBytes) bytes = package_dup_bytes (self);

  return write_test_file ("台账.xlsx", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

Package *
package_new_workbook (const char *rows)
{
  Package *self = package_new ();
  g_autofree char *sheet = g_strconcat (DECLARATION "<worksheet xmlns=\"" MAIN_NAMESPACE "\"><sheetData>",
                                        rows, "</sheetData></worksheet>", NULL);

  package_add (self, PACKAGE_TYPES,
               DECLARATION "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
               -1);
  package_add (self, PACKAGE_ROOT,
               DECLARATION "<Relationships xmlns=\"" PACKAGE_NAMESPACE "\"><Relationship Id=\"rId1\" "
                           "Type=\"" RELATIONSHIP_NAMESPACE "/officeDocument\" Target=\"xl/workbook.xml\"/>"
                           "</Relationships>",
               -1);
  package_add (self, PACKAGE_WORKBOOK,
               DECLARATION "<workbook xmlns=\"" MAIN_NAMESPACE "\" xmlns:r=\"" RELATIONSHIP_NAMESPACE
                           "\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
               -1);
  package_add (self, PACKAGE_TARGETS,
               DECLARATION "<Relationships xmlns=\"" PACKAGE_NAMESPACE "\">"
                           "<Relationship Id=\"rId1\" Type=\"" RELATIONSHIP_NAMESPACE
                           "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                           "<Relationship Id=\"rId2\" Type=\"" RELATIONSHIP_NAMESPACE
                           "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                           "<Relationship Id=\"rId3\" Type=\"" RELATIONSHIP_NAMESPACE
                           "/styles\" Target=\"styles.xml\"/></Relationships>",
               -1);
  package_add (self, PACKAGE_STYLES,
               DECLARATION
               "<styleSheet xmlns=\"" MAIN_NAMESPACE "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
               "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
               "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
               "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
               "</cellXfs></styleSheet>",
               -1);
  package_put_items (self, "<si><t>零</t></si><si><t>一</t></si>");
  package_add (self, PACKAGE_SHEET, sheet, -1);
  return self;
}

void
package_put_items (Package *self, const char *items)
{
  g_autofree char *strings = g_strconcat (
      DECLARATION "<sst xmlns=\"" MAIN_NAMESPACE "\" count=\"1\" uniqueCount=\"1\">", items, "</sst>", NULL);

  package_put (self, PACKAGE_STRINGS, strings);
}
