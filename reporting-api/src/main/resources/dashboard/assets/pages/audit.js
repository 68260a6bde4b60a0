/** Who decided what, when, and why; for operators. */

import { h } from '../vendor/preact.module.js';
import { paths } from '../api.js';
import { t } from '../i18n.js';
import { LiveComponent } from '../live.js';
import { filter, Pager, recover, Table } from '../table.js';
import { Time, utcDay } from '../times.js';
import {
  Choice,
  choices,
  DelayedField,
  Empty,
  Field,
  Heading,
  ItemLink,
  Loaded,
  Name,
  Panel,
  Person,
  SaveCsv,
  WarehouseLink,
  word,
} from '../ui.js';

const ACTIONS = [
  'ACKNOWLEDGE',
  'WITHDRAW_ACKNOWLEDGEMENT',
  'SNOOZE',
  'END_SNOOZE',
  'RELEASE',
  'UPLOAD',
  'SET_THRESHOLD',
  'REMOVE_THRESHOLD',
  'SET_RECIPIENTS',
  'ADD_WEBHOOK',
  'ENABLE_WEBHOOK',
  'DISABLE_WEBHOOK',
  'DELETE_WEBHOOK',
  'ROTATE_WEBHOOK_SECRET',
  'TEST_WEBHOOK',
  'REDRIVE_DELIVERY',
  'REDRIVE_MESSAGES',
  'REBUILD',
  'ACCEPT_FINDING',
  'WITHDRAW_FINDING',
];

/** The page `#/audit`. */
export class AuditPage extends LiveComponent {
  render({ parameters }) {
    const { from, to, by, action, cursor } = parameters;
    const asked = { from, to, by, action };
    const live = this.live('audit', paths.audit({ ...asked, cursor }));
    recover(live);
    return [
      h(Heading, null, t('menu.audit')),
      h(
        Panel,
        {
          title: t('audit.title'),
          busy: live.loading,
          aside: h(SaveCsv, { path: paths.audit(asked), name: t('menu.audit') }),
        },
        [
          h(Filters, asked),
          h(Loaded, { live }, (data) =>
            data.decisions.length === 0 && data.nextCursor === null
              ? h(Empty, { title: t('audit.none') })
              : [
                  h(Table, {
                    caption: t('audit.title'),
                    rows: data.decisions,
                    rowKey: (one) => JSON.stringify(one),
                    columns: COLUMNS,
                    busy: live.loading,
                  }),
                  h(Pager, { parameters, next: data.nextCursor, shown: data.decisions.length }),
                ],
          ),
        ],
      ),
    ];
  }
}

function Filters({ from, to, by, action }) {
  const day = (label, name, value) =>
    h(
      Field,
      { label: t(label) },
      h('input', {
        type: 'date',
        value: value ?? '',
        max: utcDay(Date.now()),
        onChange: (event) => filter({ [name]: event.target.value }),
      }),
    );
  return h('div', { class: 'filters' }, [
    day('audit.from', 'from', from),
    day('audit.to', 'to', to),
    h(Choice, {
      label: t('action'),
      value: action,
      options: choices('audit', ACTIONS),
      onChange: (value) => filter({ action: value }),
    }),
    h(DelayedField, {
      label: t('audit.by'),
      value: by,
      onChange: (value) => filter({ by: value.trim() }, { replace: true }),
    }),
  ]);
}

const COLUMNS = [
  { title: t('time'), header: true, cell: ({ at }) => h(Time, { at }) },
  { title: t('audit.by'), cell: ({ by }) => (by ? h(Person, { by }) : '–') },
  { title: t('action'), cell: ({ action }) => word('audit', action) },
  { title: t('audit.about'), cell: (one) => h(About, one) },
  { title: t('audit.note'), cell: ({ note }) => (note ? h(Name, null, note) : '–') },
];

function About({ warehouse, itemId, target, detail }) {
  return [
    itemId ? [h(ItemLink, { itemId, itemName: itemId, warehouse }), ' '] : null,
    warehouse ? [h(WarehouseLink, { name: warehouse }), ' '] : null,
    target ? [h('span', { class: 'id' }, h(Name, null, target)), ' '] : null,
    detail ? h('span', { class: 'muted' }, detail) : null,
  ];
}
