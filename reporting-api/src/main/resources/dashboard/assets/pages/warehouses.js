/** All warehouses, a page at a time, with search. */

import { h } from '../vendor/preact.module.js';
import { paths } from '../api.js';
import { t } from '../i18n.js';
import { Icon } from '../icons.js';
import { LiveComponent } from '../live.js';
import { formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { filter, Pager, recover, Table } from '../table.js';
import { Time } from '../times.js';
import { DelayedField, Empty, Heading, Loaded, Panel, SaveCsv, State, Units, WarehouseLink } from '../ui.js';

/** The page `#/warehouses`. */
export class WarehousesPage extends LiveComponent {
  render({ parameters }) {
    const { query, cursor } = parameters;
    const live = this.live('warehouses', paths.warehouses({ query, cursor }), { hourly: true });
    recover(live);
    const aside = h(SaveCsv, { path: paths.warehouses({ query }), name: t('menu.warehouses') });
    return [
      h(Heading, null, t('menu.warehouses')),
      h(Panel, { title: t('warehouses.title'), busy: live.loading, aside }, [
        h('div', { class: 'filters' }, [
          h(DelayedField, {
            label: t('filter.search'),
            type: 'search',
            placeholder: t('warehouses.search'),
            value: query,
            onChange: (value) => filter({ query: value }, { replace: true }),
          }),
        ]),
        h(Loaded, { live }, (data) =>
          data.warehouses.length === 0
            ? h(Empty, { title: t('warehouses.noMatch') })
            : [
                h(Table, {
                  caption: t('menu.warehouses'),
                  rows: data.warehouses,
                  rowKey: ({ name }) => name,
                  columns: WAREHOUSE_COLUMNS,
                  busy: live.loading,
                }),
                h(Pager, { parameters, next: data.nextCursor, shown: data.warehouses.length }),
              ],
        ),
      ]),
    ];
  }
}

/** The columns of a list of warehouses. */
export const WAREHOUSE_COLUMNS = [
  { title: t('warehouse'), header: true, cell: ({ name }) => h(WarehouseLink, { name }) },
  { title: t('items'), numeric: true, cell: ({ items }) => formatUnits(items) },
  { title: t('units'), numeric: true, cell: ({ units }) => h(Units, { value: units }) },
  { title: t('stock.LOW'), numeric: true, cell: (row) => h(Count, { ...row, count: row.low, state: 'LOW' }) },
  { title: t('stock.OUT'), numeric: true, cell: (row) => h(Count, { ...row, count: row.out, state: 'OUT' }) },
  {
    title: t('freshness'),
    wide: true,
    cell: ({ freshness }) => h(State, { family: 'freshness', code: freshness }),
  },
  { title: t('lastFile'), wide: true, cell: ({ lastFileAt }) => h(Time, { at: lastFileAt }) },
];

function Count({ name, count, state }) {
  return BigInt(count) === 0n
    ? h('span', { class: 'muted' }, '0')
    : h(
        'a',
        { class: 'count', 'data-state': state, href: link(['warehouses', name], { state }) },
        h(Icon, { name: state.toLowerCase() }),
        formatUnits(count),
      );
}
