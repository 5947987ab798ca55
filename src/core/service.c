/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/service.h"

/**
 * xc_service_new:
 * @member_from: the member's own first day in the team, or %XC_DAY_NONE
 * @member_to: the member's own last day, or %XC_DAY_NONE
 * @round_from: first day of the team's round, or %XC_DAY_NONE
 * @round_to: last day of it, or %XC_DAY_NONE
 *
 * An authorisation is for one round, so that who has no days of the own serves as long as the round. Somebody who came
 * after its last day, or left before its first one, serves outside it, and nothing says since when or how long.
 *
 * Returns: the days of the service
 */
XcService
xc_service_new (XcDay member_from, XcDay member_to, XcDay round_from, XcDay round_to)
{
  XcService service = { xc_day_is_set (member_from) ? member_from : round_from,
                        xc_day_is_set (member_to) ? member_to : round_to };

  if (!xc_day_is_set (service.from) || !xc_day_is_set (service.to) || service.from <= service.to)
    return service;
  if (!xc_day_is_set (member_from))
    service.from = XC_DAY_NONE;
  else if (!xc_day_is_set (member_to))
    service.to = XC_DAY_NONE;
  return service;
}

/**
 * xc_service_overlaps:
 * @service: days of a service
 * @from: first day of a period, or %XC_DAY_NONE for one without a beginning
 * @to: last day of it, or %XC_DAY_NONE for one without an end
 *
 * A service without any day, as in a round that is not dated yet, overlaps with nothing.
 *
 * Returns: whether they have a day in common
 */
gboolean
xc_service_overlaps (const XcService *service, XcDay from, XcDay to)
{
  if (!xc_day_is_set (service->from) && !xc_day_is_set (service->to))
    return FALSE;
  if (xc_day_is_set (service->from) && xc_day_is_set (service->to) && service->from > service->to)
    return FALSE;
  return (!xc_day_is_set (to) || !xc_day_is_set (service->from) || service->from <= to)
         && (!xc_day_is_set (from) || !xc_day_is_set (service->to) || from <= service->to);
}
