/**
 * The text nodes of a story, where a page does not say which element is its body:
 * Mozilla's Readability reads a clone of the page, and what it leaves over is found
 * again in the live page. Nothing of the live page is touched.
 */
var Choice = (() => {
  const TAG = 'data-sidelight-at';

  /** Paragraphs that are (nearly) all link lead away from the story. */
  const LINKED_PART = 0.8;

  const BLOCKS = 'p, li, h2, h3, h4, h5, h6, dd, dt, td, blockquote, div, section, body';

  /**
   * @returns {Set<Text> | null} `null` where Readability is not there or finds nothing.
   */
  function texts() {
    if (typeof Readability === 'undefined') return null;
    const copy = /** @type {Document} */ (document.cloneNode(true));
    const live = [...document.querySelectorAll('*')];
    copy.querySelectorAll('*').forEach((element, at) => element.setAttribute(TAG, `${at}`));
    const content = survivors(copy);
    if (!content) return null;
    const kept = [...inLivePage(content, live)];
    const away = ledAway(kept);
    const story = kept.filter((node) => !away.has(blockOf(node)));
    return story.length ? new Set(story) : null;
  }

  /** @param {Document} copy @returns {Element | null} */
  function survivors(copy) {
    const how = {serializer: (/** @type {Element} */ element) => element, disableJSONLD: true};
    try {
      return new Readability(copy, how).parse()?.content ?? null;
    } catch {
      return null; // A page that it cannot read; the page's own elements decide.
    }
  }

  /**
   * Text nodes of what was left over, as they stand in the live page: equal text in
   * the live counterpart of the nearest element that carries a tag.
   *
   * @param {Element} content
   * @param {Element[]} live
   */
  function* inLivePage(content, live) {
    /** @type {Map<Element, Text[]>} What is not yet matched, in order. */
    const left = new Map();
    for (const {data, parentElement} of textsOf(content)) {
      const at = parentElement?.closest(`[${TAG}]`)?.getAttribute(TAG);
      const host = live[Number(at ?? NaN)] ?? document.body;
      const texts = left.get(host) ?? [...textsOf(host)];
      left.set(host, texts);
      const index = texts.findIndex((node) => node.data.trim() === data.trim());
      if (index >= 0) yield* texts.splice(index, 1);
    }
  }

  /**
   * @param {Text[]} kept
   * @returns {Set<Element | null>} Blocks that are links and little else.
   */
  function ledAway(kept) {
    /** @type {Map<Element | null, {all: number, linked: number}>} */
    const blocks = new Map();
    for (const node of kept) {
      const sum = blocks.get(blockOf(node)) ?? {all: 0, linked: 0};
      blocks.set(blockOf(node), sum);
      const {length} = node.data.trim();
      sum.all += length;
      if (node.parentElement?.closest('a[href]')) sum.linked += length;
    }
    const linked = [...blocks].filter(([, sum]) => sum.linked > LINKED_PART * sum.all);
    return new Set(linked.map(([block]) => block));
  }

  /** @param {Text} node */
  function blockOf(node) {
    return node.parentElement?.closest(BLOCKS) ?? null;
  }

  /** @param {Element} root @returns {Generator<Text>} Those that hold words. */
  function* textsOf(root) {
    const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = /** @type {Text} */ (node);
      if (/\S/.test(text.data)) yield text;
    }
  }

  return {texts};
})();
