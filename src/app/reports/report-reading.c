/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/report-reading.h"

typedef struct
{
  XcFiguresGroup group;
  XcFiguresFilter filter;
} Table;

typedef struct
{
  XcProblemReport *report;
  guint row, column;
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  xc_problem_report_unref (place->report);
  g_free (place);
}

static Place *
place_new (XcProblemReport *report, guint row, guint column)
{
  Place *place = g_new (Place, 1);

  *place = (Place){ xc_problem_report_ref (report), row, column };
  return place;
}

static gpointer
read_table (XcStore *store, gpointer question, GCancellable *cancellable, GError **error)
{
  const Table *table = question;

  return xc_problem_report_load (store, table->group, &table->filter, error);
}

static gpointer
read_sentences (XcStore *store, gpointer question, GCancellable *cancellable, GError **error)
{
  const Place *place = question;

  return xc_problem_report_load_sentences (place->report, store, place->row, error);
}

static gpointer
read_behind (XcStore *store, gpointer question, GCancellable *cancellable, GError **error)
{
  const Place *place = question;

  return xc_problem_report_load_behind (place->report, store, place->row, place->column, error);
}

void
xc_report_reading_ask_table (XcReader *reader, XcFiguresGroup group, const XcFiguresFilter *filter,
                             XcReaderDoneFunc done, gpointer data)
{
  static const XcReaderKind kind = { read_table, g_free, (GDestroyNotify) xc_problem_report_unref };
  Table *table = g_new (Table, 1);

  *table = (Table){ group, *filter };
  xc_reader_ask (reader, &kind, table, done, data);
}

void
xc_report_reading_ask_sentences (XcReader *reader, XcProblemReport *report, guint row, XcReaderDoneFunc done,
                                 gpointer data)
{
  static const XcReaderKind kind = { read_sentences, place_free, (GDestroyNotify) g_strfreev };

  xc_reader_ask (reader, &kind, place_new (report, row, 0), done, data);
}

void
xc_report_reading_ask_behind (XcReader *reader, XcProblemReport *report, guint row, guint column,
                              XcReaderDoneFunc done, gpointer data)
{
  static const XcReaderKind kind = { read_behind, place_free, (GDestroyNotify) g_array_unref };

  xc_reader_ask (reader, &kind, place_new (report, row, column), done, data);
}
