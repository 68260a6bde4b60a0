/** Elements that all pages share. */

import { Component, createRef, h } from './vendor/preact.module.js';
import { download } from './api.js';
import { has, t } from './i18n.js';
import { Icon } from './icons.js';
import { connection } from './live.js';
import { user } from './login.js';
import { attempt } from './notices.js';
import { formatUnits } from './numbers.js';
import { link } from './router.js';
import { Time } from './times.js';

const ICONS = {
  OK: 'ok',
  LOW: 'low',
  OUT: 'out',
  RECEIVED: 'wait',
  PROCESSING: 'work',
  APPLIED: 'ok',
  PARTIAL: 'low',
  INCOMPLETE: 'refused',
  REJECTED: 'refused',
  DUPLICATE: 'copy',
  HELD: 'held',
  RUNNING: 'work',
  COMPLETED: 'ok',
  FAILED: 'refused',
  PENDING: 'wait',
  DELIVERED: 'ok',
  FRESH: 'ok',
  LATE: 'wait',
  SILENT: 'low',
  UNKNOWN: 'wait',
  REMOVED: 'removed',
  NEW: 'low',
};

/** The word for a code of the API; a code without a word stays as it is. */
export function word(family, code) {
  const key = `${family}.${code}`;
  return has(key) ? t(key) : code;
}

/** A state as an icon and a word. `family` says what has it: `stock`, `file`, `run` … */
export function State({ family, code }) {
  return h(
    'span',
    { class: 'badge', 'data-state': code },
    h(Icon, { name: ICONS[code] ?? 'wait' }),
    word(family, code),
  );
}

/** The state of stock compared with its threshold. */
export function StockState({ state, removed = false }) {
  return h(State, { family: 'stock', code: removed ? 'REMOVED' : state });
}

/** A name with its spaces, isolated from the direction of the text around it. */
export function Name({ children }) {
  return h('bdi', { class: 'name' }, children);
}

/** A link to an item, with its name and id. */
export function ItemLink({ itemId, itemName, warehouse, idClass = 'id' }) {
  return [
    h('a', { href: link(['items', itemId], { warehouse }) }, h(Name, null, itemName)),
    itemName === itemId ? null : h('span', { class: idClass }, h(Name, null, itemId)),
  ];
}

/** A link to a warehouse; null means all of them. */
export function WarehouseLink({ name }) {
  return name === null
    ? t('warehouse.all')
    : h('a', { href: link(['warehouses', name]) }, h(Name, null, name));
}

const LONG = 13;

/** A number of units; a dash if it is not known. */
export function Units({ value }) {
  if (value == null) {
    return h('span', { class: 'muted' }, '–');
  }
  const text = formatUnits(value);
  const classes = ['units', BigInt(value) < 0n && 'negative', text.length > LONG && 'long'];
  return h('span', { class: classes.filter(Boolean).join(' ') }, text);
}

/** Who decided something, when, and why, after a `verb` if there is one. */
export function Decided({ icon, verb, at, by, note }) {
  return h('div', { class: 'noted' }, [
    icon ? h(Icon, { name: icon }) : null,
    h('span', null, [
      verb ? [t(verb), ' '] : null,
      h(Time, { at, inText: true }),
      by ? [' ', h(Person, { by })] : null,
      note ? [': ', h(Name, null, note)] : null,
    ]),
  ]);
}

/** A person, by the subject of the access token. */
export function Person({ by }) {
  const { subject } = user();
  return h('span', { class: 'person', title: by }, t('by', { name: by === subject ? t('you') : by }));
}

/** The page's heading, which gets the focus when the page opens. */
export function Heading({ children, before, after }) {
  return h('div', { class: 'heading' }, [
    h('div', null, before, h('h1', { tabIndex: -1, id: 'heading' }, children)),
    after ? h('div', { class: 'actions' }, after) : null,
  ]);
}

/** A part of a page with its own heading. */
export function Panel({ title, aside, busy, children, ...rest }) {
  return h('section', { class: 'panel', ...rest }, [
    h('header', null, h('h2', null, title), aside),
    h('div', { class: 'panel-body', 'aria-busy': busy ? 'true' : null }, children),
  ]);
}

/** Terms with their values: numbers in large type, or details in small. */
export function Terms({ rows, ...rest }) {
  return h(
    'dl',
    rest,
    rows.map(({ term, value, state }) =>
      h(
        'div',
        { 'data-state': state },
        h('dt', null, state ? h(Icon, { name: ICONS[state] }) : null, term),
        h('dd', null, value),
      ),
    ),
  );
}

