/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's look at the clock. */
#pragma once

#include "store/today.h"
