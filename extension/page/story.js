/**
 * Chooses where the story stands: in the element that the page itself calls its
 * article's body; else in the text nodes that Mozilla's Readability leaves over, where
 * it has been loaded; else in the page's article or main part, or in the element that
 * holds most of its paragraphs.
 */
var Story = (() => {
  const BODY = '[itemprop~=articleBody]';
  const NAMED = ['article', 'main, [role=main]'];

  const NOT_THE_STORY = 'aside, nav, form, footer, figcaption, [hidden]';

  /** Less of the page's paragraph text than this is a teaser, not the story. */
  const FAIR_PART = 0.25;

  /** Whether Readability has something to decide here. */
  function isOpen() {
    return !named(BODY) && ![...document.querySelectorAll('*')].some(({shadowRoot}) => shadowRoot);
  }

  /** @returns {Story} */
  function find() {
    const body = named(BODY);
    const texts = typeof Choice !== 'undefined' && isOpen() ? Choice.texts() : null;
    if (texts) return {element: around([...texts]), texts};
    const element = body ?? NAMED.map(named).find(Boolean) ?? fullestParent();
    return {element: element ?? document.body, texts: null};
  }

  /**
   * The element of this name that holds most, if that is a fair part of it all.
   *
   * @param {string} selector
   */
  function named(selector) {
    const said = paragraphs();
    const all = sum(said.map(({length}) => length));
    const [first] = [...document.querySelectorAll(selector)]
      .map((element) => ({
        element,
        length: sum(said.map((one) => (element.contains(one.paragraph) ? one.length : 0))),
      }))
      .sort((a, b) => b.length - a.length);
    return first && first.length > FAIR_PART * all ? first.element : null;
  }

  /** The element whose own paragraphs, and those one level down, say most. */
  function fullestParent() {
    /** @type {Map<Element, number>} */
    const said = new Map();
    for (const {paragraph, length} of paragraphs()) {
      const parent = paragraph.parentElement;
      if (parent) said.set(parent, (said.get(parent) ?? 0) + length);
      const above = parent?.parentElement;
      if (above) said.set(above, (said.get(above) ?? 0) + length / 2);
    }
    return [...said].sort(([, a], [, b]) => b - a)[0]?.[0];
  }

  function paragraphs() {
    return [...document.querySelectorAll('p')]
      .filter((paragraph) => !paragraph.closest(NOT_THE_STORY))
      .map((paragraph) => ({paragraph, length: paragraph.textContent.trim().length}));
  }

  /** The smallest element that holds them all. @param {Text[]} texts In page order. */
  function around(texts) {
    const range = document.createRange();
    range.setStartBefore(/** @type {Text} */ (texts[0]));
    range.setEndAfter(/** @type {Text} */ (texts.at(-1)));
    const {commonAncestorContainer: node} = range;
    return node instanceof Element ? node : document.body;
  }

  /** @param {number[]} lengths */
  function sum(lengths) {
    return lengths.reduce((total, length) => total + length, 0);
  }

  return {find, isOpen};
})();
