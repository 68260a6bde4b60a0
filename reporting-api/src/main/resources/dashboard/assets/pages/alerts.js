/** Open alerts, which operators acknowledge and snooze. */

import { h } from '../vendor/preact.module.js';
import { download, post, query, remove } from '../api.js';
import { Icon } from '../icons.js';
import { LiveComponent, SELDOM } from '../live.js';
import { user } from '../login.js';
import { attempt } from '../notices.js';
import { countOf, formatUnits } from '../numbers.js';
import { filter, Pager, recover, Table } from '../table.js';
import { Time } from '../times.js';
import {
  ActionButton,
  Choice,
  Empty,
  Heading,
  ItemLink,
  Loaded,
  Panel,
  StockState,
  Units,
  WarehouseLink,
} from '../ui.js';
import { Snooze } from './snooze.js';

const STATES = [
  { value: '', label: 'Low and out' },
  { value: 'OUT', label: 'Out of stock' },
  { value: 'LOW', label: 'Low' },
];

/** The page `#/alerts`. */
export class AlertsPage extends LiveComponent {
  render({ parameters }, { snoozing }) {
    const { state, warehouse, cursor } = parameters;
    const warehouses = this.live('warehouses', '/warehouses?limit=1000', { every: SELDOM });
    const alerts = this.live('alerts', query('/alerts', { state, warehouse, cursor }));
    recover(alerts);
    const save = () =>
      attempt(() => download(query('/alerts', { state, warehouse }), 'text/csv', 'alerts.csv'));
    const aside = h(ActionButton, { action: save }, h(Icon, { name: 'down' }), 'CSV');
    return [
      h(Heading, null, 'Alerts'),
      h(Panel, { title: 'Open, worst first', aside, busy: alerts.loading }, [
        h(Filters, { state, warehouse, live: warehouses }),
        h(Loaded, { live: alerts }, (data) => this.list(data, parameters, alerts)),
      ]),
      snoozing
        ? h(Snooze, {
            alert: snoozing,
            onClose: () => this.setState({ snoozing: null }),
            snooze: (until) => this.note(snoozing, 'Snoozed.', alerts, (at) => post(at('snooze'), { until })),
          })
        : null,
    ];
  }

  list(data, parameters, live) {
    if (data.alerts.length === 0) {
      return h(Empty, { title: 'No open alerts' }, h('p', null, 'No alert matches the filters.'));
    }
    return [
      h(Table, {
        caption: 'Open alerts',
        rows: data.alerts,
        rowKey: ({ warehouse, itemId }) => JSON.stringify([warehouse, itemId]),
        columns: [...COLUMNS, ...(user().isOperator ? [this.actions(live)] : [])],
        busy: live.loading,
      }),
      h(Pager, { parameters, next: data.nextCursor, shown: data.alerts.length }),
    ];
  }

  actions(live) {
    const acknowledge = (alert) => this.note(alert, 'Acknowledged.', live, (at) => post(at('acknowledge')));
    const withdraw = (alert) =>
      this.note(alert, 'Acknowledgement withdrawn.', live, (at) => remove(at('acknowledge')));
    const wake = (alert) => this.note(alert, 'Snooze ended.', live, (at) => remove(at('snooze')));
    return {
      title: 'Action',
      cell: (alert) =>
        h('div', { class: 'row-actions' }, [
          alert.acknowledgedAt
            ? h(
                ActionButton,
                { action: () => withdraw(alert), 'aria-label': `Withdraw acknowledgement of ${alert.itemName}` },
                'Not seen',
              )
            : h(
                ActionButton,
                { action: () => acknowledge(alert), 'aria-label': `Acknowledge ${alert.itemName}` },
                'Acknowledge',
              ),
          h(
            'button',
            {
              type: 'button',
              'aria-label': `Snooze ${alert.itemName}`,
              onClick: () => this.setState({ snoozing: alert }),
            },
            'Snooze …',
          ),
          alert.snoozedUntil
            ? h(
                ActionButton,
                { action: () => wake(alert), 'aria-label': `End snooze of ${alert.itemName}` },
                'End snooze',
              )
            : null,
        ]),
    };
  }

  async note({ warehouse, itemId }, done, live, send) {
    await attempt(() => send((what) => query(`/alerts/${what}`, { warehouse, itemId })), done);
    await live.refresh();
  }
}

function Filters({ state, warehouse, live }) {
  const names = (live.data?.warehouses ?? []).map(({ name }) => name);
  const places = [...new Set([...names, ...(warehouse ? [warehouse] : [])])];
  return h('div', { class: 'filters' }, [
    h(Choice, {
      label: 'State',
      value: state,
      options: STATES,
      onChange: (value) => filter({ state: value }),
    }),
    h(Choice, {
      label: 'Warehouse',
      value: warehouse,
      options: [{ value: '', label: 'All' }, ...places.map((value) => ({ value, label: value }))],
      onChange: (value) => filter({ warehouse: value }),
    }),
  ]);
}

const COLUMNS = [
  { title: 'State', cell: (alert) => h(StockState, alert) },
  { title: 'Item', header: true, cell: (alert) => h(ItemLink, alert) },
  {
    title: 'Warehouse',
    cell: ({ warehouse }) => (warehouse === null ? 'All warehouses' : h(WarehouseLink, { name: warehouse })),
  },
  { title: 'Level', numeric: true, cell: (alert) => h(Units, { value: alert.stockLevel }) },
  { title: 'Threshold', numeric: true, wide: true, cell: (alert) => formatUnits(alert.restockIfBelow) },
  { title: 'Lasts', wide: true, cell: ({ order }) => lasts(order) },
  {
    title: 'Order',
    numeric: true,
    cell: ({ order }) => h('span', { title: order.explanation }, formatUnits(order.quantity)),
  },
  { title: 'Since', wide: true, cell: (alert) => h(Time, { at: alert.since }) },
  { title: 'Handled', cell: (alert) => noted(alert) },
];

/** How long the stock lasts; without enough history it is unknown. */
function lasts({ perDay, daysOfCover }) {
  if (daysOfCover !== null) {
    return countOf(daysOfCover, 'day');
  }
  return perDay === null ? 'unknown' : 'nothing leaves';
}

function noted({ acknowledgedAt, acknowledgedNote, snoozedUntil, snoozedNote }) {
  return [
    acknowledgedAt
      ? h(
          'div',
          { class: 'noted' },
          h(Icon, { name: 'seen' }),
          'seen ',
          h(Time, { at: acknowledgedAt, inText: true }),
          acknowledgedNote ? `: ${acknowledgedNote}` : null,
        )
      : null,
    snoozedUntil
      ? h(
          'div',
          { class: 'noted' },
          h(Icon, { name: 'wait' }),
          'until ',
          h(Time, { at: snoozedUntil, inText: true }),
          snoozedNote ? `: ${snoozedNote}` : null,
        )
      : null,
    acknowledgedAt || snoozedUntil ? null : h('span', { class: 'muted' }, '–'),
  ];
}
