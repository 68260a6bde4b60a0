/** One warehouse: its items, with search, filters, sorting and pages. */

import { h } from '../vendor/preact.module.js';
import { download, query } from '../api.js';
import { Icon } from '../icons.js';
import { LiveComponent, SELDOM } from '../live.js';
import { attempt } from '../notices.js';
import { formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { filter, Pager, recover, Table } from '../table.js';
import { Time } from '../times.js';
import {
  ActionButton,
  Choice,
  DelayedField,
  Empty,
  Heading,
  ItemLink,
  Loaded,
  Name,
  Panel,
  StockState,
  Units,
} from '../ui.js';

const SIZES = ['50', '100', '250', '500'].map((value) => ({ value, label: `${value} per page` }));
const STATES = [
  { value: '', label: 'All' },
  { value: 'LOW', label: 'Low' },
  { value: 'OUT', label: 'Out of stock' },
];

/** The page `#/warehouses/<name>`. */
export class WarehousePage extends LiveComponent {
  render({ segments: [, name], parameters }) {
    const warehouses = this.live('warehouses', '/warehouses?limit=1000', { every: SELDOM });
    const asked = {
      warehouse: name,
      query: parameters.query,
      greaterThan: parameters.greaterThan,
      state: parameters.state,
      sort: parameters.sort,
      order: parameters.order,
    };
    const limit = parameters.limit ?? '100';
    const items = this.live('items', query('/levels', { ...asked, limit, cursor: parameters.cursor }));
    recover(items);
    const save = () => attempt(() => download(query('/levels', asked), 'text/csv', `${name}.csv`));
    return [
      h(
        Heading,
        {
          before: h(WarehouseMenu, { live: warehouses, name }),
          after: h(ActionButton, { action: save }, h(Icon, { name: 'down' }), 'CSV'),
        },
        h(Name, null, name),
      ),
      h(Panel, { title: 'Items', busy: items.loading, aside: h(Size, { live: warehouses, name }) }, [
        h(Filters, { ...parameters, limit }),
        h(Loaded, { live: items }, (data) =>
          h(Items, { data, warehouse: name, parameters, busy: items.loading }),
        ),
      ]),
    ];
  }
}

function WarehouseMenu({ live, name }) {
  const names = new Set([name, ...(live.data?.warehouses ?? []).map((warehouse) => warehouse.name)]);
  return h(Choice, {
    label: 'Warehouse',
    value: name,
    options: [...names].sort((a, b) => a.localeCompare(b)).map((value) => ({ value, label: value })),
    onChange: (value) => (location.hash = link(['warehouses', value])),
  });
}

function Size({ live, name }) {
  const size = live.data?.warehouses.find((warehouse) => warehouse.name === name);
  return size ? h('span', { class: 'muted' }, `${formatUnits(size.items)} in total`) : null;
}

function Filters({ query: text, greaterThan, state, limit }) {
  const replace = { replace: true };
  return h('div', { class: 'filters' }, [
    h(DelayedField, {
      label: 'Search',
      type: 'search',
      placeholder: 'Start of id or name',
      value: text,
      onChange: (value) => filter({ query: value }, replace),
    }),
    h(DelayedField, {
      label: 'More than',
      inputMode: 'numeric',
      pattern: '-?[0-9]{1,38}',
      placeholder: 'units',
      class: 'short',
      value: greaterThan,
      onChange: (value) => filter({ greaterThan: value.trim() }, replace),
    }),
    h(Choice, {
      label: 'State',
      value: state,
      options: STATES,
      onChange: (value) => filter({ state: value }),
    }),
    h(Choice, { label: 'Show', value: limit, options: SIZES, onChange: (value) => filter({ limit: value }) }),
  ]);
}

function Items({ data, warehouse, parameters, busy }) {
  if (data.items.length === 0) {
    return h(Empty, { title: 'No items match' }, [
      h('p', null, 'No item in this warehouse matches the filters.'),
      h('p', null, h('a', { href: link(['warehouses', warehouse]) }, 'Show all items')),
    ]);
  }
  return [
    h(Table, {
      caption: `Items in ${warehouse}`,
      columns: columns(warehouse),
      rows: data.items,
      rowKey: ({ itemId }) => itemId,
      rowClass: ({ state }) => `row-${state.toLowerCase()}`,
      sort: parameters.sort ?? 'itemId',
      order: parameters.order,
      busy,
    }),
    h(Pager, { parameters, next: data.nextCursor, shown: data.items.length }),
  ];
}

function columns(warehouse) {
  return [
    // On a phone the id is below the name.
    {
      title: 'Item',
      sort: 'itemName',
      header: true,
      cell: (item) => h(ItemLink, { ...item, warehouse, idClass: 'id narrow' }),
    },
    {
      title: 'Id',
      sort: 'itemId',
      wide: true,
      class: 'id-column',
      cell: ({ itemId }) => h(Name, null, itemId),
    },
    { title: 'Level', sort: 'stockLevel', numeric: true, cell: (item) => h(Level, { ...item, warehouse }) },
    { title: 'Restock below', numeric: true, wide: true, cell: (item) => formatUnits(item.restockIfBelow) },
    { title: 'State', cell: (item) => h(StockState, item) },
    { title: 'Updated', wide: true, cell: ({ updatedAt }) => h(Time, { at: updatedAt }) },
  ];
}

/** A level that links to its explanation. */
function Level({ stockLevel, itemId, itemName, warehouse }) {
  return h(
    'a',
    {
      class: 'explain',
      href: link(['items', itemId], { warehouse }),
      title: 'Explain this number',
      'aria-label': `${formatUnits(stockLevel)}: explain this number of ${itemName}`,
    },
    h(Units, { value: stockLevel }),
  );
}
