/** Open alerts, which operators acknowledge and snooze. */

import { h } from '../vendor/preact.module.js';
import { paths, remove } from '../api.js';
import { t } from '../i18n.js';
import { LiveComponent } from '../live.js';
import { user } from '../login.js';
import { attempt, notify } from '../notices.js';
import { formatUnits } from '../numbers.js';
import { findWarehouses, Finder } from '../search.js';
import { filter, Pager, recover, Table } from '../table.js';
import { Time } from '../times.js';
import {
  ActionButton,
  Choice,
  choices,
  Decided,
  Empty,
  Heading,
  ItemLink,
  Loaded,
  Name,
  Panel,
  SaveCsv,
  StockState,
  Units,
  WarehouseLink,
} from '../ui.js';
import { Acknowledge, Snooze, subject } from './snooze.js';

/** The page `#/alerts`. */
export class AlertsPage extends LiveComponent {
  render({ parameters }, { deciding }) {
    const { state, warehouse, cursor } = parameters;
    const live = this.live('alerts', paths.alerts({ state, warehouse, cursor }));
    recover(live);
    const aside = h(SaveCsv, { path: paths.alerts({ state, warehouse }), name: t('menu.alerts') });
    const close = () => this.setState({ deciding: null });
    return [
      h(Heading, null, t('menu.alerts')),
      h(Panel, { title: t('alerts.title'), aside, busy: live.loading }, [
        h(AlertFilters, { state, warehouse }),
        h(Loaded, { live }, (data) => this.list(data, parameters, live)),
      ]),
      deciding
        ? h(deciding.dialog, {
            alert: deciding.alert,
            onClose: close,
            done: (decided) => {
              close();
              notify(t(deciding.done));
              this.replace(live, decided);
            },
          })
        : null,
    ];
  }

  list(data, parameters, live) {
    if (data.alerts.length === 0) {
      return h(Empty, { title: t('alerts.none') }, h('p', null, t('alerts.noMatch')));
    }
    return [
      h(Table, {
        caption: t('alerts.title'),
        rows: data.alerts,
        rowKey: ({ warehouse, itemId }) => JSON.stringify([warehouse, itemId]),
        columns: [...COLUMNS, ...(user().isOperator ? [this.actions(live)] : [])],
        busy: live.loading,
      }),
      h(Pager, { parameters, next: data.nextCursor, shown: data.alerts.length }),
    ];
  }

  actions(live) {
    const decide = (dialog, alert, done) => () => this.setState({ deciding: { dialog, alert, done } });
    const undo = (path, done) => async () => this.replace(live, await attempt(() => remove(path), t(done)));
    const button = (label, name, alert, onClick) =>
      h('button', { type: 'button', 'aria-label': t(name, { item: alert.itemName }), onClick }, t(label));
    return {
      title: t('action'),
      cell: (alert) =>
        h('div', { class: 'row-actions' }, [
          alert.acknowledgedAt
            ? h(
                ActionButton,
                {
                  action: undo(paths.acknowledge(subject(alert)), 'alert.unseen'),
                  'aria-label': t('alert.withdraw.label', { item: alert.itemName }),
                },
                t('alert.withdraw'),
              )
            : button(
                'alert.acknowledge',
                'alert.acknowledge.label',
                alert,
                decide(Acknowledge, alert, 'alert.acknowledged'),
              ),
          alert.snoozedUntil
            ? h(
                ActionButton,
                {
                  action: undo(paths.snooze(subject(alert)), 'alert.woken'),
                  'aria-label': t('alert.wake.label', { item: alert.itemName }),
                },
                t('alert.wake'),
              )
            : button('alert.snooze', 'alert.snooze.label', alert, decide(Snooze, alert, 'alert.snoozed')),
        ]),
    };
  }

  /** The answer to a decision replaces the alert, since the list may lag by moments. */
  replace(live, decided) {
    if (decided && live.data) {
      const same = (one) => one.warehouse === decided.warehouse && one.itemId === decided.itemId;
      live.data = { ...live.data, alerts: live.data.alerts.map((one) => (same(one) ? decided : one)) };
      live.etag = null;
      this.setState({});
    }
  }
}

/** The filters of a list of alerts. */
export function AlertFilters({ state, warehouse }) {
  return h('div', { class: 'filters' }, [
    h(Choice, {
      label: t('state'),
      value: state,
      options: choices('stock', ['OUT', 'LOW']),
      onChange: (value) => filter({ state: value }),
    }),
    h('div', { class: 'field' }, [
      h('span', null, t('warehouse')),
      warehouse
        ? h('span', { class: 'chosen' }, [
            h(Name, null, warehouse),
            h(
              'button',
              {
                type: 'button',
                class: 'plain',
                'aria-label': t('warehouse.all'),
                onClick: () => filter({ warehouse: null }),
              },
              '×',
            ),
          ])
        : h(Finder, {
            id: 'only-warehouse',
            label: t('filter.warehouse'),
            placeholder: t('warehouse.all'),
            find: findWarehouses,
            choose: ({ name }) => filter({ warehouse: name }),
          }),
    ]),
  ]);
}

const COLUMNS = [
  { title: t('state'), cell: (alert) => h(StockState, alert) },
  { title: t('item'), header: true, cell: (alert) => h(ItemLink, alert) },
  { title: t('warehouse'), cell: ({ warehouse }) => h(WarehouseLink, { name: warehouse }) },
  { title: t('level'), numeric: true, cell: (alert) => h(Units, { value: alert.stockLevel }) },
  { title: t('threshold'), numeric: true, wide: true, cell: (alert) => formatUnits(alert.restockIfBelow) },
  { title: t('since'), wide: true, cell: (alert) => h(Time, { at: alert.since }) },
  { title: t('alert.handled'), cell: (alert) => noted(alert) },
];

function noted(alert) {
  return [
    alert.acknowledgedAt
      ? h(Decided, {
          icon: 'seen',
          verb: 'alert.seen',
          at: alert.acknowledgedAt,
          by: alert.acknowledgedBy,
          note: alert.acknowledgedNote,
        })
      : null,
    alert.snoozedUntil
      ? h(Decided, {
          icon: 'wait',
          verb: 'alert.until',
          at: alert.snoozedUntil,
          by: alert.snoozedBy,
          note: alert.snoozedNote,
        })
      : null,
    alert.acknowledgedAt || alert.snoozedUntil ? null : h('span', { class: 'muted' }, '–'),
  ];
}
