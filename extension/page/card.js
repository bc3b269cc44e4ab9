/**
 * The card: all the notes on one passage, each with what was noticed, the passage
 * of the other report that it rests on, and a step outside the page.
 */
var Card = (() => {
  const CLOSE = 'M3.5 3.5l9 9m0-9l-9 9';
  const BACK = 'M10 3L5 8l5 5';
  const ON = 'M6 3l5 5-5 5';

  /** Surroundings come cut to a length: what may be half a word is left out. */
  const HALF_A_WORD = {before: /^[^\p{Lu}\s]*\s/u, after: /\s[^\s.!?]*$/};

  /**
   * @param {Note[]} notes
   * @param {Answer} answer
   * @param {{index: number, of: number, previous: () => void, next: () => void,
   *   close: () => void, notNeeded: ((note: Note) => Promise<unknown>) | null}} way Where the first note stands among all, and the ways on.
   * @returns {HTMLElement}
   */
  function build(notes, answer, {index, of, previous, next, close, notNeeded}) {
    const {element, iconButton} = Build;
    const title = notes.length > 1 ? Words.count('notesHere', notes.length) : notes[0]?.label;
    return element(
      'div',
      {class: 'card', role: 'dialog', tabindex: '-1', 'aria-label': title ?? ''},
      element('div', {class: 'bar'}, iconButton(CLOSE, Words.say('close'), close)),
      element('div', {class: 'notes'}, ...notes.map((note) => one(note, notNeeded))),
      element(
        'footer',
        {},
        element('p', {}, compared(answer)),
        of > 1
          ? element(
              'div',
              {class: 'walk'},
              iconButton(BACK, Words.say('previousNote'), previous),
              element('span', {}, Words.say('noteOf', index + 1, of)),
              iconButton(ON, Words.say('nextNote'), next),
            )
          : null,
      ),
    );
  }

  /** @param {Note} note @param {((note: Note) => Promise<unknown>) | null} notNeeded */
  function one(note, notNeeded) {
    const {element} = Build;
    const feedback = notNeeded && Build.button(Words.say('notNeeded'), () => {
      feedback?.replaceChildren(Words.say('noted'));
      feedback?.toggleAttribute('disabled', true);
      void notNeeded(note);
    }, 'quiet');
    return element(
      'article',
      {class: 'note', 'data-family': note.family},
      element('h2', {dir: 'auto'}, swatch(note.family), note.label),
      element('p', {class: 'message', lang: note.language, dir: 'auto'}, note.message),
      ...note.evidence.map(quotation),
      note.next
        ? element(
            'p',
            {class: 'next'},
            element('span', {}, Words.say('next')),
            element('bdi', {lang: note.language}, note.next),
          )
        : null,
      note.help
        ? element(
            'p',
            {class: 'how'},
            Build.link(note.help, Words.say('howNoticed')),
            element('span', {}, Words.say('checkVersion', note.check, note.version)),
            feedback,
          )
        : null,
    );
  }

  /** The family's underline, beside its label: a pattern as well as a colour. */
  function swatch(/** @type {string} */ family) {
    return Build.element('span', {class: 'swatch', 'data-family': family, 'aria-hidden': 'true'});
  }

  /**
   * A passage of another report, set as a paper sets a quotation.
   *
   * @param {Evidence} evidence
   */
  function quotation({exact, prefix, suffix, report, link}) {
    const {element} = Build;
    const source = Build.line([report.publisher, Words.day(report.published)], ', ');
    return element(
      'figure',
      {},
      element(
        'blockquote',
        {dir: 'auto'},
        prefix ? `… ${prefix.replace(HALF_A_WORD.before, '')}` : null,
        element('mark', {}, exact),
        suffix ? `${suffix.replace(HALF_A_WORD.after, '')} …` : null,
      ),
      element(
        'figcaption',
        {},
        element('strong', {}, ...source),
        report.title ? element('cite', {dir: 'auto'}, report.title) : null,
        link ? Build.link(link, Words.say('openPassage')) : null,
      ),
    );
  }

  /** What was read and what it was compared with, in one line. @param {Answer} answer */
  function compared({words, reports, searched}) {
    const read = Words.count('wordsRead', words);
    if (reports.length) return `${read} · ${Words.count('comparedWith', reports.length)}`;
    return `${read} · ${searched ? Words.count('searchedInVain', searched) : Words.say('nothingToCompare')}`;
  }

  return {build, swatch, CLOSE};
})();
