/** A validation run: its progress and its findings. */

import { Fragment, h } from '../vendor/preact.module.js';
import { Icon } from '../icons.js';
import { countOf, formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { formatSeconds, Time } from '../times.js';
import { RunState } from '../ui.js';

/** A summary of a run. */
export function RunSummary({ run }) {
  return h(Fragment, null, [
    h('p', { class: 'lead' }, h(RunState, { state: run.state }), ' ', h(Findings, { run })),
    run.state === 'RUNNING' ? h(Progress, { progress: run.progress }) : h(Checked, { run }),
    run.reason ? h('p', { class: 'small' }, run.reason) : null,
    h(
      'p',
      { class: 'muted small' },
      h(Time, { at: run.startedAt }),
      ' · ',
      h('a', { href: link(['validation', run.id]) }, 'Details'),
    ),
  ]);
}

/** The number of findings. */
export function Findings({ run }) {
  const { total, newTotal } = run.findings;
  return total === 0
    ? h('span', null, run.state === 'COMPLETED' ? 'no findings' : 'no findings so far')
    : h(
        'span',
        { class: 'count count-low' },
        h(Icon, { name: 'low' }),
        `${countOf(total, 'finding')}, ${formatUnits(newTotal)} new`,
      );
}

function Checked({ run: { progress } }) {
  return h(
    'p',
    { class: 'small' },
    `${countOf(progress.transactions, 'transaction')} of ${countOf(progress.files, 'file')}, ` +
      `${countOf(progress.levels, 'level')} checked`,
  );
}

/** The progress of a run. */
export function Progress({ progress }) {
  const { files, filesTotal, transactions, ratePerSecond, secondsLeft } = progress;
  const details = [
    `${formatUnits(files)} of ${countOf(filesTotal, 'file')}`,
    countOf(transactions, 'transaction'),
    ratePerSecond ? `${ratePerSecond.toFixed(1)} per second` : null,
    secondsLeft === null || secondsLeft === undefined ? null : `about ${formatSeconds(secondsLeft)} left`,
  ];
  return h('div', { class: 'progress' }, [
    h('progress', {
      'aria-label': 'Progress of the validation',
      max: Math.max(1, Number(filesTotal)),
      value: Number(files),
    }),
    h('p', { class: 'small' }, details.filter(Boolean).join(' · ')),
  ]);
}
