/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/letter-draft.h"

#include <glib/gi18n-lib.h>

/* ticked, addressee, copied to, items: problem, measure, ticked, wording */
#define TYPED_TYPE "(bmsmsa(xxbs))"

struct _XcLetterDraft
{
  GObject parent_instance;

  gboolean is_ticked;

  /* Owned */
  XcLetter *letter;
  gboolean *has_item; /* by position */
};

typedef enum
{
  PROP_IS_TICKED = 1,
} XcLetterDraftProperty;

static GParamSpec *properties[PROP_IS_TICKED + 1];

G_DEFINE_FINAL_TYPE (XcLetterDraft, xc_letter_draft, G_TYPE_OBJECT)

static void
xc_letter_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((XcLetterDraftProperty) id)
    {
    case PROP_IS_TICKED:
      g_value_set_boolean (value, XC_LETTER_DRAFT (object)->is_ticked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_letter_draft_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((XcLetterDraftProperty) id)
    {
    case PROP_IS_TICKED:
      xc_letter_draft_set_ticked (XC_LETTER_DRAFT (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_letter_draft_finalize (GObject *object)
{
  XcLetterDraft *self = XC_LETTER_DRAFT (object);

  g_clear_pointer (&self->letter, xc_letter_free);
  g_free (self->has_item);
  G_OBJECT_CLASS (xc_letter_draft_parent_class)->finalize (object);
}

static void
xc_letter_draft_class_init (XcLetterDraftClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = xc_letter_draft_get_property;
  object_class->set_property = xc_letter_draft_set_property;
  object_class->finalize = xc_letter_draft_finalize;
  properties[PROP_IS_TICKED] = g_param_spec_boolean (
      "is-ticked", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
xc_letter_draft_init (XcLetterDraft *self)
{
  self->is_ticked = TRUE;
}

/**
 * xc_letter_draft_new:
 * @letter: (transfer full): as it is proposed
 *
 * Returns: (transfer full): to be issued with all its items
 */
XcLetterDraft *
xc_letter_draft_new (XcLetter *letter)
{
  XcLetterDraft *self = g_object_new (XC_TYPE_LETTER_DRAFT, NULL);

  self->letter = letter;
  self->has_item = g_new (gboolean, letter->items->len);
  for (guint i = 0; i < letter->items->len; i++)
    self->has_item[i] = TRUE;
  return self;
}

/**
 * xc_letter_draft_get_letter:
 * @self: a draft
 *
 * Returns: (transfer none): with all items, those that are left out among them
 */
const XcLetter *
xc_letter_draft_get_letter (XcLetterDraft *self)
{
  return self->letter;
}

gboolean
xc_letter_draft_is_ticked (XcLetterDraft *self)
{
  return self->is_ticked;
}

void
xc_letter_draft_set_ticked (XcLetterDraft *self, gboolean is_ticked)
{
  if (self->is_ticked == is_ticked)
    return;
  self->is_ticked = is_ticked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_TICKED]);
}

gboolean
xc_letter_draft_has_item (XcLetterDraft *self, guint item)
{
  return self->has_item[item];
}

/**
 * xc_letter_draft_set_item:
 * @self: a draft
 * @item: which item
 * @is_ticked: whether the letter says it; one that says nothing is not issued
 */
void
xc_letter_draft_set_item (XcLetterDraft *self, guint item, gboolean is_ticked)
{
  self->has_item[item] = is_ticked;
  xc_letter_draft_set_ticked (self, xc_letter_draft_get_n_items (self) > 0);
}

guint
xc_letter_draft_get_n_items (XcLetterDraft *self)
{
  guint n = 0;

  for (guint i = 0; i < self->letter->items->len; i++)
    n += self->has_item[i] ? 1 : 0;
  return n;
}

static void
set_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

void
xc_letter_draft_set_addressee (XcLetterDraft *self, const char *text)
{
  set_text (&self->letter->addressee, text);
}

void
xc_letter_draft_set_copied_to (XcLetterDraft *self, const char *text)
{
  set_text (&self->letter->copied_to, text);
}

void
xc_letter_draft_set_wording (XcLetterDraft *self, guint item, const char *text)
{
  set_text (&((XcLetterItem *) self->letter->items->pdata[item])->wording, text);
}

/**
 * xc_letter_draft_dup_title:
 * @self: a draft
 *
 * Returns: (transfer full): its color and how much it says
 */
char *
xc_letter_draft_dup_title (XcLetterDraft *self)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_LETTER, "colour");
  const char *colour =
      xc_choice_title (xc_field_find_choice (field, xc_deadline_colour_to_word (self->letter->colour)));
  guint n = xc_letter_draft_get_n_items (self);

  /* translators: 1 a color, 2 how many problems or measures a letter is about */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s · %2$u item", "%1$s · %2$u items", n), colour,
                          n);
}

/**
 * xc_letter_draft_dup_letter:
 * @self: a draft
 * @issued_on: the day that the letter is to carry, or %XC_DAY_NONE
 *
 * Returns: (transfer full): the letter as it would be issued
 */
XcLetter *
xc_letter_draft_dup_letter (XcLetterDraft *self, XcDay issued_on)
{
  const XcLetter *from = self->letter;
  XcLetter *letter = xc_letter_new ();

  letter->colour = from->colour;
  letter->organization_id = from->organization_id;
  letter->inspection_id = from->inspection_id;
  letter->organization = g_strdup (from->organization);
  letter->addressee = g_strdup (from->addressee);
  letter->copied_to = from->copied_to != NULL && *from->copied_to != '\0' ? g_strdup (from->copied_to) : NULL;
  letter->issued_on = issued_on;
  for (guint i = 0; i < from->items->len; i++)
    {
      XcLetterItem *item;

      if (!self->has_item[i])
        continue;
      item = g_memdup2 (from->items->pdata[i], sizeof (XcLetterItem));
      item->number = g_strdup (item->number);
      item->wording = g_strdup (item->wording);
      g_ptr_array_add (letter->items, item);
    }
  return letter;
}

/**
 * xc_letter_draft_dup_key:
 * @self: a draft
 *
 * Returns: (transfer full): the same for the letter of the same color to the same organization
 */
char *
xc_letter_draft_dup_key (XcLetterDraft *self)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", self->letter->organization_id,
                          xc_deadline_colour_to_word (self->letter->colour));
}

