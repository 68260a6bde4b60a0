/** What a file would do if it were uploaded. */

import { Component, h } from '../vendor/preact.module.js';
import { paths, postFile } from '../api.js';
import { t } from '../i18n.js';
import { Table } from '../table.js';
import { Empty, ItemLink, Name, Panel, State, StockState, Terms, Units, WarehouseLink } from '../ui.js';

/** Previews a file, which is then uploaded or discarded. */
export class Preview extends Component {
  componentDidMount() {
    this.read();
  }

  async read() {
    try {
      this.setState({ data: await postFile(paths.previews(), this.props.file) });
    } catch (error) {
      this.setState({ error });
    }
  }

  render({ file, upload, discard }, { data, error }) {
    const aside = h('div', { class: 'actions' }, [
      h('button', { type: 'button', class: 'plain', onClick: discard }, t('preview.discard')),
      h('button', { type: 'button', class: 'primary', onClick: upload }, t('preview.upload')),
    ]);
    return h(Panel, { title: t('preview.of', { name: file.name }), aside, busy: !data && !error }, [
      error ? h('p', { class: 'failed', role: 'alert' }, error.message) : null,
      data ? h(Result, data) : error ? null : h('p', { class: 'loading', role: 'status' }, t('loading')),
    ]);
  }
}

function Result(data) {
  const { status, reason, rejects, levels, alerts } = data;
  const counts = [
    ['preview.rows', data.rowsApplied],
    ['rows.rejected', data.rowsRejected],
    ['preview.withoutEffect', data.rowsWithoutEffect],
    ['preview.levels', data.levelsChanged],
    ['preview.unchanged', data.levelsUnchanged],
    ['preview.notifications', data.notifications],
  ];
  return [
    h('p', { class: 'lead' }, h(State, { family: 'file', code: status }), reason ? ` ${reason}` : null),
    h(Terms, {
      class: 'details',
      rows: counts.map(([term, value]) => ({ term: t(term), value: h(Units, { value }) })),
    }),
    levels.length === 0
      ? h(Empty, { title: t('preview.noLevels') })
      : h(Table, {
          caption: t('preview.levels'),
          rows: levels,
          rowKey: ({ warehouse, itemId }) => JSON.stringify([warehouse, itemId]),
          columns: LEVELS,
        }),
    alerts.length === 0
      ? null
      : h(Table, {
          caption: t('preview.notifications'),
          rows: alerts,
          rowKey: ({ warehouse, itemId }) => JSON.stringify([warehouse, itemId]),
          columns: ALERTS,
        }),
    rejects.length === 0
      ? null
      : h(
          'ol',
          { class: 'rejects' },
          rejects.map(({ line, column, reason: why }) =>
            h(
              'li',
              null,
              t('movement.line', { line }),
              column ? `, ${column}` : null,
              ': ',
              h(Name, null, why),
            ),
          ),
        ),
  ];
}

const LEVELS = [
  { title: t('item'), header: true, cell: (level) => h(ItemLink, level) },
  { title: t('warehouse'), cell: ({ warehouse }) => h(WarehouseLink, { name: warehouse }) },
  { title: t('preview.from'), numeric: true, cell: ({ from }) => h(Units, { value: from }) },
  { title: t('preview.to'), numeric: true, cell: ({ to }) => h(Units, { value: to }) },
];

const ALERTS = [
  { title: t('state'), cell: ({ to }) => h(StockState, { state: to }) },
  { title: t('item'), header: true, cell: ({ itemId }) => h(ItemLink, { itemId, itemName: itemId }) },
  { title: t('warehouse'), cell: ({ warehouse }) => h(WarehouseLink, { name: warehouse }) },
  { title: t('level'), numeric: true, cell: ({ stockLevel }) => h(Units, { value: stockLevel }) },
  {
    title: t('recipients'),
    cell: ({ recipients }) =>
      recipients.length === 0 ? t('preview.purchasing') : recipients.map(({ rule }) => rule).join(', '),
  },
];
