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
   * @param {() => void} leave Called where the reader presses beside the cards that
   *   stand over a page's own modal dialog.
   */
  function open(look, theme, leave) {
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

    /** @type {HTMLDialogElement | null} */
    let frame = null;

    /** @param {HTMLElement} popover Shows an element above the page. */
    function show(popover) {
      // What is outside of a modal dialog cannot be pressed, but in a later one it can.
      if (!frame?.open && document.querySelector('dialog:modal')) frame = over();
      (frame ?? root).append(popover);
      popover.popover = 'manual';
      popover.showPopover();
    }

    function over() {
      const dialog = Build.element('dialog', {'aria-label': Words.say('name')});
      dialog.onclick = ({target}) => target === dialog && leave();
      root.append(dialog);
      dialog.showModal();
      return dialog;
    }

    /** @param {HTMLElement} popover The last one gives the page back its dialog. */
    function drop(popover) {
      popover.remove();
      if (frame?.childElementCount) return;
      frame?.close();
      frame?.remove();
      frame = null;
    }

    return {
      show,
      drop,
      /** @param {Event} event Whether it happened on one of our elements. */
      holds: (event) => event.composedPath().includes(host),
      /** @returns {Element | null} Which of our elements has the focus. */
      focused: () => root.activeElement,
      close: () => host.remove(),
    };
  }

  return {open};
})();
