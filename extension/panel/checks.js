/**
 * What was checked, so that a sentence without a mark does not look checked for more
 * than it was.
 */

const {element, link} = Build;

/** @param {Answer} answer @returns {HTMLElement[]} */
export function checks({checked}) {
  if (!checked.length) return [];
  return [
    element(
      'section',
      {},
      element(
        'details',
        {},
        element('summary', {}, Words.count('checksRun', checked.length)),
        element('ul', {class: 'checks'}, ...checked.map(one)),
      ),
    ),
  ];
}

/** @param {Checked} checked */
function one({id, label, notes, skipped, help}) {
  return element(
    'li',
    {},
    link(help, label || id),
    element('span', {class: 'soft'}, skipped || Words.count('found', notes)),
  );
}
