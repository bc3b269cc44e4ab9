/**
 * Finds the place in the page's text that a note is about, or none.
 *
 * First by its offsets, which hold unless the page has changed since it was read;
 * then by its words and what stands around them. Where the words stand in several
 * places that the surroundings do not tell apart, or stand alone in surroundings
 * that are not theirs, there is no answer: no mark is better than a mark on the
 * wrong sentence.
 */
var Anchor = (() => {
  /** Of the surroundings that came with a quote, at least this share must agree. */
  const LEAST_AGREEMENT = 0.5;

  /**
   * @param {string} text
   * @param {(point: number) => number} toUnits Gives NaN where offsets do not hold.
   * @param {Span | null} span Code points.
   * @param {Quote} quote
   * @returns {Span | null} UTF-16 units.
   */
  function place(text, toUnits, span, quote) {
    if (span) {
      const start = toUnits(span.start);
      const end = toUnits(span.end);
      if (start < end && text.slice(start, end) === quote.exact) return {start, end};
    }
    return locate(text, quote);
  }

  /**
   * @param {string} text
   * @param {Quote} quote
   * @returns {Span | null} UTF-16 units.
   */
  function locate(text, {exact, prefix = '', suffix = ''}) {
    const page = text.replace(/[^\S\n]/g, ' ');
    const words = asMapped(exact).trim();
    const before = asMapped(prefix);
    const after = asMapped(suffix);
    if (!words) return null;

    let best = null;
    let most = -1;
    let tied = false;
    for (let at = page.indexOf(words); at !== -1; at = page.indexOf(words, at + 1)) {
      const end = at + words.length;
      const agreement =
        sharedTail(page.slice(Math.max(0, at - before.length), at), before) +
        sharedHead(page.slice(end, end + after.length), after);
      tied = agreement === most || (tied && agreement < most);
      if (agreement > most) {
        best = {start: at, end};
        most = agreement;
      }
    }
    const certain = most >= LEAST_AGREEMENT * (before.length + after.length);
    return certain && !tied ? best : null;
  }

  /**
   * White space as a text map writes it: a blank line between blocks, else a space.
   *
   * @param {string} text
   */
  function asMapped(text) {
    return text.replace(/\s+/g, (space) => (/\n\s*\n/.test(space) ? '\n\n' : ' '));
  }

  /** @param {string} a @param {string} b */
  function sharedHead(a, b) {
    let length = 0;
    while (length < a.length && a[length] === b[length]) length += 1;
    return length;
  }

  /** @param {string} a @param {string} b */
  function sharedTail(a, b) {
    let length = 0;
    while (length < a.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
    return length;
  }

  return {place, locate, sharedHead, sharedTail};
})();
