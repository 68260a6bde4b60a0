/** Explains a level: each movement with its file and line. */

import { h } from '../vendor/preact.module.js';
import { download, query } from '../api.js';
import { Icon } from '../icons.js';
import { explanation } from '../levels.js';
import { attempt } from '../notices.js';
import { countOf, formatChange, formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { Table } from '../table.js';
import { Time } from '../times.js';
import { ActionButton, Empty, Loaded, Name, Panel, Units, WarehouseLink } from '../ui.js';

/** The movements of an item, in all warehouses or in the one whose level is explained. */
export function Movements({ item, warehouse, live, more }) {
  const save = () => {
    const list = query('/movements', { itemId: item.itemId, warehouse });
    return attempt(() => download(list, 'text/csv', `movements ${item.itemId}.csv`));
  };
  const aside = h(ActionButton, { action: save }, h(Icon, { name: 'down' }), 'CSV');
  const title = warehouse ? `Level in ${warehouse}, explained` : 'Movements, newest first';
  return h(
    Panel,
    { title, aside, busy: live.loading },
    h(Loaded, { live }, (data) => [
      warehouse ? h(Sum, { item, warehouse, data }) : null,
      h(List, { warehouse, data, busy: live.loading }),
      data.nextCursor
        ? h('p', { class: 'more' }, [
            `Showing the newest ${formatUnits(data.movements.length)}. The CSV file has all movements. `,
            more ? h('button', { type: 'button', onClick: more }, 'Show more') : null,
          ])
        : null,
    ]),
  );
}

function levelIn(item, warehouse) {
  const row = item.warehouses.find((each) => each.warehouse === warehouse);
  return BigInt(row?.stockLevel ?? 0);
}

/** The sum as a sentence. It counts only the movements on the page. */
function Sum({ item, warehouse, data }) {
  const sum = explanation(data.movements, data.nextCursor === null);
  const { count, begin, movements, came, went } = sum;
  const level = sum.level ?? levelIn(item, warehouse);
  const parts = [h('strong', null, h(Units, { value: level }))];
  if (begin === null) {
    return h('p', { class: 'sum' }, parts);
  }
  const rest = level - begin;
  return h('p', { class: 'sum' }, [
    ...parts,
    h('span', null, ' = '),
    count
      ? [formatUnits(begin), ' counted ', h(Time, { at: count.time, inText: true })]
      : data.nextCursor === null
        ? '0 at the start'
        : [formatUnits(begin), ' from older movements'],
    came === null && rest !== 0n ? ` ${rest > 0n ? '+' : '−'} ${formatUnits(rest > 0n ? rest : -rest)}` : null,
    came > 0n ? ` + ${formatUnits(came)} in` : null,
    went < 0n ? ` − ${formatUnits(-went)} out` : null,
    h('span', { class: 'muted' }, ` (${countOf(movements, 'movement')}${count ? ' since' : ''})`),
  ]);
}

function List({ warehouse, data, busy }) {
  if (data.movements.length === 0) {
    return h(Empty, { title: 'No movements' });
  }
  return h(Table, {
    caption: 'Movements',
    columns: columns(warehouse),
    rows: data.movements,
    rowKey: (row) =>
      JSON.stringify([row.time, row.warehouse, row.fileId, row.line, row.event?.sequenceNumber]),
    busy,
  });
}

function columns(warehouse) {
  const place = { title: 'Warehouse', cell: (row) => h(WarehouseLink, { name: row.warehouse }) };
  const balance = {
    title: 'Level after',
    numeric: true,
    cell: ({ balance: units }) =>
      units == null ? h('span', { class: 'muted' }, '–') : h(Units, { value: units }),
  };
  return [
    { title: 'Time', header: true, cell: (row) => h(Time, { at: row.time }) },
    ...(warehouse ? [] : [place]),
    { title: 'Type', wide: true, cell: (row) => what(row) },
    { title: 'Units', numeric: true, cell: (row) => units(row) },
    balance,
    { title: 'Source', class: 'source', cell: (row) => h(Source, row) },
  ];
}

const EVENTS = {
  product_added: 'Product added',
  product_removed: 'Product removed',
  quantity_changed: 'Quantity changed',
  quantity_incremented: 'Quantity incremented',
  quantity_decremented: 'Quantity decremented',
};

function what({ kind, event, change }) {
  if (event) {
    return EVENTS[event.type] ?? event.type;
  }
  if (kind === 'CHANGE') {
    return BigInt(change) < 0n ? 'Out' : 'In';
  }
  return kind === 'COUNT' ? 'Counted' : 'Correction';
}

function units({ kind, change, count, correction }) {
  if (kind === 'CHANGE') {
    return h('span', { class: 'units' }, formatChange(change));
  }
  if (kind === 'COUNT') {
    return h('span', { class: 'units' }, `= ${formatUnits(count)}`);
  }
  return h('span', { class: 'units' }, `${level(correction.from)} → ${level(correction.to)}`);
}

function level(value) {
  return value == null ? 'none' : formatUnits(value);
}

function Source({ file, fileId, line, lines, rowCount, event, correction }) {
  if (event) {
    return [h('span', null, 'event '), h('span', { class: 'id' }, h(Name, null, event.id))];
  }
  if (correction) {
    return correction.reason;
  }
  const rows = lines ? `lines ${lines.first} to ${lines.last}, ${countOf(rowCount, 'row')}` : `line ${line}`;
  return [
    h('a', { class: 'file', href: link(['files', fileId]) }, h(Name, null, file ?? fileId)),
    ` ${rows}`,
  ];
}
