/**
 * Choosing a passage: by selecting words, by a click or tap on a sentence, or by the
 * arrow keys once the text has the focus. Whatever the way, the passage is the page's
 * own selection, so that it looks and reads aloud as readers know it.
 */

/**
 * @param {HTMLElement} root The text; it takes the focus.
 * @param {import('./text.js').PageText} text
 * @param {Span[]} sentences
 * @param {{chosen: (span: Span | null) => void, ask: () => void, say: (words: string) => void,
 *   hit: (x: number, y: number) => boolean}} tell `hit` is whether a click was on a mark.
 */
export function choosing(root, text, sentences, tell) {
  /** @type {Span | null} */
  let now = null;
  let byKeys = false;

  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection();
    if (!selection?.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (!root.contains(range.commonAncestorContainer) && !root.contains(selection.anchorNode)) return;
    take(selection.isCollapsed ? null : text.spanOf(range));
  });

  /** @param {Span | null} span */
  function take(span) {
    if (same(span, now)) return;
    now = span;
    tell.chosen(span);
    if (span && byKeys) tell.say(text.words(span));
  }

  root.addEventListener('click', (event) => {
    const on = /** @type {Element} */ (event.target);
    if (event.button || document.getSelection()?.isCollapsed === false) return;
    if (on.closest('a[href], button, summary, .margin')) return;
    if (tell.hit(event.clientX, event.clientY)) return;
    const place = caretAt(event.clientX, event.clientY);
    const point = place && text.pointOf(place.node, place.offset);
    const sentence = sentences.find(({start, end}) => point !== null && start <= point && point < end);
    if (sentence) select(sentence);
  });

  root.addEventListener('keydown', (event) => {
    if (event.target !== root || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = acts(event.shiftKey)[event.key];
    if (!act) return;
    byKeys = true;
    event.preventDefault();
    act();
  });
  root.addEventListener('pointerdown', () => (byKeys = false));

  /** @param {boolean} longer @returns {Record<string, () => void>} */
  function acts(longer) {
    return {
      ArrowDown: () => (longer ? grow(sentenceEnds(), 1) : sentence(1)),
      ArrowUp: () => (longer ? grow(sentenceEnds(), -1) : sentence(-1)),
      ArrowRight: () => (longer ? grow(wordEnds(), 1) : word(1)),
      ArrowLeft: () => (longer ? grow(wordEnds(), -1) : word(-1)),
      Home: () => choose(sentences[0]),
      End: () => choose(sentences.at(-1)),
      Enter: () => (now ? tell.ask() : sentence(1)),
      ' ': () => (now ? tell.ask() : sentence(1)),
      Escape: clear,
    };
  }

  /** @param {1 | -1} step */
  function sentence(step) {
    const here = now;
    if (!here) return choose(sentences[0]);
    const next = step > 0
      ? sentences.find(({start}) => start > here.start)
      : sentences.findLast(({start}) => start < here.start);
    choose(next);
  }

  /** @param {1 | -1} step */
  function word(step) {
    const here = now ?? {start: -1, end: -1};
    const all = wordSpans();
    choose(step > 0
      ? all.find(({start}) => start > here.start || (start === here.start && here.end > here.start && start + 1 > here.end))
      : all.findLast(({start}) => start < here.start));
  }

  /** Moves the end to the next of some places, and never before the start. @param {number[]} ends @param {1 | -1} step */
  function grow(ends, step) {
    const here = now;
    if (!here) return sentence(1);
    const end = step > 0
      ? ends.find((place) => place > here.end)
      : ends.findLast((place) => place < here.end && place > here.start);
    if (end !== undefined) choose({start: here.start, end});
  }

  /** @param {Span | undefined} span */
  function choose(span) {
    if (!span) return;
    select(span);
    const [range] = text.rangesOf(span);
    range?.startContainer.parentElement?.scrollIntoView({block: 'nearest'});
  }

  /** @param {Span} span */
  function select(span) {
    const ranges = text.rangesOf(span);
    const first = ranges[0];
    const last = ranges.at(-1);
    if (!first || !last) return;
    document.getSelection()?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
    take(span); // The page's own event comes later than the next key may.
  }

  function clear() {
    now = null;
    document.getSelection()?.removeAllRanges();
    tell.chosen(null);
  }

  /** @type {Span[]} */
  let words = [];
  function wordSpans() {
    if (!words.length) words = text.paragraphs.flatMap(({start, data}) => {
      let at = start;
      let last = 0;
      return [...data.matchAll(/\S+/g)].map(({0: run, index = 0}) => {
        at += [...data.slice(last, index)].length;
        last = index;
        return {start: at, end: at + [...run].length};
      });
    });
    return words;
  }

  function wordEnds() {
    return wordSpans().map(({end}) => end);
  }

  function sentenceEnds() {
    return sentences.map(({end}) => end);
  }

  return {clear, select};
}

/** @param {Span | null} a @param {Span | null} b */
function same(a, b) {
  return a?.start === b?.start && a?.end === b?.end;
}

/** @param {number} x @param {number} y @returns {{node: Node, offset: number} | null} */
function caretAt(x, y) {
  const page = /** @type {any} */ (document);
  if (page.caretPositionFromPoint) {
    const place = page.caretPositionFromPoint(x, y);
    return place && {node: place.offsetNode, offset: place.offset};
  }
  const range = page.caretRangeFromPoint?.(x, y);
  return range && {node: range.startContainer, offset: range.startOffset};
}
