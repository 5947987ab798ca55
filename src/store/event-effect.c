/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an event does to one row, whether it was typed into the window or stands in a workbook. */
#include <glib/gi18n-lib.h>

#include "store/organization-events.h"

/**
 * xc_event_member_new:
 * @kind: of the event
 * @event_id: the event
 * @organization_id: the organization
 * @side: where it stands
 *
 * An organization that goes on keeps its own coverage and a founded one has nothing to inherit, so there is nothing to
 * decide; of the successors of mergers and splits coverage is to be confirmed.
 *
 * Returns: (transfer full): its membership
 */
XcRecord *
xc_event_member_new (XcEventKind kind, gint64 event_id, gint64 organization_id, XcEventSide side)
{
  XcRecord *member = xc_record_new (XC_TABLE_EVENT_MEMBER);
  XcPasses passes = XC_PASSES_YES;

  if (side == XC_SIDE_AFTER && xc_event_kind_passes_coverage (kind))
    passes = XC_PASSES_TO_CONFIRM;
  else if (kind == XC_EVENT_FOUNDED)
    passes = XC_PASSES_NO;
  xc_record_set_number (member, "event_id", event_id);
  xc_record_set_number (member, "organization_id", organization_id);
  xc_record_set_text (member, "side", xc_event_side_to_word (side));
  xc_record_set_text (member, "passes", xc_passes_to_word (passes));
  return member;
}

/**
 * xc_event_found_organization:
 * @model: (nullable): the organization that it comes from
 * @name: its name
 * @day: its first day
 *
 * Returns: (transfer full): a new organization, in the register and under the parent of @model
 */
XcRecord *
xc_event_found_organization (const XcRecord *model, const char *name, XcDay day)
{
  XcRecord *record = xc_record_new (XC_TABLE_ORGANIZATION);

  xc_record_set_text (record, "name", name);
  xc_record_set_day (record, "valid_from", day);
  if (model != NULL)
    {
      xc_record_set_number (record, "register_id", xc_record_get_number (model, "register_id"));
      xc_record_set_number (record, "parent_id", xc_record_get_number (model, "parent_id"));
      xc_record_set_yes (record, "listed", xc_record_get_yes (model, "listed"));
    }
  return record;
}

/**
 * xc_event_end_organization:
 * @organization: a predecessor that does not go on
 * @day: of the event
 *
 * It ends on @day, unless there is a fault.
 */
XcEventFault
xc_event_end_organization (XcRecord *organization, XcDay day)
{
  XcDay from = xc_record_get_day (organization, "valid_from");
  XcDay to = xc_record_get_day (organization, "valid_to");

  if (xc_day_is_set (from) && from >= day)
    return XC_EVENT_FAULT_NOT_YET;
  if (xc_day_is_set (to) && to != day)
    return XC_EVENT_FAULT_ENDED;
  xc_record_set_day (organization, "valid_to", day);
  return XC_EVENT_FAULT_NONE;
}

/**
 * xc_event_begin_organization:
 * @organization: a successor that is no predecessor
 * @kind: of the event
 * @n_predecessors: how many there are
 * @day: of the event
 * @is_new: whether nothing told of it before
 *
 * It begins by the event, or had been there and takes others in.
 */
XcEventFault
xc_event_begin_organization (XcRecord *organization, XcEventKind kind, guint n_predecessors, XcDay day,
                             gboolean is_new)
{
  XcDay from = xc_record_get_day (organization, "valid_from");
  gboolean takes_one_in = kind == XC_EVENT_MERGED && n_predecessors == 1;

  if (xc_day_is_set (from) && from > day)
    return XC_EVENT_FAULT_NOT_YET;
  if (xc_day_is_set (from) && from < day && kind != XC_EVENT_MERGED)
    return XC_EVENT_FAULT_THERE_ALREADY;
  if (xc_day_is_set (from) || takes_one_in)
    return XC_EVENT_FAULT_NONE;
  if (!is_new)
    return XC_EVENT_FAULT_SINCE_WHEN;
  xc_record_set_day (organization, "valid_from", day);
  return XC_EVENT_FAULT_NONE;
}

/**
 * xc_event_rename_organization:
 * @organization: an organization
 * @member: its membership in the event, which keeps the name that it had
 * @name: the name that it has from now on
 */
void
xc_event_rename_organization (XcRecord *organization, XcRecord *member, const char *name)
{
  xc_record_set_text (member, "former_name", xc_record_get_text (organization, "name"));
  xc_record_set_text (organization, "name", name);
}

/**
 * xc_event_move_organization:
 * @organization: an organization
 * @member: its membership in the event, which keeps where it was
 * @field: "register_id" or "parent_id"
 * @place: where it is from now on; 0 for below none
 */
void
xc_event_move_organization (XcRecord *organization, XcRecord *member, const char *field, gint64 place)
{
  gint64 former = xc_record_get_number (organization, field);
  g_autofree char *former_field = g_strconcat ("former_", field, NULL);

  if (former == place)
    return;
  if (former != 0 && !xc_record_is_set (member, former_field))
    xc_record_set_number (member, former_field, former);
  if (place != 0)
    xc_record_set_number (organization, field, place);
  else
    xc_record_clear (organization, field);
}

/**
 * xc_event_fault_describe:
 * @fault: a fault
 * @organization: whose it is
 *
 * Returns: (transfer full): a translated sentence that says what is the matter
 */
char *
xc_event_fault_describe (XcEventFault fault, const XcRecord *organization)
{
  const char *name = xc_record_get_text (organization, "name");
  char from[XC_DAY_ISO_SIZE] = "", to[XC_DAY_ISO_SIZE] = "";

  if (xc_record_is_set (organization, "valid_from"))
    xc_day_format_iso (xc_record_get_day (organization, "valid_from"), from);
  if (xc_record_is_set (organization, "valid_to"))
    xc_day_format_iso (xc_record_get_day (organization, "valid_to"), to);
  switch (fault)
    {
    case XC_EVENT_FAULT_NONE:
      return NULL;
    case XC_EVENT_FAULT_NOT_YET:
      /* translators: %1$s is the name of an organization, %2$s a day */
      return g_strdup_printf (_ ("“%1$s” exists only from %2$s."), name, from);
    case XC_EVENT_FAULT_ENDED:
      /* translators: %1$s is the name of an organization, %2$s a day */
      return g_strdup_printf (_ ("“%1$s” ended on %2$s already."), name, to);
    case XC_EVENT_FAULT_THERE_ALREADY:
      /* translators: %1$s is the name of an organization, %2$s a day */
      return g_strdup_printf (_ ("“%1$s” was there from %2$s already."), name, from);
    case XC_EVENT_FAULT_SINCE_WHEN:
      /* translators: %s is the name of an organization */
      return g_strdup_printf (_ ("The ledger does not say since when there is “%s”."), name);
    default:
      g_return_val_if_reached (NULL);
    }
}
