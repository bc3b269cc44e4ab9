/** What goes over the wire, field by field and in full, as a reader can look through it. */

const {element} = Build;

/** What a reader looks for first; whatever else there is comes behind. */
const FIRST = ['title', 'url', 'publisher', 'author', 'published', 'language'];

/** @param {Sent} body @returns {HTMLElement[]} */
export function sent({text, links, reports, ...fields}) {
  const plain = Object.entries(fields)
    .filter(([, value]) => value !== undefined && `${value}`)
    .sort(([a], [b]) => rank(a) - rank(b));
  return [
    element('dl', {class: 'wire'}, ...plain.flatMap(([name, value]) => field(name, `${Array.isArray(value) ? value.join(', ') : value}`))),
    ...whole('text', Words.count('words', text.split(/\s+/).filter(Boolean).length), text),
    ...(links.length ? whole('links', Words.count('linksSent', links.length), links.map(({href, text}) => `${text}\n${href}`).join('\n\n')) : []),
    ...(reports ?? []).flatMap((report) => whole('reports', report.title || report.url, report.text)),
  ];
}

/** @param {string} name */
function rank(name) {
  return FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length;
}

/** @param {string} name @param {string} value */
function field(name, value) {
  return [element('dt', {}, name), element('dd', {dir: 'auto'}, value)];
}

/** @param {string} name @param {string} about @param {string} value */
function whole(name, about, value) {
  return [
    element(
      'details',
      {open: name === 'text'},
      element('summary', {}, element('code', {}, name), ' ', about),
      element('div', {class: 'full', dir: 'auto', tabindex: '0', role: 'region', 'aria-label': about}, value),
    ),
  ];
}
