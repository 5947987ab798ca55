/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/wrap-box.h"

struct _XcWrapBox
{
  GtkWidget parent_instance;

  int spacing;             /* between children and between lines */
  gboolean is_homogeneous; /* all children are of one width */
};

typedef enum
{
  PROP_SPACING = 1,
  PROP_HOMOGENEOUS,
} XcWrapBoxProperty;

typedef struct
{
  GtkWidget *child;
  GtkRequestedSize width; /* what it asks for, then what it gets */
} Place;

typedef struct
{
  guint first; /* of the places */
  guint n;
  GtkRequestedSize height;
  gboolean expands;
} Line;

G_DEFINE_FINAL_TYPE (XcWrapBox, xc_wrap_box, GTK_TYPE_WIDGET)

static GArray *
measure_places (XcWrapBox *self)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Place place = { child };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &place.width.minimum_size,
                          &place.width.natural_size, NULL, NULL);
      g_array_append_val (places, place);
    }
  return places;
}

static void
find_widest (const GArray *places, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < places->len; i++)
    {
      *minimum = MAX (*minimum, g_array_index (places, Place, i).width.minimum_size);
      *natural = MAX (*natural, g_array_index (places, Place, i).width.natural_size);
    }
}

static guint
divide_up (guint a, guint b)
{
  return (a + b - 1) / b;
}

/* How many of equal width stand in a line: as many in each as in the others, as far as it goes. */
static guint
count_columns (XcWrapBox *self, const GArray *places, int width)
{
  int minimum, natural;
  guint n;

  find_widest (places, &minimum, &natural);
  n = (guint) CLAMP ((width + self->spacing) / MAX (minimum + self->spacing, 1), 1, (int) places->len);
  return divide_up (places->len, divide_up (places->len, n));
}

/* A line is full when the next child does not fit in, however little each takes. */
static GArray *
break_lines (XcWrapBox *self, const GArray *places, int width)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  guint n_columns = self->is_homogeneous && places->len > 0 ? count_columns (self, places, width) : G_MAXUINT;
  int used = 0;

  for (guint i = 0; i < places->len; i++)
    {
      int minimum = g_array_index (places, Place, i).width.minimum_size;
      Line *line = lines->len > 0 ? &g_array_index (lines, Line, lines->len - 1) : NULL;

      if (line == NULL
          || (self->is_homogeneous ? line->n == n_columns : used + self->spacing + minimum > width))
        {
          Line next = { i, 1 };

          g_array_append_val (lines, next);
          used = minimum;
        }
      else
        {
          line->n++;
          used += self->spacing + minimum;
        }
    }
  return lines;
}

static void
share_equally (XcWrapBox *self, Place *places, guint n, guint n_columns, int width)
{
  int room = width - (int) (n_columns - 1) * self->spacing;

  for (guint i = 0; i < n; i++)
    places[i].width.minimum_size = room * (int) (i + 1) / (int) n_columns - room * (int) i / (int) n_columns;
}

/* After what each would like to have, what is left goes to those that expand. */
static void
share_width (XcWrapBox *self, Place *places, guint n, int width)
{
  g_autofree GtkRequestedSize *sizes = g_new (GtkRequestedSize, n);
  int rest = width - (int) (n - 1) * self->spacing;
  int n_expanding = 0;

  for (guint i = 0; i < n; i++)
    {
      sizes[i] = places[i].width;
      rest -= sizes[i].minimum_size;
      n_expanding += gtk_widget_compute_expand (places[i].child, GTK_ORIENTATION_HORIZONTAL);
    }
  rest = gtk_distribute_natural_allocation (MAX (rest, 0), n, sizes);
  for (guint i = 0; i < n; i++)
    {
      places[i].width.minimum_size = sizes[i].minimum_size;
      if (n_expanding > 0 && gtk_widget_compute_expand (places[i].child, GTK_ORIENTATION_HORIZONTAL))
        {
          int share = rest / n_expanding--;

          places[i].width.minimum_size += share;
          rest -= share;
        }
    }
}

