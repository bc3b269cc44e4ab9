/**
 * The text of a report on a page of ours: paragraphs that say at which code point they
 * begin. Spans count code points of the whole text, as the service does; the DOM counts
 * UTF-16 units of each text node.
 */

/** @typedef {{start: number, end: number, data: string, element: HTMLElement, nodes: {node: Text, at: number}[]}} Paragraph */

/**
 * @typedef {{paragraphs: Paragraph[], pointOf: (node: Node, offset: number) => number | null,
 *   spanOf: (range: Range) => Span | null, rangesOf: (span: Span) => Range[],
 *   words: (span: Span) => string, trimmed: (span: Span) => Span | null}} PageText
 */

/** @param {HTMLElement} root @returns {PageText} */
export function textOf(root) {
  /** @type {Paragraph[]} */
  const paragraphs = [...root.querySelectorAll('[data-start]')].map((element) =>
    paragraph(/** @type {HTMLElement} */ (element)),
  );

  /**
   * @param {Node} node
   * @param {number} offset
   * @returns {number | null} The code point at a place of the DOM; `null` outside.
   */
  function pointOf(node, offset) {
    const here = paragraphs.find(({element}) => element.contains(node));
    if (!here) return outside(node, offset);
    const unit = unitOf(here, node, offset);
    return here.start + [...here.data.slice(0, unit)].length;
  }

  /** A place between paragraphs: the beginning of the next one. @param {Node} node @param {number} offset */
  function outside(node, offset) {
    if (!root.contains(node)) return null;
    const place = document.createRange();
    place.setStart(node, offset);
    const next = paragraphs.find(
      ({element}) => place.comparePoint(element, 0) >= 0,
    );
    return next ? next.start : (paragraphs.at(-1)?.end ?? null);
  }

  /** @param {Range} range @returns {Span | null} Without white space at its ends. */
  function spanOf(range) {
    const start = pointOf(range.startContainer, range.startOffset);
    const end = pointOf(range.endContainer, range.endOffset);
    return start === null || end === null || start >= end ? null : trimmed({start, end});
  }

  /** @param {Span} span @returns {Span | null} */
  function trimmed({start, end}) {
    const inside = slice({start, end});
    const lead = inside.findIndex((character) => character.trim());
    if (lead < 0) return null;
    const tail = inside.toReversed().findIndex((character) => character.trim());
    return {start: start + lead, end: end - tail};
  }

  /** @param {Span} span @returns {Range[]} One for each paragraph that it is in. */
  function rangesOf(span) {
    return paragraphs.flatMap((one) => {
      const start = Math.max(span.start, one.start);
      const end = Math.min(span.end, one.end);
      if (start >= end) return [];
      const toUnits = CodePoints.toUnits(one.data);
      return [rangeIn(one, toUnits(start - one.start), toUnits(end - one.start))];
    });
  }

  /** The characters of a span; between paragraphs stand line feeds. @param {Span} span */
  function slice({start, end}) {
    /** @type {string[]} */
    const found = [];
    for (const one of paragraphs) {
      while (found.length + start < Math.min(one.start, end)) found.push('\n');
      if (one.end <= start || one.start >= end) continue;
      found.push(...[...one.data].slice(Math.max(0, start - one.start), end - one.start));
    }
    return found;
  }

  /** @param {Span} span @returns {string} */
  function words(span) {
    return slice(span).join('');
  }

  return {paragraphs, pointOf, spanOf, rangesOf, words, trimmed};
}

/** @param {HTMLElement} element @returns {Paragraph} */
function paragraph(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('.ref') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  /** @type {{node: Text, at: number}[]} */
  const nodes = [];
  let data = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = /** @type {Text} */ (node);
    nodes.push({node: text, at: data.length});
    data += text.data;
  }
  const start = Number(element.dataset['start']);
  return {start, end: start + [...data].length, data, element, nodes};
}

/** @param {Paragraph} here @param {Node} node @param {number} offset */
function unitOf(here, node, offset) {
  const found = here.nodes.find((one) => one.node === node);
  if (found) return found.at + offset;
  const place = document.createRange();
  place.setStart(node, offset);
  const next = here.nodes.find((one) => place.comparePoint(one.node, 0) >= 0);
  return next ? next.at : here.data.length;
}

/** @param {Paragraph} here @param {number} start @param {number} end */
function rangeIn(here, start, end) {
  const range = document.createRange();
  const first = here.nodes.findLast(({at}) => at <= start) ?? here.nodes[0];
  const last = here.nodes.findLast(({at}) => at < end) ?? first;
  if (first && last) {
    range.setStart(first.node, start - first.at);
    range.setEnd(last.node, end - last.at);
  }
  return range;
}
