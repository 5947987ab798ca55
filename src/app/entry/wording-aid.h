/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Below the wording of a problem: how earlier problems of the same point were worded. One is taken by Alt+Down and Enter;
 * it is put around what was typed, which stays. */
#pragma once

#include "app/form/form-part.h"

G_BEGIN_DECLS

#define XC_TYPE_WORDING_AID (xc_wording_aid_get_type ())
G_DECLARE_FINAL_TYPE (XcWordingAid, xc_wording_aid, XC, WORDING_AID, XcFormPart)

G_END_DECLS
