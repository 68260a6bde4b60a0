/** Elements that all pages share. */

import { Component, createRef, h } from './vendor/preact.module.js';
import { Icon } from './icons.js';
import { link } from './router.js';
import { formatUnits } from './numbers.js';

const STATES = {
  OK: ['ok', 'OK'],
  LOW: ['low', 'Low'],
  OUT: ['out', 'Out of stock'],
};

const FILE_STATES = {
  RECEIVED: ['wait', 'Received'],
  PROCESSING: ['work', 'Processing'],
  APPLIED: ['ok', 'Applied'],
  PARTIAL: ['low', 'Partial'],
  INCOMPLETE: ['refused', 'Incomplete'],
  REJECTED: ['refused', 'Rejected'],
  DUPLICATE: ['copy', 'Duplicate'],
  HELD: ['held', 'Held'],
};

const RUN_STATES = {
  RUNNING: ['work', 'Running'],
  COMPLETED: ['ok', 'Completed'],
  FAILED: ['refused', 'Failed'],
};

function badge([icon, word], state) {
  return h('span', { class: `badge badge-${state.toLowerCase()}` }, h(Icon, { name: icon }), word);
}

/** The state of stock compared with its threshold. */
export function StockState({ state, removed = false }) {
  return removed ? badge(['removed', 'Off the list'], 'removed') : badge(STATES[state], state);
}

/** The status of a file. */
export function FileState({ status }) {
  return badge(FILE_STATES[status] ?? ['wait', status], status);
}

/** The state of a validation run. */
export function RunState({ state }) {
  return badge(RUN_STATES[state] ?? ['wait', state], state);
}

/** The names of all statuses of a file, for a filter. */
export const fileStates = Object.entries(FILE_STATES).map(([value, [, label]]) => ({ value, label }));

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

/** A link to a warehouse. */
export function WarehouseLink({ name }) {
  return h('a', { href: link(['warehouses', name]) }, h(Name, null, name));
}

const LONG = 13;

/** A number of units. */
export function Units({ value }) {
  const text = formatUnits(value);
  const classes = ['units', BigInt(value) < 0n && 'negative', text.length > LONG && 'long'];
  return h('span', { class: classes.filter(Boolean).join(' ') }, text);
}

/** The page's heading, which gets the focus when the page opens. */
export function Heading({ children, before, after }) {
  return h('div', { class: 'heading' }, [
    h('div', { class: 'heading-text' }, before, h('h1', { tabIndex: -1, id: 'heading' }, children)),
    after ? h('div', { class: 'actions' }, after) : null,
  ]);
}

/** A part of a page with its own heading. */
export function Panel({ title, aside, busy, children, ...rest }) {
  return h('section', { class: 'panel', ...rest }, [
    h('div', { class: 'panel-head' }, h('h2', null, title), aside),
    h('div', { class: 'panel-body', 'aria-busy': busy ? 'true' : null }, children),
  ]);
}

/** The placeholder of an empty list. */
export function Empty({ title, children }) {
  return h('div', { class: 'empty' }, h('p', { class: 'empty-title' }, title), children);
}

function Loading() {
  return h('p', { class: 'loading', role: 'status' }, 'Loading …');
}

function Failed({ error, retry }) {
  return h('div', { class: 'failed', role: 'alert' }, [
    h('p', { class: 'empty-title' }, h(Icon, { name: 'low' }), 'This could not be loaded'),
    h('p', null, error.message),
    h('button', { type: 'button', onClick: retry }, 'Try again'),
  ]);
}

/**
 * Shows live data, that it is loading, or why it failed. The last data stays while the service does
 * not answer; the banner says so.
 */
export function Loaded({ live, children }) {
  if (live.data && !(live.error && !live.error.passing)) {
    return children(live.data);
  }
  return live.error ? h(Failed, { error: live.error, retry: () => live.refresh() }) : h(Loading);
}

/** A list to choose one option from. */
export function Choice({ label, value, options, onChange }) {
  return h('label', { class: 'field' }, [
    h('span', null, label),
    h(
      'select',
      { value: value ?? '', onChange: (event) => onChange(event.target.value) },
      options.map((option) =>
        h('option', { value: option.value, selected: option.value === (value ?? '') }, option.label),
      ),
    ),
  ]);
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
    return h('label', { class: 'field' }, [
      h('span', null, label),
      h('input', { ...rest, ref, defaultValue: value ?? '', onInput: later }),
    ]);
  }
}

/** A button for an action that takes a moment. It is disabled while the action runs. */
export class ActionButton extends Component {
  render({ action, children, ...rest }, { busy }) {
    const onClick = async () => {
      this.setState({ busy: true });
      try {
        await action();
      } finally {
        this.setState({ busy: false });
      }
    };
    return h('button', { type: 'button', disabled: busy, onClick, ...rest }, children);
  }
}

/** A modal dialog. */
export class Dialog extends Component {
  dialog = createRef();

  componentDidMount() {
    this.dialog.current.showModal();
  }

  render({ title, onClose, children }) {
    return h(
      'dialog',
      { ref: this.dialog, 'aria-labelledby': 'dialog-title', onClose },
      h('h2', { id: 'dialog-title' }, title),
      children,
    );
  }
}
