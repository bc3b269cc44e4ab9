/**
 * The text of a live page, and where each stretch of it stands in the DOM.
 *
 * Blocks are joined by a blank line, runs of white space are one space, a line
 * break is a space. What a reader does not see, and what is not the story (asides,
 * navigation, forms, captions, footers), is passed over. Soft hyphens and
 * zero-width spaces only tell a browser where to break a line; they are left out.
 */
var TextMap = (() => {
  const PASSED_OVER = [
    ...['aside', 'nav', 'form', 'figcaption', 'footer', 'header', 'dialog', 'menu'],
    ...['script', 'style', 'noscript', 'template', 'svg', 'math', 'canvas', 'object'],
    ...['iframe', 'video', 'audio', 'button', 'select', 'textarea', 'input', 'h1'],
    ...['article', '[contenteditable]', '[hidden]', '[itemprop~=author]', '[rel~=author]', '.byline'],
    ...['complementary', 'navigation', 'contentinfo', 'banner', 'search', 'form']
      .concat(['dialog', 'alert', 'note', 'toolbar', 'tooltip'])
      .map((role) => `[role=${role}]`),
  ].join();

  /** Floated or positioned, these are still part of the line: initials, mostly. */
  const OF_THE_LINE = /^(a|abbr|b|bdi|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u)$/;

  const PIECES_OF_TEXT = /[\s\u00ad\u200b\u2060]+|[^\s\u00ad\u200b\u2060]+/g;
  const WORDLESS = /^[\s\u00ad\u200b\u2060]/;

  /** An element passed over by its name is part of the story if it holds so much of it. */
  const OWN_PART = 0.5;

  /**
   * @param {Element} root
   * @param {Set<Text> | null} [texts] The story, where it is known to the node; else
   *   all of `root` that is not passed over.
   * @returns {Mapped} `roots` are the page's own shadow roots that were entered.
   */
  function read(root, texts = null) {
    const writer = write();
    const all = texts && lengthOf([...texts]);
    /** @type {ShadowRoot[]} */
    const roots = [];
    visit(root, root);
    return {...writer.finish(), roots};

    /** @param {Node} node @param {Element} parent */
    function visit(node, parent) {
      if (node instanceof Text) {
        if (texts && !texts.has(node)) writer.gap(false);
        else if (isSeen(parent)) writer.words(node);
        return;
      }
      if (!(node instanceof Element)) return;
      if (node.localName === 'br') return writer.space();
      if (node !== root && node.matches(PASSED_OVER) && !holdsStory(node)) {
        return writer.gap(!isInline(node));
      }
      const {display} = getComputedStyle(node);
      if (display === 'none') return writer.gap(false);

      const inline = node !== root && isInline(node);
      if (!inline) writer.block();
      if (node.shadowRoot) roots.push(node.shadowRoot);
      for (const child of shown(node)) visit(child, node);
      if (!inline) writer.block();
    }

    /** @param {Element} element */
    function holdsStory(element) {
      if (!texts || !all) return false;
      return lengthOf([...texts].filter((node) => element.contains(node))) >= OWN_PART * all;
    }
  }

  /** @param {Text[]} texts */
  function lengthOf(texts) {
    return texts.reduce((sum, {data}) => sum + data.trim().length, 0);
  }

  /**
   * What a browser shows inside an element: its shadow tree and what is slotted.
   *
   * @param {Element} element
   * @returns {Iterable<Node>}
   */
  function shown(element) {
    if (element.shadowRoot) return element.shadowRoot.childNodes;
    if (element instanceof HTMLSlotElement) {
      const slotted = element.assignedNodes({flatten: true});
      if (slotted.length) return slotted;
    }
    return element.childNodes;
  }

  /** @param {Element} element */
  function isInline(element) {
    const {display, float, position} = getComputedStyle(element);
    if (/^(inline|contents|ruby)/.test(display)) return true;
    const moved = float !== 'none' || position === 'absolute';
    return moved && OF_THE_LINE.test(element.localName);
  }

  /** @param {Element} element */
  function isSeen(element) {
    return getComputedStyle(element).visibility === 'visible';
  }

  /** Writes a text, and keeps account of where each stretch of it came from. */
  function write() {
    let text = '';
    /** @type {Piece[]} */
    const pieces = [];
    let blockEnds = false;
    let apart = false;
    /** @type {{node: Text | null, at: number} | null} A space that waits for a word. */
    let waiting = null;

    /** @param {Text} node */
    function words(node) {
      for (const {0: run, index: at = 0} of node.data.matchAll(PIECES_OF_TEXT)) {
        if (!WORDLESS.test(run)) word(node, at, run);
        else if (/\s/.test(run)) waiting ??= {node, at: at + run.search(/\s/)};
      }
    }

    /** @param {Text} node @param {number} at @param {string} run */
    function word(node, at, run) {
      if (text && blockEnds) text += '\n\n';
      else if (text && waiting) {
        if (waiting.node) add(waiting.node, waiting.at, ' ');
        else text += ' ';
      }
      if (blockEnds) apart = true;
      blockEnds = false;
      waiting = null;
      add(node, at, run.toWellFormed());
    }

    /** @param {Text} node @param {number} at @param {string} run */
    function add(node, at, run) {
      const start = text.length;
      const last = pieces.at(-1);
      const follows =
        last?.node === node && last.end === start && last.at + start - last.start === at;
      text += run;
      if (follows && !apart) last.end = text.length;
      else pieces.push({start, end: text.length, node, at, apart});
      apart = false;
    }

    function block() {
      blockEnds = true;
    }

    function space() {
      waiting ??= {node: null, at: 0};
    }

    /** @param {boolean} isBlock Whether what was passed over breaks the line. */
    function gap(isBlock) {
      apart = true;
      blockEnds ||= isBlock;
    }

    function finish() {
      return {text, pieces};
    }

    return {words, block, space, gap, finish};
  }

  /**
   * The stretches of the DOM that show `text.slice(start, end)`: one range, or one
   * for each part where blocks or things passed over stand between.
   *
   * @param {Piece[]} pieces
   * @param {Span} span UTF-16 units.
   * @returns {Range[]}
   */
  function ranges(pieces, {start, end}) {
    /** @type {Range[]} */
    const found = [];
    for (const {node, at, apart, ...piece} of pieces.slice(firstAfter(pieces, start))) {
      if (piece.start >= end) break;
      const from = at + Math.max(0, start - piece.start);
      const to = at + Math.min(piece.end, end) - piece.start;
      const last = found.at(-1);
      if (last && !apart && last.startContainer.getRootNode() === node.getRootNode()) {
        last.setEnd(node, to);
      } else {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        found.push(range);
      }
    }
    return found;
  }

  /**
   * @param {Piece[]} pieces
   * @param {number} start
   * @returns {number} The index of the first piece that ends after `start`.
   */
  function firstAfter(pieces, start) {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = pieces[middle];
      if (piece && piece.end > start) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  return {read, write, ranges};
})();
