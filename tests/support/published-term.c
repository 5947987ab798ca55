/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "published-term.h"

void
xc_test_published_term_fill (XcStore *store)
{
  g_autoptr (GError) error = NULL;

  xc_database_execute (
      xc_store_get_database (store),
      "INSERT INTO term VALUES (1, 1, '示范区委', 'district', '2016-09-01', '2021-08-31', 'left', 2, NULL);"
      "INSERT INTO register VALUES (1, '区直单位', 1, 1), (2, '镇(街道)', 2, 1), (3, '村(社区)', 3, 0);"
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 207)"
      "INSERT INTO organization (id, name, register_id, listed)"
      " SELECT i, '组织' || i, CASE WHEN i <= 70 THEN 1 WHEN i <= 112 THEN 2 ELSE 3 END, 1 FROM n;"
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)"
      "INSERT INTO round (id, term_id, ordinal, starts_on, ends_on)"
      " SELECT i, 1, i, date ('2016-09-01', (5 * i) || ' months'), date ('2016-09-01', (5 * i + 3) || ' "
      "months') FROM n;"
      "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts, enters_on, leaves_on)"
      " SELECT organization.id, round.id, organization.id, 'regular', 'own', 'by_kind',"
      " date (round.starts_on, '10 days'), date (round.starts_on, '50 days')"
      " FROM organization JOIN round ON round.id = (organization.id - 1) / 10 + 1 WHERE organization.id <= "
      "96;"
      "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts, enters_on, leaves_on)"
      " SELECT 1000 + id, 5, id, CASE id WHEN 1 THEN 'look_back' ELSE 'special' END, 'own', 'by_kind', "
      "'2018-10-11',"
      " '2018-11-20' FROM organization WHERE id <= 5;"
      "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts, enters_on, leaves_on)"
      " SELECT 2000 + id, 8, id, 'regular', 'own', 'by_kind', '2020-01-11', '2020-02-20' FROM organization"
      " WHERE id > 112 AND id <= 170;",
      &error);
  g_assert_no_error (error);
}
