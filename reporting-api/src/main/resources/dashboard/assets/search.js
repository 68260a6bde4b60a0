/** Searches for an item by the start of its id or name, from any page. */

import { Component, h } from './vendor/preact.module.js';
import { get, query } from './api.js';
import { Icon } from './icons.js';
import { link } from './router.js';
import { Name } from './ui.js';

const SHOWN = 8;
const PAUSE = 150;

/** A field with the found items below it, for keyboard and pointer. */
export class Search extends Component {
  state = { text: '', items: null, at: -1, open: false };

  componentDidMount() {
    this.shortcut = (event) => {
      const typing = event.target.closest?.('input, select, textarea, dialog');
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        this.input.focus();
      }
    };
    document.addEventListener('keydown', this.shortcut);
  }

  componentWillUnmount() {
    document.removeEventListener('keydown', this.shortcut);
    clearTimeout(this.timer);
  }

  typed(text) {
    clearTimeout(this.timer);
    this.controller?.abort();
    this.setState({ text, at: -1, open: text !== '', items: null });
    if (text !== '') {
      this.timer = setTimeout(() => this.find(text), PAUSE);
    }
  }

  async find(text) {
    this.controller = new AbortController();
    try {
      const path = query('/items', { query: text, limit: SHOWN });
      const { data } = await get(path, null, this.controller.signal);
      this.setState({ items: data.items, failed: null });
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.setState({ items: [], failed: error.message });
      }
    }
  }

  choose(item) {
    this.setState({ text: '', items: null, open: false, at: -1 });
    this.input.blur();
    location.hash = link(['items', item.itemId]);
  }

  key(event) {
    const { items, at } = this.state;
    const count = items?.length ?? 0;
    if (event.key === 'Escape') {
      this.setState({ open: false, text: '' });
    } else if (event.key === 'Enter' && count > 0) {
      this.choose(items[Math.max(0, at)]);
    } else if (count > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.setState({ at: (at + step + count) % count });
    }
  }

  render(_, { text, items, at, open, failed }) {
    const shown = open && items !== null;
    return h('div', { class: 'search', role: 'search' }, [
      h(Icon, { name: 'search' }),
      h('input', {
        type: 'search',
        value: text,
        placeholder: 'Find an item   /',
        'aria-label': 'Find an item by the start of its id or name',
        role: 'combobox',
        'aria-expanded': String(shown),
        'aria-controls': 'found-items',
        'aria-autocomplete': 'list',
        'aria-activedescendant': at < 0 ? null : `found-${at}`,
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
        {
          id: 'found-items',
          role: 'listbox',
          'aria-label': 'Items found',
          hidden: !shown || items.length === 0,
        },
        shown && items.map((item, i) => this.option(item, i, at)),
      ),
      shown && items.length === 0
        ? h('p', { class: 'search-none', role: 'status' }, failed ?? 'No items found.')
        : null,
    ]);
  }

  option(item, i, at) {
    return h(
      'li',
      {
        id: `found-${i}`,
        role: 'option',
        'aria-selected': String(i === at),
        // Runs before the field loses the focus, which closes the list.
        onPointerDown: (event) => {
          event.preventDefault();
          this.choose(item);
        },
      },
      h(Name, null, item.itemName),
      item.itemName === item.itemId ? null : h('span', { class: 'id' }, h(Name, null, item.itemId)),
    );
  }
}
