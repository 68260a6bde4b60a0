/** The validation runs: the progress of the current one, and the findings of each. */

import { h } from '../vendor/preact.module.js';
import { download, path, put, query } from '../api.js';
import { Icon } from '../icons.js';
import { LiveComponent } from '../live.js';
import { user } from '../login.js';
import { attempt } from '../notices.js';
import { formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { Pager, recover, Table } from '../table.js';
import { formatSeconds, Time } from '../times.js';
import {
  ActionButton,
  Empty,
  Heading,
  ItemLink,
  Loaded,
  Name,
  Panel,
  RunState,
  WarehouseLink,
} from '../ui.js';
import { Accept } from './accept.js';
import { Findings, Progress } from './run.js';

/** The page `#/validation`. */
export class ValidationPage extends LiveComponent {
  render({ parameters }) {
    const { cursor } = parameters;
    const runs = this.live('runs', query('/validation-runs', { limit: 50, cursor }));
    recover(runs);
    return [
      h(Heading, null, 'Validation'),
      h(Loaded, { live: runs }, (data) => h(Runs, { data, parameters, busy: runs.loading })),
    ];
  }
}

function Runs({ data, parameters, busy }) {
  const running = data.runs.filter((run) => run.state === 'RUNNING');
  return [
    ...running.map((run) =>
      h(
        Panel,
        { title: 'In progress', key: run.id, aside: h('a', { href: link(['validation', run.id]) }, 'Details') },
        h(Progress, { progress: run.progress }),
      ),
    ),
    h(
      Panel,
      { title: 'Runs, newest first', busy },
      data.runs.length === 0
        ? h(
            Empty,
            { title: 'No runs yet' },
            h('p', null, 'Each night at 03:00 UTC, a run checks every transaction that has arrived.'),
          )
        : [
            h(Table, {
              caption: 'Validation runs',
              columns: COLUMNS,
              rows: data.runs,
              rowKey: ({ id }) => id,
              busy,
            }),
            h(Pager, { parameters, next: data.nextCursor, shown: data.runs.length }),
          ],
    ),
  ];
}

const COLUMNS = [
  { title: 'State', cell: (run) => h(RunState, run) },
  {
    title: 'Started',
    header: true,
    cell: (run) => h('a', { href: link(['validation', run.id]) }, h(Time, { at: run.startedAt })),
  },
  { title: 'Duration', wide: true, numeric: true, cell: (run) => duration(run) },
  {
    title: 'Files',
    numeric: true,
    cell: ({ progress }) => `${formatUnits(progress.files)} of ${formatUnits(progress.filesTotal)}`,
  },
  {
    title: 'Transactions',
    numeric: true,
    wide: true,
    cell: ({ progress }) => formatUnits(progress.transactions),
  },
  { title: 'Findings', cell: (run) => h(Findings, { run }) },
];

function duration({ startedAt, endedAt }) {
  return endedAt ? formatSeconds((Date.parse(endedAt) - Date.parse(startedAt)) / 1000) : '–';
}

/** The page `#/validation/<id>`. */
export class RunPage extends LiveComponent {
  render({ segments: [, id] }, { accepting }) {
    const live = this.live('run', path('validation-runs', id));
    return [
      h(Loaded, { live }, (run) => this.run(run)),
      accepting
        ? h(Accept, {
            finding: accepting,
            onClose: () => this.setState({ accepting: null }),
            accept: (reason) =>
              attempt(
                () => put(path('accepted-findings', accepting.id), { runId: id, reason }),
                'Accepted. The next run does not count it.',
              ),
          })
        : null,
    ];
  }

  run(run) {
    const accept = (finding) => this.setState({ accepting: finding });
    return [
      h(
        Heading,
        { before: h('a', { href: link(['validation']) }, '← Validation') },
        'Run of ',
        h(Time, { at: run.startedAt, precise: true }),
      ),
      h(Panel, { title: 'Record', aside: run.findingsKey ? saveFindings(run) : null }, [
        h(
          'p',
          { class: 'lead' },
          h(RunState, run),
          ' ',
          h(Findings, { run }),
          run.reason ? ` ${run.reason}` : null,
        ),
        run.state === 'RUNNING' ? h(Progress, run) : null,
        h(Details, run),
      ]),
      run.findings.total > 0 ? h(ByCheck, run) : null,
      run.worst.length > 0 ? h(Worst, { worst: run.worst, accept }) : null,
    ];
  }
}

function saveFindings(run) {
  const save = () =>
    attempt(() => download(path('validation-runs', run.id, 'findings'), '*/*', `findings ${run.id}.csv`));
  return h(ActionButton, { action: save }, h(Icon, { name: 'down' }), 'All findings');
}

function Details(run) {
  const rows = [
    ['Ended', h(Time, { at: run.endedAt, precise: true })],
    ['Files', `${formatUnits(run.progress.files)} of ${formatUnits(run.progress.filesTotal)}`],
    ['Transactions', formatUnits(run.progress.transactions)],
    ['Levels', formatUnits(run.progress.levels)],
    ...(Number(run.findings.accepted) > 0 ? [['Accepted findings', formatUnits(run.findings.accepted)]] : []),
  ];
  return h(
    'dl',
    { class: 'details' },
    rows.map(([term, value]) => h('div', null, h('dt', null, term), h('dd', null, value))),
  );
}

function ByCheck({ findings }) {
  return h(
    Panel,
    { title: 'Findings by check' },
    h(
      'ul',
      { class: 'states' },
      Object.entries(findings.byCheck).map(([check, number]) =>
        h(
          'li',
          null,
          h('code', null, check),
          h('span', { class: 'units' }, formatUnits(number)),
          findings.newByCheck[check] ? `${formatUnits(findings.newByCheck[check])} new` : null,
        ),
      ),
    ),
  );
}

function Worst({ worst, accept }) {
  return h(
    Panel,
    { title: 'Worst findings, new ones first' },
    h(Table, {
      caption: 'The worst findings',
      rows: worst,
      rowKey: (finding) => JSON.stringify(finding),
      columns: [
        {
          title: 'Check',
          header: true,
          cell: ({ check, state }) => [
            h('code', null, check),
            state === 'new' ? [' ', h('span', { class: 'badge badge-low' }, 'New')] : null,
          ],
        },
        {
          title: 'Warehouse',
          cell: ({ warehouse }) => (warehouse ? h(WarehouseLink, { name: warehouse }) : '–'),
        },
        {
          title: 'Item',
          class: 'item-column',
          cell: ({ itemId, warehouse }) =>
            itemId ? h(ItemLink, { itemId, itemName: itemId, warehouse }) : '–',
        },
        { title: 'Found', cell: ({ found }) => h(Name, null, found) },
        { title: 'Expected', cell: ({ expected }) => h(Name, null, expected) },
        {
          title: 'File',
          wide: true,
          class: 'source',
          cell: ({ file, line }) => [h(Name, null, file), line ? ` line ${line}` : null],
        },
        ...(user().isOperator ? [acceptColumn(accept)] : []),
      ],
    }),
  );
}

function acceptColumn(accept) {
  return {
    title: 'Action',
    cell: (finding) =>
      h(
        'button',
        {
          type: 'button',
          'aria-label': `Accept ${finding.check} ${finding.found}`,
          onClick: () => accept(finding),
        },
        'Accept …',
      ),
  };
}
