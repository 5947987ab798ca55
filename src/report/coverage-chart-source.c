/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/coverage-chart-source-private.h"

#include <glib/gi18n-lib.h>

#include "core/numeral.h"
#include "report/pace-sentences.h"

static const char *
keep (XcCoverageChartSource *self, char *text)
{
  const char *kept = g_string_chunk_insert (self->words, text);

  g_free (text);
  return kept;
}

/* Whether an organization that counts here is still to be covered for the first time. */
gboolean
xc_chart_source_is_waiting (const XcCoverageChartSource *self, guint organization)
{
  const XcOrganizationCoverage *state = &self->day->organizations[organization];
  const GArray *registers = xc_coverage_get_input (self->coverage)->registers;

  return (state->state == XC_COVERAGE_NEVER || state->state == XC_COVERAGE_IN_PROGRESS)
         && (self->scope == XC_COVERAGE_TOTAL
                 ? g_array_index (registers, XcCoverageRegister, state->register_index).in_total
                 : state->register_index == self->scope);
}

/* Organizations that each round is still to cover for the first time: a GArray of guint a round. An organization stands
 * in the first round that is to do it. */
static GPtrArray *
list_planned (const XcCoverageChartSource *self)
{
  const XcCoverageInput *input = xc_coverage_get_input (self->coverage);
  GPtrArray *planned = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) organizations = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) rounds = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree guint *first = g_new (guint, input->organizations->len + 1);

  for (guint i = 0; i < input->organizations->len; i++)
    {
      first[i] = G_MAXUINT;
      g_hash_table_insert (organizations, &g_array_index (input->organizations, XcCoverageOrganization, i).id,
                           GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < input->rounds->len; i++)
    {
      g_ptr_array_add (planned, g_array_new (FALSE, FALSE, sizeof (guint)));
      g_hash_table_insert (rounds, &g_array_index (input->rounds, XcCoverageRound, i).id,
                           GUINT_TO_POINTER (i));
    }
  for (guint j = 0; j < input->inspections->len; j++)
    {
      XcCoverageInspection *inspection = &g_array_index (input->inspections, XcCoverageInspection, j);
      gpointer organization, round;

      if (xc_inspection_counts (inspection->kind, inspection->level, inspection->counts)
          && g_hash_table_lookup_extended (rounds, &inspection->round_id, NULL, &round)
          && g_hash_table_lookup_extended (organizations, &inspection->organization_id, NULL, &organization)
          && xc_chart_source_is_waiting (self, GPOINTER_TO_UINT (organization)))
        first[GPOINTER_TO_UINT (organization)] =
            MIN (first[GPOINTER_TO_UINT (organization)], GPOINTER_TO_UINT (round));
    }
  for (guint i = 0; i < input->organizations->len; i++)
    if (first[i] < planned->len)
      g_array_append_val ((GArray *) planned->pdata[first[i]], i);
  return planned;
}

/* The organizations, by index, that a round is still to cover for the first time. */
GArray *
xc_chart_source_list_planned (const XcCoverageChartSource *self, guint round)
{
  g_autoptr (GPtrArray) planned = list_planned (self);

  return g_array_ref (planned->pdata[round]);
}

static void
fill_rounds (XcCoverageChartSource *self)
{
  const XcCoverageInput *input = xc_coverage_get_input (self->coverage);
  g_autoptr (GPtrArray) planned = list_planned (self);

  for (guint i = 0; i < input->rounds->len; i++)
    {
      const XcCoverageRound *round = &g_array_index (input->rounds, XcCoverageRound, i);
      const XcRoundCoverage *done = &g_array_index (self->series->rounds, XcRoundCoverage, i);
      XcChartRound row = {
        .label = keep (self, xc_numeral_name (round->ordinal)),
        .starts = round->starts,
        .ends = round->ends,
        .state = xc_day_is_set (done->finished_on) ? XC_CHART_ROUND_FINISHED
                 : xc_day_is_set (done->began_on)  ? XC_CHART_ROUND_CURRENT
                                                   : XC_CHART_ROUND_PLANNED,
        .first = done->first,
        .repeats = done->repeats,
        .planned = done->first + ((GArray *) planned->pdata[i])->len,
      };

      if (!xc_day_is_set (row.starts))
        row.starts = done->began_on;
      if (!xc_day_is_set (row.ends))
        row.ends = done->finished_on;
      g_array_append_val (self->rounds, row);
    }
}

