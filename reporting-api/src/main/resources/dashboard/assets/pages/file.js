/** One file: its status, its rejects, and its release if it waits for one. */

import { h } from '../vendor/preact.module.js';
import { download, paths, post } from '../api.js';
import { t } from '../i18n.js';
import { Icon } from '../icons.js';
import { LiveComponent } from '../live.js';
import { user } from '../login.js';
import { attempt, notify } from '../notices.js';
import { formatBytes, formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { Time } from '../times.js';
import { ActionButton, Dialog, Heading, Loaded, Name, Panel, Person, State, Terms, word } from '../ui.js';
import { appliedRows, isInProgress } from './files.js';
import { Note } from './snooze.js';

const RELEASABLE = ['HELD', 'DUPLICATE'];

/** The page `#/files/<id>`. */
export class FilePage extends LiveComponent {
  isInProgress() {
    const file = this.lives.get('file').data;
    return file && isInProgress(file);
  }

  render({ segments: [, id] }, { asking, note }) {
    const file = this.live('file', paths.file(id));
    const ask = (value) => this.setState({ asking: value });
    return h(Loaded, { live: file }, (data) => [
      h(
        Heading,
        { before: h('a', { href: link(['files']) }, t('back.files')) },
        h(Name, null, data.key.slice(data.key.lastIndexOf('/') + 1) || data.key),
      ),
      h(Panel, { title: t('record') }, [
        h(
          'p',
          { class: 'lead' },
          h(State, { family: 'file', code: data.status }),
          data.reason ? ` ${data.reason}` : null,
        ),
        RELEASABLE.includes(data.status) ? releaseButton(() => ask(true)) : null,
        h(Details, { file: data }),
      ]),
      data.rejects || data.firstRejects.length > 0 ? h(Rejects, data) : null,
      asking
        ? h(
            Dialog,
            {
              title: t('release.title'),
              verb: t('release.verb'),
              action: () => post(paths.release(id, { note })),
              done: () => {
                ask(false);
                notify(t('release.done'));
                file.refresh();
              },
              onClose: () => ask(false),
            },
            h('p', null, t(`release.${data.status}`)),
            h(Note, { onInput: (text) => this.setState({ note: text }) }),
          )
        : null,
    ]);
  }
}

function releaseButton(onClick) {
  return user().isOperator
    ? h('p', null, h('button', { type: 'button', onClick }, t('release')))
    : h('p', { class: 'muted' }, t('release.operator'));
}

function Details({ file }) {
  const released = [
    h(Time, { at: file.releasedAt, precise: true }),
    file.releasedBy ? [' ', h(Person, { by: file.releasedBy })] : null,
  ];
  return h(Terms, {
    class: 'details',
    rows: [
      { term: t('file.key'), value: h(Name, null, file.key) },
      { term: t('file.version'), value: file.version ? h('span', { class: 'id' }, file.version) : '–' },
      { term: t('kind'), value: word('kind', file.kind) },
      { term: t('size'), value: file.size == null ? '–' : formatBytes(file.size) },
      { term: t('received'), value: h(Time, { at: file.receivedAt, precise: true }) },
      { term: t('finished'), value: h(Time, { at: file.finishedAt, precise: true }) },
      ...(file.uploadedBy ? [{ term: t('file.uploaded'), value: h(Person, { by: file.uploadedBy }) }] : []),
      ...(file.releasedAt ? [{ term: t('released'), value: released }] : []),
      { term: t('rows.applied'), value: appliedRows(file) },
      { term: t('rows.rejected'), value: formatUnits(file.rowsRejected) },
    ],
  });
}

function Rejects({ id, firstRejects, rejects, rowsRejected }) {
  const save = () =>
    attempt(() => download(paths.rejects(id), '*/*', rejects.key.slice(rejects.key.lastIndexOf('/') + 1)));
  const aside = rejects
    ? h(ActionButton, { action: save }, h(Icon, { name: 'down' }), t('rejects.download'))
    : null;
  return h(Panel, { title: t('rows.rejected'), aside }, [
    h('p', null, t('rejects.how')),
    h(
      'ol',
      { class: 'rejects' },
      firstRejects.map((reject) => h('li', null, h(Name, null, reject))),
    ),
    BigInt(rowsRejected) > BigInt(firstRejects.length)
      ? h('p', { class: 'muted' }, t('rejects.first', { total: BigInt(rowsRejected) }))
      : null,
  ]);
}
