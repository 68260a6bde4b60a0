/** The overview: freshness, totals, open alerts, today's files, the last validation. */

import { h } from '../vendor/preact.module.js';
import { paths } from '../api.js';
import { parts, t } from '../i18n.js';
import { Icon } from '../icons.js';
import { LiveComponent } from '../live.js';
import { formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { Table } from '../table.js';
import { formatSeconds, secondsOf, Time } from '../times.js';
import {
  Empty,
  Heading,
  ItemLink,
  Loaded,
  Panel,
  State,
  StockState,
  Terms,
  Units,
  WarehouseLink,
} from '../ui.js';
import { FILE_STATES, isInProgress } from './files.js';
import { RunSummary } from './run.js';
import { WAREHOUSE_COLUMNS } from './warehouses.js';

const WORST = 8;
const SHOWN = 10;

/** The page `#/`. */
export class OverviewPage extends LiveComponent {
  isInProgress() {
    const { filesToday, lastValidation } = this.lives.get('overview').data ?? {};
    return (
      lastValidation?.state === 'RUNNING' ||
      FILE_STATES.some((status) => isInProgress({ status }) && BigInt(filesToday?.byStatus[status] ?? 0) > 0n)
    );
  }

  render() {
    const overview = this.live('overview', paths.overview(), { hourly: true });
    const alerts = this.live('alerts', paths.alerts({ limit: WORST }));
    return [
      h(Heading, null, t('menu.overview')),
      h(Loaded, { live: overview }, (data) => [
        h(Freshness, data),
        h(Totals, data),
        h('div', { class: 'columns' }, [
          h('div', null, [
            h(OpenAlerts, { live: alerts, ...data.openAlerts }),
            h(Warehouses, { warehouses: data.warehouses, total: data.totals.warehouses }),
          ]),
          h('div', null, [h(FilesToday, data.filesToday), h(LastValidation, { run: data.lastValidation })]),
        ]),
      ]),
    ];
  }
}

/** Which warehouses have sent no file for longer than usual. */
function Freshness({ warehouses, totals }) {
  const late = warehouses
    .filter(({ freshness }) => freshness === 'SILENT' || freshness === 'LATE')
    .sort((a, b) =>
      a.freshness === b.freshness
        ? a.lastFileAt?.localeCompare(b.lastFileAt)
        : a.freshness === 'SILENT'
          ? -1
          : 1,
    );
  const newest = warehouses.map(({ lastFileAt }) => lastFileAt ?? '').reduce((a, b) => (a > b ? a : b), '');
  const some = BigInt(totals.warehouses) > BigInt(warehouses.length);
  const checked = t(some ? 'freshness.checkedSome' : 'freshness.checked', { count: warehouses.length });
  if (warehouses.length === 0) {
    return null;
  }
  return h(Panel, { title: t('freshness.title'), aside: h('span', { class: 'muted' }, checked) }, [
    h('p', { class: 'lead' }, [
      late.length === 0
        ? h(State, { family: 'freshness', code: 'FRESH' })
        : h('strong', null, h(Icon, { name: 'wait' }), t('freshness.late', { count: late.length })),
      newest ? [' ', parts('freshness.newest', { at: h(Time, { at: newest, inText: true }) })] : null,
    ]),
    late.length === 0
      ? null
      : h(
          'ul',
          { class: 'chips' },
          late.slice(0, SHOWN).map((warehouse) => h('li', { key: warehouse.name }, h(Stale, warehouse))),
        ),
    late.length > SHOWN ? h('a', { href: link(['warehouses']) }, t('freshness.all')) : null,
  ]);
}

function Stale({ name, freshness, lastFileAt, usualInterval }) {
  return [
    h(State, { family: 'freshness', code: freshness }),
    h(WarehouseLink, { name }),
    h('span', { class: 'muted' }, [
      h(Time, { at: lastFileAt }),
      usualInterval
        ? [', ', t('freshness.usual', { interval: formatSeconds(secondsOf(usualInterval)) })]
        : null,
    ]),
  ];
}

function Totals({ totals }) {
  const marked = (value, state) => (BigInt(value) > 0n ? state : 'OK');
  return h(Terms, {
    class: 'tiles',
    rows: [
      { term: t('menu.warehouses'), value: h(Units, { value: totals.warehouses }) },
      { term: t('items'), value: h(Units, { value: totals.items }) },
      { term: t('units'), value: h(Units, { value: totals.units }) },
      { term: t('stock.LOW'), value: h(Units, { value: totals.low }), state: marked(totals.low, 'LOW') },
      { term: t('stock.OUT'), value: h(Units, { value: totals.out }), state: marked(totals.out, 'OUT') },
    ],
  });
}

function OpenAlerts({ live, low, out }) {
  const open = BigInt(low) + BigInt(out);
  const all = h('a', { href: link(['alerts']) }, open > 0n ? t('alerts.all', { open }) : t('menu.alerts'));
  return h(
    Panel,
    { title: t('alerts.worst'), aside: all },
    h(Loaded, { live }, ({ alerts }) =>
      alerts.length === 0
        ? h(Empty, { title: t('alerts.none') }, h('p', null, t('alerts.none.why')))
        : h(Table, {
            caption: t('alerts.worst'),
            rows: alerts,
            rowKey: ({ warehouse, itemId }) => JSON.stringify([warehouse, itemId]),
            columns: ALERT_COLUMNS,
          }),
    ),
  );
}

const ALERT_COLUMNS = [
  { title: t('state'), cell: (alert) => h(StockState, alert) },
  { title: t('item'), header: true, cell: (alert) => h(ItemLink, alert) },
  { title: t('warehouse'), cell: ({ warehouse }) => h(WarehouseLink, { name: warehouse }) },
  { title: t('level'), numeric: true, cell: (alert) => h(Units, { value: alert.stockLevel }) },
  { title: t('since'), wide: true, cell: (alert) => h(Time, { at: alert.since }) },
];

function Warehouses({ warehouses, total }) {
  const more = BigInt(total) > BigInt(warehouses.length);
  return h(
    Panel,
    {
      title: t('menu.warehouses'),
      aside: h('a', { href: link(['warehouses']) }, t('warehouses.all', { total: BigInt(total) })),
    },
    warehouses.length === 0
      ? h(Empty, { title: t('warehouses.none') }, [
          h('p', null, t('warehouses.none.why')),
          h('p', null, h('a', { href: link(['files']) }, t('warehouses.none.drop'))),
        ])
      : h(Table, {
          caption: t('menu.warehouses'),
          rows: warehouses.slice(0, more ? SHOWN : warehouses.length),
          rowKey: ({ name }) => name,
          columns: WAREHOUSE_COLUMNS,
        }),
  );
}

function FilesToday({ total, byStatus, rowsApplied, rowsRejected }) {
  const aside = h('a', { href: link(['files']) }, t('menu.files'));
  if (BigInt(total) === 0n) {
    return h(Panel, { title: t('files.today'), aside }, h(Empty, { title: t('files.today.none') }));
  }
  return h(Panel, { title: t('files.today'), aside }, [
    h('p', { class: 'lead' }, [
      h('strong', null, t('files.count', { count: BigInt(total) })),
      ': ',
      t('rows.both', { count: BigInt(rowsApplied), rejected: BigInt(rowsRejected) }),
    ]),
    h(
      'ul',
      { class: 'states' },
      FILE_STATES.filter((status) => BigInt(byStatus[status]) > 0n).map((status) =>
        h('li', null, [
          h('a', { href: link(['files'], { status }) }, h(State, { family: 'file', code: status })),
          h('span', { class: 'units' }, formatUnits(byStatus[status])),
        ]),
      ),
    ),
    h('p', { class: 'muted' }, t('files.days')),
  ]);
}

function LastValidation({ run }) {
  return h(
    Panel,
    { title: t('run.last'), aside: h('a', { href: link(['validation']) }, t('run.all')) },
    run ? h(RunSummary, { run }) : h(Empty, { title: t('run.none') }, h('p', null, t('run.none.why'))),
  );
}
