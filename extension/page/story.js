/**
 * Chooses the element that holds the story: what the page itself calls its body or
 * its article, if that holds a fair part of the page's paragraphs; else the element
 * that holds most of them.
 */
var Story = (() => {
  const NAMED = ['[itemprop~=articleBody]', 'article', 'main, [role=main]'];

  const NOT_THE_STORY = 'aside, nav, form, footer, figcaption, [hidden]';

  /** Less of the page's paragraph text than this is a teaser, not the story. */
  const FAIR_PART = 0.25;

  /** @returns {Element} */
  function find() {
    const paragraphs = [...document.querySelectorAll('p')]
      .filter((paragraph) => !paragraph.closest(NOT_THE_STORY))
      .map((paragraph) => ({paragraph, length: paragraph.textContent.trim().length}));
    const all = sum(paragraphs.map(({length}) => length));

    for (const selector of NAMED) {
      const [first] = [...document.querySelectorAll(selector)]
        .map((element) => ({element, length: within(element)}))
        .sort((a, b) => b.length - a.length);
      if (first && first.length > FAIR_PART * all) return first.element;
    }
    return fullestParent() ?? document.body;

    /** @param {Element} element */
    function within(element) {
      return sum(
        paragraphs
          .filter(({paragraph}) => element.contains(paragraph))
          .map(({length}) => length),
      );
    }

    /** The element whose own paragraphs, and those one level down, say most. */
    function fullestParent() {
      /** @type {Map<Element, number>} */
      const said = new Map();
      for (const {paragraph, length} of paragraphs) {
        const parent = paragraph.parentElement;
        if (parent) said.set(parent, (said.get(parent) ?? 0) + length);
        const above = parent?.parentElement;
        if (above) said.set(above, (said.get(above) ?? 0) + length / 2);
      }
      return [...said].sort(([, a], [, b]) => b - a)[0]?.[0];
    }
  }

  /** @param {number[]} lengths */
  function sum(lengths) {
    return lengths.reduce((total, length) => total + length, 0);
  }

  return {find};
})();
