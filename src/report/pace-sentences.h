/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left to cover, how fast it must go, and where the last rounds lead: as sentences for people. */
#pragma once

#include "core/pace.h"

G_BEGIN_DECLS

GStrv xc_pace_sentences_new (const XcPace *pace);

G_END_DECLS
