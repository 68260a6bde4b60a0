/** The files of a day, and the drop zone for new ones. */

import { h } from '../vendor/preact.module.js';
import { download, query } from '../api.js';
import { Icon } from '../icons.js';
import { LiveComponent } from '../live.js';
import { user } from '../login.js';
import { attempt } from '../notices.js';
import { formatBytes, formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { filter, Pager, recover, Table } from '../table.js';
import { Time, utcDay } from '../times.js';
import { ActionButton, Choice, Empty, FileState, fileStates, Heading, Loaded, Name, Panel } from '../ui.js';
import { DropZone } from './drop.js';

const KINDS = {
  TRANSACTIONS: 'Transactions',
  COUNT: 'Count',
  THRESHOLDS: 'Thresholds',
  RECIPIENTS: 'Recipients',
  EVENTS: 'Events',
  UNKNOWN: 'Unknown',
};

/** The name of a kind of file. */
export function kindName(kind) {
  return KINDS[kind] ?? kind;
}

const STATE_CHOICES = [{ value: '', label: 'All' }, ...fileStates];
const KIND_CHOICES = [
  { value: '', label: 'All' },
  ...Object.entries(KINDS).map(([value, label]) => ({ value, label })),
];

/** The page `#/files`. */
export class FilesPage extends LiveComponent {
  render({ parameters }) {
    const { date, status, kind, cursor } = parameters;
    const files = this.live('files', query('/files', { date, status, kind, cursor }));
    recover(files);
    const day = date ?? files.data?.date ?? utcDay(Date.now());
    const save = () =>
      attempt(() => download(query('/files', { date: day, status, kind }), 'text/csv', `files ${day}.csv`));
    return [
      h(Heading, null, 'Files'),
      user().isOperator ? h(DropZone) : null,
      h(
        Panel,
        {
          title: 'Received',
          busy: files.loading,
          aside: h(ActionButton, { action: save }, h(Icon, { name: 'down' }), 'CSV'),
        },
        h(Filters, { day, status, kind }),
        h(Loaded, { live: files }, (data) => h(Files, { data, parameters, busy: files.loading })),
      ),
    ];
  }
}

function Filters({ day, status, kind }) {
  return h('div', { class: 'filters' }, [
    h('label', { class: 'field' }, [
      h('span', null, 'Day (UTC)'),
      h('input', {
        type: 'date',
        value: day,
        max: utcDay(Date.now()),
        onChange: (event) => filter({ date: event.target.value }),
      }),
    ]),
    h(Choice, {
      label: 'State',
      value: status,
      options: STATE_CHOICES,
      onChange: (value) => filter({ status: value }),
    }),
    h(Choice, {
      label: 'Kind',
      value: kind,
      options: KIND_CHOICES,
      onChange: (value) => filter({ kind: value }),
    }),
  ]);
}

function Files({ data, parameters, busy }) {
  if (data.files.length === 0) {
    const asked = parameters.status || parameters.kind;
    return h(Empty, { title: asked ? 'No files match the filters' : 'No files on this day' });
  }
  return [
    h(Table, { caption: 'Files', columns: COLUMNS, rows: data.files, rowKey: ({ id }) => id, busy }),
    h(Pager, { parameters, next: data.nextCursor, shown: data.files.length }),
  ];
}

/** How many rows took effect; nobody knows it of an incomplete file. */
export function appliedRows({ status, rowsApplied }) {
  return status === 'INCOMPLETE' ? '–' : formatUnits(rowsApplied);
}

const COLUMNS = [
  { title: 'State', cell: (file) => h(FileState, file) },
  {
    title: 'File',
    header: true,
    class: 'source',
    cell: ({ id, key }) => h('a', { class: 'file', href: link(['files', id]) }, h(Name, null, key)),
  },
  { title: 'Kind', wide: true, cell: ({ kind }) => kindName(kind) },
  {
    title: 'Size',
    numeric: true,
    wide: true,
    cell: ({ size }) => (size == null ? '–' : formatBytes(size)),
  },
  { title: 'Applied', numeric: true, cell: appliedRows },
  { title: 'Rejected', numeric: true, cell: (file) => rejected(file) },
  { title: 'Received', wide: true, cell: (file) => h(Time, { at: file.receivedAt }) },
];

function rejected({ rowsRejected }) {
  const text = formatUnits(rowsRejected);
  return BigInt(rowsRejected) === 0n ? h('span', { class: 'muted' }, text) : h('strong', null, text);
}
