/**
 * The status card at the edge: that the page is being read, what came of it, or what
 * went wrong and what to do about it. It leads to the first note, and so to all of
 * them, whoever cannot see an underline or uses no mouse.
 */
var Status = (() => {
  /**
   * @typedef {{
   *   again: () => void,
   *   keep: () => Promise<Outcome<true>>,
   *   first: () => void,
   *   panel: (() => void) | null,
   *   hide: () => void,
   *   cancel: () => void,
   *   options: () => void,
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
      body.replaceChildren(Build.button(Words.say('cancel'), acts.cancel));
    }

    /**
     * @param {Answer} answer
     * @param {number} shown How many notes have a place, or are on the whole report.
     * @param {number} lost How many could not be placed.
     */
    function done(answer, shown, lost) {
      card.dataset['state'] = shown ? 'notes' : 'nothing';
      head.replaceChildren(
        shown ? Words.count('notes', shown) : Words.say('noNotes'),
        element('span', {class: 'line'}, summary(answer, lost)),
      );
      body.replaceChildren(
        ...(shown
          ? [Build.button(Words.say('firstNote'), acts.first, 'first')]
          : [element('p', {}, Words.say('noNotesMeans'))]),
        ...(acts.panel ? [Build.button(Words.say('openPanel'), acts.panel)] : []),
        ...(answer.searched ? [] : [emptyStore()]),
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
        outcome.replaceChildren(kept ? Words.say('kept') : result.problem.text);
      }
    }

    /** @param {Explained} problem */
    function failed({title, text, command, options, again}) {
      card.dataset['state'] = 'problem';
      head.replaceChildren(title);
      body.replaceChildren(
        element('p', {}, text),
        ...(command ? [element('p', {}, element('code', {}, command))] : []),
        Build.button(again || Words.say('tryAgain'), acts.again, 'first'),
        ...(options ? [Build.button(Words.say('openOptions'), acts.options)] : []),
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

  return {build};
})();
