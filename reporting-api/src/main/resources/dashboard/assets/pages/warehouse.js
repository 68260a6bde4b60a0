/** One warehouse: its items, with search, filters, sorting and pages, now or at an earlier moment. */

import { h } from '../vendor/preact.module.js';
import { paths } from '../api.js';
import { t } from '../i18n.js';
import { LiveComponent } from '../live.js';
import { formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { findWarehouses, Finder } from '../search.js';
import { filter, Pager, recover, Table } from '../table.js';
import { local, Time } from '../times.js';
import {
  Choice,
  choices,
  DelayedField,
  Empty,
  Heading,
  ItemLink,
  Loaded,
  Name,
  Panel,
  SaveCsv,
  StockState,
  Units,
} from '../ui.js';
import { MomentField, momentOf } from './past.js';

const SIZES = [50, 100, 250, 500];

/** The page `#/warehouses/<name>`. */
export class WarehousePage extends LiveComponent {
  render({ segments: [, name], parameters }) {
    const { query, greaterThan, state, sort, order, cursor } = parameters;
    const at = momentOf(parameters.at);
    const limit = parameters.limit ?? '100';
    const asked = { warehouse: name, ...(at ? { at } : { query, greaterThan, state, sort, order }) };
    const live = this.live('items', paths.levels({ ...asked, limit, cursor }), { of: at });
    recover(live);
    return [
      h(
        Heading,
        {
          before: h('a', { href: link(['warehouses']) }, t('back.warehouses')),
          after: [
            h(Finder, {
              id: 'warehouse-menu',
              label: t('warehouse.go'),
              placeholder: t('warehouse.other'),
              find: findWarehouses,
              choose: ({ target }) => (location.hash = target),
            }),
            h(SaveCsv, { path: paths.levels(asked), name }),
          ],
        },
        h(Name, null, name),
      ),
      h(Panel, { title: at ? t('past.at', { time: local(at) }) : t('items'), busy: live.loading }, [
        h(Filters, { ...parameters, at, limit }),
        h(Loaded, { live }, (data) =>
          h(Items, { data, warehouse: name, at, parameters, busy: live.loading }),
        ),
      ]),
    ];
  }
}

function Filters({ query, greaterThan, state, limit, at }) {
  const replace = { replace: true };
  return h('div', { class: 'filters' }, [
    at
      ? null
      : [
          h(DelayedField, {
            label: t('filter.search'),
            type: 'search',
            placeholder: t('filter.start'),
            value: query,
            onChange: (value) => filter({ query: value }, replace),
          }),
          h(DelayedField, {
            label: t('filter.moreThan'),
            inputMode: 'numeric',
            pattern: '-?[0-9]{1,38}',
            placeholder: t('filter.units'),
            class: 'short',
            value: greaterThan,
            onChange: (value) => filter({ greaterThan: value.trim() }, replace),
          }),
          h(Choice, {
            label: t('state'),
            value: state,
            options: choices('stock', ['LOW', 'OUT']),
            onChange: (value) => filter({ state: value }),
          }),
        ],
    h(Choice, {
      label: t('filter.show'),
      value: limit,
      options: SIZES.map((count) => ({ value: String(count), label: t('filter.perPage', { count }) })),
      onChange: (value) => filter({ limit: value }),
    }),
    h(MomentField, { at, onChange: (value) => filter({ at: value }) }),
  ]);
}

function Items({ data, warehouse, at, parameters, busy }) {
  if (data.items.length === 0 && data.nextCursor === null) {
    return h(Empty, { title: t('items.noMatch') }, [
      h('p', null, t('items.noMatch.why')),
      h('p', null, h('a', { href: link(['warehouses', warehouse]) }, t('items.all'))),
    ]);
  }
  return [
    h(Table, {
      caption: t('items.in', { warehouse }),
      columns: at ? PAST_COLUMNS(warehouse) : columns(warehouse),
      rows: data.items,
      rowKey: ({ itemId }) => itemId,
      sort: parameters.sort ?? 'itemId',
      order: parameters.order,
      busy,
    }),
    h(Pager, { parameters, next: data.nextCursor, shown: data.items.length }),
  ];
}

// On a phone the id is below the name.
const named = (warehouse) => ({
  title: t('item'),
  header: true,
  cell: (item) => h(ItemLink, { ...item, warehouse, idClass: 'id narrow' }),
});

const ID = {
  title: t('id'),
  wide: true,
  class: 'id-column',
  cell: ({ itemId }) => h(Name, null, itemId),
};

const PAST_COLUMNS = (warehouse) => [
  named(warehouse),
  ID,
  { title: t('level'), numeric: true, cell: ({ stockLevel }) => h(Units, { value: stockLevel }) },
];

function columns(warehouse) {
  return [
    { ...named(warehouse), sort: 'itemName' },
    { ...ID, sort: 'itemId' },
    {
      title: t('level'),
      sort: 'stockLevel',
      numeric: true,
      cell: (item) => h(Level, { ...item, warehouse }),
    },
    { title: t('threshold'), numeric: true, wide: true, cell: (item) => formatUnits(item.restockIfBelow) },
    { title: t('state'), cell: (item) => h(StockState, item) },
    { title: t('updated'), wide: true, cell: ({ updatedAt }) => h(Time, { at: updatedAt }) },
  ];
}

/** A level that links to its explanation. */
export function Level({ stockLevel, itemId, itemName, warehouse }) {
  return h(
    'a',
    {
      class: 'explain',
      href: link(['items', itemId], { warehouse }),
      title: t('explain'),
      'aria-label': t('explain.label', { level: formatUnits(stockLevel), item: itemName, warehouse }),
    },
    h(Units, { value: stockLevel }),
  );
}
