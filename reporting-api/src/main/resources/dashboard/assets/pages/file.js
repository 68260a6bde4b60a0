/** One file: its status, its rejects, and its release if it waits for one. */

import { h } from '../vendor/preact.module.js';
import { download, path, post } from '../api.js';
import { Icon } from '../icons.js';
import { LiveComponent } from '../live.js';
import { user } from '../login.js';
import { attempt } from '../notices.js';
import { formatBytes, formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { Time } from '../times.js';
import { ActionButton, Dialog, FileState, Heading, Loaded, Name, Panel } from '../ui.js';
import { appliedRows, kindName } from './files.js';

const RELEASABLE = ['HELD', 'DUPLICATE'];

/** The page `#/files/<id>`. */
export class FilePage extends LiveComponent {
  render({ segments: [, id] }, { asking }) {
    const file = this.live('file', path('files', id));
    const release = async () => {
      await attempt(() => post(path('files', id, 'release')), 'Released. The file will be applied.');
      this.setState({ asking: false });
      await file.refresh();
    };
    return h(Loaded, { live: file }, (data) => [
      h(
        Heading,
        { before: h('a', { href: link(['files']) }, '← Files') },
        h(Name, null, data.key.slice(data.key.lastIndexOf('/') + 1) || data.key),
      ),
      h(Panel, { title: 'Record' }, [
        h('p', { class: 'lead' }, h(FileState, data), data.reason ? ` ${data.reason}` : null),
        RELEASABLE.includes(data.status) ? this.releaseButton() : null,
        h(Details, { file: data }),
      ]),
      data.rejects || data.firstRejects.length > 0 ? h(Rejects, data) : null,
      asking
        ? h(Release, { status: data.status, release, onClose: () => this.setState({ asking: false }) })
        : null,
    ]);
  }

  releaseButton() {
    if (!user().isOperator) {
      return h('p', { class: 'muted' }, 'An operator can release this file to apply it.');
    }
    return h(
      'p',
      null,
      h('button', { type: 'button', onClick: () => this.setState({ asking: true }) }, 'Release …'),
    );
  }
}

function Release({ status, release, onClose }) {
  const why =
    status === 'DUPLICATE'
      ? 'This content is in the levels. Releasing the file applies its rows again.'
      : 'Different content was uploaded under this key before. Releasing the file applies its rows in addition.';
  return h(Dialog, { title: 'Release this file?', onClose }, [
    h('p', null, why),
    h('div', { class: 'actions' }, [
      h('button', { type: 'button', class: 'plain', onClick: onClose }, 'Cancel'),
      h(ActionButton, { action: release, class: 'primary' }, 'Release'),
    ]),
  ]);
}

function Details({ file }) {
  const rows = [
    ['Key', h(Name, null, file.key)],
    ['Version', file.version ? h('span', { class: 'id' }, file.version) : '–'],
    ['Kind', kindName(file.kind)],
    ['Size', file.size == null ? '–' : formatBytes(file.size)],
    ['Received', h(Time, { at: file.receivedAt, precise: true })],
    ['Finished', h(Time, { at: file.finishedAt, precise: true })],
    ...(file.releasedAt ? [['Released', h(Time, { at: file.releasedAt, precise: true })]] : []),
    ['Applied', appliedRows(file)],
    ['Rejected', formatUnits(file.rowsRejected)],
  ];
  return h(
    'dl',
    { class: 'details details-wide' },
    rows.map(([term, value]) => h('div', null, h('dt', null, term), h('dd', null, value))),
  );
}

function Rejects({ id, firstRejects, rejects, rowsRejected }) {
  const save = () =>
    attempt(() =>
      download(path('files', id, 'rejects'), '*/*', rejects.key.slice(rejects.key.lastIndexOf('/') + 1)),
    );
  const aside = rejects
    ? h(ActionButton, { action: save }, h(Icon, { name: 'down' }), 'Download rejects')
    : null;
  return h(Panel, { title: 'Rejected', aside }, [
    h(
      'p',
      null,
      'Download the rejects, correct them and drop that file. The other rows are already applied.',
    ),
    h(
      'ol',
      { class: 'rejects' },
      firstRejects.map((reject) => h('li', null, h(Name, null, reject))),
    ),
    BigInt(rowsRejected) > BigInt(firstRejects.length)
      ? h('p', { class: 'muted' }, `The first of ${formatUnits(rowsRejected)}. The rejects file has all.`)
      : null,
  ]);
}
