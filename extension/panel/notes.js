/** The notes: in the order of the page, or by family; and those without a place. */

import {FAMILIES} from '../families.js';

const {element} = Build;

/** How the reader last wanted them; the panel may be opened and closed often. */
const ORDER = 'panel-order';

/**
 * @param {PageState} state
 * @param {Answer} answer
 * @param {(id: string) => void} open Opens a note's card in the page.
 * @returns {HTMLElement[]}
 */
export function notes({placed, lost, open: current}, answer, open) {
  const all = placed
    .map((id) => answer.notes.find((note) => note.id === id))
    .filter((note) => note !== undefined);
  if (!all.length && !lost.length) return [element('p', {}, Words.say('noNotesMeans'))];
  const list = element('div', {});
  const byFamily = localStorage.getItem(ORDER) === 'family';
  order(byFamily);
  return [
    element(
      'section',
      {'aria-label': Words.say('allNotes')},
      all.length > 1 ? switcher(byFamily, order) : null,
      list,
      ...(lost.length ? [unplaced(lost)] : []),
    ),
  ];

  /** @param {boolean} byFamily */
  function order(byFamily) {
    localStorage.setItem(ORDER, byFamily ? 'family' : 'page');
    list.replaceChildren(...(byFamily ? families(all, current, open) : [listed(all, current, open)]));
  }
}

/**
 * @param {boolean} byFamily
 * @param {(byFamily: boolean) => void} order
 */
function switcher(byFamily, order) {
  return element(
    'fieldset',
    {class: 'switch'},
    element('legend', {class: 'unseen'}, Words.say('orderOfNotes')),
    choice(Words.say('orderPage'), !byFamily, () => order(false)),
    choice(Words.say('orderFamily'), byFamily, () => order(true)),
  );
}

/** @param {string} words @param {boolean} checked @param {() => void} choose */
function choice(words, checked, choose) {
  const input = element('input', {type: 'radio', name: 'order', checked, onchange: choose});
  return element('label', {}, input, words);
}

/**
 * @param {Note[]} all
 * @param {string} current
 * @param {(id: string) => void} open
 */
function families(all, current, open) {
  return FAMILIES.flatMap(([family, words]) => {
    const some = all.filter((note) => note.family === family);
    if (!some.length) return [];
    return [element('h2', {}, words), listed(some, current, open)];
  });
}

/**
 * @param {Note[]} some
 * @param {string} current The note whose card is open in the page.
 * @param {(id: string) => void} open
 */
function listed(some, current, open) {
  return element(
    'ol',
    {class: 'notes'},
    ...some.map((note) =>
      element(
        'li',
        {},
        element(
          'button',
          {
            type: 'button',
            id: note.id,
            'aria-current': note.id === current && 'true',
            onclick: () => open(note.id),
          },
          ...lines(note),
        ),
      ),
    ),
  );
}

/** @param {Note} note */
function lines(note) {
  return [
    element('span', {class: 'swatch', 'data-family': note.family, 'aria-hidden': 'true'}),
    element('span', {class: 'label'}, note.label),
    note.quote
      ? element('span', {class: 'passage', dir: 'auto'}, note.quote.exact)
      : element('span', {class: 'passage whole'}, Words.say('wholeReport')),
  ];
}

/** @param {Note[]} lost What has no certain place in the page is told, not marked. */
function unplaced(lost) {
  return element(
    'details',
    {},
    element('summary', {}, Words.count('notPlaced', lost.length)),
    element('p', {class: 'soft'}, Words.say('notPlacedMeans')),
    element('ul', {class: 'notes'}, ...lost.map((note) => element('li', {}, ...lines(note)))),
  );
}
