/**
 * From the click to the notes: reads the page, asks the service (through the
 * background, which alone can reach it), marks the passages, opens their cards.
 * A second click takes everything away again.
 */
var Main = (() => {
  /** On these a click does something of the page's own. */
  const ACTS_ITSELF = [
    ...['a[href]', 'button', 'input', 'select', 'textarea', 'label', 'summary'],
    ...['video', 'audio', '[role=button]', '[role=link]', '[contenteditable]'],
  ].join();

  /** @type {ReturnType<typeof begin> | null} What is shown in this page now. */
  let session = null;

  chrome.runtime.onMessage.addListener((/** @type {ToPage} */ message, _, reply) => {
    if (message.do === 'toggle' && session) session.end();
    else if (message.do === 'toggle' || message.do === 'start') session ??= begin(message.look);
    else if (message.do === 'open') session?.open(message.id);
    else if (message.do === 'passage') session?.show(message.passage);
    else if (message.do === 'again') session?.again();
    reply(session?.state() ?? null);
  });

  /** @param {Look} look */
  function begin(look) {
    let story = Story.find();
    const theme = BackgroundColour.theme(story.element);
    const shell = Shell.open(look, theme, hide);
    const status = Status.build({
      ...{again, keep, hide},
      cancel: () => void ask({ask: 'toggle'}),
      first: () => step(0),
      panel: look.panel ? () => void ask({ask: 'panel'}) : null,
      options: () => void ask({ask: 'options'}),
    });
    const cards = Cards.keeper(shell, status.card);
    const ended = new AbortController();
    const {signal} = ended;
    const watch = Watch.start(concerns, settled, signal);

    /** @type {ReturnType<typeof Marks.paint> | null} */
    let marks = null;
    /** @type {Placed[]} In reading order. */
    let placed = [];
    /** @type {PageState} What the panel is told. */
    let state = {state: 'busy', answer: null, placed: [], lost: [], problem: null, open: ''};
    let sent = '';
    /** The story's text when it was last read, and the address that it was read at. */
    let known = '';
    let at = '';

    document.addEventListener('click', clicked, {signal, capture: true});
    document.addEventListener('keydown', pressed, {signal, capture: true});
    document.addEventListener('scroll', scrolled, {signal, capture: true, passive: true});
    window.addEventListener('resize', () => cards.settle(), {signal});

    shell.show(status.card);
    again();
    return {
      end,
      again,
      state: () => state,
      show: showPassage,
      open: (/** @type {string} */ id) => openNote(placed.find(({note}) => note.id === id)),
    };

    function again() {
      void run();
    }

    async function run() {
      status.busy();
      now({state: 'busy', problem: null});
      await shown();
      if (Story.isOpen()) await ask({ask: 'readability'}); // Where it is not packed, we do without.
      if (signal.aborted) return;
      story = Story.find();
      const {facts, mapped} = Places.read(story);
      sent = known = facts.text;
      at = address();
      watch(mapped.roots);
      const outcome = /** @type {Outcome<Answer>} */ (await ask({ask: 'annotate', facts}));
      if (signal.aborted) return; // A second click came in between.
      if ('problem' in outcome) {
        status.failed(outcome.problem);
        now({state: 'problem', problem: outcome.problem});
      } else paint(outcome.answer);
      if (document.activeElement === document.body) status.card.focus({preventScroll: true});
    }

    /** Whether a change in a node may move a mark, or bring back a passage. @param {Node} node */
    function concerns(node) {
      const {element} = story;
      const within = element.contains(node) || node.getRootNode() !== document;
      return within || !element.isConnected || state.lost.length > 0;
    }

    /** The page has changed, and has come to rest. What is awaited is read anew when it comes. */
    function settled() {
      if (state.state === 'busy') return;
      if (state.state === 'done' && state.answer) paint(state.answer);
      else if (address() !== at) leave();
    }

    /** @param {Answer} answer */
    function paint(answer) {
      let page = Places.read(story);
      // Where the text has changed, or a passage may have come back, the story is chosen anew.
      if (page.mapped.text !== known || state.lost.length) page = Places.read((story = Story.find()));
      const {text, roots} = page.mapped;
      known = text;
      if (address() !== at && !Places.isStill(sent, text)) return leave();
      const found = Places.find(answer.notes, page, sent);
      const {lost} = found;
      marks?.clear();
      placed = found.placed;
      marks = Marks.paint(placed, look.marks[theme], roots);
      watch(roots);
      follow();
      const ids = placed.map(({note}) => note.id);
      // What has not changed is not said again.
      if (state.state === 'done' && `${ids}` === `${state.placed}` && lost.length === state.lost.length) return;
      status.done(answer, placed.length, lost.length + answer.unreadable);
      now({state: 'done', answer, placed: ids, lost});
    }

    /** The card that is open stays with its passage, and goes with it. */
    function follow() {
      const here = placed.find(({note}) => note.id === state.open);
      if (!here) return void close();
      marks?.open(here.ranges);
      cards.follow(here.ranges);
    }

    /** A single-page site has moved on: nothing of the story before is left. */
    function leave() {
      end();
      void ask({ask: 'left'});
    }

    /** @param {Partial<PageState>} change What is new; the panel is told, if it is open. */
    function now(change) {
      state = {...state, ...change};
      void tell(state);
    }

    /** Opens the card of a note that the panel or another card leads to. */
    function openNote(/** @type {Placed | undefined} */ one) {
      if (!one) return;
      scrollTo(one.ranges);
      openCard([one, ...placed.filter((other) => other !== one && Places.meet(one, other))]);
    }

    /** @param {Passage} passage One that no note is on. */
    function showPassage(passage) {
      close();
      const ranges = Places.passage(passage, Places.read(story), sent);
      scrollTo(ranges);
      marks?.open(ranges);
    }

    /** @param {number} index Of a note in reading order; after the last comes the first. */
    function step(index) {
      openNote(placed.at(index % placed.length));
    }

    /** @param {Placed[]} here The notes on one passage; the reader came by the first. */
    function openCard(here) {
      const [first] = here;
      if (!first || !state.answer) return;
      const index = placed.indexOf(first);
      const way = {
        ...{index, of: placed.length, close},
        previous: () => step(index - 1),
        next: () => step(index + 1),
        notNeeded: (/** @type {Note} */ note) => ask({ask: 'feedback', note}),
      };
      const ranges = here.flatMap((one) => one.ranges);
      marks?.open(ranges);
      cards.open(Card.build(here.map(({note}) => note), state.answer, way), ranges);
      now({open: first.note.id});
    }

    /** @returns {boolean} Whether there was a card to close. */
    function close() {
      marks?.open([]);
      const closed = cards.close();
      if (closed) now({open: ''});
      return closed;
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
      return ask({ask: 'keep', facts: Places.read(story).facts});
    }

    function hide() {
      close();
      shell.drop(status.card);
    }

    function end() {
      session = null;
      void tell(null);
      ended.abort();
      marks?.clear();
      shell.close();
    }
  }

  /**
   * @template T
   * @param {ToBackground} message
   * @param {boolean} [again] A worker may be stopped over its work: the next one is asked.
   * @returns {Promise<Outcome<T>>}
   */
  async function ask(message, again = true) {
    try {
      return await chrome.runtime.sendMessage(message);
    } catch (error) {
      if (again && chrome.runtime.id) return ask(message, false);
      // The extension was updated or switched off under this page.
      return {problem: {title: Words.say('unexpected'), text: String(error)}};
    }
  }

  /** Where the page stands, wherever in it. */
  function address() {
    return location.href.replace(/#(?![!/]).*/, '');
  }

  /** Reading takes a while: that it began is seen before. Nothing is drawn in a hidden tab. */
  function shown() {
    return new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done));
      setTimeout(done, 100);
    });
  }

  /** @param {PageState | null} state For the panel; where none is open, nobody hears it. */
  async function tell(state) {
    await chrome.runtime.sendMessage({tell: state}).catch(() => null);
  }

  /** @param {Range[]} ranges */
  function scrollTo([first]) {
    first?.startContainer.parentElement?.scrollIntoView({block: 'center', behavior: 'instant'});
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
