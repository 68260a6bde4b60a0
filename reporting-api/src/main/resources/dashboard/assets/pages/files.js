/** The files of a day, and the drop zone for new ones. */

import { h } from '../vendor/preact.module.js';
import { paths } from '../api.js';
import { t } from '../i18n.js';
import { LiveComponent } from '../live.js';
import { user } from '../login.js';
import { formatBytes, formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { filter, Pager, recover, Table } from '../table.js';
import { Time, utcDay } from '../times.js';
import { Choice, choices, Empty, Field, Heading, Loaded, Name, Panel, SaveCsv, State, word } from '../ui.js';
import { DropZone } from './drop.js';

const KINDS = ['TRANSACTIONS', 'COUNT', 'THRESHOLDS', 'RECIPIENTS', 'EVENTS', 'UNKNOWN'];

/** The statuses of a file. */
export const FILE_STATES = [
  'RECEIVED',
  'PROCESSING',
  'APPLIED',
  'PARTIAL',
  'INCOMPLETE',
  'REJECTED',
  'DUPLICATE',
  'HELD',
];

/** Whether a file is being processed. */
export function isInProgress({ status }) {
  return status === 'RECEIVED' || status === 'PROCESSING';
}

/** The page `#/files`. */
export class FilesPage extends LiveComponent {
  isInProgress() {
    return this.lives.get('files').data?.files.some(isInProgress);
  }

  render({ parameters }) {
    const { date, status, kind, cursor } = parameters;
    const files = this.live('files', paths.files({ date, status, kind, cursor }));
    recover(files);
    const day = date ?? files.data?.date ?? utcDay(Date.now());
    const aside = h(SaveCsv, {
      path: paths.files({ date: day, status, kind }),
      name: t('files.file', { day }),
    });
    return [
      h(Heading, null, t('menu.files')),
      user().isOperator ? h(DropZone) : null,
      h(
        Panel,
        { title: t('files.received'), busy: files.loading, aside },
        h(Filters, { day, status, kind }),
        h(Loaded, { live: files }, (data) => h(Files, { data, parameters, busy: files.loading })),
      ),
    ];
  }
}

function Filters({ day, status, kind }) {
  return h('div', { class: 'filters' }, [
    h(
      Field,
      { label: t('day') },
      h('input', {
        type: 'date',
        value: day,
        max: utcDay(Date.now()),
        onChange: (event) => filter({ date: event.target.value }),
      }),
    ),
    h(Choice, {
      label: t('state'),
      value: status,
      options: choices('file', FILE_STATES),
      onChange: (value) => filter({ status: value }),
    }),
    h(Choice, {
      label: t('kind'),
      value: kind,
      options: choices('kind', KINDS),
      onChange: (value) => filter({ kind: value }),
    }),
  ]);
}

function Files({ data, parameters, busy }) {
  if (data.files.length === 0) {
    return h(Empty, { title: t(parameters.status || parameters.kind ? 'files.noMatch' : 'files.none') });
  }
  return [
    h(Table, { caption: t('menu.files'), columns: COLUMNS, rows: data.files, rowKey: ({ id }) => id, busy }),
    h(Pager, { parameters, next: data.nextCursor, shown: data.files.length }),
  ];
}

/** How many rows took effect; nobody knows it of an incomplete file. */
export function appliedRows({ status, rowsApplied }) {
  return status === 'INCOMPLETE' ? '–' : formatUnits(rowsApplied);
}

const COLUMNS = [
  { title: t('state'), cell: ({ status }) => h(State, { family: 'file', code: status }) },
  {
    title: t('file'),
    header: true,
    class: 'source',
    cell: ({ id, key }) => h('a', { href: link(['files', id]) }, h(Name, null, key)),
  },
  { title: t('kind'), wide: true, cell: ({ kind }) => word('kind', kind) },
  {
    title: t('size'),
    numeric: true,
    wide: true,
    cell: ({ size }) => (size == null ? '–' : formatBytes(size)),
  },
  { title: t('rows.applied'), numeric: true, cell: appliedRows },
  { title: t('rows.rejected'), numeric: true, cell: (file) => rejected(file) },
  { title: t('received'), wide: true, cell: (file) => h(Time, { at: file.receivedAt }) },
];

function rejected({ rowsRejected }) {
  const text = formatUnits(rowsRejected);
  return BigInt(rowsRejected) === 0n ? h('span', { class: 'muted' }, text) : h('strong', null, text);
}
