/** The stock of an item at a moment. */

import { h } from '../vendor/preact.module.js';
import { t } from '../i18n.js';
import { change } from '../router.js';
import { Table } from '../table.js';
import { fieldValue, local } from '../times.js';
import { Field, Loaded, Panel, Units, WarehouseLink } from '../ui.js';

/** The moment of a parameter, in the format of the API; null if it is none. */
export function momentOf(value) {
  const time = new Date(value ?? '');
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** A field for a moment of the past. */
export function MomentField({ at, onChange }) {
  return h(
    Field,
    { label: t('past.field') },
    h('input', {
      type: 'datetime-local',
      value: at ? fieldValue(at) : '',
      max: fieldValue(Date.now()),
      onChange: (event) => onChange(momentOf(event.target.value)),
    }),
  );
}

/** The stock of an item at a moment, in all warehouses. */
export function StockAt({ at, live }) {
  const aside = h(MomentField, { at, onChange: (value) => change({ at: value }) });
  return h(
    Panel,
    { title: at ? t('past.at', { time: local(at) }) : t('past.title'), aside, busy: live?.loading },
    live ? h(Loaded, { live }, (data) => h(PastTable, data)) : h('p', { class: 'muted' }, t('past.choose')),
  );
}

function PastTable({ total, warehouses }) {
  return [
    h('p', { class: 'sum' }, h('strong', null, h(Units, { value: total })), ' ', t('past.total')),
    h(Table, {
      caption: t('past.title'),
      rows: warehouses,
      rowKey: (row) => row.warehouse,
      columns: [
        { title: t('warehouse'), header: true, cell: (row) => h(WarehouseLink, { name: row.warehouse }) },
        { title: t('level'), numeric: true, cell: (row) => h(Units, { value: row.stockLevel }) },
      ],
    }),
  ];
}
