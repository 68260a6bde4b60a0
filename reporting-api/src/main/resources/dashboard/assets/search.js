/** Searches for items and warehouses by the start of their names, from any page. */

import { Component, h } from './vendor/preact.module.js';
import { get, paths } from './api.js';
import { t } from './i18n.js';
import { Icon } from './icons.js';
import { link } from './router.js';
import { Name } from './ui.js';

const SHOWN = 8;
const PAUSE = 150;

/** Finds warehouses by the start of their names. */
export async function findWarehouses(text, signal) {
  const { data } = await get(paths.warehouses({ query: text, limit: SHOWN }), null, signal);
  return data.warehouses.map(({ name }) => ({ key: name, name, target: link(['warehouses', name]) }));
}

async function findItems(text, signal) {
  const { data } = await get(paths.items({ query: text, limit: SHOWN }), null, signal);
  return data.items.map(({ itemId, itemName }) => ({
    key: itemId,
    name: itemName,
    id: itemName === itemId ? null : itemId,
    target: link(['items', itemId]),
  }));
}

/** The search in the head of each page. */
export class Search extends Component {
  componentDidMount() {
    this.shortcut = (event) => {
      const typing = event.target.closest?.('input, select, textarea, dialog');
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        document.getElementById('search').focus();
      }
    };
    document.addEventListener('keydown', this.shortcut);
  }

  componentWillUnmount() {
    document.removeEventListener('keydown', this.shortcut);
  }

  async find(text, signal) {
    const [items, warehouses] = await Promise.all([findItems(text, signal), findWarehouses(text, signal)]);
    return [...warehouses.map((each) => ({ ...each, id: t('warehouse') })), ...items];
  }

  render() {
    return h(Finder, {
      id: 'search',
      role: 'search',
      label: t('search.label'),
      placeholder: t('search.placeholder'),
      find: this.find,
      choose: ({ target }) => (location.hash = target),
    });
  }
}

/** A field with what is found below it, for keyboard and pointer. */
export class Finder extends Component {
  state = { text: '', found: null, at: -1, open: false };

  componentWillUnmount() {
    clearTimeout(this.timer);
    this.controller?.abort();
  }

  typed(text) {
    clearTimeout(this.timer);
    this.controller?.abort();
    this.setState({ text, at: -1, open: text !== '', found: null });
    if (text !== '') {
      this.timer = setTimeout(() => this.find(text), PAUSE);
    }
  }

  async find(text) {
    this.controller = new AbortController();
    try {
      this.setState({ found: await this.props.find(text, this.controller.signal), failed: null });
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.setState({ found: [], failed: error.message });
      }
    }
  }

  choose(one) {
    this.setState({ text: '', found: null, open: false, at: -1 });
    this.input.blur();
    this.props.choose(one);
  }

  key(event) {
    const { found, at } = this.state;
    const count = found?.length ?? 0;
    if (event.key === 'Escape') {
      this.setState({ open: false, text: '' });
    } else if (event.key === 'Enter' && count > 0) {
      this.choose(found[Math.max(0, at)]);
    } else if (count > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.setState({ at: at < 0 && step < 0 ? count - 1 : (at + step + count) % count });
    }
  }

  render({ id, label, placeholder, role }, { text, found, at, open, failed }) {
    const shown = open && found !== null;
    return h('div', { class: 'search', role }, [
      h(Icon, { name: 'search' }),
      h('input', {
        id,
        type: 'search',
        value: text,
        placeholder,
        'aria-label': label,
        role: 'combobox',
        'aria-expanded': String(shown),
        'aria-controls': `${id}-found`,
        'aria-autocomplete': 'list',
        'aria-activedescendant': at < 0 ? null : `${id}-found-${at}`,
        autocomplete: 'off',
        spellcheck: false,
        ref: (input) => (this.input = input),
        onInput: (event) => this.typed(event.target.value),
        onKeyDown: (event) => this.key(event),
        onBlur: () => this.setState({ open: false }),
        onFocus: () => this.setState({ open: text !== '' }),
      }),
      h(
        'ul',
        { id: `${id}-found`, role: 'listbox', 'aria-label': label, hidden: !shown || found.length === 0 },
        shown && found.map((one, i) => this.option(one, i, at)),
      ),
      shown && found.length === 0
        ? h('p', { class: 'search-none', role: 'status' }, failed ?? t('search.none'))
        : null,
    ]);
  }

  option(one, i, at) {
    return h(
      'li',
      {
        id: `${this.props.id}-found-${i}`,
        role: 'option',
        'aria-selected': String(i === at),
        // Runs before the field loses the focus, which closes the list.
        onPointerDown: (event) => {
          event.preventDefault();
          this.choose(one);
        },
      },
      h(Name, null, one.name),
      one.id ? h('span', { class: 'id' }, h(Name, null, one.id)) : null,
    );
  }
}
