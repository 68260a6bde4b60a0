/** Tables with sorting and pages. */

import { Component, h } from './vendor/preact.module.js';
import { t } from './i18n.js';
import { Icon } from './icons.js';
import { change } from './router.js';

/**
 * A table. A column has a `title` and `cell(row)`; it may be `numeric`, `wide` (hidden on a phone),
 * the row's `header`, or sortable by a field of the API (`sort`).
 */
export function Table({ caption, columns, rows, rowKey, sort, order, busy, rowState }) {
  return h(
    'div',
    { class: 'table-frame', role: 'region', 'aria-label': caption, tabIndex: 0 },
    h('table', { 'aria-busy': busy ? 'true' : null }, [
      h('caption', { class: 'hidden' }, caption),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          columns.map((column) => head(column, sort, order)),
        ),
      ),
      h(
        'tbody',
        null,
        rows.map((row) =>
          h(
            'tr',
            { key: rowKey(row), 'data-state': rowState?.(row) },
            columns.map((column) => cell(column, row)),
          ),
        ),
      ),
    ]),
  );
}

function classes(column) {
  return [column.numeric && 'numeric', column.wide && 'wide', column.class].filter(Boolean).join(' ');
}

function head(column, sort, order) {
  if (!column.sort) {
    return h('th', { scope: 'col', class: classes(column) }, column.title);
  }
  const sorted = column.sort === sort;
  const descends = sorted && order === 'desc';
  const next = sorted && !descends ? 'desc' : 'asc';
  return h(
    'th',
    {
      scope: 'col',
      class: classes(column),
      'aria-sort': sorted ? (descends ? 'descending' : 'ascending') : 'none',
    },
    h(
      'button',
      {
        type: 'button',
        class: 'sort',
        onClick: () => change({ sort: column.sort, order: next, cursor: null, page: null }),
      },
      column.title,
      sorted ? h(Icon, { name: descends ? 'descending' : 'ascending' }) : null,
    ),
  );
}

function cell(column, row) {
  const content = column.cell(row);
  return column.header
    ? h('th', { scope: 'row', class: classes(column) }, content)
    : h('td', { class: classes(column) }, content);
}

/** Pages through a list by its cursors. The address has the current page. */
export class Pager extends Component {
  // The cursors of the previous pages that were visited.
  cursors = [null];

  render({ parameters, next, shown }) {
    const page = Number(parameters.page ?? 1);
    this.cursors[page - 1] = parameters.cursor ?? null;
    if (page === 1 && !next) {
      return null;
    }
    const go = (to, cursor) => {
      change({ page: to === 1 ? null : to, cursor });
      document.querySelector('.table-frame')?.scrollTo(0, 0);
    };
    const previous = this.cursors[page - 2];
    const button = (label, disabled, onClick) => h('button', { type: 'button', disabled, onClick }, t(label));
    return h('nav', { class: 'pager', 'aria-label': t('pager.label') }, [
      button('pager.first', page === 1, () => go(1, null)),
      button('pager.previous', page === 1 || previous === undefined, () => go(page - 1, previous)),
      h('span', { class: 'muted', role: 'status' }, t('pager.page', { page, count: shown })),
      button('pager.next', !next, () => go(page + 1, next)),
    ]);
  }
}

/** Changes the filters of a list and returns to its first page. */
export function filter(parameters, options) {
  change({ ...parameters, cursor: null, page: null }, options);
}

/** Returns to the first page if the service no longer accepts the cursor, as after a restart. */
export function recover(live) {
  if (live.error?.parameter === 'cursor') {
    filter({}, { replace: true });
  }
}
