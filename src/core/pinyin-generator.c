/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs while building: turns the readings of the Unihan database (standard input) into the table that
 * core/pinyin.c looks up (standard output). Each character has a number of a set of readings; a set is the main
 * reading with its tone and the other syllables without. */
#include <glib.h>
#include <stdio.h>
#include <string.h>

#define LAST_CODE_POINT 0x3FFFF
#define PAGE_SIZE 256
#define N_PAGES ((LAST_CODE_POINT + 1) / PAGE_SIZE)
/* Common dictionaries; kMandarin comes first, it names the main reading. */
static const char *const common_fields[] = { "kTGHZ2013", "kXHC1983", "kHanyuPinlu" };
/* Every reading ever attested: noise for a character in use, all there is for a rare one. */
static const char rare_field[] = "kHanyuPinyin";

typedef struct
{
  char *mandarin;
  GString *common;
  char *rare;
} Character;

typedef struct
{
  const char *syllable; /* interned */
  int tone;
} Reading;

static Character characters[LAST_CODE_POINT + 1];
static GTree *syllables;    /* of syllables, in order; no values */
static GPtrArray *sets;     /* readings as text, "chang2 zhang" */
static GHashTable *numbers; /* the same text → number of the set + 1 */

static int
find_tone (gunichar mark)
{
  switch (mark)
    {
    case 0x0304:
      return 1;
    case 0x0301:
      return 2;
    case 0x030C:
      return 3;
    case 0x0300:
      return 4;
    default:
      return 0;
    }
}

/* "lǜ" → "lv", 4. The neutral tone is the fifth; ü is typed v on every Chinese keyboard. */
static gboolean
parse_reading (const char *text, Reading *reading)
{
  g_autofree char *parts = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) letters = g_string_new (NULL);

  reading->tone = 5;
  for (const char *at = parts; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      int tone = find_tone (c);

      if (tone > 0)
        reading->tone = tone;
      else if (c == 0x0308 && letters->len > 0)
        letters->str[letters->len - 1] = 'v';
      else if (c < 0x80 && g_ascii_islower ((char) c))
        g_string_append_c (letters, (char) c);
      else if (c != 0x0302)
        letters->str[0] = '\0';
    }
  /* No syllable of Mandarin is longer than zhuang; the table has room for one letter more. */
  if (letters->len > 7)
    letters->str[0] = '\0';
  reading->syllable = g_intern_string (letters->str);
  return reading->syllable[0] != '\0';
}

/* The readings in a value such as "0121.040:cháng 1456.020:zhǎng", "zhǎng(1879)" or "10109.030:qiú,chóu". */
static void
append_readings (GArray *readings, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      const char *colon = strrchr (*word, ':');
      g_auto (GStrv) texts = g_strsplit_set (colon != NULL ? colon + 1 : *word, ",(", -1);

      for (char **text = texts; *text != NULL; text++)
        {
          Reading reading;

          if (!g_ascii_isdigit (**text) && parse_reading (*text, &reading))
            g_array_append_val (readings, reading);
        }
    }
}

static guint
intern_set (GArray *readings)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint number;

  for (guint i = 0; i < readings->len; i++)
    {
      Reading *reading = &g_array_index (readings, Reading, i);

      if (!g_hash_table_add (seen, (gpointer) reading->syllable))
        continue;
      g_tree_insert (syllables, (gpointer) reading->syllable, NULL);
      if (i == 0)
        g_string_append_printf (text, "%s%d", reading->syllable, reading->tone);
      else
        g_string_append_printf (text, " %s", reading->syllable);
    }
  number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, text->str));
  if (number == 0)
    {
      char *set = g_strdup (text->str);

      g_ptr_array_add (sets, set);
      number = sets->len;
      g_hash_table_insert (numbers, set, GUINT_TO_POINTER (number));
    }
  return number;
}

static guint
number_readings (const Character *character)
{
  g_autoptr (GArray) readings = g_array_new (FALSE, FALSE, sizeof (Reading));

  if (character->mandarin != NULL)
    append_readings (readings, character->mandarin);
  if (character->common != NULL)
    append_readings (readings, character->common->str);
  else if (character->rare != NULL)
    append_readings (readings, character->rare);
  return readings->len > 0 ? intern_set (readings) : 0;
}

