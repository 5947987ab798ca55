/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person reads in the window, and waiting until it is what it should be. */
#include "journey-private.h"

typedef struct
{
  XcJourney *journey;
  AtspiAccessible *node;
  AtspiStateType state;
  gboolean has;
  const char *text;
  const char *const *rows;
} Expectation;

/**
 * xc_journey_get_text:
 * @self: the journey
 * @role: its role
 * @name: its name
 *
 * Returns: (transfer full): the text in a widget, or its name when it has none
 */
char *
xc_journey_get_text (XcJourney *self, AtspiRole role, const char *name)
{
  return xc_tree_get_words (xc_journey_find (self, role, name));
}

static gboolean
has_text (gpointer data)
{
  Expectation *expected = data;
  g_autofree char *text = xc_tree_get_words (expected->node);

  return g_str_equal (text, expected->text);
}

/**
 * xc_journey_wait_text:
 * @self: the journey
 * @role: its role
 * @name: its name
 * @text: the whole of what it should say
 *
 * Waits until the text in a widget is @text.
 */
void
xc_journey_wait_text (XcJourney *self, AtspiRole role, const char *name, const char *text)
{
  Expectation expected = { .node = xc_journey_find (self, role, name), .text = text };

  if (!xc_journey_wait (self, has_text, &expected))
    {
      g_autofree char *what = xc_tree_describe (role, name);
      g_autofree char *is = xc_tree_get_words (expected.node);

      xc_journey_fail (self, "the %s says “%s” instead of “%s”", what, is, text);
    }
}

static gboolean
has_expected_state (gpointer data)
{
  Expectation *expected = data;

  return xc_tree_has_state (expected->node, expected->state) == expected->has;
}

/**
 * xc_journey_wait_state:
 * @self: the journey
 * @role: its role
 * @name: its name
 * @state: such as %ATSPI_STATE_CHECKED, %ATSPI_STATE_FOCUSED, %ATSPI_STATE_SENSITIVE
 * @has: whether it should have it
 *
 * Waits until a widget has a state, or has it no more.
 */
void
xc_journey_wait_state (XcJourney *self, AtspiRole role, const char *name, AtspiStateType state, gboolean has)
{
  Expectation expected = { .node = xc_journey_find (self, role, name), .state = state, .has = has };

  if (!xc_journey_wait (self, has_expected_state, &expected))
    {
      g_autofree char *what = xc_tree_describe (role, name);

      xc_journey_fail (self, "the %s is %s in state %d", what, has ? "not" : "still", state);
    }
}

/* GTK tells of frames alone whether they are active. */
static gboolean
has_window (gpointer data)
{
  Expectation *expected = data;
  g_autoptr (GPtrArray) windows = xc_tree_list_windows (expected->journey);
  gboolean is_there = FALSE;

  for (guint i = 0; i < windows->len; i++)
    {
      AtspiAccessible *window = windows->pdata[i];
      g_autofree char *name = xc_tree_get_name (window);
      gboolean is_frame = atspi_accessible_get_role (window, NULL) == ATSPI_ROLE_FRAME;
      gboolean is_active = is_frame && xc_tree_has_state (window, ATSPI_STATE_ACTIVE);

      if (!xc_tree_shows (window))
        continue;
      if (g_pattern_match_simple (expected->text, name) && is_frame == is_active)
        is_there = TRUE;
      else if (is_active)
        return FALSE;
    }
  return is_there && xc_tree_has_keyboard (expected->journey);
}

/**
 * xc_journey_wait_window:
 * @self: the journey
 * @name: its title, with * for what may stand there
 *
 * Waits until a window or dialog is there and has the keyboard.
 */
void
xc_journey_wait_window (XcJourney *self, const char *name)
{
  Expectation expected = { .journey = self, .text = name };

  if (!xc_journey_wait (self, has_window, &expected))
    xc_journey_fail (self, "no window called “%s” has the keyboard", name);
}

typedef struct
{
  GPtrArray *rows;
  GString *row;
  gboolean is_table;
  guint n_cells;
  gboolean cell_has_text;
} Rows;

/* A row of headings has no cells. */
static void
end_row (Rows *rows)
{
  gboolean is_row = rows->row != NULL && (!rows->is_table || rows->n_cells > 0);
  char *text = rows->row != NULL ? g_string_free (g_steal_pointer (&rows->row), !is_row) : NULL;

  if (is_row)
    g_ptr_array_add (rows->rows, text);
}

