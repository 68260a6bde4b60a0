/** Accepts a finding of the validation. */

import { Component, h } from '../vendor/preact.module.js';
import { paths, put } from '../api.js';
import { t } from '../i18n.js';
import { Dialog, Field, Name } from '../ui.js';

/** The dialog for the reason. */
export class Accept extends Component {
  state = { reason: '' };

  render({ finding, runId, done, onClose }, { reason }) {
    return h(
      Dialog,
      {
        title: t('accept.title'),
        verb: t('accept.verb'),
        action: () => put(paths.accepted(finding.id), { runId, reason: reason.trim() }),
        done,
        onClose,
      },
      h('p', null, h('code', null, finding.check), ': ', h(Name, null, finding.found)),
      h('p', { class: 'muted' }, t('accept.how')),
      h(
        Field,
        { label: t('accept.reason') },
        h('input', {
          maxLength: 200,
          required: true,
          onInput: (event) => this.setState({ reason: event.target.value }),
        }),
      ),
    );
  }
}
