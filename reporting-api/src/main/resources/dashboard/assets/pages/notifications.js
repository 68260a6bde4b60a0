/** Who is notified: the rules for recipients, and the webhook endpoints. */

import { h } from '../vendor/preact.module.js';
import { paths, post } from '../api.js';
import { t } from '../i18n.js';
import { LiveComponent } from '../live.js';
import { user } from '../login.js';
import { link } from '../router.js';
import { Table } from '../table.js';
import { Time } from '../times.js';
import { Decided, Dialog, Empty, Field, Heading, Loaded, Name, Panel, State } from '../ui.js';

const TYPES = ['stock.low', 'stock.out', 'stock.recovered', 'file.finished', 'validation.completed'];
const FORMATS = ['cloudevents', 'slack', 'teams'];

/** The page `#/notifications`. */
export class NotificationsPage extends LiveComponent {
  render(_, { adding, created }) {
    const recipients = this.live('recipients', paths.recipients());
    const isOperator = user().isOperator;
    const webhooks = isOperator ? this.live('webhooks', paths.webhooks()) : null;
    const add = h(
      'button',
      { type: 'button', onClick: () => this.setState({ adding: true }) },
      t('webhook.add'),
    );
    return [
      h(Heading, null, t('menu.notifications')),
      h(
        Panel,
        { title: t('recipients'), busy: recipients.loading },
        h(Loaded, { live: recipients }, (data) => h(Recipients, data)),
      ),
      h(
        Panel,
        { title: t('webhooks'), aside: isOperator ? add : null, busy: webhooks?.loading },
        webhooks
          ? h(Loaded, { live: webhooks }, (data) => h(Webhooks, data))
          : h('p', { class: 'muted' }, t('webhooks.operator')),
      ),
      adding
        ? h(AddWebhook, {
            onClose: () => this.setState({ adding: false }),
            done: (answer) => {
              this.setState({ adding: false, created: answer });
              webhooks.refresh();
            },
          })
        : null,
      created ? h(Secret, { ...created, onClose: () => this.setState({ created: null }) }) : null,
    ];
  }
}

function Recipients({ rules, reason, setAt, setBy }) {
  const list = (values) => (values.length === 0 ? '–' : values.join(', '));
  return [
    reason ? h('p', { class: 'failed' }, reason) : null,
    rules.length === 0
      ? h(Empty, { title: t('recipients.none') }, h('p', null, t('recipients.none.why')))
      : h(Table, {
          caption: t('recipients'),
          rows: rules,
          rowKey: ({ name }) => name,
          columns: [
            { title: t('recipients.rule'), header: true, cell: ({ name }) => h(Name, null, name) },
            { title: t('menu.warehouses'), cell: ({ warehouses }) => list(warehouses) },
            { title: t('items'), wide: true, cell: ({ items }) => list(items) },
            { title: t('recipients.to'), cell: ({ to }) => list(to) },
            {
              title: t('recipients.when'),
              wide: true,
              cell: ({ digestAt, timeZone }) =>
                digestAt.length === 0 ? t('recipients.atOnce') : `${digestAt.join(', ')} ${timeZone}`,
            },
            {
              title: t('recipients.quiet'),
              wide: true,
              cell: ({ quietHours }) => (quietHours ? `${quietHours.from}–${quietHours.to}` : '–'),
            },
            { title: t('recipients.remind'), wide: true, cell: ({ remindAfter }) => remindAfter ?? '–' },
            {
              title: t('recipients.escalate'),
              wide: true,
              cell: ({ escalateAfter, escalateTo }) =>
                escalateAfter ? `${escalateAfter}: ${list(escalateTo)}` : '–',
            },
          ],
        }),
    setAt ? h(Decided, { verb: 'recipients.set', at: setAt, by: setBy }) : null,
  ];
}

function Webhooks({ webhooks }) {
  return webhooks.length === 0
    ? h(Empty, { title: t('webhooks.none') }, h('p', null, t('webhooks.none.why')))
    : h(Table, {
        caption: t('webhooks'),
        rows: webhooks,
        rowKey: ({ id }) => id,
        columns: [
          { title: t('state'), cell: (webhook) => h(WebhookState, webhook) },
          {
            title: t('webhook.url'),
            header: true,
            class: 'source',
            cell: ({ id, url }) => h('a', { href: link(['webhooks', id]) }, h(Name, null, url)),
          },
          { title: t('webhook.format'), wide: true, cell: ({ format }) => format },
          { title: t('menu.warehouses'), wide: true, cell: ({ warehouses }) => h(Name, null, warehouses) },
          { title: t('items'), wide: true, cell: ({ items }) => h(Name, null, items) },
          { title: t('webhook.changed'), wide: true, cell: ({ changedAt }) => h(Time, { at: changedAt }) },
        ],
      });
}

/** Whether an endpoint receives events. */
export function WebhookState({ enabled, failingSince }) {
  return h(State, { family: 'webhook', code: !enabled ? 'REMOVED' : failingSince ? 'FAILED' : 'OK' });
}

class AddWebhook extends LiveComponent {
  state = { types: TYPES };

  render({ onClose, done }, state) {
    const set = (name) => (event) => this.setState({ [name]: event.target.value.trim() });
    const toggle = (type) => (event) =>
      this.setState({
        types: TYPES.filter((one) => (one === type ? event.target.checked : state.types.includes(one))),
      });
    const { types, url, format, warehouses, items, note } = state;
    const given = Object.entries({ url, format, warehouses, items }).filter(([, value]) => value);
    return h(
      Dialog,
      {
        title: t('webhook.add'),
        verb: t('action.add'),
        action: () => post(paths.webhooks({ note }), { ...Object.fromEntries(given), types }),
        done,
        onClose,
      },
      h(
        Field,
        { label: t('webhook.url') },
        h('input', {
          type: 'url',
          required: true,
          maxLength: 2000,
          placeholder: 'https://',
          onInput: set('url'),
        }),
      ),
      h(
        Field,
        { label: t('webhook.format') },
        h(
          'select',
          { onChange: set('format') },
          FORMATS.map((one) => h('option', { value: one }, one)),
        ),
      ),
      h('fieldset', null, [
        h('legend', null, t('webhook.types')),
        TYPES.map((type) =>
          h('label', null, [
            h('input', { type: 'checkbox', checked: types.includes(type), onChange: toggle(type) }),
            h('code', null, type),
          ]),
        ),
      ]),
      h(
        Field,
        { label: t('webhook.warehouses') },
        h('input', { placeholder: '*', onInput: set('warehouses') }),
      ),
      h(Field, { label: t('webhook.items') }, h('input', { placeholder: '*', onInput: set('items') })),
      h(Field, { label: t('note') }, h('input', { maxLength: 200, onInput: set('note') })),
    );
  }
}

/** Shows the secret of an endpoint, which no later answer contains. */
export function Secret({ secret, onClose }) {
  return h(
    Dialog,
    { title: t('webhook.secret'), onClose },
    h('p', null, t('webhook.secret.once')),
    h('p', null, h('code', { class: 'secret' }, secret)),
  );
}
