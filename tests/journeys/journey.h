/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program in a real window, driven as a person drives it: by names that are seen or read out, keys and the
 * pointer. Each journey runs in Chinese or in English, in the long run of the tests in both, on an X server, a bus and a
 * window manager of its own. Whatever is looked for is waited for; what does not come fails the test with a picture, the
 * widgets and the program's words. */
#pragma once

#include <atspi/atspi.h>

G_BEGIN_DECLS

typedef struct _XcJourney XcJourney;
typedef void (*XcJourneyFunc) (XcJourney *journey);

/* Any role, for the functions below. */
#define XC_ANY_ROLE ATSPI_ROLE_INVALID

/* The frame: argv[1] is the program. */
void xc_journey_init (int *argc, char ***argv, int width, int height);
void xc_journey_add (const char *path, XcJourneyFunc function);
int xc_journey_run (void);

/* The program under test, as it was given. */
const char *xc_journey_get_program (void);

/* The program's life. It ends with the test if nothing ended it before. */
const char *xc_journey_get_language (XcJourney *journey);
const char *xc_journey_get_folder (XcJourney *journey);
const char *xc_journey_word (XcJourney *journey, const char *context, const char *message);
void xc_journey_set_env (XcJourney *journey, const char *name, const char *value);
void xc_journey_set_text_size (XcJourney *journey, int percent);
char *xc_journey_make_ledger (XcJourney *journey, const char *name, ...) G_GNUC_NULL_TERMINATED;
char *xc_journey_make_example (XcJourney *journey);
void xc_journey_open_example (XcJourney *journey);
void xc_journey_start (XcJourney *journey, ...) G_GNUC_NULL_TERMINATED;
void xc_journey_close (XcJourney *journey);
void xc_journey_end (XcJourney *journey);
void xc_journey_kill (XcJourney *journey);
char *xc_journey_get_complaint (XcJourney *journey);
char *xc_journey_get_output (XcJourney *journey);
void xc_journey_fail (XcJourney *journey, const char *format, ...) G_GNUC_PRINTF (2, 3) G_GNUC_NORETURN;
gboolean xc_journey_wait (XcJourney *journey, gboolean (*is_so) (gpointer data), gpointer data);

/* Finding: names are whole or have a * for what may stand there. */
AtspiAccessible *xc_journey_find (XcJourney *journey, AtspiRole role, const char *name);
AtspiAccessible *xc_journey_find_in (XcJourney *journey, AtspiAccessible *ancestor, AtspiRole role,
                                     const char *name);
gboolean xc_journey_has (XcJourney *journey, AtspiRole role, const char *name);
void xc_journey_wait_gone (XcJourney *journey, AtspiRole role, const char *name);
void xc_journey_wait_window (XcJourney *journey, const char *name);
void xc_journey_wait_state (XcJourney *journey, AtspiRole role, const char *name, AtspiStateType state,
                            gboolean has);
void xc_journey_wait_text (XcJourney *journey, AtspiRole role, const char *name, const char *text);
void xc_journey_wait_rows (XcJourney *journey, AtspiRole role, const char *name, const char *const *rows);
char *xc_journey_get_text (XcJourney *journey, AtspiRole role, const char *name);
char **xc_journey_get_rows (XcJourney *journey, AtspiRole role, const char *name);
char *xc_journey_get_tree (XcJourney *journey);

/* From here on there is nothing but the keyboard: what follows under the next heading, and the pointer, fail the test. */
void xc_journey_take_pointer_away (XcJourney *journey);

/* Doing, through the tree of assistive technology. */
void xc_journey_activate (XcJourney *journey, AtspiRole role, const char *name);
void xc_journey_set_text (XcJourney *journey, AtspiRole role, const char *name, const char *text);
void xc_journey_save_as (XcJourney *journey, const char *title, const char *path);
void xc_journey_copy_elsewhere (XcJourney *journey, AtspiRole role, const char *name, const char *text);

/* Doing, through the keyboard and the pointer. */
void xc_journey_press (XcJourney *journey, const char *key, ...) G_GNUC_NULL_TERMINATED;
void xc_journey_tab_to (XcJourney *journey, AtspiRole role, const char *name);
void xc_journey_tab_back_to (XcJourney *journey, AtspiRole role, const char *name);
void xc_journey_type (XcJourney *journey, const char *text);
void xc_journey_click (XcJourney *journey, AtspiRole role, const char *name);
void xc_journey_double_click (XcJourney *journey, AtspiRole role, const char *name);
void xc_journey_click_right (XcJourney *journey, AtspiRole role, const char *name);
void xc_journey_drag (XcJourney *journey, AtspiAccessible *from, AtspiAccessible *to);
void xc_journey_take_picture (XcJourney *journey, const char *name);

G_END_DECLS
