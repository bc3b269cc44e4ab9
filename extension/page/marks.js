/**
 * Underlines passages by the CSS Custom Highlight API: the page's DOM stays as its
 * publisher wrote it, and nothing is laid out anew. Each family has its highlight,
 * whose colour and pattern come from the design tokens, in the palette that suits
 * the article's own background.
 */
var Marks = (() => {
  const FAMILIES = [
    ...['who-says-so', 'what-it-rests-on', 'other-reports', 'time-and-headline'],
    ...['wording', 'page'],
  ];
  const OPEN = 'sidelight-open';

  /** A wash under the words tells a mark from a link; stronger where a card is open. */
  const WASH = {mark: '9%', open: '18%'};

  /**
   * @param {Placed[]} placed
   * @param {string} tokens The text of tokens.css.
   * @param {Theme} theme
   * @param {ShadowRoot[]} roots The page's shadow roots in which passages stand.
   */
  function paint(placed, tokens, theme, roots) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules(tokens, theme));
    for (const place of [document, ...roots]) place.adoptedStyleSheets.push(sheet);
    for (const family of FAMILIES) {
      const ranges = placed
        .filter(({note}) => note.family === family)
        .flatMap((one) => one.ranges);
      if (ranges.length) CSS.highlights.set(`sidelight-${family}`, new Highlight(...ranges));
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
      for (const name of [OPEN, ...FAMILIES.map((family) => `sidelight-${family}`)]) {
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

  /**
   * The sheet that draws the marks. It stands in the page, where custom properties
   * of ours must not: so the tokens' values are written out.
   *
   * @param {string} tokens
   * @param {Theme} theme
   */
  function rules(tokens, theme) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens);
    const root = [...sheet.cssRules].find(
      (rule) => rule instanceof CSSStyleRule && rule.selectorText.startsWith(':root,'),
    );
    const style = /** @type {CSSStyleRule} */ (root).style;
    const marks = FAMILIES.map((family) => {
      const colour = inTheme(style, `--${family}`, theme);
      const line = style.getPropertyValue(`--${family}-line`);
      return `::highlight(sidelight-${family}) {
        text-decoration: underline ${line} ${colour} 2px;
        text-underline-offset: 3px;
        text-decoration-skip-ink: none;
        background-color: color-mix(in srgb, ${colour} ${WASH.mark}, transparent);
      }`;
    });
    const open = inTheme(style, '--line-strong', theme);
    return `${marks.join('\n')}
      ::highlight(${OPEN}) {
        background-color: color-mix(in srgb, ${open} ${WASH.open}, transparent);
      }
      @media print { ${FAMILIES.map((f) => `::highlight(sidelight-${f})`)}, ::highlight(${OPEN}) {
        background-color: transparent;
      } }`;
  }

  /**
   * The value of a token in one theme, through as many others as it is made of.
   *
   * @param {CSSStyleDeclaration} style
   * @param {string} name
   * @param {Theme} theme
   * @returns {string}
   */
  function inTheme(style, name, theme) {
    const value = style.getPropertyValue(name).trim();
    const [, other] = value.match(/^var\((--[\w-]+)\)$/) ?? [];
    if (other) return inTheme(style, other, theme);
    const [, light, dark] = value.match(/^light-dark\((.+), (.+)\)$/) ?? [];
    return (theme === 'dark' ? dark : light) ?? value;
  }

  return {paint};
})();
