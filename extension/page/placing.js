/**
 * Where a card goes: in the margin beside its passage where there is room, else
 * below the passage, else above; never over it.
 */
var Placing = (() => {
  const GAP = 12;

  /** Less height than this is no room to read in; the page is scrolled instead. */
  const LEAST_HEIGHT = 180;

  /**
   * @param {{passage: Box, column: Box, taken: Box | null}} page The passage, the
   *   column it stands in, and what else of ours is on the screen.
   * @param {{width: number, height: number}} card
   * @param {{width: number, height: number}} view
   * @returns {{left: number, top: number, height: number}} From the viewport's top
   *   left; `height` is the most that the card may take, the rest scrolls inside it.
   */
  function place({passage, column, taken}, card, view) {
    const height = Math.min(card.height, view.height - 2 * GAP);
    const rightOf = Math.max(column.right, passage.right) + GAP;
    const leftOf = Math.min(column.left, passage.left) - GAP - card.width;

    for (const left of [rightOf, leftOf]) {
      if (left < GAP || left + card.width + GAP > view.width) continue;
      const floor = bottomAt(left, card.width, taken, view.height) - GAP;
      const top = Math.max(GAP, Math.min(passage.top, floor - height));
      if (top + height <= floor || taken === null) return {left, top, height};
    }

    const left = clamp(passage.left, GAP, view.width - card.width - GAP);
    const below = view.height - passage.bottom - 2 * GAP;
    const above = passage.top - 2 * GAP;
    if (below < card.height && above > below && above >= LEAST_HEIGHT) {
      const room = Math.min(card.height, above);
      return {left, top: passage.top - GAP - room, height: room};
    }
    const room = Math.min(height, Math.max(below, LEAST_HEIGHT));
    return {left, top: passage.bottom + GAP, height: room};
  }

  /**
   * How far down a margin is free.
   *
   * @param {number} left
   * @param {number} width
   * @param {Box | null} taken
   * @param {number} viewHeight
   */
  function bottomAt(left, width, taken, viewHeight) {
    const meets = taken && taken.left < left + width && left < taken.right;
    return meets ? Math.min(taken.top, viewHeight) : viewHeight;
  }

  /** @param {number} value @param {number} least @param {number} most */
  function clamp(value, least, most) {
    return Math.max(least, Math.min(value, most));
  }

  return {place};
})();
