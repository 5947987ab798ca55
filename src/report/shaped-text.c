/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/shaped-text.h"

#include <math.h>
#include <string.h>

#include "report/picture-private.h"

/* Several pictures full of words; then it begins anew. */
#define MOST_LAYOUTS 2048

/* Of a thread: fonts belong to one. */
typedef struct
{
  PangoContext *context;
  GHashTable *layouts; /* char *key → PangoLayout */
} Shaper;

/* What stands in for the faces of official papers is not as heavy as 小标宋. */
static const struct
{
  const char *families;
  PangoWeight weight;
} faces[] = {
  [XC_FACE_SANS] = { "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, WenQuanYi Micro Hei, Sans",
                     PANGO_WEIGHT_NORMAL },
  [XC_FACE_TITLE] = { "方正小标宋简体, FZXiaoBiaoSong-B05S, 方正小标宋_GBK, STZhongsong, Noto Serif CJK SC, "
                      "Source Han Serif SC, SimSun, Serif",
                      PANGO_WEIGHT_SEMIBOLD },
  [XC_FACE_BODY] = { "仿宋_GB2312, FangSong_GB2312, FangSong, STFangsong, Noto Serif CJK SC, Source Han "
                     "Serif SC, "
                     "SimSun, Serif",
                     PANGO_WEIGHT_NORMAL },
  [XC_FACE_HEADING] = { "黑体, SimHei, STHeiti, Noto Sans CJK SC, Source Han Sans SC, WenQuanYi Micro Hei, "
                        "Sans",
                        PANGO_WEIGHT_NORMAL },
};

static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_surface_t *surface;
  cairo_t *cr;

  /* The same lengths on every device: nothing may move when the picture is zoomed or printed. */
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* One character has other shapes in Japan and Taiwan. */
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  /* As it will be when it is drawn: what a surface changes in the context has every text laid out once more. */
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cr = cairo_create (surface);
  pango_cairo_update_context (cr, context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return context;
}

static PangoLayout *
create_layout (Shaper *self, const XcText *text, int width_limit)
{
  PangoFontDescription *font = pango_font_description_from_string (faces[text->face].families);
  PangoLayout *layout = pango_layout_new (self->context);

  pango_font_description_set_absolute_size (font, text->size * PANGO_SCALE);
  pango_font_description_set_weight (font, text->bold ? PANGO_WEIGHT_BOLD : faces[text->face].weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text->words, -1);
  if (text->spacing != 0)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes,
                              pango_attr_letter_spacing_new ((int) lround (text->spacing * PANGO_SCALE)));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  if (width_limit >= 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (layout, -MAX (text->lines, 1));
      pango_layout_set_width (layout, width_limit);
    }
  return layout;
}

static void
free_shaper (gpointer data)
{
  Shaper *self = data;

  g_hash_table_unref (self->layouts);
  g_object_unref (self->context);
  g_free (self);
}

static Shaper *
get_shaper (void)
{
  static GPrivate shapers = G_PRIVATE_INIT (free_shaper);
  Shaper *self = g_private_get (&shapers);

  if (self == NULL)
    {
      self = g_new0 (Shaper, 1);
      self->context = create_context ();
      self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_private_set (&shapers, self);
    }
  return self;
}

/**
 * xc_shaped_text_get:
 * @text: words, and how they are set; its place and colour do not matter
 * @width_limit: at which they are cut or wrapped, in Pango's units; below 0 for no limit
 * @look: (out): a number, another one for what looks otherwise
 *
 * Whoever looks for a place tries the same words in many, and the next picture says most of them again: they are shaped
 * once.
 *
 * Returns: (transfer none): the words, shaped by the calling thread and only for it; until the next call
 */
PangoLayout *
xc_shaped_text_get (const XcText *text, int width_limit, guint64 *look)
{
  Shaper *self = get_shaper ();
  g_autofree char *key =
      g_strdup_printf ("%a %d %a %d %d %d %s", text->size, text->face, text->spacing, text->bold != 0,
                       width_limit, width_limit < 0 ? 0 : text->lines, text->words);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  *look = xc_mix_bytes (0, key, strlen (key));
  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->layouts) >= MOST_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  layout = create_layout (self, text, width_limit);
  g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
  return layout;
}
