/** The whole page: login, navigation and the page that the address names. */

import { Component, h, render } from './vendor/preact.module.js';
import * as api from './api.js';
import { connection } from './live.js';
import * as login from './login.js';
import { Notices, onNotice, notifyError } from './notices.js';
import { AlertsPage } from './pages/alerts.js';
import { FilePage } from './pages/file.js';
import { FilesPage } from './pages/files.js';
import { ItemPage } from './pages/item.js';
import { OverviewPage } from './pages/overview.js';
import { RunPage, ValidationPage } from './pages/validation.js';
import { WarehousePage } from './pages/warehouse.js';
import { link, place } from './router.js';
import { Search } from './search.js';
import { Time } from './times.js';
import { ActionButton, Empty, Heading } from './ui.js';
import { warnBeforeLeaving } from './uploads.js';

const MENU = [
  ['Overview', []],
  ['Files', ['files']],
  ['Alerts', ['alerts']],
  ['Validation', ['validation']],
];

/** The page at a place, and the title of the window. */
function pageAt(segments) {
  const [first, second] = segments;
  const pages = {
    undefined: () => [OverviewPage, 'Overview'],
    warehouses: () => (second ? [WarehousePage, second] : [OverviewPage, 'Overview']),
    items: () => (second ? [ItemPage, second] : null),
    files: () => (second ? [FilePage, 'File'] : [FilesPage, 'Files']),
    alerts: () => [AlertsPage, 'Alerts'],
    validation: () => (second ? [RunPage, 'Validation run'] : [ValidationPage, 'Validation']),
  };
  return (Object.hasOwn(pages, String(first)) ? pages[first]() : null) ?? [Missing, 'Page not found'];
}

function Missing() {
  return [
    h(Heading, null, 'Page not found'),
    h(Empty, { title: 'This address does not exist' }, h('a', { href: link([]) }, 'Go to the overview')),
  ];
}

class App extends Component {
  state = { place: place(), ended: false, failure: this.props.failure };

  constructor(props) {
    super(props);
    api.configure(props.config.api, () => this.setState({ ended: true }));
  }

  componentDidMount() {
    const update = () => this.setState({});
    connection.changed = update;
    onNotice(update);
    window.addEventListener('hashchange', () => this.moved());
  }

  moved() {
    const before = this.state.place.segments.join('/');
    this.setState({ place: place() }, () => {
      if (place().segments.join('/') !== before) {
        window.scrollTo(0, 0);
        (document.getElementById('heading') ?? document.getElementById('content'))?.focus({
          preventScroll: true,
        });
      }
    });
  }

  render(_, { place: at, ended, failure }) {
    const [Page, title] = pageAt(at.segments);
    document.title = `${title} · Inventory`;
    if (!login.isSignedIn()) {
      return h(SignIn, { ended, failure });
    }
    return [
      h('a', { class: 'skip', href: '#content', onClick: skip }, 'Skip to content'),
      h(Header, { segments: at.segments }),
      h(Banner),
      h('main', { id: 'content', tabIndex: -1 }, h(Page, { ...at, key: at.segments.join('\n') })),
      h(Notices),
    ];
  }
}

/** Moves the focus by hand, as the fragment of the address names the page. */
function skip(event) {
  event.preventDefault();
  document.getElementById('content').focus();
}

function Header({ segments }) {
  const chosen = segments[0] === 'warehouses' || segments[0] === 'items' ? undefined : (segments[0] ?? '');
  const { name, isOperator } = login.user();
  const role = isOperator ? 'operator' : 'viewer';
  return h('header', { class: 'top' }, [
    h(
      'a',
      { class: 'brand', href: link([]) },
      h('img', { src: 'assets/icon.svg', alt: '', width: 22, height: 22 }),
      'Inventory',
    ),
    h(
      'nav',
      { 'aria-label': 'Main' },
      MENU.map(([label, target]) =>
        h('a', { href: link(target), 'aria-current': (target[0] ?? '') === chosen ? 'page' : null }, label),
      ),
    ),
    h(Search),
    h('div', { class: 'who' }, [
      h('span', { class: 'who-name', title: role }, name === role ? role : `${name} · ${role}`),
      h(ActionButton, { class: 'plain', action: signOut }, 'Sign out'),
    ]),
  ]);
}

async function signOut() {
  try {
    await login.signOut();
  } finally {
    location.reload();
  }
}

function Banner() {
  return h(
    'div',
    { class: connection.up ? 'banner hidden' : 'banner', role: 'alert' },
    connection.up
      ? null
      : [
          'The service does not answer. Showing data as of ',
          h(Time, { at: new Date(connection.answeredAt).toISOString(), precise: true }),
          '. Retrying …',
        ],
  );
}

function SignIn({ ended, failure }) {
  const signIn = () =>
    login.signIn().catch(() => notifyError(new Error('The login service cannot be reached.')));
  return h('main', { class: 'sign-in' }, [
    h('img', { src: 'assets/icon.svg', alt: '', width: 48, height: 48 }),
    h('h1', null, 'Inventory'),
    failure ? h('p', { class: 'sign-in-failure', role: 'alert' }, failure) : null,
    ended ? h('p', { role: 'alert' }, 'Your session has ended. Sign in to continue.') : null,
    h(ActionButton, { action: signIn, class: 'primary' }, 'Sign in'),
    h(Notices),
  ]);
}

async function start() {
  const answer = await fetch('config.json', { cache: 'no-store' });
  const config = await answer.json();
  let failure;
  try {
    await login.begin(config);
  } catch (error) {
    failure = error.message;
  }
  const app = document.getElementById('app');
  app.replaceChildren();
  render(h(App, { config, failure }), app);
}

// A file that is dropped outside the drop zone must not replace the page.
['dragover', 'drop'].forEach((name) => window.addEventListener(name, (event) => event.preventDefault()));
warnBeforeLeaving();
start().catch(() => {
  document.getElementById('app').textContent =
    'The service does not answer. Reload the page in a moment.';
});
