/** How an item ended each day: in one warehouse, or in all of them together. */

import { h } from '../vendor/preact.module.js';
import { paths } from '../api.js';
import { LevelChart } from '../chart.js';
import { t } from '../i18n.js';
import { LiveComponent } from '../live.js';
import { sumByDay } from '../levels.js';
import { change } from '../router.js';
import { Table } from '../table.js';
import { formatDay, utcDay } from '../times.js';
import { Choice, Empty, Loaded, Panel, Units } from '../ui.js';

const DAY = 24 * 3600 * 1000;
const SPANS = ['30', '90', '365'];
// Each warehouse is a request.
const MOST_WAREHOUSES = 12;

/** The trend from daily closings. */
export class Trend extends LiveComponent {
  render({ item, warehouse, days = SPANS[0] }) {
    const names = warehouse ? [warehouse] : item.warehouses.map((row) => row.warehouse);
    const aside = h(Choice, {
      label: t('trend.span'),
      value: days,
      options: SPANS.map((value) => ({ value, label: t('trend.days', { count: Number(value) }) })),
      onChange: (value) => change({ days: value }),
    });
    const title = warehouse ? t('trend.in', { warehouse }) : t('trend.title');
    if (names.length > MOST_WAREHOUSES) {
      return h(Panel, { title }, h('p', { class: 'muted' }, t('trend.choose')));
    }
    const from = utcDay(Date.now() - (Number(days) - 1) * DAY);
    const lives = names.map((name, i) =>
      this.live(i, paths.history({ itemId: item.itemId, warehouse: name, from }), { of: name }),
    );
    const waiting = lives.find((live) => !live.data && live.error?.status !== 404);
    return h(
      Panel,
      { title, aside, busy: lives.some((live) => live.loading) },
      waiting
        ? h(Loaded, { live: waiting }, () => null)
        : h(Days, {
            item,
            warehouse,
            rows: sumByDay(lives.map((live) => live.data?.days ?? [])),
          }),
    );
  }
}

function Days({ item, warehouse, rows }) {
  if (rows.length === 0) {
    return h(Empty, { title: t('movements.none') });
  }
  const known = rows.filter(({ closing }) => closing !== null);
  const steps = known.map(({ day, closing }) => ({ time: Date.parse(day), level: closing }));
  const row = item.warehouses.find((each) => each.warehouse === warehouse);
  return [
    steps.length > 1
      ? h(LevelChart, {
          steps: [...steps, { time: steps.at(-1).time + DAY, level: steps.at(-1).level }],
          threshold: row?.restockIfBelow ?? item.restockIfBelow,
          label: t('trend.label', { item: item.itemName }),
        })
      : null,
    h(
      'details',
      null,
      h('summary', null, t('trend.table')),
      h(Table, {
        caption: t('trend.table'),
        rows: rows.toReversed(),
        rowKey: (each) => each.day,
        columns: [
          { title: t('day'), header: true, cell: ({ day }) => formatDay(day) },
          {
            title: t('day.opening'),
            numeric: true,
            wide: true,
            cell: ({ opening }) => h(Units, { value: opening }),
          },
          { title: t('day.in'), numeric: true, cell: (each) => h(Units, { value: each.in }) },
          { title: t('day.out'), numeric: true, cell: ({ out }) => h(Units, { value: out }) },
          {
            title: t('day.counted'),
            numeric: true,
            wide: true,
            cell: ({ counted }) => h(Units, { value: counted }),
          },
          { title: t('day.closing'), numeric: true, cell: ({ closing }) => h(Units, { value: closing }) },
        ],
      }),
    ),
  ];
}
