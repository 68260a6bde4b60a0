/** Decisions about an alert, each with an optional reason. */

import { Component, h } from '../vendor/preact.module.js';
import { paths, post } from '../api.js';
import { t } from '../i18n.js';
import { fieldValue } from '../times.js';
import { Dialog, Field, Name } from '../ui.js';

const HOUR = 3600 * 1000;
const MORNING = 8;

/** The suggested ends. */
function offers(now) {
  const morning = (days) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  return {
    'snooze.hours': new Date(now.getTime() + 4 * HOUR),
    'snooze.tomorrow': morning(1),
    'snooze.monday': morning(untilMonday),
  };
}

/** Which alert it is, as parameters; one on a total has no warehouse. */
export function subject({ warehouse, itemId }) {
  return { warehouse, itemId };
}

function Subject({ alert }) {
  return h(
    'p',
    null,
    h(Name, null, alert.itemName),
    ' · ',
    alert.warehouse === null ? t('warehouse.all') : h(Name, null, alert.warehouse),
  );
}

/** A field for the reason of a decision. */
export function Note({ onInput }) {
  return h(
    Field,
    { label: t('note') },
    h('input', { maxLength: 200, onInput: (event) => onInput(event.target.value.trim()) }),
  );
}

/** The dialog that acknowledges an alert. */
export class Acknowledge extends Component {
  render({ alert, done, onClose }, { note }) {
    return h(
      Dialog,
      {
        title: t('acknowledge.title'),
        verb: t('alert.acknowledge'),
        action: () => post(paths.acknowledge({ ...subject(alert), note })),
        done,
        onClose,
      },
      h(Subject, { alert }),
      h(Note, { onInput: (text) => this.setState({ note: text }) }),
    );
  }
}

/** The dialog for the end of a snooze. */
export class Snooze extends Component {
  state = { until: fieldValue(new Date(Date.now() + 24 * HOUR)) };

  render({ alert, done, onClose }, { until, note }) {
    return h(
      Dialog,
      {
        title: t('snooze.title'),
        verb: t('snooze.verb'),
        action: () =>
          post(paths.snooze({ ...subject(alert), note }), { until: new Date(until).toISOString() }),
        done,
        onClose,
      },
      h(Subject, { alert }),
      h(
        'div',
        { class: 'offers' },
        Object.entries(offers(new Date())).map(([key, end]) =>
          h('button', { type: 'button', onClick: () => this.setState({ until: fieldValue(end) }) }, t(key)),
        ),
      ),
      h(
        Field,
        { label: t('snooze.until') },
        h('input', {
          type: 'datetime-local',
          required: true,
          value: until,
          min: fieldValue(Date.now()),
          max: fieldValue(Date.now() + 365 * 24 * HOUR),
          onInput: (event) => this.setState({ until: event.target.value }),
        }),
      ),
      h(Note, { onInput: (text) => this.setState({ note: text }) }),
    );
  }
}
