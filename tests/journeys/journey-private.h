/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the files of the harness. */
#pragma once

#include <gio/gio.h>

#include "journey.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAction, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEditableText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

struct _XcJourney
{
  char *path;
  const char *language;
  char *folder;
  XcJourneyFunc function;
  char **environment;
  GSubprocess *program;
  GFile *output;
  GPtrArray *found;
  GHashTable *asked; /* path of a widget -> its counts of children when it was asked for them */
  gboolean has_keys_alone;
};

/* What waits for something gives up after so many seconds: a busy machine is slow, a wrong program is for ever. */
#define XC_JOURNEY_PATIENCE 20

/* The session: a bus, an X server and a window manager, until the end of the process. */
void xc_session_start (int width, int height);
void xc_session_stop (void);
const char *xc_session_get_folder (void);
void xc_session_die_with_us (gpointer data);

/* The screen: X itself. */
void xc_screen_open (void);
gboolean xc_screen_has_manager (gpointer data);
void xc_screen_press (const char *key);
void xc_screen_type (const char *text);
void xc_screen_move (int x, int y);
void xc_screen_click (int button, int times);
void xc_screen_button (int button, gboolean is_down);
guint xc_screen_get_active_process (void);
void xc_screen_get_active_origin (int *x, int *y);
void xc_screen_close_active (void);
void xc_screen_set_resource (const char *line);
gboolean xc_screen_take_picture (const char *file_name);

/* The tree: the program as assistive technology sees it. */
typedef gboolean (*XcTreeFunc) (AtspiAccessible *node, int depth, gpointer data);
gboolean xc_tree_shows (AtspiAccessible *node);
gboolean xc_tree_walk (AtspiAccessible *node, int depth, XcTreeFunc visit, gpointer data);
gboolean xc_tree_walk_program (XcJourney *journey, XcTreeFunc visit, gpointer data);
gboolean xc_tree_has_state (AtspiAccessible *node, AtspiStateType state);
GPtrArray *xc_tree_list_windows (XcJourney *journey);
gboolean xc_tree_has_keyboard (gpointer data);
char *xc_tree_get_text (AtspiAccessible *node);
char *xc_tree_dup_shown_name (const char *name);
char *xc_tree_get_name (AtspiAccessible *node);
char *xc_tree_get_words (AtspiAccessible *node);
char *xc_tree_describe (AtspiRole role, const char *name);

/* The census: the whole tree at once. */
AtspiAccessible *xc_census_find (XcJourney *journey, AtspiAccessible *root, AtspiAccessible *ancestor,
                                 AtspiRole role, const char *name, gboolean is_thorough);

G_END_DECLS
