/**
 * Between the wire, which counts Unicode code points as Python does, and the DOM,
 * which counts UTF-16 units: an emoji is one there and two here.
 */
var CodePoints = (() => {
  const ASTRAL = /[\u{10000}-\u{10FFFF}]/u;

  /**
   * @param {string} text
   * @returns {(point: number) => number} The unit at which a code point begins;
   *   the length of the text for one past its end; NaN for what lies outside.
   */
  function toUnits(text) {
    if (!ASTRAL.test(text)) return (point) => inside(point, text.length);
    /** @type {number[]} */
    const starts = [];
    let unit = 0;
    for (const character of text) {
      starts.push(unit);
      unit += character.length;
    }
    starts.push(unit);
    return (point) => starts[point] ?? NaN;
  }

  /** @param {number} point @param {number} length */
  function inside(point, length) {
    return Number.isInteger(point) && point >= 0 && point <= length ? point : NaN;
  }

  return {toUnits};
})();
