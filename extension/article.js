/**
 * What a page says about itself, made of what was collected in it: title, publisher,
 * author, date, language, label. Nothing is guessed: what is not stated is left out,
 * and the places that were looked at are named.
 */

const LOOKED_IN = ['json-ld', 'meta', 'byline', 'time'];

/** @type {Record<string, Article['label']>} Only what a page says of itself. */
const LABELS = {
  OpinionNewsArticle: 'opinion',
  AdvertiserContentArticle: 'sponsored',
};

/** How the open part of a report ends where the rest is sold. */
const BROKEN_OFF = /(…|\.\.\.|\b(read|continue) (more|reading|the full (story|article)))[\s.…»›]*$/i;

/** A page that is not free for all, and shows fewer words than this, shows a part. */
const WHOLE = 350;

const DATES = [
  ...['article:published_time', 'date', 'dc.date', 'dc.date.issued', 'pubdate'],
  ...['parsely-pub-date', 'sailthru.date'],
];

/** A link's words are there to recognise it by. */
const LINK_LENGTH = 300;
const BYLINE_LENGTH = 200;

/**
 * @param {Collected} page
 * @returns {Article}
 */
export function article({here, canonical, heading, title, language, text, json, metas, byline, times, links, sold}) {
  const stated = fromJsonLd(json.map(parsed));
  const meta = (/** @type {string[]} */ ...names) => found(metas, names);
  return {
    url: address(here, canonical),
    title: titled(heading, [stated.title, meta('og:title', 'twitter:title')]) || plain(title),
    publisher: stated.publisher || meta('og:site_name', 'application-name'),
    author: stated.author || meta('author', 'parsely-author') || plain(byline)?.replace(/^by\s+/i, '').slice(0, BYLINE_LENGTH),
    published: [stated.published, ...DATES.map((name) => meta(name)), ...times.map(plain)].map(asDate).find(Boolean),
    language: language || stated.language || undefined,
    text,
    links: links
      .map(({href, text}) => ({href, text: plain(text)?.slice(0, LINK_LENGTH) ?? ''}))
      .filter(({text}) => text),
    kind: 'page',
    label: stated.label,
    looked_in: LOOKED_IN,
    cut_short: sold || isCutShort(text, stated.free) || undefined,
  };
}

/** @param {string} text @param {boolean} free What the page says of itself. */
function isCutShort(text, free) {
  return BROKEN_OFF.test(text) || (!free && text.split(/\s+/).length < WHOLE);
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Many pages have it broken; they say the same elsewhere.
  }
}

/**
 * Reads the first schema.org article among what a page states.
 *
 * @param {unknown[]} stated
 */
export function fromJsonLd(stated) {
  const found = stated
    .flatMap(graph)
    .find(({['@type']: type}) => many(type).some((name) => /Article$|BlogPosting$/.test(`${name}`)));
  const {headline, publisher, author, datePublished, inLanguage, isAccessibleForFree} = found ?? {};
  const type = many(found?.['@type']).map(String);
  return {
    title: plain(headline),
    publisher: names(publisher),
    author: names(author),
    published: plain(datePublished),
    language: plain(inLanguage),
    free: `${isAccessibleForFree}`.toLowerCase() !== 'false',
    label: type.map((name) => LABELS[name]).find(Boolean),
  };
}

/** @param {unknown} json @returns {Record<string, unknown>[]} */
function graph(json) {
  if (Array.isArray(json)) return json.flatMap(graph);
  if (typeof json !== 'object' || json === null) return [];
  const node = /** @type {Record<string, unknown>} */ (json);
  return [node, ...graph(node['@graph'])];
}

/** @param {unknown} value People or organisations, in any of schema.org's shapes. */
function names(value) {
  const found = many(value).map((one) => plain(typeof one === 'object' && one ? Object(one)['name'] : one));
  return [...new Set(found)].filter(Boolean).join(', ') || undefined;
}

/** @param {unknown} value @returns {unknown[]} */
function many(value) {
  return Array.isArray(value) ? value : [value];
}

/** @param {unknown} value */
function plain(value) {
  return (typeof value === 'string' && value.replace(/\s+/g, ' ').trim()) || undefined;
}

/**
 * The heading in the words the reader sees, if it is the title that the page
 * states elsewhere; else the stated one (the heading may be the paper's name).
 *
 * @param {string} heading
 * @param {(string | undefined)[]} stated
 */
function titled(heading, stated) {
  const said = stated.find(Boolean);
  return said && !alike(heading, said) ? said : heading;
}

/** @param {string} a @param {string} b */
export function alike(a, b) {
  const [some, others] = [wordsOf(a), wordsOf(b)];
  const shared = [...some].filter((word) => others.has(word)).length;
  return shared > 0 && shared >= Math.min(some.size, others.size) / 2;
}

/** @param {string} text */
function wordsOf(text) {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/**
 * @param {string | undefined} said
 * @returns {string | undefined} ISO 8601, a day that is on the calendar; or none.
 */
export function asDate(said) {
  const [, day, time = '', zone = ''] =
    said?.match(/^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/) ?? [];
  const date = new Date(`${day}T00:00:00Z`);
  if (!day || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) {
    return undefined;
  }
  return time ? `${day}T${time}${zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}` : day;
}

/**
 * The first of these names that a page's meta elements give words to; an address is none.
 *
 * @param {Collected['metas']} metas
 * @param {string[]} names
 */
function found(metas, names) {
  return names
    .map((name) => plain(metas.find(([other]) => other === name)?.[1]))
    .find((content) => content && !/^https?:/.test(content));
}

/**
 * The page's canonical address on its own site, else the one it was opened at.
 *
 * @param {string} opened
 * @param {string} canonical
 */
function address(opened, canonical) {
  const here = new URL(opened);
  here.hash = '';
  if (!canonical || !URL.canParse(canonical, here)) return here.href;
  const stated = new URL(canonical, here);
  return stated.host === here.host && stated.pathname !== '/' ? stated.href : here.href;
}
