/** The pages that were kept for comparing: listed, and removed one by one. */

import {explain} from '../problems.js';
import {remove, stored} from '../service.js';
import {settings} from '../settings.js';

const {button, element, line, link} = Build;

/** @returns {{section: HTMLElement, look: (there: boolean) => Promise<void>}} */
export function kept() {
  const count = element('p', {role: 'status', class: 'soft'});
  const list = element('ul', {class: 'kept'});
  const further = button(Words.say('showMore'), () => void more());
  const section = element('section', {}, element('h2', {}, Words.say('keptPages')), count, list, further);
  let last = '';
  let total = 0;
  further.hidden = true;
  return {section, look};

  /** @param {boolean} there */
  async function look(there) {
    list.replaceChildren();
    further.hidden = true;
    last = '';
    if (there) await more();
    else count.replaceChildren(Words.say('keptUnknown'));
  }

  async function more() {
    const outcome = await stored(await settings(), {after: last});
    if ('problem' in outcome) return count.replaceChildren(explain(outcome.problem).text);
    const {reports} = outcome.answer;
    total = outcome.answer.total;
    last = reports.at(-1)?.id ?? '';
    further.hidden = !outcome.answer.more;
    list.append(...reports.map(row));
    tell();
  }

  function tell() {
    count.replaceChildren(total ? Words.count('keptCount', total) : Words.say('keptNone'));
  }

  /** @param {Shelf['reports'][number]} report */
  function row({id, url, title, publisher, published, words}) {
    const source = line([publisher, Words.day(published), Words.count('words', words)], ' · ');
    const name = title || url || id;
    const away = button(Words.say('remove'), () => void gone());
    away.append(element('span', {class: 'unseen'}, ` ${name}`));
    const item = element(
      'li',
      {},
      element(
        'div',
        {},
        element('cite', {dir: 'auto'}, link(url, name)),
        element('span', {class: 'soft'}, ...source),
      ),
      away,
    );
    return item;

    async function gone() {
      away.disabled = true;
      const outcome = await remove(await settings(), id);
      if ('problem' in outcome) {
        away.disabled = false;
        return count.replaceChildren(explain(outcome.problem).text);
      }
      const next = /** @type {HTMLElement | null} */ ((item.nextElementSibling ?? item.previousElementSibling)?.querySelector('button'));
      item.remove();
      total -= 1;
      tell();
      next?.focus();
    }
  }
}
