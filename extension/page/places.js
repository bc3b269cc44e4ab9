/**
 * The page as it was read, and the places in it that notes are about.
 */
var Places = (() => {
  /** A check that finds agreement is listed, not underlined. */
  const LISTED_ALONE = new Set(['corroborated']);

  /** @param {Story} story @returns {PageRead} */
  function read(story) {
    const mapped = TextMap.read(story.element, story.texts);
    const h1 = [...document.querySelectorAll('h1')].find((one) => one.checkVisibility());
    const heading = h1 ? TextMap.read(h1) : null;
    const facts = Facts.read(story.element, mapped.text, heading?.text ?? '');
    return {mapped, heading, facts};
  }

  /**
   * Finds each note's place. What has none for certain is left out, and counted.
   *
   * @param {Note[]} notes
   * @param {PageRead} page As it is now.
   * @param {string} sent The text that the notes are on: the page may have changed.
   * @returns {{placed: Placed[], lost: Note[]}} In reading order: the heading first,
   *   what is about the whole report last.
   */
  function find(notes, page, sent) {
    const toUnits = offsets(sent, page.mapped.text);
    const found = notes
      .map((note) => one(note, page, toUnits))
      .filter((place) => place !== null)
      .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
    const lost = notes.filter((note) => !found.some((place) => place.note === note));
    return {placed: found, lost};
  }

  /**
   * @param {Note} note
   * @param {PageRead} page
   * @param {(point: number) => number} toUnits
   * @returns {(Placed & {at: number}) | null}
   */
  function one(note, {mapped, heading}, toUnits) {
    const {part, quote, span: points, check} = note;
    if (part === 'article' || !quote) return {note, ranges: [], at: Infinity};
    if (part === 'title') {
      // The title may be known from elsewhere than the heading: then it is listed.
      const span = heading && Anchor.locate(heading.text, quote);
      return {note, ranges: span ? TextMap.ranges(heading.pieces, span) : [], at: -1};
    }
    const span = Anchor.place(mapped.text, toUnits, points, quote);
    if (!span) return null;
    if (LISTED_ALONE.has(check)) return {note, ranges: [], at: span.start};
    const ranges = TextMap.ranges(mapped.pieces, span);
    return ranges.length ? {note, ranges, at: span.start} : null;
  }

  /**
   * Finds a passage that is no note's, as the voices' are.
   *
   * @param {Passage} passage
   * @param {PageRead} page
   * @param {string} sent
   * @returns {Range[]} None where it has no certain place.
   */
  function passage({exact, prefix, suffix, span: points}, {mapped}, sent) {
    const span = Anchor.place(mapped.text, offsets(sent, mapped.text), points, {exact, prefix, suffix});
    return span ? TextMap.ranges(mapped.pieces, span) : [];
  }

  /**
   * Where the code points of a text stand in another that it has become: what both
   * begin with, or end with, has only moved. NaN between the two.
   *
   * @param {string} sent
   * @param {string} text
   * @returns {(point: number) => number} UTF-16 units.
   */
  function offsets(sent, text) {
    const toUnits = CodePoints.toUnits(sent);
    const {head, tail} = shared(sent, text);
    return (point) => {
      const unit = toUnits(point);
      if (unit <= head) return unit;
      return unit >= sent.length - tail ? unit + text.length - sent.length : NaN;
    };
  }

  /** Whether a text is still the story that it was: half of it stands at either end. */
  function isStill(/** @type {string} */ sent, /** @type {string} */ text) {
    const {head, tail} = shared(sent, text);
    return head + tail >= sent.length / 2;
  }

  /** @param {string} sent @param {string} text In units; the two never meet. */
  function shared(sent, text) {
    const head = Anchor.sharedHead(sent, text);
    return {head, tail: Anchor.sharedTail(sent.slice(head), text.slice(head))};
  }

  /** Whether two notes share words. @param {Placed} a @param {Placed} b */
  function meet(a, b) {
    return a.ranges.some((one) => b.ranges.some((other) => overlap(one, other)));
  }

  /** @param {Range} a @param {Range} b */
  function overlap(a, b) {
    return (
      a.startContainer.getRootNode() === b.startContainer.getRootNode() &&
      a.compareBoundaryPoints(Range.START_TO_END, b) > 0 &&
      a.compareBoundaryPoints(Range.END_TO_START, b) < 0
    );
  }

  /** The box around a passage, or none. @param {Range[]} ranges @returns {Box | null} */
  function box(ranges) {
    const boxes = ranges.map((range) => range.getBoundingClientRect());
    if (!boxes.length) return null;
    return {
      left: Math.min(...boxes.map(({left}) => left)),
      top: Math.min(...boxes.map(({top}) => top)),
      right: Math.max(...boxes.map(({right}) => right)),
      bottom: Math.max(...boxes.map(({bottom}) => bottom)),
    };
  }

  /** The box of the block that a passage stands in. @param {Range} range @returns {Box} */
  function column(range) {
    let element = range.startContainer.parentElement;
    while (element && getComputedStyle(element).display.startsWith('inline')) {
      element = element.parentElement;
    }
    return (element ?? document.documentElement).getBoundingClientRect();
  }

  return {read, find, passage, isStill, meet, box, column};
})();
