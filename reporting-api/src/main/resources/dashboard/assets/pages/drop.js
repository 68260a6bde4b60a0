/** The drop zone for files, and the progress of the files dropped there. */

import { Component, h } from '../vendor/preact.module.js';
import { t } from '../i18n.js';
import { Icon } from '../icons.js';
import { formatBytes } from '../numbers.js';
import { link } from '../router.js';
import { Name, Panel, State } from '../ui.js';
import * as uploads from '../uploads.js';
import { Preview } from './preview.js';

/** The drop zone, which is a button for keyboard users. */
export class DropZone extends Component {
  state = { over: false, isCareful: false, previewed: null };

  componentDidMount() {
    this.unsubscribe = uploads.subscribe(() => this.setState({}));
  }

  componentWillUnmount() {
    this.unsubscribe();
  }

  /** Uploads files, or shows first what one would do. */
  take([...files]) {
    if (this.state.isCareful && files.length === 1 && !files[0].name.endsWith('.json')) {
      this.setState({ previewed: files[0] });
    } else {
      uploads.add(files);
    }
  }

  render(_, { over, isCareful, previewed }) {
    const all = uploads.current();
    const clear = h('button', { type: 'button', class: 'plain', onClick: uploads.clear }, t('drop.clear'));
    return h(Panel, { title: t('drop.title'), aside: all.length > 0 ? clear : null }, [
      h(
        'label',
        {
          class: 'drop',
          'data-state': over ? 'OVER' : null,
          onDragOver: (event) => {
            event.preventDefault();
            this.setState({ over: true });
          },
          onDragLeave: () => this.setState({ over: false }),
          onDrop: (event) => {
            event.preventDefault();
            this.setState({ over: false });
            this.take(event.dataTransfer.files);
          },
        },
        h(Icon, { name: 'up' }),
        h('strong', null, t('drop.here')),
        h('span', { class: 'muted' }, t('drop.kinds')),
        h('input', {
          type: 'file',
          multiple: true,
          accept: '.csv,.tsv,.txt,.json,text/csv,application/json',
          onChange: (event) => {
            this.take(event.target.files);
            event.target.value = '';
          },
        }),
      ),
      h('p', null, [
        h('label', null, [
          h('input', {
            type: 'checkbox',
            checked: isCareful,
            onChange: (event) => this.setState({ isCareful: event.target.checked }),
          }),
          ' ',
          t('preview.first'),
        ]),
      ]),
      previewed
        ? h(Preview, {
            key: `${previewed.name} ${previewed.lastModified}`,
            file: previewed,
            upload: () => {
              this.setState({ previewed: null });
              uploads.add([previewed]);
            },
            discard: () => this.setState({ previewed: null }),
          })
        : null,
      h(
        'ul',
        { class: 'uploads', 'aria-label': t('drop.list') },
        all.map((upload) => h(Upload, { ...upload, key: upload.id })),
      ),
    ]);
  }
}

function Upload({ name, size, sent, phase, record, error }) {
  const shown = h(Name, null, name);
  return h('li', { class: 'upload' }, [
    record ? h('a', { href: link(['files', record.id]) }, shown) : shown,
    h('div', { role: 'status' }, progress(phase, sent, size, record, error, name)),
  ]);
}

function progress(phase, sent, size, record, error, name) {
  if (phase === 'failed') {
    return h('span', { class: 'badge', 'data-state': 'FAILED' }, h(Icon, { name: 'refused' }), error);
  }
  if (record) {
    return [
      h(State, { family: 'file', code: record.status }),
      ' ',
      h('span', { class: 'muted' }, rows(record)),
    ];
  }
  if (phase === 'following') {
    return h(
      'span',
      { class: 'badge', 'data-state': 'RECEIVED' },
      h(Icon, { name: 'wait' }),
      t('upload.waiting'),
    );
  }
  return [
    h('progress', { 'aria-label': t('upload.label', { name }), max: Math.max(1, size), value: sent }),
    h(
      'span',
      { class: 'muted' },
      phase === 'queued'
        ? t('upload.queued')
        : t('upload.sent', { sent: formatBytes(sent), size: formatBytes(size) }),
    ),
  ];
}

function rows({ rowsApplied, rowsRejected, finishedAt }) {
  if (!finishedAt) {
    return '';
  }
  const [count, rejected] = [BigInt(rowsApplied), BigInt(rowsRejected)];
  return rejected === 0n ? t('rows.count', { count }) : t('rows.both', { count, rejected });
}