/** The placeholder of an empty list. */
export function Empty({ title, children }) {
  return h('div', { class: 'empty' }, h('p', { class: 'strong' }, title), children);
}

function Loading() {
  return h('p', { class: 'loading', role: 'status' }, t('loading'));
}

function Failed({ error, retry }) {
  return h('div', { class: 'failed', role: 'alert' }, [
    h('p', { class: 'strong' }, h(Icon, { name: 'low' }), t('error.load')),
    h('p', null, error.message),
    h('button', { type: 'button', onClick: retry }, t('action.retry')),
  ]);
}

/**
 * Shows live data, that it is loading, or why it failed. The last data stays while the service does
 * not answer, with the error for as long as it lasts.
 */
export function Loaded({ live, children }) {
  const failed = live.error ? h(Failed, { error: live.error, retry: () => live.refresh() }) : null;
  if (live.data && !(live.error && !live.error.passing)) {
    return [failed && connection.up ? failed : null, children(live.data)];
  }
  return failed ?? h(Loading);
}

/** A button that saves a list as CSV. */
export function SaveCsv({ path, name }) {
  const save = () => attempt(() => download(path, 'text/csv', `${name}.csv`));
  return h(ActionButton, { action: save }, h(Icon, { name: 'down' }), t('action.csv'));
}

/** A field with its label. */
export function Field({ label, children }) {
  return h('label', { class: 'field' }, h('span', null, label), children);
}

/** A list to choose one option from. */
export function Choice({ label, value, options, onChange }) {
  return h(
    Field,
    { label },
    h(
      'select',
      { value: value ?? '', onChange: (event) => onChange(event.target.value) },
      options.map((option) =>
        h('option', { value: option.value, selected: option.value === (value ?? '') }, option.label),
      ),
    ),
  );
}

/** The options of a choice among codes of the API, with one for all. */
export function choices(family, codes) {
  return [
    { value: '', label: t('filter.all') },
    ...codes.map((value) => ({ value, label: word(family, value) })),
  ];
}

/** A field whose text takes effect shortly after the last key. */
export class DelayedField extends Component {
  componentDidUpdate(previous) {
    // A value from elsewhere, as from the back button, is shown, but not while the user types.
    if (previous.value !== this.props.value && document.activeElement !== this.input) {
      this.input.value = this.props.value ?? '';
    }
  }

  componentWillUnmount() {
    clearTimeout(this.timer);
  }

  render({ label, value, onChange, ...rest }) {
    const later = (event) => {
      const text = event.target.value;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => onChange(text), 250);
    };
    const ref = (input) => (this.input = input);
    return h(Field, { label }, h('input', { ...rest, ref, defaultValue: value ?? '', onInput: later }));
  }
}

/** A button for an action that takes a moment. It is disabled while the action runs. */
export class ActionButton extends Component {
  render({ action, children, disabled, ...rest }, { busy }) {
    const onClick = async () => {
      this.setState({ busy: true });
      try {
        await action();
      } finally {
        this.setState({ busy: false });
      }
    };
    return h('button', { type: 'button', disabled: busy || disabled, onClick, ...rest }, children);
  }
}

/**
 * A modal dialog with a form. It stays open, with the reason, if the action fails.
 *
 * @param action returns a promise; without it, the dialog has only a button that closes it
 * @param done called after the action, with its result
 */
export class Dialog extends Component {
  dialog = createRef();

  componentDidMount() {
    this.dialog.current.showModal();
  }

  async submit(event) {
    event.preventDefault();
    this.setState({ busy: true, error: null });
    try {
      this.props.done(await this.props.action());
    } catch (error) {
      this.setState({ error });
    } finally {
      this.setState({ busy: false });
    }
  }

  render({ title, verb, action, onClose, children }, { busy, error }) {
    return h('dialog', { ref: this.dialog, 'aria-labelledby': 'dialog-title', onClose }, [
      h('form', { onSubmit: (event) => this.submit(event) }, [
        h('h2', { id: 'dialog-title' }, title),
        children,
        error ? h('p', { class: 'failed', role: 'alert' }, error.message) : null,
        h('div', { class: 'actions' }, [
          h(
            'button',
            { type: 'button', class: 'plain', onClick: onClose },
            t(action ? 'action.cancel' : 'action.close'),
          ),
          action ? h('button', { type: 'submit', class: 'primary', disabled: busy }, verb) : null,
        ]),
      ]),
    ]);
  }
}
