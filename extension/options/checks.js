/** Which families of checks are asked for, as far as the service has any. */

import {FAMILIES} from '../families.js';
import {explain} from '../problems.js';
import {everyCheck} from '../service.js';
import {settings} from '../settings.js';

const {element, link} = Build;

/** @returns {{section: HTMLElement, look: (there: boolean) => Promise<void>}} */
export function checks() {
  const list = element('div', {}, element('p', {class: 'soft'}, Words.say('checksUnknown')));
  const section = element('section', {}, element('h2', {}, Words.say('whatIsLookedFor')), list);
  return {section, look};

  /** @param {boolean} there */
  async function look(there) {
    const set = await settings();
    if (!there) return list.replaceChildren(element('p', {class: 'soft'}, Words.say('checksUnknown')));
    const outcome = await everyCheck(set);
    if ('problem' in outcome) {
      const {title, text} = explain(outcome.problem);
      return list.replaceChildren(element('p', {}, title, ' ', text));
    }
    const catalogue = outcome.answer;
    await chrome.storage.local.set({catalogue: catalogue.map(({id, family, tier}) => ({id, family, tier}))});
    list.replaceChildren(...shown(set, catalogue));
  }
}

/** @param {Settings} set @param {CheckEntry[]} catalogue */
function shown(set, catalogue) {
  const fixed = set.fixed.includes('checks');
  const offered = catalogue.filter(({id, tier}) =>
    Array.isArray(set.checks) && fixed ? set.checks.includes(id) : set.early || tier === 'default' || tier === 'class',
  );
  const rows = FAMILIES.map(([family, words]) => {
    const here = offered.filter((check) => check.family === family);
    return here.length ? row(family, words, here, set, fixed) : null;
  });
  const lesson = element('input', {type: 'checkbox', checked: set.lesson, disabled: fixed || set.fixed.includes('lesson')});
  lesson.addEventListener('change', () => void chrome.storage.local.set({lesson: lesson.checked}));
  const codeFixed = set.fixed.includes('code');
  const code = element('input', {type: 'text', dir: 'ltr', value: set.code, autocomplete: 'off', spellcheck: 'false', disabled: codeFixed});
  code.addEventListener('change', () => void chrome.storage.local.set({code: code.value.trim()}));
  const early = element('input', {type: 'checkbox', checked: set.early, disabled: fixed});
  early.addEventListener('change', () => void chrome.storage.local.set({early: early.checked}));
  return [
    ...(fixed || set.fixed.includes('lesson') ? [element('p', {class: 'set'}, Words.say('fixed'))] : []),
    element('fieldset', {}, element('legend', {class: 'unseen'}, Words.say('whatIsLookedFor')), ...rows),
    element(
      'label',
      {class: 'tick'},
      lesson,
      element('span', {}, Words.say('lessonChecks')),
      element('span', {class: 'soft'}, Words.say('lessonChecksHow')),
    ),
    element(
      'label',
      {class: 'tick'},
      early,
      element('span', {}, Words.say('earlyChecks')),
      element('span', {class: 'soft'}, Words.say('earlyChecksHow')),
    ),
    element('label', {class: 'field'}, Words.say('joinCode'), code),
    element('p', {class: 'soft'}, Words.say('joinCodeHow')),
  ];
}

/**
 * @param {string} family
 * @param {string} words
 * @param {CheckEntry[]} here
 * @param {Settings} set
 * @param {boolean} fixed
 */
function row(family, words, here, set, fixed) {
  const on = fixed || !set.off.includes(family);
  const box = element('input', {type: 'checkbox', checked: on, disabled: fixed});
  box.addEventListener('change', () => void change());
  return element(
    'div',
    {'data-family': family},
    element('label', {class: 'tick'}, box, element('span', {}, words)),
    element(
      'details',
      {},
      element('summary', {}, Words.count('checksHere', here.length)),
      element(
        'ul',
        {class: 'lines'},
        ...here.map(({title, help, tier}) =>
          element('li', {}, link(help, title), tier === 'class' ? ` (${Words.say('forLessons')})` : ''),
        ),
      ),
    ),
  );

  async function change() {
    const {off} = await settings();
    const others = off.filter((one) => one !== family);
    await chrome.storage.local.set({off: box.checked ? others : [...others, family]});
  }
}