static const char *
get_event_title (XcEventKind kind)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_ORGANIZATION_EVENT, "kind");

  return xc_choice_title (xc_field_find_choice (field, xc_event_kind_to_word (kind)));
}

static const char *
get_cause_title (const XcCoverageInput *input, const XcOwedChange *change)
{
  switch (change->cause)
    {
    case XC_OWED_BY_EVENT:
      return get_event_title (g_array_index (input->events, XcCoverageEvent, change->event).kind);
    case XC_OWED_BY_LISTING:
      return change->joined ? C_ ("cause", "listed") : C_ ("cause", "unlisted");
    case XC_OWED_BY_VALIDITY:
      return change->joined ? C_ ("cause", "added") : C_ ("cause", "dropped");
    default:
      g_return_val_if_reached ("");
    }
}

/* The name of the organization that @change is about, as it was called then. */
static const char *
get_changed_name (XcCoverageChartSource *self, const XcOwedChange *change)
{
  return xc_coverage_get_name (self->coverage, change->organization,
                               change->joined ? change->day : change->day - 1);
}

/* By how much the changes of @step that are called @title changed the number owed. */
static int
sum_cause (XcCoverageChartSource *self, const XcCoverageStep *step, const char *title)
{
  const XcCoverageInput *input = xc_coverage_get_input (self->coverage);
  int net = 0;

  for (guint i = 0; i < step->n_changes; i++)
    {
      const XcOwedChange *change =
          &g_array_index (self->series->changes, XcOwedChange, step->first_change + i);

      if (get_cause_title (input, change) == title)
        net += change->joined ? 1 : -1;
    }
  return net;
}

/* What changed the number owed in @step; the chart says by how much. One organization alone is named, as
 * "Founded: the bureau"; several causes say how much each, as "Merged −2, Founded +1". */
static const char *
describe_causes (XcCoverageChartSource *self, const XcCoverageStep *step)
{
  const XcCoverageInput *input = xc_coverage_get_input (self->coverage);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < step->n_changes; i++)
    {
      const XcOwedChange *change =
          &g_array_index (self->series->changes, XcOwedChange, step->first_change + i);
      const char *title = get_cause_title (input, change);

      if (sum_cause (self, step, title) != 0 && !g_ptr_array_find (titles, title, NULL))
        g_ptr_array_add (titles, (gpointer) title);
    }
  for (guint i = 0; i < titles->len; i++)
    {
      int net = sum_cause (self, step, titles->pdata[i]);

      if (titles->len > 1)
        g_string_append_printf (words, "%s%s %s%d", i > 0 ? C_ ("between causes", ", ") : "",
                                (const char *) titles->pdata[i], net > 0 ? "+" : "−", ABS (net));
      else if (step->n_changes == 1)
        /* translators: %1$s is what happened to an organization, %2$s its name */
        g_string_append_printf (words, C_ ("cause", "%1$s: %2$s"), (const char *) titles->pdata[i],
                                get_changed_name (self, &g_array_index (self->series->changes, XcOwedChange,
                                                                        step->first_change)));
      else
        g_string_append (words, titles->pdata[i]);
    }
  return keep (self, g_string_free (words, FALSE));
}

static void
fill_steps (XcCoverageChartSource *self)
{
  guint covered = 0, owed = 0;

  for (guint i = 0; i < self->series->steps->len; i++)
    {
      const XcCoverageStep *step = &g_array_index (self->series->steps, XcCoverageStep, i);
      XcChartStep row = { .day = step->day };

      if (i == 0 || step->covered != covered)
        {
          row.count = covered = step->covered;
          g_array_append_val (self->covered, row);
        }
      if (i == 0 || step->owed != owed)
        {
          row.count = owed = step->owed;
          row.cause = i == 0 ? NULL : describe_causes (self, step);
          g_array_append_val (self->owed, row);
          g_array_append_val (self->owed_at, i);
        }
    }
}