static void
take_line (char *line)
{
  g_auto (GStrv) fields = g_strsplit (g_strchomp (line), "\t", 3);
  guint64 code_point;
  Character *character;

  if (!g_str_has_prefix (line, "U+") || g_strv_length (fields) != 3)
    return;
  code_point = g_ascii_strtoull (fields[0] + 2, NULL, 16);
  if (code_point > LAST_CODE_POINT)
    return;
  character = &characters[code_point];
  if (strcmp (fields[1], "kMandarin") == 0)
    character->mandarin = g_strdup (fields[2]);
  else if (strcmp (fields[1], rare_field) == 0)
    character->rare = g_strdup (fields[2]);
  for (gsize i = 0; i < G_N_ELEMENTS (common_fields); i++)
    {
      if (strcmp (fields[1], common_fields[i]) != 0)
        continue;
      if (character->common == NULL)
        character->common = g_string_new (NULL);
      g_string_append_printf (character->common, " %s", fields[2]);
    }
}

/* Number 0 is no syllable, so that no reading is 0. */
static void
print_syllables (void)
{
  guint number = 1;

  printf ("static const char pinyin_syllables[][8] = {\n  \"\",\n");
  for (GTreeNode *node = g_tree_node_first (syllables); node != NULL; node = g_tree_node_next (node))
    {
      const char *syllable = g_tree_node_key (node);

      printf ("  \"%s\",\n", syllable);
      g_hash_table_insert (numbers, g_strconcat ("=", syllable, NULL), GUINT_TO_POINTER (number++));
    }
  printf ("};\n");
}

static guint
find_syllable (const char *syllable)
{
  g_autofree char *key = g_strconcat ("=", syllable, NULL);

  return GPOINTER_TO_UINT (g_hash_table_lookup (numbers, key));
}

/* A reading is 8 × syllable + tone; the last one of a set has bit 15. */
static void
print_sets (void)
{
  guint n_readings = 0;
  GString *starts = g_string_new ("  0,\n");

  printf ("static const guint16 pinyin_readings[] = {\n  0x8000,\n");
  n_readings++;
  for (guint i = 0; i < sets->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_ptr_array_index (sets, i), " ", -1);

      g_string_append_printf (starts, "  %u,\n", n_readings);
      for (char **word = words; *word != NULL; word++, n_readings++)
        {
          gsize length = strlen (*word);
          guint tone = 0;

          if (word == words)
            {
              tone = (guint) g_ascii_digit_value ((*word)[length - 1]);
              (*word)[length - 1] = '\0';
            }
          printf ("  0x%04x,\n", 8 * find_syllable (*word) + tone + (word[1] == NULL ? 0x8000 : 0));
        }
    }
  g_assert (n_readings <= G_MAXUINT16);
  printf ("};\nstatic const guint16 pinyin_sets[] = {\n%s};\n", starts->str);
  g_string_free (starts, TRUE);
}

static void
print_pages (const guint16 *entries)
{
  guint16 page_numbers[N_PAGES] = { 0 };
  guint n_pages = 1;

  printf ("static const guint16 pinyin_pages[][%d] = {\n  { 0 },\n", PAGE_SIZE);
  for (int page = 0; page < N_PAGES; page++)
    {
      const guint16 *first = entries + page * PAGE_SIZE;
      gboolean is_empty = TRUE;

      for (int i = 0; i < PAGE_SIZE; i++)
        is_empty = is_empty && first[i] == 0;
      if (is_empty)
        continue;
      page_numbers[page] = (guint16) n_pages++;
      printf ("  {");
      for (int i = 0; i < PAGE_SIZE; i++)
        printf (" %u,", first[i]);
      printf (" },\n");
    }
  printf ("};\nstatic const guint16 pinyin_page_numbers[%d] = {\n", N_PAGES);
  for (int page = 0; page < N_PAGES; page++)
    printf ("  %u,\n", page_numbers[page]);
  printf ("};\n");
}

int
main (void)
{
  g_autofree guint16 *entries = g_new0 (guint16, LAST_CODE_POINT + 1);
  char line[65536];
  guint n_known = 0;

  syllables = g_tree_new ((GCompareFunc) strcmp);
  sets = g_ptr_array_new ();
  numbers = g_hash_table_new (g_str_hash, g_str_equal);
  while (fgets (line, sizeof line, stdin) != NULL)
    take_line (line);
  /* 〇 is a symbol to Unicode, so Unihan has no readings of it. */
  characters[0x3007].mandarin = g_strdup ("líng");
  for (int i = 0; i <= LAST_CODE_POINT; i++)
    {
      entries[i] = (guint16) number_readings (&characters[i]);
      n_known += entries[i] > 0;
    }
  if (n_known < 20000)
    {
      g_printerr ("Only %u characters with readings: this is not Unihan_Readings.txt.\n", n_known);
      return 1;
    }
  printf ("/* Generated from Unihan_Readings.txt: %u characters. */\n", n_known);
  print_syllables ();
  print_sets ();
  print_pages (entries);
  return 0;
}
