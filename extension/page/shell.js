/**
 * Where Sidelight's own elements live: one element under the page's root, outside
 * its body, with a closed shadow tree that neither the page's styles nor its scripts
 * reach. What it holds are popovers, which stand above all of the page.
 */
var Shell = (() => {
  const NAME = 'sidelight-notes';

  /**
   * @param {Look} look
   * @param {Theme} theme
   */
  function open(look, theme) {
    document.querySelector(NAME)?.remove(); // Of before an update of the extension.
    const host = document.createElement(NAME);
    host.dataset['theme'] = theme;
    host.lang = Words.language();
    host.dir = Words.direction();
    const root = host.attachShadow({mode: 'closed'});
    root.adoptedStyleSheets = [look.tokens, look.card].map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    document.documentElement.append(host);

    /** @param {HTMLElement} popover Shows an element above the page. */
    function show(popover) {
      root.append(popover);
      popover.popover = 'manual';
      popover.showPopover();
    }

    return {
      show,
      /** @param {Event} event Whether it happened on one of our elements. */
      holds: (event) => event.composedPath().includes(host),
      /** @returns {Element | null} Which of our elements has the focus. */
      focused: () => root.activeElement,
      close: () => host.remove(),
    };
  }

  return {open};
})();
