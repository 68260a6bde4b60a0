/** Accepts a finding of the validation. */

import { Component, h } from '../vendor/preact.module.js';
import { ActionButton, Dialog, Name } from '../ui.js';

/** The dialog for the reason. */
export class Accept extends Component {
  state = { reason: '' };

  render({ finding, accept, onClose }, { reason }) {
    const act = async () => {
      await accept(reason.trim());
      onClose();
    };
    return h(Dialog, { title: 'Accept this finding', onClose }, [
      h('p', null, h('code', null, finding.check), ': ', h(Name, null, finding.found)),
      h('p', { class: 'small' }, 'For 90 days it does not count, as long as its values stay the same.'),
      h('label', { class: 'field' }, [
        h('span', null, 'Why'),
        h('input', {
          type: 'text',
          value: reason,
          maxLength: 200,
          required: true,
          onInput: (event) => this.setState({ reason: event.target.value }),
        }),
      ]),
      h('div', { class: 'actions' }, [
        h('button', { type: 'button', class: 'plain', onClick: onClose }, 'Cancel'),
        h(ActionButton, { class: 'primary', action: act }, 'Accept'),
      ]),
    ]);
  }
}
