/** One item: its total, its levels by warehouse and over time, and the movements behind them. */

import { h } from '../vendor/preact.module.js';
import { query } from '../api.js';
import { Bar, LevelChart } from '../chart.js';
import { LiveComponent, SELDOM } from '../live.js';
import { formatUnits, larger } from '../numbers.js';
import { steps } from '../levels.js';
import { change, link } from '../router.js';
import { Table } from '../table.js';
import { Choice, Empty, Heading, Loaded, Name, Panel, StockState, Units, WarehouseLink } from '../ui.js';
import { Movements } from './movements.js';
import { ByDay, momentOf, StockAt } from './past.js';

const NEWEST = 500;
const MOST = 1000;

/** The page `#/items/<id>`. */
export class ItemPage extends LiveComponent {
  state = { limit: NEWEST };

  render({ segments: [, itemId], parameters: { warehouse, at } }, { limit }) {
    const moment = momentOf(at);
    const past = moment && this.live('past', query('/item', { itemId, at: moment }), { every: SELDOM });
    const days =
      warehouse && this.live('days', query('/history', { itemId, warehouse }), { every: SELDOM });
    const item = this.live('item', query('/item', { itemId }));
    const list = query('/movements', { itemId, warehouse, limit });
    const movements = this.live('movements', list, { of: warehouse });
    return h(Loaded, { live: item }, (data) => [
      h(Heading, null, h(Name, null, data.itemName)),
      h(Summary, data),
      h('div', { class: 'columns columns-even' }, [
        h(ByWarehouse, { item: data, warehouse }),
        h(OverTime, { item: data, warehouse, live: movements }),
      ]),
      h('div', { class: 'columns columns-even' }, [
        days ? h(ByDay, { warehouse, live: days }) : null,
        h(StockAt, { at: moment, live: past }),
      ]),
      h(Movements, {
        item: data,
        warehouse,
        live: movements,
        more: limit < MOST ? () => this.setState({ limit: MOST }) : null,
      }),
    ]);
  }
}

function Summary({ itemId, total, restockIfBelow, warehouses }) {
  return h('dl', { class: 'tiles' }, [
    tile('Total', h(Units, { value: total })),
    tile('Warehouses', formatUnits(warehouses.length)),
    tile('Restock below', formatUnits(restockIfBelow)),
    tile('Id', h('span', { class: 'id' }, h(Name, null, itemId)), 'tile tile-id'),
  ]);
}

function tile(label, content, name = 'tile') {
  return h('div', { class: name }, h('dt', null, label), h('dd', null, content));
}

function ByWarehouse({ item, warehouse }) {
  const levels = item.warehouses.flatMap((row) => [BigInt(row.stockLevel), BigInt(row.restockIfBelow)]);
  const scale = {
    low: levels.reduce((a, b) => (a < b ? a : b), 0n),
    high: levels.reduce(larger, 1n),
  };
  return h(
    Panel,
    { title: 'By warehouse' },
    h(Table, {
      caption: 'Levels by warehouse',
      rows: item.warehouses,
      rowKey: (row) => row.warehouse,
      rowClass: (row) => (row.warehouse === warehouse ? 'row-chosen' : null),
      columns: [
        { title: 'Warehouse', header: true, cell: (row) => h(WarehouseLink, { name: row.warehouse }) },
        { title: 'Level', numeric: true, cell: (row) => h(Explain, { item, row }) },
        {
          title: 'Against threshold',
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
        { title: 'Threshold', numeric: true, cell: (row) => formatUnits(row.restockIfBelow) },
        { title: 'State', cell: (row) => h(StockState, row) },
      ],
    }),
  );
}

function Explain({ item, row }) {
  return h(
    'a',
    {
      class: 'explain',
      href: link(['items', item.itemId], { warehouse: row.warehouse }),
      title: 'Explain this number',
      'aria-label': `${formatUnits(row.stockLevel)}: explain this number`,
    },
    h(Units, { value: row.stockLevel }),
  );
}

function OverTime({ item, warehouse, live }) {
  const options = [
    { value: '', label: 'All warehouses' },
    ...item.warehouses.map((row) => ({ value: row.warehouse, label: row.warehouse })),
  ];
  const choice = h(Choice, {
    label: 'Show',
    value: warehouse,
    options,
    onChange: (value) => change({ warehouse: value }),
  });
  return h(
    Panel,
    { title: 'Level over time', aside: choice, busy: live.loading },
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
    return h(Empty, { title: 'No movements yet' });
  }
  const threshold = warehouse ? rows[0].restockIfBelow : item.restockIfBelow;
  return h(LevelChart, {
    steps: line,
    threshold,
    label: `Level of ${item.itemName} in ${warehouse ?? 'all warehouses'} over time`,
  });
}
