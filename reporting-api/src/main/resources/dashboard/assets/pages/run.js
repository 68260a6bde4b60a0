/** A validation run: its progress and its findings. */

import { Fragment, h } from '../vendor/preact.module.js';
import { t } from '../i18n.js';
import { Icon } from '../icons.js';
import { formatRounded, formatUnits } from '../numbers.js';
import { link } from '../router.js';
import { formatSeconds, Time } from '../times.js';
import { State } from '../ui.js';

/** A summary of a run. */
export function RunSummary({ run }) {
  return h(Fragment, null, [
    h('p', { class: 'lead' }, h(State, { family: 'run', code: run.state }), ' ', h(Findings, { run })),
    run.state === 'RUNNING' ? h(Progress, run) : h(Checked, run),
    run.reason ? h('p', null, run.reason) : null,
    h('p', { class: 'muted' }, [
      h(Time, { at: run.startedAt }),
      ' · ',
      h('a', { href: link(['validation', run.id]) }, t('details')),
    ]),
  ]);
}

/** The number of findings, and how many of them are new. */
export function Findings({ run }) {
  const count = Number(run.findings.total);
  return count === 0
    ? h('span', null, t(run.state === 'COMPLETED' ? 'findings.none' : 'findings.noneSoFar'))
    : h(
        'span',
        { class: 'count', 'data-state': 'LOW' },
        h(Icon, { name: 'low' }),
        t('findings.count', { count, fresh: Number(run.findings.newTotal) }),
      );
}

function Checked({ progress }) {
  const checked = [
    t('transactions.count', { count: BigInt(progress.transactions) }),
    t('files.count', { count: BigInt(progress.files) }),
    t('levels.count', { count: BigInt(progress.levels) }),
  ];
  return h('p', null, checked.join(' · '));
}

/** The progress of a run. */
export function Progress({ progress }) {
  const { files, filesTotal, transactions, ratePerSecond, secondsLeft } = progress;
  const details = [
    t('progress.files', { files: formatUnits(files), count: BigInt(filesTotal) }),
    t('transactions.count', { count: BigInt(transactions) }),
    ratePerSecond ? t('progress.rate', { rate: formatRounded(ratePerSecond) }) : null,
    secondsLeft == null ? null : t('progress.left', { time: formatSeconds(secondsLeft) }),
  ];
  return h('div', { class: 'progress' }, [
    h('progress', {
      'aria-label': t('progress.label'),
      max: Math.max(1, Number(filesTotal)),
      value: Number(files),
    }),
    h('p', null, details.filter(Boolean).join(' · ')),
  ]);
}
