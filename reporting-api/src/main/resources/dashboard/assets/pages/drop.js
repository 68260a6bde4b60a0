/** The drop zone for files, and the progress of the files dropped there. */

import { Component, h } from '../vendor/preact.module.js';
import { Icon } from '../icons.js';
import { countOf, formatBytes } from '../numbers.js';
import { link } from '../router.js';
import { FileState, Name, Panel } from '../ui.js';
import * as uploads from '../uploads.js';

/** The drop zone, which is a button for keyboard users. */
export class DropZone extends Component {
  state = { over: false };

  componentDidMount() {
    this.unsubscribe = uploads.subscribe(() => this.setState({}));
  }

  componentWillUnmount() {
    this.unsubscribe();
  }

  render(_, { over }) {
    const all = uploads.current();
    return h(Panel, { title: 'Drop files', aside: all.length > 0 ? clearButton() : null }, [
      h(
        'label',
        {
          class: over ? 'drop drop-over' : 'drop',
          onDragOver: (event) => {
            event.preventDefault();
            this.setState({ over: true });
          },
          onDragLeave: () => this.setState({ over: false }),
          onDrop: (event) => {
            event.preventDefault();
            this.setState({ over: false });
            uploads.add(event.dataTransfer.files);
          },
        },
        h(Icon, { name: 'up' }),
        h('span', null, h('strong', null, 'Drop CSV files here'), ' or choose them'),
        h('span', { class: 'muted small' }, 'Transactions or counts as .csv, thresholds as .json'),
        h('input', {
          type: 'file',
          multiple: true,
          accept: '.csv,.json,text/csv,application/json',
          onChange: (event) => {
            uploads.add(event.target.files);
            event.target.value = '';
          },
        }),
      ),
      h(
        'ul',
        { class: 'uploads', 'aria-label': 'Files dropped here' },
        all.map((upload) => h(Upload, { ...upload, key: upload.id })),
      ),
    ]);
  }
}

function clearButton() {
  return h('button', { type: 'button', class: 'plain', onClick: uploads.clear }, 'Clear finished');
}

function Upload({ name, size, sent, phase, record, error }) {
  return h('li', { class: 'upload' }, [
    h(
      'div',
      { class: 'upload-name' },
      record ? h('a', { href: link(['files', record.id]) }, h(Name, null, name)) : h(Name, null, name),
    ),
    h('div', { class: 'upload-state', role: 'status' }, progress(phase, sent, size, record, error, name)),
  ]);
}

function progress(phase, sent, size, record, error, name) {
  if (phase === 'failed') {
    return h('span', { class: 'badge badge-rejected' }, h(Icon, { name: 'refused' }), error);
  }
  if (record) {
    return [h(FileState, record), h('span', { class: 'muted' }, rows(record))];
  }
  if (phase === 'following') {
    return h(
      'span',
      { class: 'badge badge-received' },
      h(Icon, { name: 'wait' }),
      'Uploaded, waiting to be processed',
    );
  }
  return [
    h('progress', { 'aria-label': `Uploading ${name}`, max: Math.max(1, size), value: sent }),
    h(
      'span',
      { class: 'muted' },
      phase === 'queued' ? 'waiting' : `${formatBytes(sent)} of ${formatBytes(size)}`,
    ),
  ];
}

function rows({ rowsApplied, rowsRejected, finishedAt }) {
  if (!finishedAt) {
    return '';
  }
  const applied = `${countOf(rowsApplied, 'row')} applied`;
  return BigInt(rowsRejected) === 0n ? applied : `${applied}, ${countOf(rowsRejected, 'row')} rejected`;
}