static void
fill_lines (XcCoverageChartSource *self, guint register_index, XcChartRegister *row)
{
  g_autoptr (XcCoverageSeries) series =
      xc_coverage_get_series (self->coverage, register_index, self->day->as_of);
  GArray *covered = g_array_sized_new (FALSE, FALSE, sizeof (XcChartStep), series->steps->len);
  GArray *owed = g_array_new (FALSE, FALSE, sizeof (XcChartStep));

  for (guint i = 0; i < series->steps->len; i++)
    {
      const XcCoverageStep *step = &g_array_index (series->steps, XcCoverageStep, i);
      XcChartStep point = { .day = step->day, .count = step->covered };

      if (i == 0 || point.count != g_array_index (covered, XcChartStep, covered->len - 1).count)
        g_array_append_val (covered, point);
      point.count = step->owed;
      if (i == 0 || point.count != g_array_index (owed, XcChartStep, owed->len - 1).count)
        g_array_append_val (owed, point);
    }
  row->covered_steps = (const XcChartStep *) (const void *) covered->data;
  row->n_covered_steps = covered->len;
  row->owed_steps = (const XcChartStep *) (const void *) owed->data;
  row->n_owed_steps = owed->len;
  g_ptr_array_add (self->register_lines, covered);
  g_ptr_array_add (self->register_lines, owed);
}

static void
fill_registers (XcCoverageChartSource *self)
{
  const XcCoverageInput *input = xc_coverage_get_input (self->coverage);

  for (guint i = 0; i < self->day->n_registers; i++)
    {
      const XcCoverageRegister *title = &g_array_index (input->registers, XcCoverageRegister, i);
      const XcCoverageFigures *figures = &self->day->registers[i];
      XcChartRegister row = {
        .title = title->title,
        .covered = figures->covered,
        .owed = figures->owed,
        .to_confirm = figures->to_confirm,
        .in_total = title->in_total,
      };

      fill_lines (self, i, &row);
      g_array_append_val (self->registers, row);
    }
}

/* The short name of the round of an inspection. */
static const char *
get_round (XcCoverageChartSource *self, GHashTable *rounds, guint inspection)
{
  const XcCoverageInput *input = xc_coverage_get_input (self->coverage);
  gpointer index;

  if (inspection == XC_COVERAGE_NOTHING
      || !g_hash_table_lookup_extended (
          rounds, &g_array_index (input->inspections, XcCoverageInspection, inspection).round_id, NULL,
          &index))
    return NULL;
  return g_array_index (self->rounds, XcChartRound, GPOINTER_TO_UINT (index)).label;
}

static void
fill_organizations (XcCoverageChartSource *self)
{
  const XcCoverageInput *input = xc_coverage_get_input (self->coverage);
  g_autoptr (GHashTable) rounds = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < input->rounds->len; i++)
    g_hash_table_insert (rounds, &g_array_index (input->rounds, XcCoverageRound, i).id, GUINT_TO_POINTER (i));
  for (guint r = 0; r < self->day->n_registers; r++)
    for (guint o = 0; o < self->day->n_organizations; o++)
      {
        const XcOrganizationCoverage *state = &self->day->organizations[o];
        XcChartOrganization row = {
          .register_index = r,
          .state = state->state,
          .covered_on = state->covered_on,
        };

        if (state->state == XC_COVERAGE_NOT_OWED || state->register_index != r)
          continue;
        row.name = xc_coverage_get_name (self->coverage, o, self->day->as_of);
        row.round = get_round (self, rounds, state->inspection);
        g_array_append_val (self->organizations, row);
        g_array_append_val (self->organization_at, o);
      }
}

static void
fill_forecast (XcCoverageChartSource *self)
{
  const XcPace *pace = self->pace;

  if (pace->rounds_looked_at == 0 || pace->remaining == 0)
    return;
  /* It lets every round left take place, which is no news once there is no time for them. */
  if (xc_day_is_set (pace->too_late_from) && pace->as_of >= pace->too_late_from)
    return;
  for (guint i = 0; i <= pace->forecasts->len; i++)
    {
      const XcForecast *from =
          i < pace->forecasts->len ? &g_array_index (pace->forecasts, XcForecast, i) : &pace->at_end;
      XcChartForecast row = {
        .day = from->day, .worst = from->worst, .average = from->average, .best = from->best
      };
      XcDay last = self->forecast->len > 0
                       ? g_array_index (self->forecast, XcChartForecast, self->forecast->len - 1).day
                       : self->day->as_of;

      if (row.day > last)
        g_array_append_val (self->forecast, row);
    }
}

