/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of one table that belong to one row of another, as a person's posts: to add, to edit below the list, to
 * remove, to put in order. Each change is one undoable action; what is typed and not saved stays as a draft.
 *
 * A page declares it as a tab of its form pane:
 *   <object class="XcChildList">
 *     <property name="tab-name">posts</property>
 *     <property name="title" translatable="yes">Posts</property>
 *     <property name="table">person_post</property>
 *     <property name="parent-field">person_id</property>
 *     <property name="columns">post organization_id.name unit from_on to_on</property>
 *     <property name="sort">-from_on</property>
 *   </object>
 * and the form of one row is ui/forms/TABLE.ui, without the field that names the parent. */
#pragma once

#include "app/form/form-tab.h"

G_BEGIN_DECLS

#define XC_TYPE_CHILD_LIST (xc_child_list_get_type ())
G_DECLARE_FINAL_TYPE (XcChildList, xc_child_list, XC, CHILD_LIST, XcFormTab)

/* Signals: "prepare" with a new row (XcRecord) before it is offered, "changed" when the rows did, "describe" with the id of
 * a row (gint64) for what it says beyond its columns (transfer full) (nullable). */
gint64 xc_child_list_get_selected (XcChildList *self);

G_END_DECLS