/**
 * xc_letter_draft_dup_typed:
 * @self: a draft
 *
 * Returns: (transfer full): all that can be changed in it
 */
char *
xc_letter_draft_dup_typed (XcLetterDraft *self)
{
  g_autoptr (GVariant) typed = NULL;
  GVariantBuilder items;

  g_variant_builder_init (&items, G_VARIANT_TYPE ("a(xxbs)"));
  for (guint i = 0; i < self->letter->items->len; i++)
    {
      const XcLetterItem *item = self->letter->items->pdata[i];

      g_variant_builder_add (&items, "(xxbs)", item->problem_id, item->measure_id, self->has_item[i],
                             item->wording);
    }
  typed = g_variant_ref_sink (
      g_variant_new (TYPED_TYPE, self->is_ticked, self->letter->addressee, self->letter->copied_to, &items));
  return g_variant_print (typed, FALSE);
}

/**
 * xc_letter_draft_put_typed:
 * @self: a draft
 * @typed: what was typed into such a draft once; items that are not in it now are passed over
 */
void
xc_letter_draft_put_typed (XcLetterDraft *self, const char *typed)
{
  g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE (TYPED_TYPE), typed, NULL, NULL, NULL);
  g_autoptr (GVariantIter) items = NULL;
  const char *addressee, *copied_to, *wording;
  gint64 problem_id, measure_id;
  gboolean is_ticked, has_item;

  if (variant == NULL)
    return;
  g_variant_get (variant, "(bm&sm&sa(xxbs))", &is_ticked, &addressee, &copied_to, &items);
  xc_letter_draft_set_addressee (self, addressee);
  xc_letter_draft_set_copied_to (self, copied_to);
  while (g_variant_iter_loop (items, "(xxb&s)", &problem_id, &measure_id, &has_item, &wording))
    for (guint i = 0; i < self->letter->items->len; i++)
      {
        const XcLetterItem *item = self->letter->items->pdata[i];

        if (item->problem_id != problem_id || item->measure_id != measure_id)
          continue;
        self->has_item[i] = has_item;
        xc_letter_draft_set_wording (self, i, wording);
      }
  xc_letter_draft_set_ticked (self, is_ticked);
}
