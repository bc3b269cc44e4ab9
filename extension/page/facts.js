/**
 * What a page says about itself, collected word for word; `article.js` makes sense of
 * it outside of the page.
 */
var Facts = (() => {
  /** Where the rest of an article is sold. */
  const SOLD = ['paywall', 'regwall', 'subscriber-only', 'piano-offer']
    .flatMap((name) => [`[class*=${name} i]`, `[id*=${name} i]`])
    .join();

  const MOST_JSON = 500_000;
  const MOST_LINKS = 300;

  /**
   * @param {Element} story
   * @param {string} text
   * @param {string} heading The words of the page's h1, as a reader sees them.
   * @returns {Collected}
   */
  function read(story, text, heading) {
    return {
      here: location.href,
      canonical: all('link[rel=canonical]')[0]?.getAttribute('href') ?? '',
      heading,
      title: document.title,
      language: document.documentElement.lang,
      text,
      json: all('script[type="application/ld+json"]')
        .map(({textContent}) => textContent)
        .filter(({length}) => length < MOST_JSON),
      metas: all('meta[content]').flatMap((meta) =>
        ['name', 'property'].map((name) => [
          `${meta.getAttribute(name)}`.toLowerCase(),
          meta.getAttribute('content') ?? '',
        ]),
      ),
      byline: all('[rel~=author], [itemprop~=author], .byline')[0]?.textContent ?? '',
      times: times(story),
      links: /** @type {HTMLAnchorElement[]} */ (all('a[href]', story))
        .map(({href, textContent}) => ({href, text: textContent}))
        .filter(({href, text}) => text.trim() && /^https?:/.test(href))
        .slice(0, MOST_LINKS),
      sold: all(SOLD).some((one) => one.textContent.trim() && one.checkVisibility()),
    };
  }

  /** @param {string} selector @param {ParentNode} [root] */
  function all(selector, root = document) {
    return [...root.querySelectorAll(selector)];
  }

  /** @param {Element} story */
  function times(story) {
    return ['[itemprop~=datePublished]', 'time[pubdate]', 'time[datetime]']
      .flatMap((selector) => [
        ...all(`header ${selector}`),
        ...all(selector, story),
        ...(selector.startsWith('[') ? all(selector) : []),
      ])
      .map((one) => one.getAttribute('datetime') ?? one.getAttribute('content') ?? '');
  }

  return {read};
})();
