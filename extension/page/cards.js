/**
 * The one card that is open, if any: it comes with the focus and gives it back, and
 * stays beside its passage when the page moves.
 */
var Cards = (() => {
  /**
   * @param {ReturnType<typeof Shell.open>} shell
   * @param {HTMLElement} status The status card: it makes room while another is open,
   *   and is not covered.
   */
  function keeper(shell, status) {
    /** @type {{card: HTMLElement, ranges: Range[], back: Element | null} | null} */
    let opened = null;

    /** @param {HTMLElement} card @param {Range[]} ranges */
    function open(card, ranges) {
      const back = opened?.back ?? shell.focused() ?? document.activeElement;
      opened?.card.remove();
      opened = {card, ranges, back};
      status.toggleAttribute('data-folded', true);
      shell.show(card);
      settle();
      card.focus({preventScroll: true});
    }

    /** @returns {boolean} Whether there was one to close. */
    function close() {
      if (!opened) return false;
      const {card, back} = opened;
      opened = null;
      shell.drop(card);
      status.removeAttribute('data-folded');
      if (back instanceof HTMLElement && back.isConnected) back.focus({preventScroll: true});
      return true;
    }

    /** The passage of the open card stands elsewhere now. @param {Range[]} ranges */
    function follow(ranges) {
      if (opened) opened.ranges = ranges;
      settle();
    }

    /** Puts the card where it belongs, as page and window are now. */
    function settle() {
      if (!opened) return;
      const {card, ranges} = opened;
      const [first] = ranges;
      const taken = status.isConnected ? status.getBoundingClientRect() : null;
      const passage = Places.box(ranges) ?? taken ?? new DOMRect();
      const {clientWidth: width, clientHeight: height} = document.documentElement;
      card.style.maxHeight = '';
      const place = Placing.place(
        {passage, column: first ? Places.column(first) : passage, taken},
        {width: card.offsetWidth, height: card.offsetHeight},
        {width, height},
      );
      card.style.left = `${place.left + scrollX}px`;
      card.style.top = `${place.top + scrollY}px`;
      card.style.maxHeight = `${place.height}px`;
      const hidden = place.top + place.height - height;
      if (hidden > 0) scrollBy({top: hidden, behavior: 'instant'});
    }

    return {open, close, follow, settle};
  }

  return {keeper};
})();
