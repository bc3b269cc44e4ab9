/**
 * Underlines passages by the CSS Custom Highlight API: the page's DOM stays as its
 * publisher wrote it, and nothing is laid out anew. Each family has its highlight,
 * whose colour and pattern come from the design tokens, in the palette that suits
 * the article's own background.
 */
var Marks = (() => {
  const OPEN = 'sidelight-open';

  /**
   * @param {Placed[]} placed
   * @param {string} rules The sheet that draws them.
   * @param {ShadowRoot[]} roots The page's shadow roots in which passages stand.
   */
  function paint(placed, rules, roots) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    for (const place of [document, ...roots]) place.adoptedStyleSheets.push(sheet);
    const families = new Set(placed.map(({note}) => note.family));
    for (const family of families) {
      const ranges = placed
        .filter(({note}) => note.family === family)
        .flatMap((one) => one.ranges);
      CSS.highlights.set(`sidelight-${family}`, new Highlight(...ranges));
    }

    /** @param {Range[]} ranges Whose card is open; none when it was closed. */
    function open(ranges) {
      CSS.highlights.delete(OPEN);
      if (ranges.length) CSS.highlights.set(OPEN, new Highlight(...ranges));
    }

    /**
     * @param {number} x
     * @param {number} y In the viewport.
     * @returns {Placed[]} What stands at a point, the shortest passage first.
     */
    function at(x, y) {
      return placed
        .filter(({ranges}) => ranges.some((range) => touches(range, x, y)))
        .sort((a, b) => length(a) - length(b));
    }

    function clear() {
      for (const name of [OPEN, ...[...families].map((family) => `sidelight-${family}`)]) {
        CSS.highlights.delete(name);
      }
      for (const place of [document, ...roots]) {
        place.adoptedStyleSheets = place.adoptedStyleSheets.filter((one) => one !== sheet);
      }
    }

    return {open, at, clear};
  }

  /** @param {Range} range @param {number} x @param {number} y */
  function touches(range, x, y) {
    return [...range.getClientRects()].some(
      ({left, right, top, bottom}) => left <= x && x <= right && top <= y && y <= bottom,
    );
  }

  /** @param {Placed} placed */
  function length({ranges}) {
    return ranges.reduce((sum, range) => sum + range.toString().length, 0);
  }

  return {paint};
})();
