/**
 * From the click to the notes: reads the page, asks the service (through the
 * background, which alone can reach it), marks the passages, opens their cards.
 * A second click takes everything away again.
 */
var Main = (() => {
  /** Fewer words than this are a headline or a teaser: nothing to read. */
  const LEAST_WORDS = 40;

  /** On these a click does something of the page's own. */
  const ACTS_ITSELF = [
    ...['a[href]', 'button', 'input', 'select', 'textarea', 'label', 'summary'],
    ...['video', 'audio', '[role=button]', '[role=link]', '[contenteditable]'],
  ].join();

  /** @type {{end: () => void} | null} What is shown in this page now. */
  let session = null;

  chrome.runtime.onMessage.addListener((/** @type {ToPage} */ message, _, reply) => {
    if (session) session.end();
    else session = begin(message.look);
    reply(true);
  });

  /** @param {Look} look */
  function begin(look) {
    const theme = BackgroundColour.theme(Story.find());
    const shell = Shell.open(look, theme);
    const status = Status.build({again: () => void run(), keep, open: openNote, hide});
    const cards = Cards.keeper(shell, status.card);
    const ended = new AbortController();
    const {signal} = ended;

    /** @type {ReturnType<typeof Marks.paint> | null} */
    let marks = null;
    /** @type {Placed[]} In reading order. */
    let placed = [];
    /** @type {Answer | null} */
    let answer = null;

    document.addEventListener('click', clicked, {signal, capture: true});
    document.addEventListener('keydown', pressed, {signal, capture: true});
    document.addEventListener('scroll', scrolled, {signal, capture: true, passive: true});
    window.addEventListener('resize', () => cards.settle(), {signal});

    shell.show(status.card);
    void run();
    return {end};

    async function run() {
      status.busy();
      const {article} = Places.read();
      const outcome = await annotate(article);
      if (signal.aborted) return; // A second click came in between.
      if ('problem' in outcome) status.failed(outcome.problem);
      else show(outcome.answer, article.text);
      if (document.activeElement === document.body) status.card.focus({preventScroll: true});
    }

    /** @param {Answer} given @param {string} sent The text that it is an answer to. */
    function show(given, sent) {
      const page = Places.read();
      const {placed: found, lost} = Places.find(given.notes, page, sent);
      marks?.clear();
      marks = Marks.paint(found, look.tokens, theme, page.mapped.roots);
      placed = found;
      answer = given;
      status.done(given, found.map(({note}) => note), lost + given.unreadable);
    }

    /** Opens the card of a note that the list or another card leads to. */
    function openNote(/** @type {Note} */ note) {
      const one = placed.find((other) => other.note === note);
      if (!one) return;
      const block = one.ranges[0]?.startContainer.parentElement;
      block?.scrollIntoView({block: 'center', behavior: 'instant'});
      openCard([one, ...placed.filter((other) => other !== one && Places.meet(one, other))]);
    }

    /** @param {Placed[]} here The notes on one passage; the reader came by the first. */
    function openCard(here) {
      const [first] = here;
      if (!first || !answer) return;
      const index = placed.indexOf(first);
      const step = (/** @type {number} */ by) => () => {
        const other = placed[(index + by + placed.length) % placed.length];
        if (other) openNote(other.note);
      };
      const way = {index, of: placed.length, previous: step(-1), next: step(1), close};
      const ranges = here.flatMap((one) => one.ranges);
      marks?.open(ranges);
      cards.open(Card.build(here.map(({note}) => note), answer, way), ranges);
    }

    /** @returns {boolean} Whether there was a card to close. */
    function close() {
      marks?.open([]);
      return cards.close();
    }

    /** @param {MouseEvent} event */
    function clicked(event) {
      if (shell.holds(event)) return;
      const here = isOnText(event) ? marks?.at(event.clientX, event.clientY) : [];
      if (here?.length) openCard(here);
      else close();
    }

    /** @param {KeyboardEvent} event */
    function pressed(event) {
      if (event.key !== 'Escape' || event.isComposing) return;
      if (!close()) {
        if (!shell.holds(event)) return; // The page's own Esc.
        hide();
      }
      event.stopPropagation();
      event.preventDefault();
    }

    /** The card goes with the page; where a part of a page scrolls, it is put anew. */
    function scrolled(/** @type {Event} */ event) {
      if (event.target !== document && !shell.holds(event)) requestAnimationFrame(cards.settle);
    }

    /** @returns {Promise<Outcome<true>>} */
    function keep() {
      return ask({ask: 'keep', article: Places.read().article});
    }

    function hide() {
      close();
      status.card.remove();
    }

    function end() {
      session = null;
      ended.abort();
      marks?.clear();
      shell.close();
    }
  }

  /**
   * @param {Article} article
   * @returns {Promise<Outcome<Answer>>}
   */
  async function annotate(article) {
    const words = article.text.split(/\s+/).length;
    if (words < LEAST_WORDS) return {problem: {kind: 'short', server: ''}};
    return ask({ask: 'annotate', article});
  }

  /**
   * @template T
   * @param {ToBackground} message
   * @returns {Promise<Outcome<T>>}
   */
  async function ask(message) {
    try {
      return await chrome.runtime.sendMessage(message);
    } catch (error) {
      // The extension was updated or switched off under this page.
      return {problem: {kind: 'unexpected', server: '', detail: String(error)}};
    }
  }

  /** Whether it is a plain click on text, which the page does nothing with. */
  function isOnText(/** @type {MouseEvent} */ event) {
    const {button, altKey, ctrlKey, metaKey, shiftKey} = event;
    if (button || altKey || ctrlKey || metaKey || shiftKey) return false;
    if (document.getSelection()?.isCollapsed === false) return false;
    return !event.composedPath().some((on) => on instanceof Element && on.matches(ACTS_ITSELF));
  }

  return {begin};
})();
