/** The whole page: login, navigation and the page that the address names. */

import { Component, h, render } from './vendor/preact.module.js';
import * as api from './api.js';
import { language, parts, t } from './i18n.js';
import { connection } from './live.js';
import * as login from './login.js';
import { Notices, notifyError, onNotice } from './notices.js';
import { AlertsPage } from './pages/alerts.js';
import { AuditPage } from './pages/audit.js';
import { FilePage } from './pages/file.js';
import { FilesPage } from './pages/files.js';
import { ItemPage } from './pages/item.js';
import { NotificationsPage } from './pages/notifications.js';
import { OverviewPage } from './pages/overview.js';
import { ReorderPage } from './pages/reorder.js';
import { RunPage, ValidationPage } from './pages/validation.js';
import { WarehousePage } from './pages/warehouse.js';
import { WarehousesPage } from './pages/warehouses.js';
import { WebhookPage } from './pages/webhook.js';
import { link, place } from './router.js';
import { Search } from './search.js';
import { Time } from './times.js';
import { ActionButton, Empty, Heading } from './ui.js';
import { warnBeforeLeaving } from './uploads.js';

/** The places of the menu, by the key of their text. */
const MENU = {
  overview: [],
  warehouses: ['warehouses'],
  reorder: ['reorder'],
  files: ['files'],
  alerts: ['alerts'],
  validation: ['validation'],
  notifications: ['notifications'],
  audit: ['audit'],
};

/** The page at a place, and the title of the window. */
function pageAt([first, second]) {
  const pages = {
    undefined: () => [OverviewPage, t('menu.overview')],
    warehouses: () => (second ? [WarehousePage, second] : [WarehousesPage, t('menu.warehouses')]),
    items: () => (second ? [ItemPage, second] : null),
    reorder: () => [ReorderPage, t('menu.reorder')],
    files: () => (second ? [FilePage, t('file')] : [FilesPage, t('menu.files')]),
    alerts: () => [AlertsPage, t('menu.alerts')],
    validation: () => (second ? [RunPage, t('run')] : [ValidationPage, t('menu.validation')]),
    notifications: () => [NotificationsPage, t('menu.notifications')],
    audit: () => [AuditPage, t('menu.audit')],
    webhooks: () => (second ? [WebhookPage, t('webhook')] : null),
  };
  return (Object.hasOwn(pages, String(first)) ? pages[first]() : null) ?? [Missing, t('missing')];
}

function Missing() {
  return [
    h(Heading, null, t('missing')),
    h(Empty, { title: t('missing.why') }, h('a', { href: link([]) }, t('missing.overview'))),
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
    login.onChange(() => this.setState({ ended: false }));
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
    document.title = t('title', { page: title });
    if (!login.isSignedIn()) {
      return h(SignIn, { ended, failure });
    }
    return [
      h('a', { class: 'skip', href: '#content', onClick: skip }, t('skip')),
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
  const { name, isOperator } = login.user();
  const role = t(isOperator ? 'role.operator' : 'role.viewer');
  return h('header', { class: 'top' }, [
    h('div', { class: 'bar-top' }, [
      h(
        'a',
        { class: 'brand', href: link([]) },
        h('img', { src: 'assets/icon.svg', alt: '', width: 22, height: 22 }),
        t('app'),
      ),
      h(Search),
      h('div', { class: 'who' }, [
        h('span', { class: 'who-name' }, name === role ? role : t('who', { name, role })),
        h(ActionButton, { class: 'plain', action: signOut }, t('action.signOut')),
      ]),
    ]),
    h(
      'nav',
      { 'aria-label': t('menu') },
      Object.entries(MENU)
        .filter(([key]) => isOperator || key !== 'audit')
        .map(([key, target]) =>
          h(
            'a',
            { href: link(target), 'aria-current': target[0] === segments[0] ? 'page' : null },
            t(`menu.${key}`),
          ),
        ),
    ),
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
  const at = h(Time, { at: new Date(connection.answeredAt).toISOString(), precise: true });
  return h(
    'div',
    { class: connection.up ? 'banner hidden' : 'banner', role: 'alert' },
    connection.up ? null : parts('error.down', { at }),
  );
}

function SignIn({ ended, failure }) {
  const signIn = () => login.signIn().catch(() => notifyError(new Error(t('login.unreachable'))));
  return h('main', { class: 'sign-in' }, [
    h('img', { src: 'assets/icon.svg', alt: '', width: 48, height: 48 }),
    h('h1', null, t('app')),
    failure ? h('p', { class: 'failed', role: 'alert' }, failure) : null,
    ended ? h('p', { role: 'alert' }, t('login.ended')) : null,
    h(ActionButton, { action: signIn, class: 'primary' }, t('action.signIn')),
    h(Notices),
  ]);
}

async function start() {
  document.documentElement.lang = language;
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
  document.getElementById('app').textContent = t('error.start');
});
