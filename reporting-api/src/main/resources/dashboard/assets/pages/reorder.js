/** What to order: everything low or out of stock, with how long it lasts. Made for printing, too. */

import { h } from '../vendor/preact.module.js';
import { paths } from '../api.js';
import { t } from '../i18n.js';
import { Icon } from '../icons.js';
import { LiveComponent } from '../live.js';
import { formatRounded, formatUnits } from '../numbers.js';
import { Pager, recover, Table } from '../table.js';
import { formatDay, local } from '../times.js';
import { Empty, Heading, ItemLink, Loaded, Panel, SaveCsv, StockState, Units, WarehouseLink } from '../ui.js';
import { AlertFilters } from './alerts.js';

/** The page `#/reorder`. */
export class ReorderPage extends LiveComponent {
  render({ parameters }) {
    const { state, warehouse, cursor } = parameters;
    const live = this.live('alerts', paths.alerts({ state, warehouse, cursor }));
    recover(live);
    return [
      h(
        Heading,
        {
          after: [
            h(
              'button',
              { type: 'button', onClick: () => window.print() },
              h(Icon, { name: 'print' }),
              t('action.print'),
            ),
            h(SaveCsv, { path: paths.alerts({ state, warehouse }), name: t('menu.reorder') }),
          ],
        },
        t('menu.reorder'),
      ),
      h(Panel, { title: t('reorder.title'), busy: live.loading }, [
        h(AlertFilters, { state, warehouse }),
        h('p', { class: 'print-only' }, t('reorder.printed', { time: local(Date.now()) })),
        h(Loaded, { live }, (data) =>
          data.alerts.length === 0
            ? h(Empty, { title: t('alerts.none') }, h('p', null, t('alerts.none.why')))
            : [
                h(Table, {
                  caption: t('reorder.title'),
                  rows: data.alerts,
                  rowKey: ({ warehouse: place, itemId }) => JSON.stringify([place, itemId]),
                  columns: COLUMNS,
                  busy: live.loading,
                }),
                h(Pager, { parameters, next: data.nextCursor, shown: data.alerts.length }),
              ],
        ),
      ]),
    ];
  }
}

/** How long the stock lasts; without enough history it is unknown. */
export function lasts({ perDay, daysOfCover }) {
  if (daysOfCover !== null) {
    return t('order.days', { count: daysOfCover });
  }
  return t(perDay === null ? 'order.unknown' : 'order.still');
}

/** The quantity to order, with the arithmetic as a tooltip. */
export function Order({ order, stockLevel }) {
  const why = t('order.why', {
    level: formatUnits(stockLevel),
    upTo: formatUnits(order.upTo),
    quantity: formatUnits(order.quantity),
  });
  return h('span', { class: 'units', title: why }, formatUnits(order.quantity));
}

const COLUMNS = [
  { title: t('state'), cell: (alert) => h(StockState, alert) },
  { title: t('item'), header: true, cell: (alert) => h(ItemLink, alert) },
  { title: t('warehouse'), cell: ({ warehouse }) => h(WarehouseLink, { name: warehouse }) },
  { title: t('level'), numeric: true, cell: ({ stockLevel }) => h(Units, { value: stockLevel }) },
  { title: t('threshold'), numeric: true, wide: true, cell: (alert) => formatUnits(alert.restockIfBelow) },
  {
    title: t('order.perDay'),
    numeric: true,
    wide: true,
    cell: ({ order }) => (order.perDay === null ? '–' : formatRounded(order.perDay)),
  },
  { title: t('order.lasts'), wide: true, cell: ({ order }) => lasts(order) },
  {
    title: t('order.outOn'),
    wide: true,
    cell: ({ order }) => (order.stockOutOn ? formatDay(order.stockOutOn) : '–'),
  },
  {
    title: t('order.pack'),
    numeric: true,
    wide: true,
    cell: ({ order }) => (order.packSize === null ? '–' : formatUnits(order.packSize)),
  },
  { title: t('order'), numeric: true, cell: (alert) => h('strong', null, h(Order, alert)) },
];
