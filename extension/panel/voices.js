/**
 * Who is credited with a statement, by party: a bar for each party, and a table behind
 * it whose rows lead to the passages. A count, and no score.
 */

const {element, button} = Build;

/**
 * @param {Answer} answer
 * @param {(passage: Passage) => void} goTo Shows a passage in the page.
 * @returns {HTMLElement[]}
 */
export function voices({voices}, goTo) {
  if (!voices.length) return [];
  const all = voices.reduce((sum, {statements}) => sum + statements, 0);
  return [
    element(
      'section',
      {},
      element('h2', {}, Words.say('voices')),
      element('p', {class: 'soft'}, Words.count('voicesMean', all)),
      chart(parties(voices)),
      table(voices, goTo),
    ),
  ];
}

/** @param {Voice[]} voices @returns {[string, number][]} Statements by party, most first. */
function parties(voices) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const {party, statements} of voices) {
    const name = party || Words.say('noParty');
    sums.set(name, (sums.get(name) ?? 0) + statements);
  }
  return [...sums].sort(([, a], [, b]) => b - a);
}

/** The table says the same in words: the drawing is for the eye alone. @param {[string, number][]} parties */
function chart(parties) {
  const most = Math.max(...parties.map(([, count]) => count));
  return element(
    'div',
    {class: 'bars', 'aria-hidden': 'true'},
    ...parties.map(([name, count]) => {
      const bar = element('span', {class: 'bar'});
      bar.style.inlineSize = `${(100 * count) / most}%`;
      return element(
        'div',
        {},
        element('span', {class: 'party', dir: 'auto'}, name),
        element('span', {class: 'count'}, count.toLocaleString(Words.language())),
        element('span', {class: 'track'}, bar),
      );
    }),
  );
}

/** @param {Voice[]} voices @param {(passage: Passage) => void} goTo */
function table(voices, goTo) {
  const heads = [Words.say('voice'), Words.say('party'), Words.say('statements')].map((words) =>
    element('th', {scope: 'col'}, words),
  );
  return element(
    'details',
    {},
    element('summary', {}, Words.count('voicesListed', voices.length)),
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...voices.map((voice) => row(voice, goTo))),
    ),
  );
}

/** @param {Voice} voice @param {(passage: Passage) => void} goTo */
function row({name, role, party, named, statements, passages}, goTo) {
  return element(
    'tr',
    {},
    element(
      'th',
      {scope: 'row', dir: 'auto'},
      name || role,
      name && role ? element('span', {class: 'soft'}, role) : null,
      named ? null : element('span', {class: 'soft'}, Words.say('notNamed')),
    ),
    element('td', {dir: 'auto'}, party),
    element(
      'td',
      {},
      statements.toLocaleString(Words.language()),
      ...passages.map((passage, index) => {
        const go = button(`${index + 1}`, () => goTo(passage), 'go');
        go.title = passage.exact;
        go.setAttribute('aria-label', `${Words.say('showPassage', index + 1)} ${passage.exact}`);
        return go;
      }),
    ),
  );
}
