/** Chooses the end of a snooze. */

import { Component, h } from '../vendor/preact.module.js';
import { fieldValue } from '../times.js';
import { ActionButton, Dialog, Name } from '../ui.js';

const HOUR = 3600 * 1000;
const MORNING = 8;

/** The suggested ends. */
function offers(now) {
  const morning = (days) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  return [
    ['In four hours', new Date(now.getTime() + 4 * HOUR)],
    ['Tomorrow at 8', morning(1)],
    ['Monday at 8', morning(untilMonday)],
  ];
}

/** The dialog for the end of a snooze. */
export class Snooze extends Component {
  state = { until: fieldValue(new Date(Date.now() + 24 * HOUR)) };

  render({ alert, snooze, onClose }, { until }) {
    const act = async (end) => {
      await snooze(end.toISOString());
      onClose();
    };
    return h(Dialog, { title: 'Snooze until', onClose }, [
      h(
        'p',
        null,
        h(Name, null, alert.itemName),
        alert.warehouse === null ? null : [' in ', h(Name, null, alert.warehouse)],
      ),
      h(
        'div',
        { class: 'offers' },
        offers(new Date()).map(([label, end]) => h(ActionButton, { action: () => act(end) }, label)),
      ),
      h('label', { class: 'field' }, [
        h('span', null, 'Or until'),
        h('input', {
          type: 'datetime-local',
          value: until,
          min: fieldValue(Date.now()),
          max: fieldValue(Date.now() + 365 * 24 * HOUR),
          onInput: (event) => this.setState({ until: event.target.value }),
        }),
      ]),
      h('div', { class: 'actions' }, [
        h('button', { type: 'button', class: 'plain', onClick: onClose }, 'Cancel'),
        h(ActionButton, { class: 'primary', action: () => act(new Date(until)) }, 'Snooze'),
      ]),
    ]);
  }
}
