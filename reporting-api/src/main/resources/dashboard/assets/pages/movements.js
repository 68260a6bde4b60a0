/** Explains a level: each movement with its file and line. */

import { h } from '../vendor/preact.module.js';
import { paths } from '../api.js';
import { parts, t } from '../i18n.js';
import { explanation } from '../levels.js';
import { formatChange, formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { Table } from '../table.js';
import { Time } from '../times.js';
import { Empty, Loaded, Name, Panel, Person, SaveCsv, Units, WarehouseLink, word } from '../ui.js';

/** The movements of an item, in all warehouses or in the one whose level is explained. */
export function Movements({ item, warehouse, live, more }) {
  const aside = h(SaveCsv, {
    path: paths.movements({ itemId: item.itemId, warehouse }),
    name: t('movements.file', { item: item.itemId }),
  });
  return h(
    Panel,
    {
      title: warehouse ? t('movements.explained', { warehouse }) : t('movements.title'),
      aside,
      busy: live.loading,
    },
    h(Loaded, { live }, (data) => [
      warehouse ? h(Sum, { item, warehouse, data }) : null,
      h(List, { warehouse, data, busy: live.loading }),
      data.nextCursor
        ? h('p', { class: 'more' }, [
            t('movements.newest', { count: data.movements.length }),
            ' ',
            more ? h('button', { type: 'button', onClick: more }, t('action.more')) : null,
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
  const strong = h('strong', null, h(Units, { value: level }));
  if (begin === null) {
    return h('p', { class: 'sum' }, strong);
  }
  const rest = level - begin;
  const sign = rest > 0n ? '+' : '−';
  return h('p', { class: 'sum' }, [
    strong,
    ' = ',
    count
      ? parts('sum.counted', { units: begin, time: h(Time, { at: count.time, inText: true }) })
      : t(data.nextCursor === null ? 'sum.start' : 'sum.older', { units: begin }),
    came === null && rest !== 0n ? ` ${sign} ${formatUnits(rest > 0n ? rest : -rest)}` : null,
    came > 0n ? [' + ', t('sum.in', { units: came })] : null,
    went < 0n ? [' − ', t('sum.out', { units: -went })] : null,
    ' ',
    h('span', { class: 'muted' }, t(count ? 'sum.since' : 'sum.movements', { count: movements })),
  ]);
}

function List({ warehouse, data, busy }) {
  if (data.movements.length === 0) {
    return h(Empty, { title: t('movements.none') });
  }
  return h(Table, {
    caption: t('movements'),
    columns: columns(warehouse),
    rows: data.movements,
    rowKey: (row) =>
      JSON.stringify([row.time, row.warehouse, row.fileId, row.line, row.event?.sequenceNumber]),
    busy,
  });
}

function columns(warehouse) {
  const place = { title: t('warehouse'), cell: (row) => h(WarehouseLink, { name: row.warehouse }) };
  return [
    { title: t('time'), header: true, cell: (row) => h(Time, { at: row.time }) },
    ...(warehouse ? [] : [place]),
    { title: t('type'), wide: true, cell: (row) => what(row) },
    { title: t('units'), numeric: true, cell: (row) => units(row) },
    { title: t('movement.balance'), numeric: true, cell: ({ balance }) => h(Units, { value: balance }) },
    { title: t('movement.source'), class: 'source', cell: (row) => h(Source, row) },
  ];
}

function what({ kind, event, change }) {
  if (event) {
    return word('event', event.type);
  }
  if (kind === 'CHANGE') {
    return t(BigInt(change) < 0n ? 'day.out' : 'day.in');
  }
  return word('movement', kind);
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
  return value == null ? t('movement.noLevel') : formatUnits(value);
}

function Source({ file, fileId, line, lines, rowCount, event, correction, by }) {
  if (event) {
    return parts('movement.event', { id: h('span', { class: 'id' }, h(Name, null, event.id)) });
  }
  if (correction) {
    return [correction.reason, by ? [' ', h(Person, { by })] : null];
  }
  if (!fileId) {
    return by ? h(Person, { by }) : null;
  }
  const rows = lines
    ? t('movement.lines', { first: lines.first, last: lines.last, count: rowCount })
    : t('movement.line', { line });
  return [h('a', { href: link(['files', fileId]) }, h(Name, null, file ?? fileId)), ' ', rows];
}
