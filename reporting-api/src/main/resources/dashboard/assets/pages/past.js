/** The stock of an item at a moment, and its history by day. */

import { h } from '../vendor/preact.module.js';
import { change } from '../router.js';
import { Table } from '../table.js';
import { fieldValue, local } from '../times.js';
import { Loaded, Panel, Units, WarehouseLink } from '../ui.js';

const UNKNOWN = '–';

/** The moment of a parameter, in the format of the API; null if it is none. */
export function momentOf(value) {
  const time = new Date(value ?? '');
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** A field for a moment, and the stock at that moment. */
export function StockAt({ at, live }) {
  const field = h('label', { class: 'field' }, [
    'Stock at ',
    h('input', {
      type: 'datetime-local',
      value: at ? fieldValue(at) : '',
      max: fieldValue(Date.now()),
      onChange: (event) => change({ at: momentOf(event.target.value) }),
    }),
  ]);
  return h(
    Panel,
    { title: at ? `Stock at ${local(at)}` : 'Stock at a moment', aside: field, busy: live?.loading },
    live
      ? h(Loaded, { live }, (data) => h(PastTable, data))
      : h('p', { class: 'muted' }, 'Choose a time to see the stock as it was then.'),
  );
}

function PastTable({ total, warehouses }) {
  return [
    h('p', { class: 'sum' }, h('strong', null, units(total)), ' in all warehouses'),
    h(Table, {
      caption: 'Stock by warehouse at the moment',
      rows: warehouses,
      rowKey: (row) => row.warehouse,
      columns: [
        { title: 'Warehouse', header: true, cell: (row) => h(WarehouseLink, { name: row.warehouse }) },
        { title: 'Level', numeric: true, cell: (row) => units(row.stockLevel) },
      ],
    }),
  ];
}

/** The days of an item in a warehouse, latest first. */
export function ByDay({ warehouse, live }) {
  return h(
    Panel,
    { title: `By day in ${warehouse}`, busy: live.loading },
    h(Loaded, { live }, ({ days }) =>
      h(Table, {
        caption: 'History by day, in UTC',
        rows: [...days].reverse(),
        rowKey: (row) => row.day,
        columns: [
          { title: 'Day (UTC)', header: true, cell: (row) => row.day },
          { title: 'Opening', numeric: true, cell: (row) => units(row.opening) },
          { title: 'In', numeric: true, cell: (row) => units(row.in) },
          { title: 'Out', numeric: true, cell: (row) => units(row.out) },
          { title: 'Counted', numeric: true, wide: true, cell: (row) => units(row.counted) },
          { title: 'Closing', numeric: true, cell: (row) => units(row.closing) },
        ],
      }),
    ),
  );
}

function units(value) {
  return value == null ? h('span', { class: 'muted' }, UNKNOWN) : h(Units, { value });
}
