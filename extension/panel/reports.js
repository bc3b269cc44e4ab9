/** The other reports that were found, on a line of days: who published when. */

const {element, line, link} = Build;

/** The indexes of reports that a service may ask, by their names on the wire. */
const PROVIDERS = new Map([
  ['gdelt', Words.say('providerGdelt')],
  ['google-fact-check', Words.say('providerFactCheck')],
  ['wikipedia-current-events', Words.say('providerWikipedia')],
]);

/** @param {Answer} answer @returns {HTMLElement[]} */
export function reports({reports, providers, searched, published}) {
  const told = reports.length
    ? Words.count('comparedWith', reports.length)
    : searched
      ? Words.count('searchedInVain', searched)
      : Words.say('nothingToCompare');
  const dated = reports.filter(({published}) => Words.day(published));
  return [
    element(
      'section',
      {},
      element('h2', {}, Words.say('otherReports')),
      element('p', {class: 'soft'}, told),
      dated.length > 1 ? days(dated.map(({published}) => published), published) : null,
      reports.length ? element('ul', {class: 'reports'}, ...reports.map(listed)) : null,
      ...providers.map(asked),
    ),
  ];
}

/** @param {Provider} provider Somebody else's index, and what became of the question. */
function asked({name, asked, sent, found, skipped}) {
  const called = PROVIDERS.get(name) ?? name;
  const told = [
    asked ? Words.say('providerAsked', called, sent) : Words.say('providerNotAsked', called),
    found ? Words.count('providerFound', found) : '',
    skipped,
  ];
  return element('p', {class: 'soft provider'}, told.filter(Boolean).join(' '));
}

/** @param {OtherReport} report */
function listed({title, publisher, published, url}) {
  const source = line([publisher, Words.day(published)], ', ');
  return element(
    'li',
    {},
    element('cite', {dir: 'auto'}, link(url, title || url || publisher)),
    element('span', {class: 'soft'}, ...source),
  );
}

/**
 * A dot for each report on a line from the first day to the last; this page's is a ring.
 * The list below says the same.
 *
 * @param {string[]} dates ISO 8601
 * @param {string} own This page's, or an empty string.
 */
function days(dates, own) {
  const all = [...dates, ...(Words.day(own) ? [own] : [])].map((day) => Date.parse(day));
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const dots = all.map((time, index) => {
    const dot = element('span', {class: index < dates.length ? 'dot' : 'dot own'});
    dot.style.insetInlineStart = `${last > first ? (100 * (time - first)) / (last - first) : 50}%`;
    return dot;
  });
  const day = (/** @type {number} */ time) => Words.day(new Date(time).toISOString());
  return element(
    'div',
    {class: 'timeline', 'aria-hidden': 'true'},
    element('div', {class: 'axis'}, ...dots),
    element('div', {class: 'ends'}, element('span', {}, day(first)), last > first ? element('span', {}, day(last)) : null),
  );
}
