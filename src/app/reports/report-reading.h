/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of reports asks a ledger, in threads: the table, the sentences of a row, the problems behind a figure. */
#pragma once

#include "report/problem-report.h"
#include "store/reader.h"

G_BEGIN_DECLS

/* Answers with a #XcProblemReport. */
void xc_report_reading_ask_table (XcReader *reader, XcFiguresGroup group, const XcFiguresFilter *filter,
                                  XcReaderDoneFunc done, gpointer data);

/* Answers with a GStrv. */
void xc_report_reading_ask_sentences (XcReader *reader, XcProblemReport *report, guint row,
                                      XcReaderDoneFunc done, gpointer data);

/* Answers with a GArray of gint64. */
void xc_report_reading_ask_behind (XcReader *reader, XcProblemReport *report, guint row, guint column,
                                   XcReaderDoneFunc done, gpointer data);

G_END_DECLS