static const char *
make_title (XcCoverageChartSource *self, const XcRecord *term)
{
  g_autofree char *ordinal = xc_numeral_name ((int) xc_record_get_number (term, "ordinal"));

  /* translators: title of the chart; %1$s is a committee, %2$s the number of its term, as the language writes it */
  return keep (self, g_strdup_printf (_ ("%1$s, term %2$s: progress toward full coverage"),
                                      xc_record_get_text (term, "committee"), ordinal));
}

/* The rule that made the figures is part of them. */
static const char *
make_notes (const XcCoverageInput *input)
{
  switch (input->term.covered_when)
    {
    case XC_COVERED_WHEN_ENTERED:
      return _ ("Covered: a team has entered it in this term. Look-backs, rectification checks and extended "
                "inspections "
                "add nothing; organizations visited again are counted once.");
    case XC_COVERED_WHEN_LEFT:
      return _ ("Covered: a team has inspected it in this term and left. Look-backs, rectification checks "
                "and extended "
                "inspections add nothing; organizations visited again are counted once.");
    case XC_COVERED_WHEN_FED_BACK:
      return _ ("Covered: the result of an inspection in this term was fed back. Look-backs, rectification "
                "checks and "
                "extended inspections add nothing; organizations visited again are counted once.");
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
fill_chart (XcCoverageChartSource *self, const XcRecord *term)
{
  const XcCoverageInput *input = xc_coverage_get_input (self->coverage);
  const XcCoverageFigures *total =
      self->scope == XC_COVERAGE_TOTAL ? &self->day->total : &self->day->registers[self->scope];
  g_auto (GStrv) sentences = xc_pace_sentences_new (self->pace);

  self->chart = (XcCoverageChart){
    .title = make_title (self, term),
    .as_of = self->day->as_of,
    .today = XC_DAY_NONE,
    .starts = input->term.starts,
    .ends = input->term.ends,
    .decimals = input->term.decimals,
    .rounds = (const XcChartRound *) (const void *) self->rounds->data,
    .n_rounds = self->rounds->len,
    .covered = (const XcChartStep *) (const void *) self->covered->data,
    .n_covered = self->covered->len,
    .owed = (const XcChartStep *) (const void *) self->owed->data,
    .n_owed = self->owed->len,
    .registers = (const XcChartRegister *) (const void *) self->registers->data,
    .n_registers = self->registers->len,
    .total = { .covered = total->covered,
               .owed = total->owed,
               .to_confirm = total->to_confirm,
               .in_total = TRUE },
    .organizations = (const XcChartOrganization *) (const void *) self->organizations->data,
    .n_organizations = self->organizations->len,
    .forecast = (const XcChartForecast *) (const void *) self->forecast->data,
    .n_forecast = self->forecast->len,
    .out_of_reach = self->pace->out_of_reach,
    .out_of_reach_from = self->pace->too_late_from,
    .notes = make_notes (input),
  };
  if (sentences[0] != NULL)
    self->chart.pace =
        /* translators: two sentences, one after the other */
        keep (self, self->pace->out_of_reach
                        ? g_strdup_printf (C_ ("sentences", "%1$s %2$s"), sentences[0], sentences[1])
                        : g_strdup (sentences[0]));
}

static XcCoverageChartSource *
make (const XcCoverage *coverage, const XcRecord *term, XcDay as_of, guint scope)
{
  XcCoverageChartSource *self = g_new0 (XcCoverageChartSource, 1);

  self->coverage = coverage;
  self->scope = scope;
  self->day = xc_coverage_get_day (coverage, as_of);
  self->series = xc_coverage_get_series (coverage, scope, as_of);
  self->pace = xc_pace_new (coverage, scope, as_of);
  self->words = g_string_chunk_new (1024);
  self->rounds = g_array_new (FALSE, TRUE, sizeof (XcChartRound));
  self->covered = g_array_new (FALSE, TRUE, sizeof (XcChartStep));
  self->owed = g_array_new (FALSE, TRUE, sizeof (XcChartStep));
  self->registers = g_array_new (FALSE, TRUE, sizeof (XcChartRegister));
  self->owed_at = g_array_new (FALSE, TRUE, sizeof (guint));
  self->register_lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->organizations = g_array_new (FALSE, TRUE, sizeof (XcChartOrganization));
  self->organization_at = g_array_new (FALSE, TRUE, sizeof (guint));
  self->forecast = g_array_new (FALSE, TRUE, sizeof (XcChartForecast));
  self->what_if = g_array_new (FALSE, TRUE, sizeof (XcChartStep));
  fill_rounds (self);
  fill_steps (self);
  if (scope == XC_COVERAGE_TOTAL)
    {
      fill_registers (self);
      fill_organizations (self);
    }
  fill_forecast (self);
  fill_chart (self, term);
  return self;
}

/**
 * xc_coverage_chart_source_new:
 * @coverage: coverage of the term; borrowed as long as the source lives
 * @term: the term
 * @as_of: the day of the figures
 *
 * Everything in the chart is of @as_of: what came later is not known in it.
 *
 * Returns: (transfer full): the numbers and words of the chart
 */
XcCoverageChartSource *
xc_coverage_chart_source_new (const XcCoverage *coverage, const XcRecord *term, XcDay as_of)
{
  return make (coverage, term, as_of, XC_COVERAGE_TOTAL);
}

/**
 * xc_coverage_chart_source_new_of_register:
 * @coverage: coverage of the term; borrowed as long as the source lives
 * @term: the term
 * @as_of: the day of the figures
 * @register_index: of the register in the input
 *
 * The same as xc_coverage_chart_source_new() of one register alone: its figures stand for the total, and there are no
 * other registers in it, nor single organizations.
 *
 * Returns: (transfer full): the numbers and words of the chart
 */
XcCoverageChartSource *
xc_coverage_chart_source_new_of_register (const XcCoverage *coverage, const XcRecord *term, XcDay as_of,
                                          guint register_index)
{
  g_return_val_if_fail (register_index < xc_coverage_get_input (coverage)->registers->len, NULL);

  return make (coverage, term, as_of, register_index);
}

void
xc_coverage_chart_source_free (XcCoverageChartSource *self)
{
  xc_coverage_day_free (self->day);
  xc_coverage_series_free (self->series);
  xc_pace_free (self->pace);
  g_string_chunk_free (self->words);
  g_array_unref (self->rounds);
  g_array_unref (self->covered);
  g_array_unref (self->owed);
  g_array_unref (self->registers);
  g_array_unref (self->owed_at);
  g_ptr_array_unref (self->register_lines);
  g_array_unref (self->organizations);
  g_array_unref (self->organization_at);
  g_array_unref (self->forecast);
  g_array_unref (self->what_if);
  g_free (self);
}

/**
 * xc_coverage_chart_source_get_chart:
 * @self: a source
 *
 * Returns: (transfer none): the chart, valid as long as @self
 */
const XcCoverageChart *
xc_coverage_chart_source_get_chart (XcCoverageChartSource *self)
{
  return &self->chart;
}

/**
 * xc_coverage_chart_source_get_pace:
 * @self: a source
 *
 * Returns: (transfer none): how fast the rest has to be covered
 */
const XcPace *
xc_coverage_chart_source_get_pace (XcCoverageChartSource *self)
{
  return self->pace;
}

/**
 * xc_coverage_chart_source_suppose:
 * @self: a source
 * @what_if: what is supposed of the rounds left
 *
 * The chart shows from now on where that leads.
 *
 * Returns: (transfer full): the same in figures
 */
XcWhatIfResult *
xc_coverage_chart_source_suppose (XcCoverageChartSource *self, const XcWhatIf *what_if)
{
  XcWhatIfResult *result = xc_what_if_new (self->pace, what_if);

  g_array_set_size (self->what_if, 0);
  for (guint i = 0; i < result->steps->len; i++)
    {
      const XcWhatIfStep *from = &g_array_index (result->steps, XcWhatIfStep, i);
      XcChartStep step = { .day = from->day, .count = from->covered };

      if (step.day > self->day->as_of)
        g_array_append_val (self->what_if, step);
    }
  self->chart.what_if = (const XcChartStep *) (const void *) self->what_if->data;
  self->chart.n_what_if = self->what_if->len;
  return result;
}