static gboolean
visit_row (AtspiAccessible *node, int depth, gpointer data)
{
  Rows *rows = data;
  AtspiRole role = atspi_accessible_get_role (node, NULL);
  g_autofree char *text = NULL;

  if (role == ATSPI_ROLE_TABLE_ROW || role == ATSPI_ROLE_LIST_ITEM)
    {
      end_row (rows);
      if (!xc_tree_shows (node))
        return FALSE;
      rows->row = g_string_new (NULL);
      rows->is_table = role == ATSPI_ROLE_TABLE_ROW;
      rows->n_cells = 0;
      return FALSE;
    }
  if (rows->row == NULL)
    return FALSE;
  if (role == ATSPI_ROLE_TABLE_CELL)
    {
      if (rows->n_cells++ > 0)
        g_string_append_c (rows->row, '\t');
      rows->cell_has_text = FALSE;
      return FALSE;
    }
  text = xc_tree_shows (node) ? xc_tree_get_text (node) : NULL;
  if (text == NULL || *text == '\0' || (rows->is_table && rows->n_cells == 0))
    return FALSE;
  if (rows->is_table ? rows->cell_has_text : rows->row->len > 0)
    g_string_append_c (rows->row, rows->is_table ? ' ' : '\t');
  g_string_append (rows->row, text);
  rows->cell_has_text = TRUE;
  return FALSE;
}

static char **
read_rows (AtspiAccessible *list)
{
  Rows rows = { .rows = g_ptr_array_new () };

  xc_tree_walk (list, 0, visit_row, &rows);
  end_row (&rows);
  g_ptr_array_add (rows.rows, NULL);
  return (char **) g_ptr_array_free (rows.rows, FALSE);
}

/**
 * xc_journey_get_rows:
 * @self: the journey
 * @role: %ATSPI_ROLE_TREE_TABLE for a view of columns, %ATSPI_ROLE_LIST for a list
 * @name: its name
 *
 * Returns: (transfer full): its rows that are on the screen, the texts of their cells with tabs between
 */
char **
xc_journey_get_rows (XcJourney *self, AtspiRole role, const char *name)
{
  return read_rows (xc_journey_find (self, role, name));
}

static gboolean
has_rows (gpointer data)
{
  Expectation *expected = data;
  g_auto (GStrv) rows = read_rows (expected->node);

  return g_strv_equal ((const char *const *) rows, expected->rows);
}

/**
 * xc_journey_wait_rows:
 * @self: the journey
 * @role: %ATSPI_ROLE_TREE_TABLE for a view of columns, %ATSPI_ROLE_LIST for a list
 * @name: its name
 * @rows: the texts of its rows, the cells with tabs between, ended by %NULL
 *
 * Waits until exactly these rows are on the screen.
 */
void
xc_journey_wait_rows (XcJourney *self, AtspiRole role, const char *name, const char *const *rows)
{
  Expectation expected = { .node = xc_journey_find (self, role, name), .rows = rows };

  if (!xc_journey_wait (self, has_rows, &expected))
    {
      g_auto (GStrv) is = read_rows (expected.node);
      g_autofree char *text = g_strjoinv ("\n", is);

      xc_journey_fail (self, "the rows of “%s” are\n%s", name, text);
    }
}

static void
append_line (GString *tree, AtspiAccessible *node, int depth)
{
  g_autofree char *role = atspi_accessible_get_role_name (node, NULL);
  g_autofree char *name = xc_tree_get_name (node);
  g_autofree char *words = xc_tree_get_words (node);

  g_string_append_printf (tree, "# %*s%s “%s”", 2 * depth, "", role, name);
  if (g_strcmp0 (name, words) != 0)
    g_string_append_printf (tree, " = “%s”", words);
  g_string_append (tree, xc_tree_has_state (node, ATSPI_STATE_FOCUSED) ? " focused\n" : "\n");
}

static gboolean
add_line (AtspiAccessible *node, int depth, gpointer data)
{
  GString *tree = data;

  if (xc_tree_shows (node))
    append_line (tree, node, depth);
  return FALSE;
}

/**
 * xc_journey_get_tree:
 * @self: the journey
 *
 * Returns: (transfer full): every widget that shows, a line each: role, name, text
 */
char *
xc_journey_get_tree (XcJourney *self)
{
  GString *tree = g_string_new (NULL);

  xc_tree_walk_program (self, add_line, tree);
  return g_string_free (tree, FALSE);
}
