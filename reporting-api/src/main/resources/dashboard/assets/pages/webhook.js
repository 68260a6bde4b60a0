/** One webhook endpoint and its deliveries, for operators. */

import { h } from '../vendor/preact.module.js';
import { patch, paths, post, remove } from '../api.js';
import { t } from '../i18n.js';
import { LiveComponent } from '../live.js';
import { attempt, notify } from '../notices.js';
import { formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { filter, Pager, recover, Table } from '../table.js';
import { Time } from '../times.js';
import {
  ActionButton,
  Choice,
  choices,
  Decided,
  Dialog,
  Empty,
  Heading,
  Loaded,
  Name,
  Panel,
  State,
  Terms,
} from '../ui.js';
import { Secret, WebhookState } from './notifications.js';

const STATES = ['PENDING', 'DELIVERED', 'FAILED'];

/** The page `#/webhooks/<id>`. */
export class WebhookPage extends LiveComponent {
  isInProgress() {
    return this.lives.get('deliveries').data?.deliveries.some(({ state }) => state === 'PENDING');
  }

  render({ segments: [, id], parameters }, { deleting, created }) {
    const { state, cursor } = parameters;
    const webhook = this.live('webhook', paths.webhook(id));
    const deliveries = this.live('deliveries', paths.deliveries(id, { state, cursor }));
    recover(deliveries);
    const act = async (action, done) => {
      const answer = await attempt(action, done);
      await Promise.all([webhook.refresh(), deliveries.refresh()]);
      return answer;
    };
    const rotate = async () => this.setState({ created: await act(() => post(paths.webhookSecret(id))) });
    return [
      h(
        Heading,
        { before: h('a', { href: link(['notifications']) }, t('back.notifications')) },
        t('webhook'),
      ),
      h(Loaded, { live: webhook }, (data) =>
        h(Panel, { title: t('record') }, [
          h(Details, data),
          h('div', { class: 'actions' }, [
            h(
              ActionButton,
              { action: () => act(() => patch(paths.webhook(id), { enabled: !data.enabled })) },
              t(data.enabled ? 'webhook.disable' : 'webhook.enable'),
            ),
            h(
              ActionButton,
              { action: () => act(() => post(paths.webhookTest(id)), t('webhook.tested')) },
              t('webhook.test'),
            ),
            h(ActionButton, { action: rotate }, t('webhook.rotate')),
            h(
              'button',
              { type: 'button', onClick: () => this.setState({ deleting: true }) },
              t('webhook.delete'),
            ),
          ]),
        ]),
      ),
      h(Panel, { title: t('deliveries'), busy: deliveries.loading }, [
        h('div', { class: 'filters' }, [
          h(Choice, {
            label: t('state'),
            value: state,
            options: choices('delivery', STATES),
            onChange: (value) => filter({ state: value }),
          }),
        ]),
        h(Loaded, { live: deliveries }, (data) =>
          data.deliveries.length === 0
            ? h(Empty, { title: t('deliveries.none') })
            : [
                h(Table, {
                  caption: t('deliveries'),
                  rows: data.deliveries,
                  rowKey: (one) => one.id,
                  columns: columns((one) =>
                    act(() => post(paths.redrive(id, one.id)), t('delivery.redriven')),
                  ),
                }),
                h(Pager, { parameters, next: data.nextCursor, shown: data.deliveries.length }),
              ],
        ),
      ]),
      created ? h(Secret, { ...created, onClose: () => this.setState({ created: null }) }) : null,
      deleting
        ? h(
            Dialog,
            {
              title: t('webhook.delete.title'),
              verb: t('webhook.delete.verb'),
              action: () => remove(paths.webhook(id)),
              done: () => {
                notify(t('webhook.deleted'));
                location.hash = link(['notifications']);
              },
              onClose: () => this.setState({ deleting: false }),
            },
            h('p', null, t('webhook.delete.why')),
          )
        : null,
    ];
  }
}

function Details(webhook) {
  const { url, format, types, warehouses, items, createdAt, createdBy, changedAt, changedBy, changedNote } =
    webhook;
  return h(Terms, {
    class: 'details',
    rows: [
      { term: t('state'), value: h(WebhookState, webhook) },
      { term: t('webhook.url'), value: h(Name, null, url) },
      { term: t('webhook.format'), value: format },
      { term: t('webhook.types'), value: types.join(', ') },
      { term: t('menu.warehouses'), value: h(Name, null, warehouses) },
      { term: t('items'), value: h(Name, null, items) },
      { term: t('webhook.created'), value: h(Decided, { at: createdAt, by: createdBy }) },
      {
        term: t('webhook.changed'),
        value: h(Decided, { at: changedAt, by: changedBy, note: changedNote }),
      },
      ...(webhook.failingSince
        ? [{ term: t('webhook.failing'), value: h(Time, { at: webhook.failingSince, precise: true }) }]
        : []),
      ...(webhook.pausedUntil
        ? [{ term: t('webhook.paused'), value: h(Time, { at: webhook.pausedUntil, precise: true }) }]
        : []),
    ],
  });
}

function columns(redrive) {
  return [
    { title: t('state'), cell: ({ state }) => h(State, { family: 'delivery', code: state }) },
    { title: t('time'), header: true, cell: ({ time }) => h(Time, { at: time }) },
    {
      title: t('delivery.event'),
      cell: ({ type, text }) => [h('code', null, type), ' ', h(Name, null, text)],
    },
    {
      title: t('delivery.attempts'),
      numeric: true,
      wide: true,
      cell: ({ attempts }) => formatUnits(attempts),
    },
    {
      title: t('delivery.response'),
      wide: true,
      class: 'source',
      cell: ({ responseStatus, response }) => [responseStatus ?? '', ' ', h(Name, null, response)],
    },
    { title: t('delivery.next'), wide: true, cell: ({ nextAttemptAt }) => h(Time, { at: nextAttemptAt }) },
    {
      title: t('action'),
      cell: (one) => [
        h(
          ActionButton,
          { action: () => redrive(one), 'aria-label': t('delivery.redrive.label', { id: one.id }) },
          t('delivery.redrive'),
        ),
        one.redrivenAt
          ? h(Decided, {
              verb: 'delivery.again',
              at: one.redrivenAt,
              by: one.redrivenBy,
              note: one.redrivenNote,
            })
          : null,
      ],
    },
  ];
}
