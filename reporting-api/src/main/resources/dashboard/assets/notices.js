/** Short messages about actions that succeeded or failed. */

import { h } from './vendor/preact.module.js';
import { SignedOut } from './api.js';
import { t } from './i18n.js';

const SHOWN_MILLIS = 6000;

let notices = [];
let changed = () => {};
let last = 0;

/** Sets the listener that is called when the messages change. */
export function onNotice(listener) {
  changed = listener;
}

/** Shows that an action succeeded. */
export function notify(text) {
  add({ text, error: false });
}

/** Shows why an action failed. The end of a session has its own page. */
export function notifyError(error) {
  if (!(error instanceof SignedOut)) {
    add({ text: error.message, error: true });
  }
}

/** Runs an action and shows its result; returns what the action did, or null if it failed. */
export async function attempt(action, done) {
  try {
    const result = await action();
    if (done) {
      notify(done);
    }
    return result;
  } catch (error) {
    notifyError(error);
    return null;
  }
}

function add(notice) {
  last += 1;
  const id = last;
  notices = [...notices, { ...notice, id }];
  changed();
  if (!notice.error) {
    setTimeout(() => remove(id), SHOWN_MILLIS);
  }
}

function remove(id) {
  notices = notices.filter((notice) => notice.id !== id);
  changed();
}

/** The current messages. Errors stay until the user closes them. */
export function Notices() {
  return h(
    'div',
    { class: 'notices', role: 'status', 'aria-live': 'polite' },
    notices.map((notice) =>
      h('div', { key: notice.id, class: 'notice', 'data-state': notice.error ? 'FAILED' : null }, [
        h('span', null, notice.text),
        h(
          'button',
          {
            type: 'button',
            class: 'plain',
            'aria-label': t('action.close'),
            onClick: () => remove(notice.id),
          },
          '×',
        ),
      ]),
    ),
  );
}