/* Each place's minimum is its width from here on. */
static GArray *
lay_out (XcWrapBox *self, GArray *places, int width)
{
  GArray *lines = break_lines (self, places, width);

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);
      Place *first = &g_array_index (places, Place, line->first);

      if (self->is_homogeneous)
        share_equally (self, first, line->n, g_array_index (lines, Line, 0).n, width);
      else
        share_width (self, first, line->n, width);
      for (guint j = 0; j < line->n; j++)
        {
          int minimum, natural;

          gtk_widget_measure (first[j].child, GTK_ORIENTATION_VERTICAL, first[j].width.minimum_size, &minimum,
                              &natural, NULL, NULL);
          line->height.minimum_size = MAX (line->height.minimum_size, minimum);
          line->height.natural_size = MAX (line->height.natural_size, natural);
          line->expands |= gtk_widget_compute_expand (first[j].child, GTK_ORIENTATION_VERTICAL);
        }
    }
  return lines;
}

static void
measure_width (XcWrapBox *self, const GArray *places, int *minimum, int *natural)
{
  int gaps = MAX ((int) places->len - 1, 0) * self->spacing;

  find_widest (places, minimum, natural);
  if (self->is_homogeneous)
    *natural = *natural * (int) places->len + gaps;
  else
    {
      *natural = gaps;
      for (guint i = 0; i < places->len; i++)
        *natural += g_array_index (places, Place, i).width.natural_size;
    }
}

static void
xc_wrap_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  XcWrapBox *self = XC_WRAP_BOX (widget);
  g_autoptr (GArray) places = measure_places (self);
  g_autoptr (GArray) lines = NULL;
  int narrowest, width;

  measure_width (self, places, &narrowest, &width);
  *minimum = narrowest;
  *natural = width;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  lines = lay_out (self, places, for_size < 0 ? width : MAX (for_size, narrowest));
  *minimum = *natural = MAX ((int) lines->len - 1, 0) * self->spacing;
  for (guint i = 0; i < lines->len; i++)
    {
      *minimum += g_array_index (lines, Line, i).height.minimum_size;
      *natural += g_array_index (lines, Line, i).height.natural_size;
    }
}

static void
share_height (XcWrapBox *self, GArray *lines, int height)
{
  g_autofree GtkRequestedSize *sizes = g_new0 (GtkRequestedSize, lines->len);
  int rest = height - MAX ((int) lines->len - 1, 0) * self->spacing;
  int n_expanding = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      sizes[i] = g_array_index (lines, Line, i).height;
      rest -= sizes[i].minimum_size;
      n_expanding += g_array_index (lines, Line, i).expands;
    }
  rest = gtk_distribute_natural_allocation (MAX (rest, 0), lines->len, sizes);
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      line->height.minimum_size = sizes[i].minimum_size;
      /* One line has all the height, as the row of a box has. */
      if (line->expands || lines->len == 1)
        line->height.minimum_size += rest / MAX (n_expanding, 1);
    }
}

static void
xc_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  XcWrapBox *self = XC_WRAP_BOX (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) places = measure_places (self);
  g_autoptr (GArray) lines = lay_out (self, places, width);
  int y = 0;

  share_height (self, lines, height);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      int x = 0;

      for (guint j = 0; j < line->n; j++)
        {
          const Place *place = &g_array_index (places, Place, line->first + j);
          int size = place->width.minimum_size;

          gtk_widget_size_allocate (
              place->child,
              &(GtkAllocation){ is_mirrored ? width - x - size : x, y, size, line->height.minimum_size }, -1);
          x += size + self->spacing;
        }
      y += line->height.minimum_size + self->spacing;
    }
}

static GtkSizeRequestMode
xc_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
xc_wrap_box_compute_expand (GtkWidget *widget, gboolean *hexpand, gboolean *vexpand)
{
  *hexpand = FALSE;
  *vexpand = FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      *hexpand |= gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      *vexpand |= gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
    }
}

static void
xc_wrap_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XcWrapBox *self = XC_WRAP_BOX (object);

  switch ((XcWrapBoxProperty) id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_HOMOGENEOUS:
      self->is_homogeneous = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (xc_wrap_box_parent_class)->dispose (object);
}

static void
xc_wrap_box_class_init (XcWrapBoxClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = xc_wrap_box_set_property;
  object_class->dispose = xc_wrap_box_dispose;
  widget_class->measure = xc_wrap_box_measure;
  widget_class->size_allocate = xc_wrap_box_size_allocate;
  widget_class->get_request_mode = xc_wrap_box_get_request_mode;
  widget_class->compute_expand = xc_wrap_box_compute_expand;
  g_object_class_install_property (object_class, PROP_SPACING,
                                   g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, flags));
  g_object_class_install_property (object_class, PROP_HOMOGENEOUS,
                                   g_param_spec_boolean ("homogeneous", NULL, NULL, FALSE, flags));
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
xc_wrap_box_init (XcWrapBox *self)
{
}
