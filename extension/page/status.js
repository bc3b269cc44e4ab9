/**
 * The status card at the edge: that the page is being read, what came of it, or what
 * went wrong and what to do about it. It lists every note, so that those who cannot
 * see an underline, or use no mouse, reach them too.
 */
var Status = (() => {
  /**
   * @typedef {{
   *   again: () => void,
   *   keep: () => Promise<Outcome<true>>,
   *   open: (note: Note) => void,
   *   hide: () => void,
   * }} Acts What the reader can do here.
   */

  /** @param {Acts} acts */
  function build(acts) {
    const {element} = Build;
    const head = element('p', {class: 'head', role: 'status'});
    const body = element('div', {class: 'body'});
    const card = element(
      'div',
      {class: 'status', role: 'dialog', tabindex: '-1', 'aria-label': Words.say('name')},
      element(
        'div',
        {class: 'bar'},
        element('span', {class: 'brand'}, Words.say('name')),
        Build.iconButton(Card.CLOSE, Words.say('hide'), acts.hide),
      ),
      head,
      body,
    );

    function busy() {
      card.dataset['state'] = 'busy';
      head.replaceChildren(Words.say('reading'));
      body.replaceChildren();
    }

    /**
     * @param {Answer} answer
     * @param {Note[]} shown In reading order.
     * @param {number} lost How many could not be placed.
     */
    function done(answer, shown, lost) {
      card.dataset['state'] = shown.length ? 'notes' : 'nothing';
      head.replaceChildren(
        shown.length ? Words.count('notes', shown.length) : Words.say('noNotes'),
        element('span', {class: 'line'}, summary(answer, lost)),
      );
      body.replaceChildren(
        ...(shown.length ? [listed(shown)] : [element('p', {}, Words.say('noNotesMeans'))]),
        ...(answer.searched ? [] : [emptyStore()]),
        ...(answer.checked.length ? [checked(answer.checked)] : []),
      );
    }

    /** @param {Note[]} notes */
    function listed(notes) {
      return element(
        'ol',
        {class: 'list', 'aria-label': Words.say('allNotes')},
        ...notes.map((note) =>
          element('li', {}, element(
            'button',
            {type: 'button', onclick: () => acts.open(note)},
            Card.swatch(note.family),
            element('span', {class: 'label'}, note.label),
            note.quote
              ? element('span', {class: 'passage', dir: 'auto'}, note.quote.exact)
              : element('span', {class: 'passage whole'}, Words.say('wholeReport')),
          )),
        ),
      );
    }

    /** Nothing was there to compare with: what to do about it. */
    function emptyStore() {
      const outcome = element('p', {role: 'status'});
      const button = Build.button(Words.say('keepPage'), () => void keep(), 'first');
      return element(
        'section',
        {class: 'empty'},
        element('p', {}, element('strong', {}, Words.say('emptyStore')), ' ', Words.say('emptyStoreHow')),
        button,
        outcome,
        element('p', {class: 'soft'}, Words.say('addFolder'), ' ', element('code', {}, 'sidelight reports add FOLDER')),
      );

      async function keep() {
        button.disabled = true;
        const result = await acts.keep();
        const kept = 'answer' in result;
        button.disabled = kept;
        outcome.replaceChildren(kept ? Words.say('kept') : explanation(result.problem).text);
      }
    }

    /** @param {Problem} problem */
    function failed(problem) {
      card.dataset['state'] = 'problem';
      const {title, text, command} = explanation(problem);
      head.replaceChildren(title);
      body.replaceChildren(
        element('p', {}, text),
        ...(command ? [element('p', {}, element('code', {}, command))] : []),
        Build.button(Words.say('tryAgain'), acts.again, 'first'),
      );
    }

    return {card, busy, done, failed};
  }

  /** @param {Answer} answer @param {number} lost */
  function summary({reports, searched}, lost) {
    return [
      reports.length
        ? Words.count('comparedWith', reports.length)
        : searched
          ? Words.count('searchedInVain', searched)
          : Words.say('nothingToCompare'),
      lost ? Words.count('notPlaced', lost) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }

  /**
   * The list of what was checked, so that an unmarked sentence does not look checked
   * for more than it was.
   *
   * @param {Checked[]} checked
   */
  function checked(checked) {
    const {element} = Build;
    return element(
      'details',
      {},
      element('summary', {}, Words.count('checksRun', checked.length)),
      element(
        'ul',
        {},
        ...checked.map(({id, notes, skipped, help}) =>
          element(
            'li',
            {},
            Build.link(help, id),
            element('span', {class: 'soft'}, skipped || Words.count('found', notes)),
          ),
        ),
      ),
    );
  }

  /**
   * What went wrong, in words the reader can act on.
   *
   * @param {Problem} problem
   * @returns {{title: string, text: string, command?: string}}
   */
  function explanation({kind, server, title = '', detail = ''}) {
    switch (kind) {
      case 'unreachable':
        return {
          title: Words.say('unreachable'),
          text: Words.say('unreachableHow', server),
          command: 'sidelight serve',
        };
      case 'slow':
        return {title: Words.say('slow'), text: Words.say('slowHow', server)};
      case 'short':
        return {title: Words.say('short'), text: Words.say('shortHow')};
      case 'refused':
        return {title, text: detail || Words.say('refusedHow', server)};
      case 'unexpected':
        return {title: Words.say('unexpected'), text: Words.say('unexpectedHow', server, detail)};
    }
  }

  return {build};
})();
