/** The validation runs: the progress of the current one, and the findings of each. */

import { h } from '../vendor/preact.module.js';
import { download, paths } from '../api.js';
import { t } from '../i18n.js';
import { Icon } from '../icons.js';
import { LiveComponent } from '../live.js';
import { user } from '../login.js';
import { attempt, notify } from '../notices.js';
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
  State,
  Terms,
  WarehouseLink,
} from '../ui.js';
import { Accept } from './accept.js';
import { Findings, Progress } from './run.js';

const isRunning = ({ state }) => state === 'RUNNING';

/** The page `#/validation`. */
export class ValidationPage extends LiveComponent {
  isInProgress() {
    return this.lives.get('runs').data?.runs.some(isRunning);
  }

  render({ parameters }) {
    const runs = this.live('runs', paths.runs({ limit: 50, cursor: parameters.cursor }));
    recover(runs);
    return [
      h(Heading, null, t('menu.validation')),
      h(Loaded, { live: runs }, (data) => h(Runs, { data, parameters, busy: runs.loading })),
    ];
  }
}

function Runs({ data, parameters, busy }) {
  return [
    ...data.runs.filter(isRunning).map((run) =>
      h(
        Panel,
        {
          title: t('run.inProgress'),
          key: run.id,
          aside: h('a', { href: link(['validation', run.id]) }, t('details')),
        },
        h(Progress, run),
      ),
    ),
    h(
      Panel,
      { title: t('run.list'), busy },
      data.runs.length === 0
        ? h(Empty, { title: t('run.none') }, h('p', null, t('run.none.why')))
        : [
            h(Table, {
              caption: t('run.list'),
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

const ofTotal = ({ files, filesTotal }) =>
  t('of', { part: formatUnits(files), whole: formatUnits(filesTotal) });

const COLUMNS = [
  { title: t('state'), cell: ({ state }) => h(State, { family: 'run', code: state }) },
  {
    title: t('started'),
    header: true,
    cell: (run) => h('a', { href: link(['validation', run.id]) }, h(Time, { at: run.startedAt })),
  },
  { title: t('duration'), wide: true, numeric: true, cell: (run) => duration(run) },
  { title: t('menu.files'), numeric: true, cell: ({ progress }) => ofTotal(progress) },
  {
    title: t('transactions'),
    numeric: true,
    wide: true,
    cell: ({ progress }) => formatUnits(progress.transactions),
  },
  { title: t('findings'), cell: (run) => h(Findings, { run }) },
];

function duration({ startedAt, endedAt }) {
  return endedAt ? formatSeconds((Date.parse(endedAt) - Date.parse(startedAt)) / 1000) : '–';
}

/** The page `#/validation/<id>`. */
export class RunPage extends LiveComponent {
  isInProgress() {
    const run = this.lives.get('run').data;
    return run && isRunning(run);
  }

  render({ segments: [, id] }, { accepting }) {
    const live = this.live('run', paths.run(id));
    const accept = (finding) => this.setState({ accepting: finding });
    return h(Loaded, { live }, (run) => [
      h(
        Heading,
        { before: h('a', { href: link(['validation']) }, t('back.validation')) },
        h(Time, { at: run.startedAt, precise: true }),
      ),
      h(Panel, { title: t('record'), aside: run.findingsKey ? h(SaveFindings, { run }) : null }, [
        h('p', { class: 'lead' }, [
          h(State, { family: 'run', code: run.state }),
          ' ',
          h(Findings, { run }),
          run.reason ? ` ${run.reason}` : null,
        ]),
        isRunning(run) ? h(Progress, run) : null,
        h(Terms, {
          class: 'details',
          rows: [
            { term: t('ended'), value: h(Time, { at: run.endedAt, precise: true }) },
            { term: t('menu.files'), value: ofTotal(run.progress) },
            { term: t('transactions'), value: formatUnits(run.progress.transactions) },
            { term: t('levels'), value: formatUnits(run.progress.levels) },
            ...(Number(run.findings.accepted) > 0
              ? [{ term: t('findings.accepted'), value: formatUnits(run.findings.accepted) }]
              : []),
          ],
        }),
      ]),
      run.findings.total > 0 ? h(ByCheck, run) : null,
      run.worst.length > 0 ? h(Worst, { worst: run.worst, accept }) : null,
      accepting
        ? h(Accept, {
            finding: accepting,
            runId: id,
            onClose: () => accept(null),
            done: () => {
              accept(null);
              notify(t('accept.done'));
            },
          })
        : null,
    ]);
  }
}

function SaveFindings({ run }) {
  const save = () =>
    attempt(() => download(paths.findings(run.id), '*/*', `${t('findings.file', { run: run.id })}.csv`));
  return h(ActionButton, { action: save }, h(Icon, { name: 'down' }), t('findings.all'));
}

function ByCheck({ findings }) {
  return h(
    Panel,
    { title: t('findings.byCheck') },
    h(
      'ul',
      { class: 'states' },
      Object.entries(findings.byCheck).map(([check, number]) =>
        h('li', null, [
          h('code', null, check),
          h('span', { class: 'units' }, [
            formatUnits(number),
            findings.newByCheck[check]
              ? [', ', t('findings.fresh', { count: Number(findings.newByCheck[check]) })]
              : null,
          ]),
        ]),
      ),
    ),
  );
}

function Worst({ worst, accept }) {
  return h(
    Panel,
    { title: t('findings.worst') },
    h(Table, {
      caption: t('findings.worst'),
      rows: worst,
      rowKey: (finding) => JSON.stringify(finding),
      columns: [
        {
          title: t('findings.check'),
          header: true,
          cell: ({ check, state }) => [
            h('code', null, check),
            ' ',
            state === 'new' ? h(State, { family: 'finding', code: 'NEW' }) : null,
          ],
        },
        {
          title: t('warehouse'),
          cell: ({ warehouse }) => (warehouse ? h(WarehouseLink, { name: warehouse }) : '–'),
        },
        {
          title: t('item'),
          class: 'item-column',
          cell: ({ itemId, warehouse }) =>
            itemId ? h(ItemLink, { itemId, itemName: itemId, warehouse }) : '–',
        },
        { title: t('findings.found'), cell: ({ found }) => h(Name, null, found) },
        { title: t('findings.expected'), cell: ({ expected }) => h(Name, null, expected) },
        {
          title: t('file'),
          wide: true,
          class: 'source',
          cell: ({ file, line }) => [h(Name, null, file), line ? [' ', t('movement.line', { line })] : null],
        },
        ...(user().isOperator ? [acceptColumn(accept)] : []),
      ],
    }),
  );
}

function acceptColumn(accept) {
  return {
    title: t('action'),
    cell: (finding) =>
      h(
        'button',
        {
          type: 'button',
          'aria-label': t('accept.label', { check: finding.check, found: finding.found }),
          onClick: () => accept(finding),
        },
        t('accept.open'),
      ),
  };
}
