/** Sets or removes a threshold. */

import { h } from '../vendor/preact.module.js';
import { paths, put, remove } from '../api.js';
import { t } from '../i18n.js';
import { LiveComponent } from '../live.js';
import { attempt } from '../notices.js';
import { ActionButton, Decided, Dialog, Field, Loaded, Name } from '../ui.js';

const FIELDS = ['restockIfBelow', 'orderUpTo', 'packSize'];

/** The dialog for the threshold of an item: in a warehouse, or in all of them if it is null. */
export class ThresholdDialog extends LiveComponent {
  state = { entered: {} };

  render({ item, warehouse, restockIfBelow, onClose, done }, { entered }) {
    const live = this.live('thresholds', paths.thresholds({ itemId: item.itemId, warehouse }));
    const set = (name) => (event) => {
      const { value: text } = event.target;
      this.setState((state) => ({ entered: { ...state.entered, [name]: text } }));
    };
    const known = live.data?.thresholds.find((one) => one.warehouse === warehouse);
    const value = (name) =>
      entered[name] ?? String(known?.[name] ?? (name === FIELDS[0] ? restockIfBelow : ''));
    const save = () =>
      put(paths.thresholds(), {
        itemId: item.itemId,
        ...(warehouse === null ? {} : { warehouse }),
        ...Object.fromEntries(
          FIELDS.filter((name) => value(name) !== '').map((name) => [name, Number(value(name))]),
        ),
        ...(entered.note ? { note: entered.note } : {}),
      });
    const withdraw = async () => {
      const scope = { itemId: item.itemId, warehouse, note: entered.note };
      if (await attempt(() => remove(paths.thresholds(scope)))) {
        done(t('threshold.removed'));
      }
    };
    return h(
      Dialog,
      {
        title: t('threshold.title'),
        verb: t('action.save'),
        action: save,
        done: () => done(t('threshold.saved')),
        onClose,
      },
      h(
        'p',
        null,
        h(Name, null, item.itemName),
        ' · ',
        warehouse === null ? t('warehouse.all') : h(Name, null, warehouse),
      ),
      h(Loaded, { live }, () => [
        FIELDS.map((name) =>
          h(
            Field,
            { label: t(`threshold.${name}`) },
            h('input', {
              type: 'number',
              min: name === FIELDS[0] ? 0 : 1,
              step: 1,
              required: name === FIELDS[0],
              value: value(name),
              onInput: set(name),
            }),
          ),
        ),
        h(
          Field,
          { label: t('note') },
          h('input', { maxLength: 200, value: entered.note ?? '', onInput: set('note') }),
        ),
        known
          ? [
              h(Decided, { verb: 'threshold.set', at: known.setAt, by: known.setBy, note: known.note }),
              known.restockIfBelow == null
                ? null
                : h(ActionButton, { class: 'plain', action: withdraw }, t('threshold.remove')),
            ]
          : h('p', { class: 'muted' }, t('threshold.default')),
      ]),
    );
  }
}
