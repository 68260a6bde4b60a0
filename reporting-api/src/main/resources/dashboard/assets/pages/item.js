/** One item: its total, its levels by warehouse and over time, and the movements behind them. */

import { h } from '../vendor/preact.module.js';
import { paths } from '../api.js';
import { Bar, LevelChart } from '../chart.js';
import { t } from '../i18n.js';
import { Icon } from '../icons.js';
import { steps } from '../levels.js';
import { LiveComponent } from '../live.js';
import { user } from '../login.js';
import { notify } from '../notices.js';
import { formatUnits, larger } from '../numbers.js';
import { change } from '../router.js';
import { Table } from '../table.js';
import { Time } from '../times.js';
import {
  Choice,
  Empty,
  Heading,
  Loaded,
  Name,
  Panel,
  StockState,
  Terms,
  Units,
  WarehouseLink,
} from '../ui.js';
import { Movements } from './movements.js';
import { momentOf, StockAt } from './past.js';
import { lasts, Order } from './reorder.js';
import { ThresholdDialog } from './threshold.js';
import { Trend } from './trend.js';
import { Level } from './warehouse.js';

const NEWEST = 500;
const MOST = 1000;

/** The page `#/items/<id>`. */
export class ItemPage extends LiveComponent {
  state = { limit: NEWEST, editing: null };

  render({ segments: [, itemId], parameters: { warehouse, at, days } }, { limit, editing }) {
    const moment = momentOf(at);
    const past = moment && this.live('past', paths.item({ itemId, at: moment }));
    const item = this.live('item', paths.item({ itemId }));
    const movements = this.live('movements', paths.movements({ itemId, warehouse, limit }), {
      of: warehouse,
    });
    const edit = (scope) => this.setState({ editing: scope });
    return h(Loaded, { live: item }, (data) => [
      h(Heading, null, h(Name, null, data.itemName)),
      h(Summary, { ...data, edit }),
      h(ByWarehouse, { item: data, warehouse, edit }),
      h('div', { class: 'columns columns-even' }, [
        h(OverTime, { item: data, warehouse, live: movements }),
        h(Trend, { item: data, warehouse, days, key: `${warehouse} ${days}` }),
      ]),
      h(Movements, {
        item: data,
        warehouse,
        live: movements,
        more: limit < MOST ? () => this.setState({ limit: MOST }) : null,
      }),
      h(StockAt, { at: moment, live: past }),
      editing
        ? h(ThresholdDialog, {
            ...editing,
            item: data,
            onClose: () => edit(null),
            done: (text) => {
              edit(null);
              notify(text);
              item.refresh();
            },
          })
        : null,
    ]);
  }
}

function Summary({ itemId, total, restockIfBelow, warehouses, edit }) {
  return h(Terms, {
    class: 'tiles',
    rows: [
      { term: t('total'), value: h(Units, { value: total }) },
      { term: t('menu.warehouses'), value: formatUnits(warehouses.length) },
      { term: t('threshold'), value: h(Threshold, { restockIfBelow, warehouse: null, edit }) },
      { term: t('id'), value: h('span', { class: 'id' }, h(Name, null, itemId)) },
    ],
  });
}

/** A threshold, which operators change in place. */
function Threshold({ restockIfBelow, warehouse, edit }) {
  const text = formatUnits(restockIfBelow);
  return user().isOperator
    ? h(
        'button',
        {
          type: 'button',
          class: 'edit',
          'aria-label': t(warehouse === null ? 'threshold.editAll' : 'threshold.editIn', {
            threshold: text,
            warehouse,
          }),
          onClick: () => edit({ warehouse, restockIfBelow }),
        },
        text,
        h(Icon, { name: 'edit' }),
      )
    : text;
}

/** Compares the warehouses of an item. */
function ByWarehouse({ item, warehouse, edit }) {
  const levels = item.warehouses.flatMap((row) => [BigInt(row.stockLevel), BigInt(row.restockIfBelow)]);
  const scale = {
    low: levels.reduce((a, b) => (a < b ? a : b), 0n),
    high: levels.reduce(larger, 1n),
  };
  return h(
    Panel,
    { title: t('item.byWarehouse') },
    h(Table, {
      caption: t('item.byWarehouse'),
      rows: item.warehouses,
      rowKey: (row) => row.warehouse,
      rowState: (row) => (row.warehouse === warehouse ? 'CHOSEN' : null),
      columns: [
        { title: t('warehouse'), header: true, cell: (row) => h(WarehouseLink, { name: row.warehouse }) },
        { title: t('level'), numeric: true, cell: (row) => h(Level, { ...item, ...row }) },
        {
          title: t('item.bar'),
          wide: true,
          class: 'bar-column',
          cell: (row) =>
            h(Bar, {
              ...scale,
              level: BigInt(row.stockLevel),
              threshold: BigInt(row.restockIfBelow),
              state: row.state,
            }),
        },
        { title: t('threshold'), numeric: true, cell: (row) => h(Threshold, { ...row, edit }) },
        { title: t('state'), cell: (row) => h(StockState, row) },
        { title: t('order.lasts'), wide: true, cell: ({ order }) => (order ? lasts(order) : '–') },
        {
          title: t('order'),
          numeric: true,
          wide: true,
          cell: (row) => (row.order ? h(Order, row) : '–'),
        },
        { title: t('updated'), wide: true, cell: ({ updatedAt }) => h(Time, { at: updatedAt }) },
      ],
    }),
  );
}

function OverTime({ item, warehouse, live }) {
  const aside = h(Choice, {
    label: t('filter.show'),
    value: warehouse,
    options: [
      { value: '', label: t('warehouse.all') },
      ...item.warehouses.map((row) => ({ value: row.warehouse, label: row.warehouse })),
    ],
    onChange: (value) => change({ warehouse: value }),
  });
  return h(
    Panel,
    { title: t('item.overTime'), aside, busy: live.loading },
    h(Loaded, { live }, (data) => h(Chart, { item, warehouse, data })),
  );
}

function Chart({ item, warehouse, data }) {
  const rows = item.warehouses.filter((row) => !warehouse || row.warehouse === warehouse);
  const groups = rows.map((row) => ({
    level: BigInt(row.stockLevel),
    movements: data.movements.filter((movement) => movement.warehouse === row.warehouse),
  }));
  const line = steps(groups, data.nextCursor === null, Date.now());
  if (rows.length === 0 || line.length < 2) {
    return h(Empty, { title: t('movements.none') });
  }
  return h(LevelChart, {
    steps: line,
    threshold: warehouse ? rows[0].restockIfBelow : item.restockIfBelow,
    label: t('trend.label', { item: item.itemName }),
  });
}
