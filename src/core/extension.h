/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting off a time limit: later only, with a reason and an approver, and the first date stays known. */
#pragma once

#include "core/day.h"

G_BEGIN_DECLS

/**
 * XcExtension:
 * @old_on: the limit until then
 * @new_on: the limit from then on
 * @approved_on: when it was approved
 */
typedef struct
{
  XcDay old_on;
  XcDay new_on;
  XcDay approved_on;
} XcExtension;

/* Why a limit cannot be put off. */
typedef enum
{
  XC_EXTENSION_ALLOWED,
  XC_EXTENSION_NO_LIMIT,
  XC_EXTENSION_DONE,
  XC_EXTENSION_NO_DAY,
  XC_EXTENSION_NOT_LATER,
  XC_EXTENSION_NO_REASON,
  XC_EXTENSION_NO_APPROVER,
  XC_EXTENSION_BEFORE_LAST,
} XcExtensionRefusal;

#define XC_N_EXTENSION_REFUSALS (XC_EXTENSION_BEFORE_LAST + 1)

/**
 * XcExtensionRequest:
 * @due_on: the limit as it is, or %XC_DAY_NONE
 * @is_done: whether what it limits is done
 * @new_on: the limit that is asked for
 * @reason: (nullable): why
 * @approver: (nullable): who approved
 * @approved_on: when
 */
typedef struct
{
  XcDay due_on;
  gboolean is_done;
  XcDay new_on;
  const char *reason;
  const char *approver;
  XcDay approved_on;
} XcExtensionRequest;

XcExtensionRefusal xc_extension_check (const XcExtension *extensions, guint n_extensions,
                                       const XcExtensionRequest *request);
XcDay xc_extension_get_first (const XcExtension *extensions, guint n_extensions, XcDay due_on);
const char *xc_extension_refusal_get_sentence (XcExtensionRefusal refusal);

G_END_DECLS
