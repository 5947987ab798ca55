/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/checker/fault-model.h"

#define N_GRADES (XC_LIST_FAULT_HINT + 1)

struct _XcFaultRow
{
  GObject parent_instance;

  GPtrArray *faults; /* keeps the fault */
  const XcListFault *fault;
};

G_DEFINE_FINAL_TYPE (XcFaultRow, xc_fault_row, G_TYPE_OBJECT)

static void
xc_fault_row_finalize (GObject *object)
{
  g_ptr_array_unref (XC_FAULT_ROW (object)->faults);
  G_OBJECT_CLASS (xc_fault_row_parent_class)->finalize (object);
}

static void
xc_fault_row_class_init (XcFaultRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = xc_fault_row_finalize;
}

static void
xc_fault_row_init (XcFaultRow *self)
{
}

const XcListFault *
xc_fault_row_get_fault (XcFaultRow *self)
{
  return self->fault;
}

struct _XcFaultModel
{
  GObject parent_instance;

  GPtrArray *faults; /* of XcListFault */
  GPtrArray *shown;  /* of XcListFault, borrowed from @faults */
  gboolean is_hidden[N_GRADES];
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (XcFaultModel, xc_fault_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return XC_TYPE_FAULT_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return XC_FAULT_MODEL (model)->shown->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  XcFaultModel *self = XC_FAULT_MODEL (model);
  XcFaultRow *row;

  if (position >= self->shown->len)
    return NULL;
  row = g_object_new (XC_TYPE_FAULT_ROW, NULL);
  row->faults = g_ptr_array_ref (self->faults);
  row->fault = self->shown->pdata[position];
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_same (const XcListFault *one, const XcListFault *other)
{
  return one->kind == other->kind && one->problem_id == other->problem_id
         && one->measure_id == other->measure_id && one->count == other->count;
}

/* Only what is another is told to be another: the rest of the list stays where it is. */
static void
show (XcFaultModel *self, GPtrArray *faults)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  GPtrArray *kept = g_steal_pointer (&self->faults);
  guint head = 0, tail = 0, least;

  self->faults = g_ptr_array_ref (faults);
  self->shown = g_ptr_array_new ();
  for (guint i = 0; i < faults->len; i++)
    if (!self->is_hidden[xc_list_fault_get_grade (((const XcListFault *) faults->pdata[i])->kind)])
      g_ptr_array_add (self->shown, faults->pdata[i]);
  least = MIN (before->len, self->shown->len);
  while (head < least && is_same (before->pdata[head], self->shown->pdata[head]))
    head++;
  while (tail < least - head
         && is_same (before->pdata[before->len - 1 - tail], self->shown->pdata[self->shown->len - 1 - tail]))
    tail++;
  if (before->len != self->shown->len || head < before->len)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail,
                                self->shown->len - head - tail);
  /* What was shown before is of it. */
  g_ptr_array_unref (kept);
}

static void
xc_fault_model_finalize (GObject *object)
{
  XcFaultModel *self = XC_FAULT_MODEL (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->faults);
  G_OBJECT_CLASS (xc_fault_model_parent_class)->finalize (object);
}

static void
xc_fault_model_class_init (XcFaultModelClass *class)
{
  G_OBJECT_CLASS (class)->finalize = xc_fault_model_finalize;
}

static void
xc_fault_model_init (XcFaultModel *self)
{
  self->faults = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
}

XcFaultModel *
xc_fault_model_new (void)
{
  return g_object_new (XC_TYPE_FAULT_MODEL, NULL);
}

/**
 * xc_fault_model_take:
 * @self: a model
 * @faults: (transfer full) (element-type XcListFault): what was found now, in the order of a check
 */
void
xc_fault_model_take (XcFaultModel *self, GPtrArray *faults)
{
  show (self, faults);
  g_ptr_array_unref (faults);
}

/**
 * xc_fault_model_show_grade:
 * @self: a model
 * @grade: how grave
 * @is_shown: whether such faults are shown; all are to begin with
 */
void
xc_fault_model_show_grade (XcFaultModel *self, XcListFaultGrade grade, gboolean is_shown)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_ref (self->faults);

  self->is_hidden[grade] = !is_shown;
  show (self, faults);
}

/**
 * xc_fault_model_count:
 * @self: a model
 * @grade: how grave
 *
 * Returns: how many such faults there are, shown or not
 */
guint
xc_fault_model_count (XcFaultModel *self, XcListFaultGrade grade)
{
  guint n = 0;

  for (guint i = 0; i < self->faults->len; i++)
    n += xc_list_fault_get_grade (((const XcListFault *) self->faults->pdata[i])->kind) == grade;
  return n;
}

const XcListFault *
xc_fault_model_get (XcFaultModel *self, guint position)
{
  return position < self->shown->len ? self->shown->pdata[position] : NULL;
}
