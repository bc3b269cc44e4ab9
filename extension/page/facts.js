/**
 * What a page says about itself: title, publisher, author, date, language, label,
 * and the links of its story. Nothing is guessed: what is not stated is left out,
 * and the places that were looked at are named.
 */
var Facts = (() => {
  const LOOKED_IN = ['json-ld', 'meta', 'byline', 'time'];

  /** @type {Record<string, Article['label']>} Only what a page says of itself. */
  const LABELS = {
    OpinionNewsArticle: 'opinion',
    AdvertiserContentArticle: 'sponsored',
  };

  /** Where the rest of an article is sold, and how its open part ends. */
  const SOLD = ['paywall', 'regwall', 'subscriber-only', 'piano-offer']
    .flatMap((name) => [`[class*=${name} i]`, `[id*=${name} i]`])
    .join();
  const BROKEN_OFF = /(…|\.\.\.|\b(read|continue) (more|reading|the full (story|article)))[\s.…»›]*$/i;

  /** A page that is not free for all, and shows fewer words than this, shows a part. */
  const WHOLE = 350;

  const MOST_JSON = 500_000;
  const MOST_LINKS = 300;

  /**
   * @param {Element} story
   * @param {string} text
   * @param {string} heading The words of the page's h1, as a reader sees them.
   * @returns {Article}
   */
  function read(story, text, heading) {
    const stated = fromJsonLd(jsonLd());
    return {
      url: address(),
      title: title(heading, [stated.title, meta('og:title', 'twitter:title')]),
      publisher: stated.publisher || meta('og:site_name', 'application-name'),
      author: stated.author || meta('author', 'parsely-author') || byline(),
      published: [stated.published, ...metaDates(), ...times(story)].map(asDate).find(Boolean),
      language: document.documentElement.lang || stated.language || undefined,
      text,
      links: links(story),
      kind: 'page',
      label: stated.label,
      looked_in: LOOKED_IN,
      cut_short: isCutShort(text, stated.free) || undefined,
    };
  }

  /** @param {string} text @param {boolean} free What the page says of itself. */
  function isCutShort(text, free) {
    if (BROKEN_OFF.test(text)) return true;
    if (!free && text.split(/\s+/).length < WHOLE) return true;
    return [...document.querySelectorAll(SOLD)].some((one) => one.textContent.trim() && one.checkVisibility());
  }

  /**
   * Reads the first schema.org article among what a page states.
   *
   * @param {unknown[]} stated
   */
  function fromJsonLd(stated) {
    const article = stated
      .flatMap(graph)
      .find(({['@type']: type}) => many(type).some((name) => /Article$|BlogPosting$/.test(`${name}`)));
    const {headline, publisher, author, datePublished, inLanguage, isAccessibleForFree} = article ?? {};
    const type = many(article?.['@type']).map(String);
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
    const found = many(value).map((one) =>
      plain(typeof one === 'object' && one ? Object(one)['name'] : one),
    );
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
  function title(heading, stated) {
    const said = stated.find(Boolean);
    return (said && !alike(heading, said) ? said : heading) || plain(document.title);
  }

  /** @param {string} a @param {string} b */
  function alike(a, b) {
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
  function asDate(said) {
    const [, day, time = '', zone = ''] =
      said?.match(/^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/) ?? [];
    const date = new Date(`${day}T00:00:00Z`);
    if (!day || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) {
      return undefined;
    }
    return time ? `${day}T${time}${zone.replace(/(\d\d)(\d\d)$/, '$1:$2')}` : day;
  }

  /** @returns {unknown[]} */
  function jsonLd() {
    return [...document.querySelectorAll('script[type="application/ld+json"]')]
      .map(({textContent}) => textContent)
      .filter((text) => text.length < MOST_JSON)
      .map((text) => {
        try {
          return JSON.parse(text);
        } catch {
          return null; // Many pages have it broken; they say the same elsewhere.
        }
      });
  }

  /** @param {...string} names */
  function meta(...names) {
    return names
      .map((name) => document.querySelector(`meta[name="${name}" i], meta[property="${name}" i]`))
      .map((element) => plain(element?.getAttribute('content')))
      .find((content) => content && !/^https?:/.test(content));
  }

  function metaDates() {
    const names = ['article:published_time', 'date', 'dc.date', 'dc.date.issued', 'pubdate'];
    return [...names, 'parsely-pub-date', 'sailthru.date'].map((name) => meta(name));
  }

  function byline() {
    const found = document.querySelector('[rel~=author], [itemprop~=author], .byline');
    return plain(found?.textContent)?.replace(/^by\s+/i, '').slice(0, 200);
  }

  /** @param {Element} story */
  function times(story) {
    return ['[itemprop~=datePublished]', 'time[pubdate]', 'time[datetime]']
      .flatMap((selector) => [
        ...document.querySelectorAll(`header ${selector}`),
        ...story.querySelectorAll(selector),
        ...(selector.startsWith('[') ? document.querySelectorAll(selector) : []),
      ])
      .map((element) => plain(element.getAttribute('datetime') ?? element.getAttribute('content')));
  }

  /** The page's canonical address on its own site, else the one it was opened at. */
  function address() {
    const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
    const here = new URL(location.href);
    here.hash = '';
    if (!canonical || !URL.canParse(canonical, here)) return here.href;
    const stated = new URL(canonical, here);
    return stated.host === here.host && stated.pathname !== '/' ? stated.href : here.href;
  }

  /** @param {Element} story @returns {Link[]} */
  function links(story) {
    return /** @type {HTMLAnchorElement[]} */ ([...story.querySelectorAll('a[href]')])
      .map(({href, textContent}) => ({href, text: plain(textContent)?.slice(0, 300) ?? ''}))
      .filter(({href, text}) => text && /^https?:/.test(href))
      .slice(0, MOST_LINKS);
  }

  return {read, fromJsonLd, asDate, alike};
})();
