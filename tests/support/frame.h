/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small ledger for the tests of single sheets: a term, registers, organizations, two rounds, teams, inspections. */
#pragma once

#include "importing.h"
#include "ledger.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  XcStore *store;
} Frame;

void frame_set_up (Frame *self, gconstpointer data);
void frame_tear_down (Frame *self, gconstpointer data);

/* Adds a test at @path in a ledger that holds the frame. */
#define ADD_FRAMED(path, function) g_test_add (path, Frame, NULL, frame_set_up, function, frame_tear_down)

G_END_DECLS
