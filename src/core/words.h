/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words under which choices are stored, in the order of their enum: one definition gives both directions.
 * Stored words are stable, English and never shown.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XC_DECLARE_WORDS:
 * @Type: an enum that counts from 0
 * @prefix: what its functions begin with
 *
 * Declares `prefix_to_word (value)`, which returns the stored word, and `prefix_from_word (word, &value)`, which is
 * %FALSE and leaves the value alone when the word (possibly %NULL) is none of them.
 */
#define XC_DECLARE_WORDS(Type, prefix)                                                                       \
  const char *prefix##_to_word (Type value);                                                                 \
  gboolean prefix##_from_word (const char *word, Type *value)

#define XC_DEFINE_WORDS(Type, prefix, ...)                                                                   \
  static const char *const prefix##_words[] = { __VA_ARGS__ };                                               \
                                                                                                             \
  const char *prefix##_to_word (Type value)                                                                  \
  {                                                                                                          \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (prefix##_words), NULL);                              \
    return prefix##_words[value];                                                                            \
  }                                                                                                          \
                                                                                                             \
  gboolean prefix##_from_word (const char *word, Type *value)                                                \
  {                                                                                                          \
    for (guint i = 0; word != NULL && i < G_N_ELEMENTS (prefix##_words); i++)                                \
      if (g_str_equal (word, prefix##_words[i]))                                                             \
        {                                                                                                    \
          *value = (Type) i;                                                                                 \
          return TRUE;                                                                                       \
        }                                                                                                    \
    return FALSE;                                                                                            \
  }

G_END_DECLS
