/** The overview: warehouses, today's files, the last validation, open alerts. */

import { h } from '../vendor/preact.module.js';
import { Icon } from '../icons.js';
import { LiveComponent } from '../live.js';
import { countOf, formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { Table } from '../table.js';
import { Time } from '../times.js';
import {
  Empty,
  FileState,
  fileStates,
  Heading,
  ItemLink,
  Loaded,
  Panel,
  StockState,
  Units,
  WarehouseLink,
} from '../ui.js';
import { RunSummary } from './run.js';

const WORST = 8;

/** The page `#/`. */
export class OverviewPage extends LiveComponent {
  render() {
    const overview = this.live('overview', '/overview');
    const alerts = this.live('alerts', `/alerts?limit=${WORST}`);
    return [
      h(Heading, null, 'Overview'),
      h(Loaded, { live: overview }, (data) => [
        h(Totals, data),
        h('div', { class: 'columns' }, [
          h('div', null, [
            h(OpenAlerts, { live: alerts, ...data.openAlerts }),
            h(Warehouses, { warehouses: data.warehouses, total: data.totals.warehouses }),
          ]),
          h('div', { class: 'side' }, [
            h(FilesToday, data.filesToday),
            h(LastValidation, { run: data.lastValidation }),
          ]),
        ]),
      ]),
    ];
  }
}

function Totals({ totals }) {
  return h('dl', { class: 'tiles' }, [
    tile('Warehouses', totals.warehouses),
    tile('Items', totals.items),
    tile('Units', totals.units),
    tile('Low', totals.low, 'low'),
    tile('Out of stock', totals.out, 'out'),
  ]);
}

function tile(label, value, state) {
  const marked = state && BigInt(value) > 0n;
  return h('div', { class: marked ? `tile tile-${state}` : 'tile' }, [
    h('dt', null, state ? h(Icon, { name: marked ? state : 'ok' }) : null, label),
    h('dd', null, h(Units, { value })),
  ]);
}

function OpenAlerts({ live, low, out }) {
  const open = BigInt(low) + BigInt(out);
  const all = h('a', { href: link(['alerts']) }, open > 0n ? `All ${formatUnits(open)}` : 'All alerts');
  return h(
    Panel,
    { title: 'Open alerts, worst first', aside: all },
    h(Loaded, { live }, ({ alerts }) =>
      alerts.length === 0
        ? h(
            Empty,
            { title: 'Nothing is low' },
            h('p', null, 'All stock is at or above its threshold.'),
          )
        : h(Table, {
            caption: 'The worst open alerts',
            rows: alerts,
            rowKey: alertKey,
            columns: ALERT_COLUMNS,
          }),
    ),
  );
}

function alertKey(alert) {
  return JSON.stringify([alert.warehouse, alert.itemId]);
}

const ALERT_COLUMNS = [
  { title: 'State', cell: (alert) => h(StockState, alert) },
  { title: 'Item', header: true, cell: (alert) => h(ItemLink, alert) },
  {
    title: 'Warehouse',
    cell: ({ warehouse }) => (warehouse === null ? 'All warehouses' : h(WarehouseLink, { name: warehouse })),
  },
  { title: 'Level', numeric: true, cell: (alert) => h(Units, { value: alert.stockLevel }) },
  { title: 'Since', wide: true, cell: (alert) => h(Time, { at: alert.since }) },
];

function Warehouses({ warehouses, total }) {
  const more = BigInt(total) > BigInt(warehouses.length);
  return h(
    Panel,
    {
      title: 'Warehouses',
      aside: more ? `The first ${warehouses.length} of ${formatUnits(total)}` : null,
    },
    warehouses.length === 0
      ? h(Empty, { title: 'No warehouses yet' }, [
          h('p', null, 'A warehouse appears with the first file that names it.'),
          h('p', null, h('a', { href: link(['files']) }, 'Drop a file')),
        ])
      : h(Table, {
          caption: 'Warehouses',
          rows: warehouses,
          rowKey: ({ name }) => name,
          columns: WAREHOUSE_COLUMNS,
        }),
  );
}

const WAREHOUSE_COLUMNS = [
  { title: 'Warehouse', header: true, cell: ({ name }) => h(WarehouseLink, { name }) },
  { title: 'Items', numeric: true, cell: ({ items }) => formatUnits(items) },
  { title: 'Units', numeric: true, cell: ({ units }) => h(Units, { value: units }) },
  { title: 'Low', numeric: true, cell: (row) => stateCount(row.name, row.low, 'LOW') },
  { title: 'Out', numeric: true, cell: (row) => stateCount(row.name, row.out, 'OUT') },
  { title: 'Last file', wide: true, cell: (row) => lastFile(row) },
];

const STALE = { LATE: 'late', SILENT: 'silent' };

/** When the last file came; marked if that is much longer ago than usual. */
function lastFile({ lastFileAt, freshness }) {
  const time = h(Time, { at: lastFileAt });
  return STALE[freshness]
    ? h('span', { class: 'stale' }, h(Icon, { name: 'wait' }), STALE[freshness], ', ', time)
    : time;
}

function stateCount(warehouse, count, state) {
  if (BigInt(count) === 0n) {
    return h('span', { class: 'muted' }, '0');
  }
  return h(
    'a',
    { class: `count count-${state.toLowerCase()}`, href: link(['warehouses', warehouse], { state }) },
    h(Icon, { name: state.toLowerCase() }),
    formatUnits(count),
  );
}

function FilesToday({ total, byStatus, rowsApplied, rowsRejected }) {
  const aside = h('a', { href: link(['files']) }, 'Files');
  if (BigInt(total) === 0n) {
    return h(Panel, { title: 'Files today', aside }, h(Empty, { title: 'No files today' }));
  }
  return h(Panel, { title: 'Files today', aside }, [
    h('p', { class: 'lead' }, [
      h('strong', null, countOf(total, 'file')),
      `: ${countOf(rowsApplied, 'row')} applied, ${formatUnits(rowsRejected)} rejected`,
    ]),
    h(
      'ul',
      { class: 'states' },
      fileStates
        .filter(({ value }) => byStatus[value])
        .map(({ value }) =>
          h('li', null, [
            h('a', { href: link(['files'], { status: value }) }, h(FileState, { status: value })),
            h('span', { class: 'units' }, formatUnits(byStatus[value])),
          ]),
        ),
    ),
    h('p', { class: 'muted small' }, 'Days begin at midnight UTC.'),
  ]);
}

function LastValidation({ run }) {
  const aside = h('a', { href: link(['validation']) }, 'All runs');
  return h(
    Panel,
    { title: 'Last validation', aside },
    run
      ? h(RunSummary, { run })
      : h(Empty, { title: 'No validation yet' }, h('p', null, 'It runs each night at 03:00 UTC.')),
  );
}
