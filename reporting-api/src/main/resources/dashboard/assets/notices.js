/** Short messages about what was done, or could not be done. */

import { h } from './vendor/preact.module.js';
import { SignedOut } from './api.js';

const SHOWN_MILLIS = 6000;

let notices = [];
let changed = () => {};
let last = 0;

/** Who is told when there is another message. */
export function onNotice(listener) {
  changed = listener;
}

/** Tells what was done. */
export function tell(text) {
  add({ text, error: false });
}

/** Tells why something could not be done; the end of a session has a page of its own. */
export function tellError(error) {
  if (!(error instanceof SignedOut)) {
    add({ text: error.message, error: true });
  }
}

/** Does something, and tells how it ended. */
export async function attempt(action, done) {
  try {
    await action();
    if (done) {
      tell(done);
    }
  } catch (error) {
    tellError(error);
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

/** The messages of now; those of errors stay until they are closed. */
export function Notices() {
  return h(
    'div',
    { class: 'notices', role: 'status', 'aria-live': 'polite' },
    notices.map((notice) =>
      h('div', { key: notice.id, class: notice.error ? 'notice notice-error' : 'notice' }, [
        h('span', null, notice.text),
        h(
          'button',
          { type: 'button', class: 'plain', 'aria-label': 'Close', onClick: () => remove(notice.id) },
          '×',
        ),
      ]),
    ),
  );
}
